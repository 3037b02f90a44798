"""What a paper prints otherwise than before: passages and rows matched by what they say, never by where they stand."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.trees import document_of
from yinfa.changes.differences import Difference, differences_of
from yinfa.changes.side import Sheet
from yinfa.document.charts import Chart, Series
from yinfa.document.tree import Block, Cell, Heading, Num, Paragraph, Ref, Row, Section, Table, Text

Rows = Sequence[tuple[str, ...]]
HEAD = ("序号", "指标名称", "目标值")


def cell(text: str, rows: int = 1) -> Cell:
    """Return a cell of a text."""
    return Cell((Text(text),), rowspan=rows)


def table(rows: Rows, head: tuple[str, ...] = HEAD) -> Table:
    """Return a table of these rows."""
    return Table("t", (), (1,) * len(head), (tuple(map(cell, head)),), (tuple(tuple(map(cell, row)) for row in rows),))


def numbered(names: Sequence[str]) -> list[tuple[str, ...]]:
    """Return a row for each name, numbered from 1."""
    return [(str(number), name, f"≥{len(name)}") for number, name in enumerate(names, 1)]


def sheet(*blocks: Block) -> Sheet:
    """Return a paper of these blocks, without pages."""
    return Sheet(document_of(Section("body", blocks)), None, None, None)


def between(old: Block, new: Block) -> list[str]:
    """Return what is told of one block that became another."""
    return lines(differences_of(sheet(old), sheet(new)))


def lines(differences: Sequence[Difference]) -> list[str]:
    """Return differences in a line each."""
    return [
        f"{each.how} {each.place}：{each.old.text if each.old else '无'} → {each.new.text if each.new else '无'}"
        for each in differences
    ]


def test_the_same_table_says_the_same() -> None:
    assert between(table(numbered("甲乙丙")), table(numbered("甲乙丙"))) == []


def test_one_cell_is_told_with_its_row_and_column() -> None:
    old, new = table([("1", "合格率", "≥92"), ("2", "品牌", "5")]), table([("1", "合格率", "≥93"), ("2", "品牌", "5")])
    assert between(old, new) == ["changed 表第1行“合格率”“目标值”：≥92 → ≥93"]


def test_a_cell_with_another_mark_of_a_note_is_renumbered() -> None:
    old, new = table([("1", "合格率", "92②")]), table([("1", "合格率", "92③")])
    assert between(old, new) == ["renumbered 表第1行“合格率”“目标值”：92② → 92③"]


def test_a_row_in_between_is_told_and_no_row_below() -> None:
    """But that these bear another number now, in one line."""
    names = ["合格率", "品牌", "专利", "收入"]
    assert between(table(numbered(names)), table(numbered([*names[:1], "噪声", *names[1:]]))) == [
        "added 表第2行“噪声”：无 → 2；噪声；≥2",
        "renumbered 表第3行“品牌”至第5行“收入”“序号”：2—4 → 3—5",
    ]


def test_a_removed_row_is_told_alone() -> None:
    names = ["合格率", "品牌", "专利"]
    assert between(table(numbered(names)), table(numbered(names[:2]))) == ["removed 表第3行“专利”：3；专利；≥2 → 无"]


def test_two_rows_swapped_are_only_moved() -> None:
    told = between(table(numbered(["合格率", "品牌", "专利"])), table(numbered(["品牌", "合格率", "专利"])))
    assert {line.split()[0] for line in told} <= {"moved", "renumbered"}
    assert any(line.startswith("moved") for line in told)


def test_rows_of_one_name_are_each_compared() -> None:
    old = [("1", "合格率", "≥92"), ("1", "合格率", "≥80"), ("1", "合格率", "≥70")]
    new = [("1", "合格率", "≥92"), ("1", "合格率", "≥81"), ("1", "合格率", "≥70"), ("1", "合格率", "≥60")]
    assert between(table(old), table(new)) == [
        "changed 表第2行“合格率”“目标值”：≥80 → ≥81",
        "added 表第4行“合格率”：无 → 1；合格率；≥60",
    ]


def test_a_renamed_row_is_one_that_was_changed() -> None:
    old, new = table([("1", "产品抽查合格率", "≥92")]), table([("1", "产品监督抽查合格率", "≥92")])
    assert between(old, new) == ["changed 表第1行“产品监督抽查合格…”“指标名称”：产品抽查合格率 → 产品监督抽查合格率"]


def figured(number: str, name: str, figure: str) -> Row:
    """Return a row whose target comes out of the data."""
    return (cell(number), cell(name), Cell((Num(figure, None, "indicators.xlsx!指标!L2"),)))


def test_a_row_that_went_is_not_the_one_of_a_like_name_that_came() -> None:
    """One that was renamed keeps most of its figures."""
    head = (tuple(map(cell, HEAD)),)
    old, new, renamed = (
        Table("t", (), (1, 1, 1), head, ((row,),))
        for row in (
            figured("15", "绿色建筑占新建建筑比例", "97.1%"),
            figured("14", "装配式建筑占新建建筑比例", "20%"),
            figured("15", "绿色建筑占新建民用建筑比例", "97.1%"),
        )
    )
    assert between(old, new) == [
        "removed 表第1行“绿色建筑占新建建…”：15；绿色建筑占新建建筑比例；97.1% → 无",
        "added 表第1行“装配式建筑占新建…”：无 → 14；装配式建筑占新建建筑比例；20%",
    ]
    assert between(old, renamed) == [
        "changed 表第1行“绿色建筑占新建民…”“指标名称”：绿色建筑占新建建筑比例 → 绿色建筑占新建民用建筑比例"
    ]


def test_a_renamed_column_leaves_its_cells_as_they_were() -> None:
    """Of a matrix whose unit was renamed the head is told, and no mark under it."""
    old = table([("1", "抽查", "●")], ("序号", "任务", "县经信局"))
    new = table([("1", "抽查", "●")], ("序号", "任务", "县工信局"))
    assert between(old, new) == ["changed 表表头第1行：序号 任务 县经信局 → 序号 任务 县工信局"]


def test_a_group_that_reaches_over_rows_is_told_once() -> None:
    def grouped(name: str) -> Table:
        rows: tuple[Row, ...] = ((cell(name, 2), cell("甲")), (cell("乙"),))
        return Table("t", (), (1, 1), ((cell("分类"), cell("指标名称")),), (rows,))

    assert between(grouped("环境"), grouped("环境质量")) == ["changed 表第1行“环境质量”“分类”：环境 → 环境质量"]


def test_a_bar_of_a_chart_is_told_with_its_label() -> None:
    def chart(value: str) -> Chart:
        series = Series("完成率", "solid", (Num("92%", None), Num(value, None)))
        return Chart("c", (Text("各类"),), "bars", ("产品", "环境"), (series,), "", ordinal="图1")

    assert between(chart("95%"), chart("91%")) == ["changed 图1“环境”“完成率”：95% → 91%"]


def test_a_paragraph_in_between_is_told_alone() -> None:
    texts = [Paragraph((Text(words),)) for words in ("第一段的话。", "又一段别的。", "最后的结尾。")]
    assert lines(differences_of(sheet(texts[0], texts[2]), sheet(*texts))) == ["added 正文第2段：无 → 又一段别的。"]


def test_a_heading_and_a_reference_with_another_number_are_renumbered() -> None:
    def paper(number: str) -> Sheet:
        heading = Heading("h", 1, (Text("总则"),), ordinal=f"{number}、")
        return sheet(heading, Paragraph((Text("见"), Ref("h", f"第{number}部分"))))

    told = differences_of(paper("一"), paper("二"))
    assert [each.how for each in told] == ["renumbered", "renumbered"]


names = st.lists(st.sampled_from(["合格率", "品牌数", "专利", "收入", "噪声", "事故", "投诉"]), max_size=7)


@given(names, names)
def test_no_row_is_lost_between_those_told_and_those_that_are_the_same(old: list[str], new: list[str]) -> None:
    told = differences_of(sheet(table(numbered(old))), sheet(table(numbered(new))))
    added, removed = (sum(each.how == how for each in told) for how in ("added", "removed"))
    if old and new:  # else the table came or went, row by row, with its head
        assert added - removed == len(new) - len(old)
    for name in Counter(new) - Counter(old):
        assert any(each.new and name in each.new.text for each in told)
    for name in Counter(old) - Counter(new):
        assert any(each.old and name in each.old.text for each in told)
