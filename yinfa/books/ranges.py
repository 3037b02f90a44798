"""What refers to the rows of a sheet and is to take in those added: filters, drop-downs, tables, names."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from yinfa.books.grounds import Ground, Target
from yinfa.books.part import Element, Splice, ascii_of, attribute, elements_of
from yinfa.sources.a1 import Area, area
from yinfa.sources.package import Package

# Elements of a sheet, and the attribute that lists areas.
LISTS = {
    "dimension": "ref",
    "autoFilter": "ref",
    "dataValidation": "sqref",
    "conditionalFormatting": "sqref",
    "ignoredError": "sqref",
}
FROM_HEADERS = ("dimension", "autoFilter")  # those that grow from a row of headers alone
NAMES = ("_xlnm._FilterDatabase", "_xlnm.Print_Area")
_BOTTOM = re.compile(r"(?<=[A-Z]\$)([0-9]+)(?=$|[,'])")


@dataclass(frozen=True, slots=True)
class Growth:
    """The rows of a sheet that hold something ended at `last`, and now end at `now`."""

    last: int
    now: int

    def area(self, name: str, *, headers: bool = True) -> str:
        """Return an area, down to the new end if it ended between the old one and that."""
        try:
            top, left, bottom, right = area(name)
        except ValueError:
            return name  # whole columns, whole rows
        grown = self.last <= bottom < self.now and (headers or self.last > 1)
        return name if not grown else str(Area(top, left, self.now, right))

    def areas(self, names: str, *, headers: bool = True) -> str:
        """Return a list of areas, each of them so."""
        return " ".join(self.area(each, headers=headers) for each in names.split(" "))


def in_sheet(target: Target, growth: Growth) -> Iterator[Splice]:
    """Yield the splices that let the areas named in a sheet take in the new rows."""
    for each in target.of(*LISTS):
        grown = partial(growth.areas, headers=each.name in FROM_HEADERS)
        yield from attribute(target.part, each, LISTS[each.name], grown)
    for each in target.of("sqref"):  # of Excel 2010's own drop-downs and conditions: areas as a text
        yield from _text(target.part, each, partial(growth.areas, headers=False))


def _text(part: bytes, element: Element, change: Callable[[str], str]) -> Iterator[Splice]:
    words = part[element.inside : element.close].decode("ascii", "replace")
    if (new := change(words)) != words:
        yield Splice(element.inside, element.close, ascii_of(new))


def in_workbook(part: bytes, sheet: str, growth: Growth) -> Iterator[Splice]:
    """Yield the splices that let the filter and the print area of a sheet, kept as names, take in the new rows."""
    sheets = [each.attributes.get("name") for each in elements_of(part, ("sheet",))]
    for each in elements_of(part, ("definedName",)):
        local = each.attributes.get("localSheetId", "")
        if each.attributes.get("name") in NAMES and local.isdecimal() and sheets[int(local)] == sheet:
            words = part[each.inside : each.close].decode("utf-8")
            new = _BOTTOM.sub(lambda found: str(growth.now) if _grows(found[1], growth) else found[1], words)
            if new != words:
                yield Splice(each.inside, each.close, new.encode())


def _grows(bottom: str, growth: Growth) -> bool:
    return growth.last <= int(bottom) < growth.now


def tables_of(package: Package, sheet_part: str) -> list[str]:
    """Return the parts of the tables of a sheet."""
    return [each.target for each in package.relations(sheet_part) if each.type == "table" and not each.outside]


def in_table(part: bytes, growth: Growth) -> Iterator[Splice]:
    """Yield the splices that let a table take in the new rows."""
    for each in elements_of(part, ("table", "autoFilter")):
        yield from attribute(part, each, "ref", growth.area)


def table_grounds(part: bytes, cells: set[tuple[int, int]], growth: Growth) -> Iterator[Ground]:
    """Yield why a table cannot be changed so: it has totals, computes, is a query, or its headers are changed."""
    (table,) = elements_of(part, ("table",))[:1]
    name, span = table.attributes.get("displayName", ""), area(table.attributes.get("ref", "A1"))
    if any(row == span.top and span.covers(row, column) for row, column in cells):
        yield Ground("edit-table", f"要改的是表“{name}”的表头", "在 Excel/WPS 中改表头")
    if growth.area(str(span)) == str(span) and not any(span.covers(*each) for each in cells):
        return
    computed = elements_of(part, ("calculatedColumnFormula", "totalsRowFormula"))
    if computed or table.attributes.get("totalsRowCount", "0") != "0" or "tableType" in table.attributes:
        yield Ground(
            "edit-table", f"表“{name}”有汇总行、计算列或外部数据", "把表转换为普通区域（“表格工具→转换为区域”）后保存"
        )
