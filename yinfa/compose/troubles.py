"""What Jinja says in English when a template or prose cannot be rendered, in the drafter's words."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from jinja2 import TemplateError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError

from yinfa.compose.environment import Unprintable
from yinfa.compose.facts import NoSuchFact
from yinfa.diagnostics import nearest


class Trouble(NamedTuple):
    """What to report: the code, the message, how to mend it."""

    code: str
    message: str
    hint: str


# Most particular first. `{error}` is what the exception says where it speaks Chinese, `{named}` the word it names.
KINDS: tuple[tuple[type[Exception], Trouble], ...] = (
    (NoSuchFact, Trouble("fact-unknown", "{error}", "{hint}")),
    (Unprintable, Trouble("not-printable", "{error}", "只能印文字和数字")),
    (SecurityError, Trouble("unsafe", "花括号内不许取用{named}", "{known}")),
    (UndefinedError, Trouble("name-unknown", "花括号内不认识{named}", "{near}")),
    (
        TemplateNotFound,
        Trouble("template-missing", "不能读取模板{named}", "模板应是 templates/ 下的普通文件，不是链接"),
    ),
    (
        TemplateSyntaxError,
        Trouble("syntax", "花括号内写法有误{named}", '写作 {{{{ target("指标名称") }}}}，符号用半角'),
    ),
    (TemplateError, Trouble("syntax", "花括号内写法有误{named}", "{known}")),
    (RecursionError, Trouble("too-much", "花括号内嵌套太深", "简化写法")),
    (OverflowError, Trouble("too-much", "花括号内的结果太大", "简化写法")),
    (MemoryError, Trouble("too-much", "花括号内的结果太大", "简化写法")),
    (NameError, Trouble("too-much", "花括号内的数太大", "写成平常的数")),  # 1e999: Jinja writes it as a name, inf
    (ArithmeticError, Trouble("value", "花括号内算不出结果", "核对算式")),
    (LookupError, Trouble("value", "花括号内取不到{named}", "{known}")),
    (TypeError, Trouble("call", "花括号内的参数不对{named}", "{known}")),
    (ValueError, Trouble("call", "花括号内的参数不对{named}", "{known}")),
    (AttributeError, Trouble("call", "花括号内取不到{named}", "{known}")),
)
EXPECTED = tuple(kind for kind, _ in KINDS)


def trouble_of(error: Exception, known: Iterable[str]) -> Trouble:
    """Return what to report of `error`, one of `EXPECTED`; `known` are the names that could have been meant."""
    found = next(trouble for kind, trouble in KINDS if isinstance(error, kind))
    said = (error.message if isinstance(error, TemplateError) else str(error)) or ""
    named, names = _named(error, said), tuple(known)
    words = {
        "error": said,
        "hint": getattr(error, "hint", ""),
        "named": f"“{named}”" if named else "",
        "known": f"可用的函数：{'、'.join(names)}",
        "near": nearest(named, names) if "attribute" not in said else "核对“.”后面的名字",
    }
    return Trouble(found.code, found.message.format(**words), found.hint.format(**words))


def _named(error: Exception, said: str) -> str:
    """Return the word that an error is about, nothing when it names none."""
    if isinstance(error, TemplateNotFound):
        return str(error.name)
    quoted: list[str] = re.findall(r"'([^']+)'", said)
    # "access to attribute 'x' of 'y' object", "unexpected 'x', expected 'y'"; but "'y' has no attribute 'x'"
    first = isinstance(error, SecurityError) or said.startswith("unexpected")
    return quoted[0 if first else -1] if quoted else ""
