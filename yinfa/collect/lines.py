"""What one unit is asked: the rows of its forms, what is known of each and what the data hold of the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from yinfa.collect.forms import Form
from yinfa.model.identity import Unit

Value = str | Decimal
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a form: `values` by header, of what is known and of what the data hold of its answers by now.

    `cells` are the places of the answers in the data, by header: empty where the data have no row for it. `measure` is
    that of its numbers; `choices` are what its answer may be instead, of a qualitative target. `label` is what messages
    call it; a row that is not `awaited` may stay blank.
    """

    key: Key
    label: str
    values: Mapping[str, Value]
    cells: Mapping[str, str]
    measure: str = ""
    choices: tuple[str, ...] = ()
    awaited: bool = True

    def text(self, header: str) -> str:
        """Return what stands in a column, as it is compared."""
        return canonical(self.values.get(header, ""))


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A form with the rows that a unit is to fill in."""

    form: Form
    lines: tuple[Line, ...]

    def line(self, key: Key) -> Line | None:
        """Return the row of this name."""
        return next((each for each in self.lines if each.key == key), None)


@dataclass(frozen=True, slots=True)
class Questions:
    """All that a unit is asked about a year, and what it supports only, which its lead reports: form, row and lead."""

    unit: Unit
    year: int
    sheaves: tuple[Sheaf, ...]
    supported: tuple[tuple[Form, Line, Unit], ...]

    @property
    def is_asked(self) -> bool:
        """Return whether there is anything to fill in."""
        return any(sheaf.lines for sheaf in self.sheaves)

    def sheaf(self, form: Form) -> Sheaf:
        """Return the rows of a form."""
        return next(each for each in self.sheaves if each.form.sheet == form.sheet)


def canonical(value: Value) -> str:
    """Return a value as two are compared: numbers by what they are, however they are written."""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value
