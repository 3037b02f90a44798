"""What the data hold of a year, row by row as they stand in the workbooks: each value with its cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from yinfa.collect.forms import Form
from yinfa.collect.lines import Key, Value
from yinfa.diagnostics import Report
from yinfa.model.books import Rows, read_books
from yinfa.model.plan import Plan
from yinfa.sources.figures import integer_of, text_of
from yinfa.sources.table import Row
from yinfa.sources.workbook import Cell


@dataclass(frozen=True, slots=True)
class Standing:
    """The rows of every form of one year, by their keys."""

    rows: Mapping[tuple[str, Key], Row]

    def values(self, form: Form, key: Key) -> dict[str, Value]:
        """Return what the data hold of a form's answers."""
        row = self.rows.get((form.table, key))
        return {each.header: value_of(row[each.header]) for each in form.of_use("fill")} if row else {}

    def cells(self, form: Form, key: Key) -> dict[str, str]:
        """Return the places of a form's answers; none where there is no row."""
        row = self.rows.get((form.table, key))
        return {each.header: row[each.header].origin.cell for each in form.of_use("fill")} if row else {}


def standing(plan: Plan, forms: tuple[Form, ...], year: int) -> Standing:
    """Return what the data of a plan that can be read hold of a year."""
    rows = read_books(plan.folder, plan.shown, (), Report())
    return Standing({(form.table, key): row for form in forms for key, row in _keyed(form, rows, year)})


def value_of(cell: Cell) -> Value:
    """Return what stands in a cell: a number where it holds one as such, its text otherwise."""
    words = text_of(cell)
    return cell.value if isinstance(cell.value, Decimal) and words == f"{cell.value:f}" else words


def _keyed(form: Form, rows: Rows, year: int) -> Iterator[tuple[Key, Row]]:
    for row in rows.get(form.table) or ():
        if integer_of(row["年度"], "年", Report()) == year:
            yield tuple(text_of(row[header]) for _, header in form.links), row
