"""Forms to fill in: every blank a control that Word knows, and nothing printed in an empty one."""

import pytest

from tests.writers.docx.reading import Node, body_of, find, text_in, values
from yinfa.document.tree import Blank, Cell, Paragraph, Table, Text
from yinfa.writers.docx.xml import W14

TEXT = Blank("unit", "单位名称")
CHECK = Blank("agree", "同意", "check")


def control_of(blank: Blank, *, in_cell: bool = False) -> Node:
    """Return the control that a blank becomes, in a paragraph or in a cell of a table."""
    words = (Text("请填："), blank)
    block = Table("t", (), (1,), (), (((Cell(words),),),)) if in_cell else Paragraph(words)
    return find(body_of(block), ".//w:sdt")[0]


@pytest.mark.parametrize("blank", [TEXT, CHECK], ids=lambda each: each.kind)
def test_a_control_bears_its_name_and_says_what_is_asked(blank: Blank) -> None:
    control = control_of(blank)
    assert values(control, "w:sdtPr/w:tag") == [blank.name]
    assert values(control, "w:sdtPr/w:alias") == [blank.label]


def test_every_control_has_a_number_of_its_own() -> None:
    numbers = values(body_of(Paragraph((TEXT, Blank("who", "反馈者"), CHECK))), ".//w:sdtPr/w:id")
    assert len(set(numbers)) == 3


@pytest.mark.parametrize("in_cell", [True, False])
def test_an_empty_one_prints_nothing(in_cell: bool) -> None:
    control = control_of(TEXT, in_cell=in_cell)
    assert text_in(control).strip() == ""
    assert find(control, "w:sdtPr/w:showingPlcHdr")


def test_text_may_take_several_lines() -> None:
    control = control_of(Blank("opinion", "意见", lines=5), in_cell=False)
    assert values(control, "w:sdtPr/w:text", "multiLine") == ["1"]
    assert len(find(control, ".//w:br")) == 4


def test_in_a_cell_several_lines_are_the_least_height_of_the_row() -> None:
    """Five lines of 16 pt with 2.5 pt above and below."""
    row = (Cell((Blank("opinion", "意见", lines=5),)), Cell((TEXT,)))
    body = body_of(Table("t", (), (1, 1), (), ((row, (Cell((TEXT,)), Cell((TEXT,)))),)))
    assert values(body, ".//w:trHeight") == [str((5 * 16 + 5) * 20)]
    assert not find(body, ".//w:br")


def test_a_check_is_a_square_not_ticked() -> None:
    control = control_of(CHECK)
    assert text_in(control) == "□"
    assert control.find(f".//{{{W14}}}checkbox/{{{W14}}}checked").get(f"{{{W14}}}val") == "0"


def test_outside_of_a_table_there_is_a_line_to_write_on() -> None:
    assert values(control_of(TEXT), "w:sdtContent/w:r/w:rPr/w:u") == ["single"]
    assert values(control_of(TEXT), "w:sdtPr/w:rPr/w:u") == ["single"]
    assert not find(control_of(TEXT, in_cell=True), ".//w:u")
