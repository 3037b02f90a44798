"""The spots of a paper: every place that prints something, by the name under which a reader looks it up."""

from dataclasses import replace

import pytest

from tests.specimen import specimen
from tests.trees import document_of
from tests.writers.drawn import path
from yinfa.document.inlines import Day
from yinfa.document.official import RedHead
from yinfa.document.spots import spots_of
from yinfa.document.tree import Box, Cell, Heading, ListBlock, ListItem, Num, Paragraph, Section, Table, Text
from yinfa.proof.said_tree import said_by_tree

WORDS = (Text("话"),)
FIGURE = Num("92", None, "a.xlsx!表!B2")
LABEL = Cell(WORDS, rowspan=2, role="group")


def cell(text: str, *figures: Num) -> Cell:
    """Return a cell of a text and figures."""
    return Cell((Text(text), *figures))


TABLE = Table(
    id="t",
    caption=(Text("指标表"),),
    columns=(1, 2, 1),
    head=((cell("分类"), Cell((Text("目标"),), colspan=2)), (cell(""), cell("名称"), cell("数值"))),
    groups=(((LABEL, cell("“食品”抽检合格率"), cell("", Num("92", None, "a.xlsx!表!B2"))), (cell("药品"), cell("5"))),),
    notes=(Paragraph(WORDS, "note"),),
    ordinal="表1",
)
PAPER = document_of(
    Section(
        "body",
        (
            Paragraph(WORDS),
            Heading("h", 1, (Text("总则"),), ordinal="一、"),
            Paragraph(WORDS, origin="a.yaml:3:1"),
            ListBlock("dash", (ListItem(WORDS, "——"), ListItem(WORDS, "——"))),
            TABLE,
            Box("b", WORDS, (Paragraph(WORDS), Paragraph(WORDS)), "专栏1", origin="a.yaml:9:1"),
        ),
    )
)


def test_a_spot_is_cited_as_a_reader_looks_it_up() -> None:
    assert [spot.place for spot in spots_of(PAPER)] == [
        "正文第1段",
        "标题“一、总则”",
        "“一、总则”下第1段",
        "“一、总则”下第2段",
        "“一、总则”下第3段",
        "表1标题",
        "表1表头第1行",
        "表1表头第2行",
        "表1第1行“‘食品’抽检合格…”",
        "表1第2行“药品”",
        "表1注",
        "专栏1标题",
        "专栏1第1段",
        "专栏1第2段",
    ]


def test_a_cell_knows_the_heads_above_it_though_cells_span() -> None:
    rows = [spot for spot in spots_of(PAPER) if spot.kind == "row"]
    assert [[piece.column for piece in spot.pieces] for spot in rows] == [
        ["分类", "目标名称", "目标数值"],
        ["目标名称", "目标数值"],
    ]
    assert [(figure.text, figure.origin) for figure in rows[0].figures] == [("92", "a.xlsx!表!B2")]
    assert [spot.row for spot in rows] == [1, 2]


def test_a_spot_knows_where_in_the_data_its_block_stands() -> None:
    """A block in a box has the place of its box, where it has none of its own."""
    assert [spot.origin for spot in spots_of(PAPER) if spot.origin] == ["a.yaml:3:1", *["a.yaml:9:1"] * 3]


def test_a_figure_and_words_know_at_which_character_they_begin() -> None:
    """Of the whole piece, with the ordinal and the words before them."""
    words, day = Text("标准", "a.yaml:4:1"), Day("2013年5月", "2013-05", "a.yaml:5:1")
    heading = Heading("h", 1, (Text("新增"), FIGURE, words, Text("和"), day), ordinal="一、")
    (spot,) = spots_of(document_of(Section("body", (heading,))))
    (piece,) = spot.pieces
    assert [(mark.at, mark.inline) for mark in piece.marks] == [(4, FIGURE), (6, words), (9, day)]
    assert (piece.figures, piece.words) == ((FIGURE,), (words, day))
    assert piece.text == "一、新增92标准和2013年5月"


def test_an_annex_is_cited_with_a_blank_and_two_notes_by_their_number() -> None:
    annex = Heading("a", 1, (Text("任务表"),), form="annex", ordinal="附件1")
    notes = replace(TABLE, notes=TABLE.notes * 2)
    places = [spot.place for spot in spots_of(document_of(Section("body", (annex, notes))))]
    assert places[0] == "标题“附件1 任务表”"
    assert places[-2:] == ["表1注1", "表1注2"]


def test_a_chart_says_the_figures_that_it_has() -> None:
    """A gap says nothing, not even its label."""
    charted = [spot for spot in spots_of(document_of(Section("body", (path(),)))) if spot.kind == "chart"]
    assert [spot.place for spot in charted] == ["图1“目标”", "图1“实际”"]
    assert charted[1].text == "2016 79%、2018 90.5%、2019 92.1%、2020 97%"


def test_a_red_head_prints_who_signed_it() -> None:
    head = RedHead(
        "document", organs=("某县人民政府",), suffix="文件", number="某政〔2013〕1号", signers=("张三", "李四")
    )
    (spot,) = spots_of(document_of(Section("body", (head,))))
    assert (spot.place, spot.text) == ("版头", "某县人民政府 文件 某政〔2013〕1号 张三 李四")


@pytest.mark.parametrize("document", [PAPER, specimen()], ids=["small", "specimen"])
def test_the_spots_say_all_that_the_tree_says(document: object) -> None:
    """In the same order, and nothing twice."""
    assert isinstance(document, type(PAPER))
    said = "".join(piece.text for spot in spots_of(document) if spot.kind != "chart" for piece in spot.pieces)
    assert "".join(said.split()) == said_by_tree(document).text
