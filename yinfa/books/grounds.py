"""Why a workbook is left alone: each rule says what it holds that an edit could break, and what to do about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from yinfa.books.part import Element, elements_of
from yinfa.sources.package import Package, SheetEntry
from yinfa.sources.workbook import Sheet, Workbook

CLOSED = ("1", "true", "on")


class Ground(NamedTuple):
    """A ground to refuse: what is in the way, how to mend it, and the sheet and cell where it is."""

    code: str
    message: str
    hint: str
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A sheet to be changed: as it was read, its entry and bytes, the elements of it that matter."""

    sheet: Sheet
    entry: SheetEntry
    part: bytes
    elements: tuple[Element, ...]

    def of(self, *names: str) -> list[Element]:
        """Return the elements of these names."""
        return [each for each in self.elements if each.name in names]


def in_book(package: Package, workbook: Workbook) -> Iterator[Ground]:
    """Yield each ground that lies in the workbook, whatever sheet of it is to be changed."""
    for rule in BOOK_RULES:
        yield from rule(package, workbook)


def in_sheet(target: Target) -> Iterator[Ground]:
    """Yield each ground that lies in a sheet to be changed."""
    for rule in SHEET_RULES:
        yield from (each._replace(sheet=target.sheet.name) for each in rule(target))


def _signed(package: Package, _: Workbook) -> Iterator[Ground]:
    if any(each.filename.casefold().startswith("_xmlsignatures/") for each in package.members):
        yield Ground("edit-signed", "工作簿有数字签名，改动会使签名失效", "在 Excel/WPS 中删除签名后另存")


def _shared(package: Package, _: Workbook) -> Iterator[Ground]:
    if any(each.filename.casefold().startswith("xl/revisions/") for each in package.members):
        yield Ground("edit-shared", "工作簿是“共享工作簿”，带有修订记录", "在“审阅”中取消共享后保存")


def _reserved(package: Package, _: Workbook) -> Iterator[Ground]:
    main = next(each.target for each in package.relations() if each.type == "officeDocument")
    if package.elements(main, "fileSharing"):
        yield Ground("edit-reserved", "工作簿设了修改权限密码或建议只读", "另存时取消修改权限密码和建议只读")


def _formulas(_: Package, workbook: Workbook) -> Iterator[Ground]:
    for sheet in workbook.sheets.values():
        if sheet.formulas:
            hint = "把公式粘贴为数值后保存：程序改动数据后不会重新计算公式"
            message = f"工作表有 {len(sheet.formulas)} 处公式"
            yield Ground("edit-formula", message, hint, sheet.name, sheet.formulas[0].cell)


def _encoded(target: Target) -> Iterator[Ground]:
    if b"\x00" in target.part:
        yield Ground("edit-encoding", "工作表的内部编码不是 UTF-8", "用 Excel/WPS 打开，另存为 .xlsx")


def _protected(target: Target) -> Iterator[Ground]:
    if any(each.attributes.get("sheet", "0") in CLOSED for each in target.of("sheetProtection")):
        yield Ground("edit-protected", "工作表设了保护", "在“审阅”中撤销工作表保护后保存")


def _unnamed(target: Target) -> Iterator[Ground]:
    if any("r" not in each.attributes for each in target.of("row", "c")):
        yield Ground("edit-unnamed", "工作表内部没有写明各格的位置", "用 Excel/WPS 打开，另存为 .xlsx")


def _twofold(target: Target) -> Iterator[Ground]:
    if len(target.of("sheetData")) != 1:
        yield Ground("edit-damaged", "工作表内部应有一处数据，现在不是一处", "用 Excel/WPS 打开，另存为 .xlsx")


BOOK_RULES: tuple[Callable[[Package, Workbook], Iterator[Ground]], ...] = (_signed, _shared, _reserved, _formulas)
SHEET_RULES: tuple[Callable[[Target], Iterator[Ground]], ...] = (_encoded, _protected, _unnamed, _twofold)

WANTED = (
    *("sheetData", "row", "c", "dimension", "autoFilter", "sheetProtection"),
    *("dataValidation", "conditionalFormatting", "ignoredError", "sqref"),
)


def target_of(package: Package, sheet: Sheet, entry: SheetEntry) -> Target:
    """Return a sheet to be changed."""
    with package.open(entry.part) as stream:
        part = stream.read()
    return Target(sheet, entry, part, tuple(elements_of(part, WANTED)) if b"\x00" not in part else ())
