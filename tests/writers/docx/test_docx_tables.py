"""Tables: the grid of the tree, cell by cell; and boxes, which are framed paragraphs."""

from dataclasses import replace

import pytest

from tests.specimen import specimen
from tests.writers.docx.reading import (
    STYLE,
    Node,
    body_of,
    find,
    paper_of,
    parts_of,
    style_of,
    text_in,
    values,
    written,
)
from yinfa.document.tree import Align, Box, Cell, ListBlock, ListItem, Page, Paragraph, Row, Table, Text
from yinfa.writers.docx.xml import mm_twips

pytestmark = pytest.mark.slow


def cell(text: str, columns: int = 1, rows: int = 1, align: Align = "center") -> Cell:
    """Return a cell of so many columns and rows."""
    return Cell((Text(text),), columns, rows, align)


def table(*groups: tuple[Row, ...], columns: tuple[int, ...] = (1, 1, 1)) -> Table:
    """Return a table with one row of head."""
    head = (Cell((Text("头"),), len(columns), role="head"),)
    return Table("t", (Text("表题"),), columns, (head,), groups, ordinal="表1")


def rows(count: int) -> tuple[Row, ...]:
    """Return so many rows of a line each; with 12 a table is no small one any more, which is held whole."""
    return tuple((cell(str(n)), cell("行"), cell("行")) for n in range(count))


def grid_of(root: Node) -> list[list[str]]:
    """Return for each row its cells as `text` and how they reach: `>2` columns, `v` begun, `|` carried on."""
    return [[_shown(each) for each in find(row, "w:tc")] for row in find(root, ".//w:tr")]


def _shown(each: Node) -> str:
    spans = "".join(f">{columns}" for columns in values(each, "w:tcPr/w:gridSpan"))
    merged = {"restart": "v", "continue": "|"}
    return text_in(each) + spans + "".join(merged[value] for value in values(each, "w:tcPr/w:vMerge"))


def test_merged_cells_are_carried_on_row_by_row() -> None:
    rows = (
        (cell("甲", rows=3), cell("乙", 2)),
        (cell("丙", 2, 2),),
        (),
        (cell("丁"), cell("戊"), cell("己")),
    )
    assert grid_of(body_of(table(rows)))[1:] == [
        ["甲v", "乙>2"],
        ["|", "丙>2v"],
        ["|", ">2|"],
        ["丁", "戊", "己"],
    ]


def test_a_row_that_lacks_cells_is_filled() -> None:
    assert grid_of(body_of(table(((cell("甲"),),))))[1:] == [["甲", "", ""]]


PAGES: tuple[tuple[Page, list[int]], ...] = (("body", [804, 5628, 2412]), ("landscape", [1160, 8117, 3479]))


@pytest.mark.parametrize(("page", "widths"), PAGES)
def test_columns_fill_the_type_area_whatever_their_weights(page: Page, widths: list[int]) -> None:
    paper = paper_of(table(((cell("甲"),),), columns=(1, 7, 3)), page=page)
    found = values(parts_of(written(paper))["document.xml"], ".//w:gridCol", "w")
    assert [int(each) for each in found] == widths
    assert sum(widths) == mm_twips(225 if page == "landscape" else 156)


def test_cells_are_as_wide_as_their_columns() -> None:
    for each in find(parts_of(written(specimen(1)))["document.xml"], ".//w:tbl"):
        columns = [int(width) for width in values(each, "w:tblGrid/w:gridCol", "w")]
        for row in find(each, "w:tr"):
            assert sum(int(width) for width in values(row, "w:tc/w:tcPr/w:tcW", "w")) == sum(columns)


def test_heads_repeat_and_no_row_is_split_but_a_high_one() -> None:
    rows = find(body_of(table(((cell("甲"),), (cell("乙" * 400),)))), ".//w:tr")
    assert [bool(find(row, "w:trPr/w:tblHeader")) for row in rows] == [True, False, False]
    assert [bool(find(row, "w:trPr/w:cantSplit")) for row in rows] == [True, True, False]


def test_a_total_stays_with_the_row_before() -> None:
    found = find(body_of(table(rows(12), ((cell("总计", 3),),))), ".//w:tr")
    assert [bool(find(row, ".//w:keepNext")) for row in found] == [True, *[False] * 11, True, False]


def test_short_notes_are_not_cut() -> None:
    notes = tuple(Paragraph((Text("注" * length),), "note") for length in (100, 200))
    whole = [bool(find(each, "w:pPr/w:keepLines")) for each in body_of(replace(table(((cell("甲"),),)), notes=notes))]
    assert whole == [False, False, True, False, False]


def test_the_last_row_stays_with_the_notes_and_these_with_each_other() -> None:
    notes = tuple(Paragraph((Text("注"),), "note") for _ in range(2))
    body = body_of(replace(table(rows(12)), notes=notes))
    kept = [bool(find(each, ".//w:keepNext")) for each in (*find(body, ".//w:tr"), *find(body, "w:p")[1:3])]
    assert kept == [True, *[False] * 11, True, True, False]


def test_the_rows_of_a_small_table_stay_together() -> None:
    """All of them, whether they share a cell or not; those of a larger one need not."""
    for count, held in ((10, True), (11, False)):
        found = find(body_of(table(rows(count - 1), rows(1))), ".//w:tr")
        assert [bool(find(row, ".//w:keepNext")) for row in found[1:-2]] == [held] * (count - 2)
        assert [bool(find(row, ".//w:keepNext")) for row in found[-2:]] == [True, False]


def test_rows_that_share_a_cell_stay_together() -> None:
    shared = ((cell("甲", rows=2), cell("1"), cell("2")), (cell("3"), cell("4")))
    apart = ((cell("乙"), cell("5"), cell("6")), (cell("丙"), cell("7"), cell("8")))
    found = find(body_of(table(shared, apart, rows(8))), ".//w:tr")
    kept = [all(find(each, "w:pPr/w:keepNext") for each in find(row, ".//w:p")) for row in found]
    assert kept == [True, True, *[False] * 11]


def test_a_group_that_would_leave_much_of_a_page_empty_may_be_cut() -> None:
    rows = ((cell("甲", rows=12), cell("1"), cell("2")), *((cell("3"), cell("4")) for _ in range(11)))
    found = find(body_of(table(rows)), ".//w:tr[not(w:trPr/w:tblHeader)]")
    kept = [number for number, row in enumerate(found) if find(row, ".//w:keepNext")]
    assert kept == [0, 10]  # no row of it stands alone


def test_three_high_rows_that_share_a_cell_may_be_cut_before_the_last() -> None:
    """All three together would be higher than what the title of an annex leaves of its page."""
    high = cell("质量" * 50)
    rows = ((cell("甲", rows=3), high, cell("1")), *((high, cell("2")) for _ in range(2)))
    found = find(body_of(table(rows)), ".//w:tr[not(w:trPr/w:tblHeader)]")
    assert [bool(find(row, ".//w:keepNext")) for row in found] == [True, False, False]


def test_text_is_set_to_its_side_by_a_style() -> None:
    row = (cell("甲"), cell("乙", align="left"), cell("9", align="right"))
    total = (Cell((Text("总计"),), role="total"), Cell((Text("9"),), align="right", role="total"), Cell(()))
    styles = [style_of(each) for each in find(body_of(table((row, total))), ".//w:tc/w:p")]
    assert styles == [
        "GwTableHead",
        "GwTableCell",
        "GwTableCellLeft",
        "GwTableCellRight",
        "GwTableTotal",
        "GwTableTotalRight",
        "GwTableCell",
    ]


def test_rules_and_padding_come_from_the_table_style() -> None:
    parts = parts_of(written(paper_of(table(((cell("甲"),),)))))
    grid = find(parts["styles.xml"], "w:style[@w:styleId='GwTable']")[0]
    assert set(values(grid, ".//w:tblBorders/*", "sz")) == {str(round(STYLE.table.border * 8))}
    assert values(grid, ".//w:tblCellMar/*", "w") == ["50", "60", "50", "60"]
    assert not find(parts["document.xml"], ".//w:tblBorders | .//w:tcBorders | .//w:tblCellMar")


def test_neighbours_are_not_run_together() -> None:
    bare = Table("t", (), (1,), (), (((cell("甲"),),),))
    box = Box("b", (Text("框"),), ())
    kinds = [style_of(each) or "table" for each in body_of(bare, bare, box, box)[:-1]]
    assert kinds == ["table", "GwSectionEnd", "table", "GwBoxTitle", "GwSectionEnd", "GwBoxTitle"]


def test_a_box_is_a_run_of_paragraphs_framed_alike() -> None:
    """Word draws one frame around neighbours with the same borders and indents."""
    lists = (ListBlock("dash", (ListItem((Text("甲"),)),)), ListBlock("ordered", (ListItem((Text("乙"),)),)))
    texts = (Paragraph((Text("文"),)), Paragraph((Text("小题"),), "label"), Paragraph((Text("注"),), "note"))
    parts = parts_of(written(paper_of(Box("b", (Text("框"),), (*texts, *lists), "专栏1"))))
    used = [style_of(each) for each in find(parts["document.xml"], ".//w:p")]
    assert used == ["GwBoxTitle", "GwBoxBody", "GwBoxLabel", "GwBoxBody", "GwBoxDash", "GwBoxOrdered"]
    framed = find(parts["styles.xml"], "w:style[starts-with(@w:styleId, 'GwBox')][w:pPr/w:pBdr]")
    assert {tuple(values(each, "w:pPr/w:pBdr/*", "space")) for each in framed} == {("5", "5", "1", "5")}
    sides = {tuple(values(each, "w:pPr/w:ind", side)[0] for side in ("left", "right")) for each in framed}
    assert sides == {("115", "115")}
