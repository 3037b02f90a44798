"""Prose of the data as markup: its words escaped, the facts that it names looked up."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from yinfa.compose.environment import prose_environment, prose_template
from yinfa.compose.troubles import EXPECTED, trouble_of
from yinfa.diagnostics import Origin, Report
from yinfa.sources.text import Text

UNREADABLE = Markup("")
_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_BRACE = re.compile(r"[{}｛｝]")
_DATA = re.compile(r"(<(?:data|a|span)\b.*?</(?:data|a|span)>)", re.DOTALL)
_MEASURE_TWICE = re.compile(r"\d([^\d<]+)</data>\1")


class Prose:
    """Renders the prose of one plan; what goes wrong is reported at the prose's own place."""

    def __init__(self, facts: Mapping[str, Callable[..., Any]], report: Report) -> None:
        self._environment: Environment = prose_environment(facts)
        self._names = tuple(facts)
        self._report = report

    def __call__(self, text: str) -> Markup:
        """Return `text` as markup, or nothing with a fault when it names what is not there."""
        if not _BRACE.search(text):
            return escape(text)
        origin = text.origin if isinstance(text, Text) else None
        if _BRACE.search(_CALL.sub("", text)):
            hint = '写作 {{ target("指标名称") }}：两个半角花括号，前后成对'
            self._report.fault("prose-braces", "花括号不成对，或是全角的", origin, hint)
            return UNREADABLE
        try:
            rendered = prose_template(self._environment, str(text)).render()
        except EXPECTED as error:
            code, message, hint = trouble_of(error, self._names)
            self._report.fault(f"prose-{code}", message, origin, hint)
            return UNREADABLE
        self._check_measures(rendered, origin)
        return Markup(rendered)  # noqa: S704  the environment escapes words and values alike

    def passage(self, text: Text) -> Markup:
        """Return `text` as markup that knows its place, for what is not the whole of a paragraph."""
        pieces = _DATA.split(self(text))  # figures have places of their own
        marked = (each if index % 2 else _at(each, text.origin) for index, each in enumerate(pieces))
        return Markup("".join(marked))  # noqa: S704  its own markup

    def _check_measures(self, rendered: str, origin: Origin | None) -> None:
        if found := _MEASURE_TWICE.search(rendered):
            hint = f"数字后的“{found[1]}”由程序填上，删去花括号后面的“{found[1]}”"
            self._report.error("measure-twice", f"计量单位“{found[1]}”重复", origin, hint)


def _at(words: str, origin: Origin) -> str:
    """Return markup as words that know their place."""
    return f'<span at="{escape(str(origin))}">{words}</span>' if words else ""
