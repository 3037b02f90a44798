"""What plan.yaml says of the checks: rules that matter more or less, findings that were looked at and may stand."""

import re
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from yinfa.diagnostics import Origin
from yinfa.model.base import KEPT, AText, Model, Words, Wrong
from yinfa.sources.text import Text

Wanted = Literal["off", "warning", "error"]

_CELL = r"[A-Z]{1,3}[0-9]+(?:(?:\.\.|:)[A-Z]{1,3}[0-9]+)?"
_PLACE = rf"[^!！:：]+\.(ya?ml|xlsx(![^!！]+(!{_CELL})?)?)"
_LINE = re.compile(r"(.+\.ya?ml)[:：][0-9]+([:：][0-9]+)?")


def _line_told(at: str) -> Wrong:
    """Return what is meant by a place with a line: lines move, the words in them do not."""
    found = _LINE.fullmatch(at)
    return Wrong("：行号会变动", f"写成 {found[1]}，并在 words 中抄录这一行的几个字。") if found else Wrong()


Place = Annotated[
    Text,
    AText(
        pattern=_PLACE,
        wanted="写成 indicators.xlsx!完成值!E12 或 text/plan.yaml，从本规划的文件夹写起，用半角“!”",
        told=_line_told,
    ),
]


class Setting(Model):
    """How much a rule matters in this plan, and why not as usual: `off` leaves out what it finds."""

    code: Words
    severity: Annotated[Wanted, KEPT]
    reason: Words


class Silence(Model):
    """One finding that may stand, and why: of which rule, and at which place.

    `at` is a cell, a sheet or a whole workbook, or a file of text and then `words` some that stand where it was found.
    """

    code: Words
    at: Place
    words: Annotated[Words | None, Field(validate_default=True)] = None
    reason: Words

    @field_validator("words")
    @classmethod
    def _where_there_are_lines(cls, words: Text | None, known: ValidationInfo) -> Text | None:
        """Return the words. Raise ValueError where a text has none, or a cell has some."""
        at = known.data.get("at")
        if at is not None and words is None and not _is_of_a_book(at):
            raise ValueError(f"静默 {at} 里的一处，要有 words", "在 words 中抄录那一行的几个字")
        if at is not None and words is not None and _is_of_a_book(at):
            raise ValueError("工作簿里的一处由单元格指明，不用 words", "删去 words")
        return words

    @property
    def place(self) -> Origin:
        """Return the place, its file relative to the folder of the plan."""
        return Origin.parse(self.at) or Origin(self.at)


def _is_of_a_book(at: str) -> bool:
    """Return whether a place is in a workbook."""
    return re.search(r"\.xlsx(!|$)", at) is not None
