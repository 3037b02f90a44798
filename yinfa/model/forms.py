"""Forms to fill in (反馈表)."""

from typing import Annotated

from pydantic import Field

from yinfa.model.base import WHOLE, Model, Name, Words


class FormField(Model):
    """A line of a form: what is asked, and how many lines or which choices the answer has."""

    label: Words
    lines: Annotated[int, Field(ge=1, le=20), WHOLE] = 1
    choices: tuple[Words, ...] = ()


class FormColumn(Model):
    """A column of a form's grid: its head, and its width beside the others'."""

    header: Words
    weight: Annotated[int, Field(ge=1, le=200), WHOLE] = 20


class Form(Model):
    """The inside of a form: lines that ask one thing each, then a grid of blank rows."""

    fields: tuple[FormField, ...] = ()
    columns: tuple[FormColumn, ...] = ()
    rows: Annotated[int, Field(ge=0, le=50), WHOLE] = 0
    caption: Words | None = None
    id: Name | None = None
    notes: tuple[Words, ...] = ()


class FormBlock(Model):
    """A form to fill in."""

    form: Form
