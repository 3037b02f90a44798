"""What changed in the data: by what a fact is about, wherever its row has gone."""

from pathlib import Path

import pytest

from tests.books import book
from tests.changes.comparing import changed_facts, facts_in, told
from tests.plans import ACTUALS, INDICATORS, write_plan
from yinfa.changes.facts import Change, changes_of
from yinfa.derive.facts import Thing
from yinfa.model.actuals import ACTUAL_COLUMNS
from yinfa.model.indicators import INDICATOR_COLUMNS

Row = tuple[object, ...]


def with_rows(folder: Path, indicators: tuple[Row, ...], actuals: tuple[Row, ...] = ACTUALS) -> Path:
    """Return the small plan with other rows in the sheets 指标 and 完成值."""
    plan = write_plan(folder)
    sheets = {"指标": (INDICATOR_COLUMNS, indicators), "完成值": (ACTUAL_COLUMNS, actuals)}
    (plan / "indicators.xlsx").write_bytes(book(sheets, {}))
    return plan


def changes_by(folder: Path, indicators: tuple[Row, ...], actuals: tuple[Row, ...] = ACTUALS) -> tuple[Change, ...]:
    """Return what other rows change."""
    old = facts_in(write_plan(folder / "old"))
    return changes_of(old, facts_in(with_rows(folder / "new", indicators, actuals), "新"))


def renamed(row: Row, **cells: object) -> Row:
    """Return a row with other cells under some heads."""
    heads = [column.header for column in INDICATOR_COLUMNS]
    return tuple(cells.get(head, value) for head, value in zip(heads, row, strict=False))


def test_nothing_changed_between_equals(tmp_path: Path) -> None:
    assert changed_facts(tmp_path, evaluation=True) == ()


def test_a_changed_cell_is_told_with_what_follows_from_it(tmp_path: Path) -> None:
    changes = changed_facts(tmp_path, ("项目!H2", 91000))
    assert told(changes) == [
        "项目“检测中心”总投资：90000万元 → 91000万元",
        "重大项目总投资合计：210543万元（21.0543亿元） → 211543万元（21.1543亿元）",
    ]
    assert [each.derived for each in changes] == [False, True]
    assert changes[0].place == "新/projects.xlsx!项目!H2"


def test_a_verdict_follows_from_a_result(tmp_path: Path) -> None:
    changes = told(changed_facts(tmp_path, ("完成值!E4", 91), evaluation=True))
    assert "指标“产品抽查合格率”2013年完成值：91.5% → 91%" in changes
    assert "指标“产品抽查合格率”2013年评价：达到序时进度 → 基本完成" in changes


def test_rows_in_another_order_change_nothing(tmp_path: Path) -> None:
    quality, first, second, *rest = INDICATORS
    assert changes_by(tmp_path, (*rest, first, second, quality), ACTUALS[::-1]) == ()


def test_an_indicator_in_between_shifts_no_other_fact(tmp_path: Path) -> None:
    quality, *rest = INDICATORS
    new = renamed(quality, 编号="new", 指标名称="新指标", 序号=2)
    shifted = tuple(
        renamed(row, 序号=row[4] + 1) if row[0] == "12-5" and isinstance(row[4], int) else row for row in rest
    )
    changes = [each for each in changes_by(tmp_path, (quality, new, *shifted)) if not each.derived]
    assert [(each.kind, each.label) for each in changes] == [("added", "指标“新指标”"), ("reordered", "指标的序号")]


def test_a_removed_indicator_is_one_change(tmp_path: Path) -> None:
    rows = tuple(row for row in INDICATORS if row[1] != "noise")
    changes = changes_by(tmp_path, rows, tuple(row for row in ACTUALS if row[1] != "noise"))
    assert [(each.kind, each.label, each.after) for each in changes] == [("removed", "指标“噪声”", "")]


def test_a_new_id_is_told_and_nothing_else(tmp_path: Path) -> None:
    rows = tuple(renamed(row, 编号="sound") if row[1] == "noise" else row for row in INDICATORS)
    actuals = tuple((row[0], "sound", *row[2:]) if row[1] == "noise" else row for row in ACTUALS)
    assert told(changes_by(tmp_path, rows, actuals)) == ["指标“噪声”编号：noise → sound"]


def test_a_new_name_is_told_and_nothing_else(tmp_path: Path) -> None:
    rows = tuple(renamed(row, 指标名称="环境噪声") if row[1] == "noise" else row for row in INDICATORS)
    assert told(changes_by(tmp_path, rows)) == ["指标“环境噪声”名称：噪声 → 环境噪声"]


@pytest.mark.parametrize("what", ["编号", "指标名称"])
def test_a_swap_of_two_ids_or_names_is_two_changes(what: str, tmp_path: Path) -> None:
    """Whichever was swapped: all that is said of either by its name, or by its id, has stayed."""
    swapped = {
        "编号": {"quality": "noise", "noise": "quality"},
        "指标名称": {"产品抽查合格率": "噪声", "噪声": "产品抽查合格率"},
    }[what]
    place = [column.header for column in INDICATOR_COLUMNS].index(what)
    rows = tuple(
        renamed(row, **{what: swapped.get(str(row[place]), row[place])}) if row[0] == "12-5" else row
        for row in INDICATORS
    )
    actuals = tuple(
        (row[0], swapped.get(str(row[1]), row[1]), *row[2:]) if row[0] == "12-5" else row for row in ACTUALS
    )
    changes = changes_by(tmp_path, rows, actuals)
    assert [each.thing.kind for each in changes] == ["指标", "指标"]
    assert {each.label.rpartition("”")[2] for each in changes} == {{"编号": "编号", "指标名称": "名称"}[what]}


def test_a_passage_in_between_is_the_only_one_told(tmp_path: Path) -> None:
    changes = changed_facts(
        tmp_path,
        (
            "text/plan.yaml",
            "                - 重点如下。\n",
            "                - 又一段话。\n                - 重点如下。\n",
        ),
    )
    assert [(each.kind, each.after) for each in changes] == [("added", "又一段话。")]


def test_a_comment_moves_every_line_and_changes_nothing(tmp_path: Path) -> None:
    assert changed_facts(tmp_path, ("text/plan.yaml", "preface:", "# 注释\n\npreface:")) == ()


def test_a_point_in_between_shifts_no_other_point(tmp_path: Path) -> None:
    old = "          - {text: 推进企业技术改造。, lead: 县经信局}\n"
    new = f"          - {{text: 组织企业对标。}}\n{old}"
    changes = [
        each
        for each in changed_facts(tmp_path, ("text/tasks-2013.yaml", old, new), evaluation=True)
        if not each.derived
    ]
    assert [each.after for each in changes if each.thing.kind == "任务" and "内容" in each.label] == ["组织企业对标。"]


PARK = "      - {task: park, heading: 创建示范园区。, text: 启动园区创建。, lead: 县经信局, support: 县质监局}\n"
TASKS = "text/tasks-2013.yaml"


def test_a_task_in_another_chapter_is_told_by_its_chapter(tmp_path: Path) -> None:
    """It is still the second of all, and no other task moved."""
    new = (TASKS, "  - heading: 品牌建设\n    blocks:\n", f"  - heading: 品牌建设\n    blocks:\n{PARK}")
    changes = changed_facts(tmp_path, (TASKS, PARK, ""), new, evaluation=True)
    assert [(each.label, each.after) for each in changes] == [("任务“创建示范园区”所在章节", "品牌建设")]


def test_of_tasks_in_another_order_those_that_moved_are_told(tmp_path: Path) -> None:
    last = "          - {text: 开展品牌宣传。}\n"
    changes = changed_facts(tmp_path, (TASKS, PARK, ""), (TASKS, last, last + PARK), evaluation=True)
    (order,) = [each for each in changes if each.kind == "reordered"]
    assert (order.before, order.after) == ("“培育品牌”3", "“培育品牌”2")


def test_a_task_in_between_moves_no_other(tmp_path: Path) -> None:
    new = PARK.replace("park", "garden").replace("园区", "花园")
    changes = changed_facts(tmp_path, (TASKS, PARK, new + PARK), evaluation=True)
    assert {each.kind for each in changes if not each.derived} == {"added"}


def test_passages_that_moved_together_are_told_as_one(tmp_path: Path) -> None:
    chapter = '  - heading: 保障措施\n    blocks:\n      - dash:\n          - 加强领导，见{{ ref("goals") }}。\n'
    rest = '          - runin: 投入。\n            text: 总投资{{ total("总投资", "亿元", 1) }}。\n'
    first = "chapters:\n"
    moves = (("text/plan.yaml", chapter + rest, ""), ("text/plan.yaml", first, first + chapter + rest))
    (change,) = changed_facts(tmp_path, *moves)
    assert (change.kind, change.after, len(change.new)) == ("moved", "保障措施等4段", 4)


def test_indicators_of_one_name_are_told_apart_by_their_period(tmp_path: Path) -> None:
    changes = changed_facts(tmp_path, ("指标!L2", 93), ("指标!L8", 91))
    assert [each.label for each in changes if not each.derived] == [
        "“十二五”指标“产品抽查合格率”目标值",
        "“十一五”指标“产品抽查合格率”目标值",
    ]


def test_quotes_within_a_name_are_single_ones() -> None:
    assert Thing("指标", ("a",), "制定“浙江制造”标准").label == "指标“制定‘浙江制造’标准”"


def test_what_is_removed_one_way_is_added_the_other(tmp_path: Path) -> None:
    old = facts_in(write_plan(tmp_path / "old"))
    new = facts_in(with_rows(tmp_path / "new", INDICATORS[:-1], ACTUALS[2:]), "新")
    there, back = changes_of(old, new), changes_of(new, old)
    assert sorted(each.before for each in there) == sorted(each.after for each in back)
    assert sorted(each.after for each in there) == sorted(each.before for each in back)


def test_the_note_beside_a_changed_cell_is_its_reason(tmp_path: Path) -> None:
    change, *_ = changed_facts(tmp_path, ("项目!H2", 91000), ("项目!L2", "初设批复调整"))
    assert change.reason == "初设批复调整"


def test_a_part_with_a_new_name_is_told_and_nothing_else(tmp_path: Path) -> None:
    rows = tuple(renamed(row, 分项="省级以上") if "省级" in row else row for row in INDICATORS)
    assert told(changes_by(tmp_path, rows)) == ["指标“品牌数”（省级以上）分项：省级 → 省级以上"]
