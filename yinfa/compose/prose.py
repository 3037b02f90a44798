"""Prose of the data as markup: its words escaped, the facts that it names looked up."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, TemplateError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from markupsafe import Markup, escape

from yinfa.compose.environment import Unprintable, prose_environment
from yinfa.compose.facts import NoSuchFact
from yinfa.diagnostics import Origin, Report, nearest
from yinfa.sources.text import Text

UNREADABLE = Markup("")
_OPENINGS = ("{{", "{%", "{#")

# What Jinja raises, most particular first -> code and message.
TROUBLES: tuple[tuple[type[Exception], str, str], ...] = (
    (NoSuchFact, "fact-unknown", "{error}"),
    (SecurityError, "prose-unsafe", "这样的写法不允许：{error}"),
    (UndefinedError, "prose-name", "不认识的名字：{error}"),
    (TemplateSyntaxError, "prose-syntax", "花括号内写法有误：{error}"),
    (Unprintable, "prose-value", "{error}"),
    (TemplateError, "prose", "花括号内写法有误：{error}"),
    (ArithmeticError, "prose-value", "花括号内算不出结果：{error}"),
    (LookupError, "prose-value", "花括号内取不到值：{error}"),
    (TypeError, "prose-call", "花括号内的参数不对：{error}"),
    (ValueError, "prose-call", "花括号内的参数不对：{error}"),
    (AttributeError, "prose-call", "花括号内取不到：{error}"),
    (RecursionError, "prose-unsafe", "花括号内嵌套太深"),
    (OverflowError, "prose-unsafe", "花括号内的结果太大"),
    (MemoryError, "prose-unsafe", "花括号内的结果太大"),
)


class Prose:
    """Renders the prose of one plan; what goes wrong is reported at the prose's own place."""

    def __init__(self, facts: Mapping[str, Callable[..., Any]], report: Report) -> None:
        self._environment: Environment = prose_environment(facts)
        self._names = tuple(facts)
        self._report = report

    def __call__(self, text: str) -> Markup:
        """Return `text` as markup, or nothing with a fault when it names what is not there."""
        if not any(opening in text for opening in _OPENINGS):
            return escape(text)
        origin = text.origin if isinstance(text, Text) else None
        try:
            return Markup(self._environment.from_string(str(text)).render())
        except tuple(kind for kind, _, _ in TROUBLES) as error:
            self._trouble(error, origin)
            return UNREADABLE

    def _trouble(self, error: Exception, origin: Origin | None) -> None:
        code, message = next((code, message) for kind, code, message in TROUBLES if isinstance(error, kind))
        words = error.message if isinstance(error, TemplateError) else str(error)
        hint = getattr(error, "hint", "") or f"可用的函数：{'、'.join(self._names)}"
        if isinstance(error, UndefinedError) and words:
            hint = nearest(words.split("'")[1] if "'" in words else words, self._names)
        self._report.fault(code, message.format(error=words), origin, hint)
