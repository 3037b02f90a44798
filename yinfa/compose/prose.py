"""Prose of the data as markup: its words escaped, the facts that it names looked up."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from yinfa.compose.environment import prose_environment
from yinfa.compose.troubles import EXPECTED, trouble_of
from yinfa.diagnostics import Report
from yinfa.sources.text import Text

UNREADABLE = Markup("")
_OPENINGS = ("{{", "{%")


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
        try:
            rendered = self._environment.from_string(str(text)).render()
            return Markup(rendered)  # noqa: S704  the environment escapes words and values alike
        except EXPECTED as error:
            code, message, hint = trouble_of(error, self._names)
            self._report.fault(f"prose-{code}", message, text.origin if isinstance(text, Text) else None, hint)
            return UNREADABLE
