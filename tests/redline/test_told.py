"""What a reader of a redline is told: no more than has changed, in whole words, figures and rows."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.redline.papers import LONG, PAIRS, TEXTS, A, B, C, D, grid, heading, lines, marked, paper, text
from tests.redline.reading import changes, rows
from tests.redline.resolve import W, body_in
from tests.specimen import specimen
from yinfa.document.tree import Cell, Document, Num, Paragraph, RedHead, Table, Text
from yinfa.redline.words import words

pytestmark = pytest.mark.slow


def test_of_equal_papers_nothing_is_told() -> None:
    body = body_in(marked(specimen(2), specimen(2)))
    told = [each for each in body.iter() if each.tag in (f"{W}ins", f"{W}del") or each.tag.endswith("Change")]
    assert told == []


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("由92%提高到93%。", "由92%提高到95%。", ["-93%", "+95%"]),
        ("达到1,200.5万元。", "达到1,250.5万元。", ["-1,200.5", "+1,250.5"]),
        ("目标为≥92%。", "目标为≥93%。", ["-≥92%", "+≥93%"]),
        ("比上年增长的指标。", "比上年下降的指标。", ["-增长", "+下降"]),
        ("实施质量工程。", "实施“质量”工程。", ["+“", "+”"]),
        ("健全推进机制。", "完善和健全推进机制。", ["+完善和"]),
    ],
)
def test_words_and_figures_change_whole(was: str, now: str, told: list[str]) -> None:
    assert changes(paper(text(was), text("末段。")), paper(text(now), text("末段。"))) == told


def test_words_joined_are_the_text() -> None:
    assert list(words("由92%提高到≥1,093.5万元")) == ["由", "92%", "提高", "到", "≥1,093.5", "万元"]


def table_of(*names: str) -> Document:
    """Return a paper with rows under one label, counted."""
    return paper(text(LONG), grid(("甲", lines(*names))), text("末段。"))


def test_a_row_that_comes_is_one_row_and_the_count_of_those_below() -> None:
    found = rows(table_of(A, B), table_of(A, C, B))
    assert found[1:] == [f"甲 1 {A} 92%", f"+2 {C} 92%", f"23 {B} 92%"]


def test_a_row_is_matched_by_its_name_and_not_by_its_place() -> None:
    found = rows(table_of(A, B, C, D), table_of(A, C, D))
    assert found[1:] == [f"甲 1 {A} 92%", f"-2 {B} 92%", f"32 {C} 92%", f"43 {D} 92%"]


def test_a_row_that_moves_goes_there_and_comes_here() -> None:
    found = rows(table_of(A, B, C, D), table_of(A, C, D, B))
    assert found[1:] == [f"甲 1 {A} 92%", f"-2 {B} 92%", f"32 {C} 92%", f"43 {D} 92%", f"+4 {B} 92%"]


def test_the_label_comes_with_the_row_that_is_now_first() -> None:
    """Each row is of the old table, of the new one, or of both: its merged cells cannot change."""
    found = rows(table_of(A, B, C), table_of(B, C))
    assert found[1:] == [f"-甲 1 {A} 92%", f"-2 {B} 92%", f"+甲 1 {B} 92%", f"32 {C} 92%"]


def origin_table(*named: tuple[str, str, str]) -> Document:
    """Return a paper with rows of a name, a figure and the cell that this comes from."""
    made = tuple((Cell((Text(name),)), Cell((Num(figure, None, origin),))) for name, figure, origin in named)
    return paper(text(LONG), Table("t", (Text("题"),), (1, 1), (), (made,), keys=1), text("末段。"))


def test_a_row_renamed_is_known_by_the_cell_of_its_figure() -> None:
    old = origin_table((A, "1", "b!s!C2"), ("工程验收率", "2", "b!s!C3"))
    new = origin_table((A, "1", "b!s!C2"), ("工程验收合格率", "2", "b!s!C3"))
    assert changes(old, new) == ["-率", "+合格率"]
    assert not any(each.startswith(("+", "-")) for each in rows(old, new))


def test_another_indicator_in_the_same_cells_is_another_row() -> None:
    old, new = origin_table((A, "1", "b!s!C2")), origin_table(("万人发明专利", "1", "b!s!C2"))
    assert [each[0] for each in rows(old, new)] == ["-", "+"]


def test_other_columns_are_another_table() -> None:
    old, new = PAIRS["rows: another column"]
    assert {each[0] for each in rows(old, new)} == {"-", "+"}


def test_how_a_page_holds_its_rows_is_not_told() -> None:
    """Though other rows are held together in a longer table."""
    body = body_in(marked(table_of(A, B), table_of(A, B, C, D)))
    assert [each for each in body.iter() if each.tag.endswith("PrChange")] == []


def test_what_looks_otherwise_is_told_with_how_it_looked() -> None:
    def aligned(side: str) -> Document:
        row = (Cell((Text("甲"),), align=side), Cell((Text("乙"),)))  # type: ignore[arg-type]
        return paper(text(LONG), Table("t", (Text("题"),), (1, 1), (), ((row,),)), text("末段。"))

    body = body_in(marked(aligned("left"), aligned("right")))
    change = next(body.iter(f"{W}pPrChange"))
    assert change.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "GwTableCellLeft"
    assert change.getparent().find(f"{W}pStyle").get(f"{W}val") == "GwTableCellRight"


def test_the_old_chart_keeps_its_figures() -> None:
    with ZipFile(BytesIO(marked(*TEXTS["a chart"]))) as package:
        names = set(package.namelist())
        books = [package.read(f"word/embeddings/chart{n}.xlsx") for n in (1, 2)]
    assert {"word/charts/chart1.xml", "word/charts/chart2.xml", "word/charts/_rels/chart2.xml.rels"} <= names
    assert books[0] != books[1]


def test_a_picture_that_moves_is_held_once() -> None:
    with ZipFile(BytesIO(marked(*TEXTS["a chart moves"]))) as package:
        names = package.namelist()
    assert sum(name.startswith("word/media/") for name in names) == 1


def test_a_chart_that_moves_is_held_twice() -> None:
    """Who edits the one would edit the other."""
    before, chart, *others = TEXTS["a chart"][0].sections[0].blocks
    with ZipFile(
        BytesIO(marked(paper(before, chart, *others), paper(before, *others, chart, text("末段。"))))
    ) as package:
        names = package.namelist()
    assert {each for each in names if each.startswith("word/charts/c")} == {f"word/charts/chart{n}.xml" for n in (1, 2)}


def test_a_section_whose_page_turns_is_another_section() -> None:
    """LibreOffice does not read a tracked change of its page; but the end of the paper cannot go."""
    body = body_in(marked(*TEXTS["an annex turns between others"]))
    assert list(body.iter(f"{W}sectPrChange")) == []


def test_a_heading_takes_part_in_the_count_of_the_others() -> None:
    """Its number is Word's, so the ones below need no change."""
    assert not any("乙章" in each for each in changes(*TEXTS["a chapter comes"]) if "、" not in each)


def test_every_mark_says_who_and_when() -> None:
    body = body_in(marked(*TEXTS["a word"]))
    marks = list(body.iter(f"{W}ins", f"{W}del"))
    assert {each.get(f"{W}author") for each in marks} == {"某局"}
    assert all(each.get(f"{W}date").startswith("2012-03-01T00:0") for each in marks)


def test_a_reworded_row_without_figures_is_the_same_row() -> None:
    def task(words_: str) -> Document:
        row = (Cell((Text("1"),)), Cell((Text(words_),)))
        return paper(text(LONG), Table("t", (Text("题"),), (1, 9), (), ((row,),)), Paragraph((Text("末段。"),)))

    assert rows(task("完成县级检验中心的建设任务"), task("基本完成县级检验中心的建设任务")) == [
        "1 基本完成县级检验中心的建设任务"
    ]


def test_a_chart_that_stays_is_not_marked_though_its_number_in_the_file_is_another() -> None:
    _, new = TEXTS["a chart"]
    blocks = new.sections[0].blocks
    body = body_in(marked(new, paper(heading("h", "新的一章", 1), *blocks)))
    assert [each for mark in body.iter(f"{W}ins", f"{W}del") for each in mark.iter(f"{W}drawing")] == []


def test_a_field_changes_as_one() -> None:
    body = body_in(marked(*TEXTS["a box comes"]))
    marks = [each for each in body.iter(f"{W}del") if "REF" in "".join(each.itertext(f"{W}delInstrText"))]
    assert [sum(1 for _ in each.iter(f"{W}fldChar")) for each in marks] == [3]


def test_a_style_that_the_old_paper_sets_otherwise_is_kept_beside_the_new_one() -> None:
    """A cover's issuer stands higher below a longer title."""
    with ZipFile(BytesIO(marked(*TEXTS["a longer title on the cover"]))) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    ids = [each.get(f"{W}styleId") for each in styles.iterfind(f"{W}style")]
    assert [each for each in ids if each.endswith("Old")] == ["GwIssuerOld"]


def test_a_style_is_kept_with_what_it_is_based_on() -> None:
    """The number of a paper with signers is set as that of others."""

    def headed(organ: str) -> Document:
        return paper(RedHead("document", (organ,), "文件", "某〔2012〕1号", signers=("某甲",)), text(LONG))

    docx = marked(headed("某县政府"), headed("某县质量强县工作领导小组办公室联席会议"))
    with ZipFile(BytesIO(docx)) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    based = {each.get(f"{W}styleId"): each.find(f"{W}basedOn") for each in styles.iterfind(f"{W}style")}
    kept = {key: each.get(f"{W}val") for key, each in based.items() if key.endswith("Old")}
    assert kept == {
        "GwHeadOrganOld": "GwBody",
        "GwHeadNumberOld": "GwBody",
        "GwHeadNumberUpwardOld": "GwHeadNumberOld",
    }
