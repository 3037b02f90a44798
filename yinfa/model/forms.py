"""Forms to fill in (反馈表)."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field, field_validator, model_validator

from yinfa.model.base import WHOLE, Model, Name, Several, Words

AREA, NARROWEST = 156, 12  # mm: the width of an upright sheet's type area, and of a column that can be written in


def _each_once(what: str, names: Iterable[str]) -> None:
    """Raise ValueError for a name that is there twice."""
    for name, count in Counter(names).items():
        if count > 1:
            raise ValueError(f"{what}“{name}”重复", "改为不同的文字，或删去一处")


class FormField(Model):
    """A line of a form: what is asked, and how many lines the answer has or which words are there to be ticked."""

    label: Words
    lines: Annotated[int, Field(ge=1, le=20), WHOLE] = 1
    choices: Several = ()

    @field_validator("choices")
    @classmethod
    def _choices(cls, choices: tuple[Words, ...]) -> tuple[Words, ...]:
        """Return the choices. Raise ValueError for one that is there twice."""
        _each_once("选项", choices)
        return choices


class FormColumn(Model):
    """A column of a form's grid: its head, and its width beside the others'."""

    header: Words
    weight: Annotated[int, Field(ge=1, le=200), WHOLE] = 20


class Form(Model):
    """The inside of a form: lines that ask one thing each, then a grid of blank rows of `row_lines` lines."""

    fields: tuple[FormField, ...] = ()
    columns: tuple[FormColumn, ...] = ()
    rows: Annotated[int, Field(ge=0, le=50), WHOLE] = 0
    row_lines: Annotated[int, Field(ge=1, le=20), WHOLE] = 2
    caption: Words | None = None
    id: Name | None = None
    notes: tuple[Words, ...] = ()

    @field_validator("fields")
    @classmethod
    def _labels(cls, fields: tuple[FormField, ...]) -> tuple[FormField, ...]:
        """Return the fields. Raise ValueError for two that ask the same."""
        _each_once("填写项", (field.label for field in fields))
        return fields

    @field_validator("columns")
    @classmethod
    def _widths(cls, columns: tuple[FormColumn, ...]) -> tuple[FormColumn, ...]:
        """Return the columns. Raise ValueError for one too narrow to be written in, and for two of one name."""
        _each_once("栏目", (column.header for column in columns))
        whole = sum(column.weight for column in columns)
        for column in columns:
            if (width := AREA * column.weight / whole) < NARROWEST:
                hint = f"加大它的 weight，或减少栏目：全宽 {AREA} 毫米，一栏至少 {NARROWEST} 毫米"
                raise ValueError(f"“{column.header}”栏太窄，只有 {width:.1f} 毫米", hint)
        return columns

    @model_validator(mode="after")
    def _asks(self) -> "Form":
        """Return the form. Raise ValueError where it asks nothing, or for half a grid."""
        if bool(self.columns) != bool(self.rows):
            there = "有栏目，没有空行" if self.columns else "有空行，没有栏目"
            raise ValueError(there, "columns（栏目）和 rows（空行数）要一起写")
        if not (self.fields or self.columns):
            raise ValueError("没有要填的", "写上 fields，或 columns 和 rows")
        return self


class FormBlock(Model):
    """A form to fill in."""

    form: Form
