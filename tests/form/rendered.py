"""Papers made for the judges, each once in a run of the tests: laid out, written, and judged."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

from tests.form.docx_paper import Written
from tests.form.page import Printed
from tests.redheads import REDHEADS
from yinfa.document.tree import Document
from yinfa.styling import Roles, Style, load_style
from yinfa.writers.docx import write_docx
from yinfa.writers.layout import Layout
from yinfa.writers.pdf import lay_out


@dataclass(frozen=True)
class Made:
    """A paper in a style, in both formats."""

    document: Document
    style: Style

    @cached_property
    def layout(self) -> Layout:
        """Return its laid-out pages."""
        return lay_out(self.document, self.style)

    @cached_property
    def printed(self) -> Printed:
        """Return its PDF."""
        return Printed(self.layout.document, self.layout.pdf())

    @cached_property
    def written(self) -> Written:
        """Return its DOCX."""
        return Written(self.layout.document, write_docx(self.layout.document, self.style, self.layout))


@cache
def made(name: str) -> Made:
    """Return the red-head paper of this name in the form as it is."""
    return Made(REDHEADS[name](), load_style())


def with_role(name: str, **changes: Any) -> Callable[[Style], Style]:
    """Return the change of a style by which a role looks otherwise."""

    def change(style: Style) -> Style:
        return replace(style, roles=Roles(style.roles | {name: replace(style.roles[name], **changes)}))

    return change


def with_head(name: str, **changes: Any) -> Callable[[Style], Style]:
    """Return the change of a style by which a head is formed otherwise."""

    def change(style: Style) -> Style:
        return replace(style, heads=style.heads | {name: replace(style.heads[name], **changes)})

    return change


def with_part(part: str, **changes: Any) -> Callable[[Style], Style]:
    """Return the change of a style by which its `page`, `fitting` or the like is otherwise."""

    def change(style: Style) -> Style:
        return replace(style, **{part: replace(getattr(style, part), **changes)})

    return change
