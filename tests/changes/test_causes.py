"""Which changed facts are behind a place that prints something else."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.changes.comparing import compared, placed, silent, unpaged
from yinfa.changes.comparison import Comparison, Place, compare
from yinfa.changes.text import text
from yinfa.document.tree import Paragraph, Section, Text

pytestmark = pytest.mark.slow


def at(comparison: Comparison, where: str) -> Place:
    """Return the first place that is cited so."""
    return next(each for each in comparison.places if where in each.difference.place)


def behind(place: Place) -> list[str]:
    """Return what is behind a place."""
    return [each.label for each in place.causes]


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """Return what a result, the money of a project and an unit's name make, all changed at once: nothing is alone."""
    return compared(
        tmp_path_factory.mktemp("two"),
        ("完成值!E4", 91),
        ("项目!H2", 91000),
        ("units.yaml", "某县环境保护局", "某县生态环境局"),
        evaluation=True,
    )


def test_a_figure_is_explained_by_its_cell(two: Comparison) -> None:
    place = at(two, "“产品抽查合格率”“完成情况”")
    assert behind(place) == ["指标“产品抽查合格率”2013年完成值"]


def test_a_verdict_is_explained_by_what_it_follows_from(two: Comparison) -> None:
    place = at(two, "“产品抽查合格率”“评价”")
    assert "指标“产品抽查合格率”2013年评价" in [each.label for each in place.grounds.direct]
    assert [each.label for each in place.grounds.roots] == ["指标“产品抽查合格率”2013年完成值"]


def test_a_total_is_explained_by_what_it_sums(two: Comparison) -> None:
    place = at(two, "“合计”“总投资（万元）”")
    assert "重大项目总投资合计" in behind(place)
    assert [each.label for each in place.grounds.roots] == ["项目“检测中心”总投资"]


def test_a_sentence_is_explained_by_the_counts_in_it(two: Comparison) -> None:
    place = next(each for each in two.places if "指标中" in each.difference.either.text)
    assert "评估“十二五2013年”达到序时进度" in behind(place)
    assert [each.label for each in place.grounds.roots] == ["指标“产品抽查合格率”2013年完成值"]


def test_no_place_is_put_down_to_what_has_nothing_to_do_with_it(two: Comparison) -> None:
    result = next(each for each in two.entered if "完成值" in each.label)
    assert not any("检测中心" in each.difference.place for each in two.printing(result))


def test_every_place_is_kept_explained_or_not(two: Comparison) -> None:
    listed = [each for paper in two.papers for each in paper.differences]
    assert [each.difference for each in two.places] == listed


def test_a_change_that_no_paper_prints_is_told(tmp_path: Path) -> None:
    comparison = compared(tmp_path, ("指标!O2", "换了来源"))
    assert [each.label for each in comparison.unprinted] == ["“十二五”指标“产品抽查合格率”来源"]
    assert comparison.places == ()
    assert len(comparison.untouched) == len(comparison.papers)


def test_a_unit_whose_name_changed_keeps_its_sheet(tmp_path: Path) -> None:
    """Its paper is the same one, under another title."""
    named = [("指标!N7", "县环保分局"), ("项目!J3", "县环保分局")]
    texts = [(file, "县环保局", "县环保分局") for file in ("units.yaml", "text/action.yaml")]
    comparison = compared(tmp_path, *named, *texts, action=True)
    assert [each.title for each in comparison.papers if each.title.endswith("（县环保分局）")]
    assert all(each.old and each.new for each in comparison.papers)


def test_prose_is_explained_by_its_passage(tmp_path: Path) -> None:
    comparison = compared(
        tmp_path,
        ("text/plan.yaml", "为做好质量工作，编制本规划。", "为做好全县质量工作，编制本规划。"),
        ("项目!H2", 91000),
    )
    place = next(each for each in comparison.places if "全县" in each.difference.either.text)
    assert [each.thing.kind for each in place.causes] == ["文字"]


def test_an_unexplained_difference_is_listed_as_such(tmp_path: Path) -> None:
    """Such as one that another version of the program makes: here its side is said to be one that was issued."""
    comparison = compared(tmp_path, ("项目!H2", 91000))
    first, *rest = comparison.old.sheets
    sections = (*first.document.sections, Section("body", (Paragraph((Text("从前的话。"),)),)))
    odd = replace(first, document=replace(first.document, sections=sections))
    found = compare(unpaged(replace(comparison.old, sheets=(odd, *rest), frozen=True)), comparison.new, silent)
    assert [line.split("：")[-1] for line in placed(found.unexplained)] == ["从前的话。 → 无"]


def test_two_counts_that_changed_places_are_both_explained(tmp_path: Path) -> None:
    """已完成 went from 3 to 1 and 推进中 from 1 to 3: the sentence prints the same figures, in another order."""
    found = compared(tmp_path, ("任务进展!D4", "推进中"), ("项目!H2", 91000), evaluation=True)
    place = next(each for each in found.places if "的工作任务共" in each.difference.either.text)
    assert [each.label for each in place.grounds.roots] == ["任务“培育品牌”2013年状态"]
    assert {"任务进展“2013年”已完成任务数", "任务进展“2013年”推进中任务数"} <= {each.label for each in place.causes}


def test_counts_of_one_number_are_told_apart_by_what_they_count(two: Comparison) -> None:
    """达到序时进度 and 好于上年 may both be 3: a sentence prints the one that it names."""
    for place in two.places:
        for change in place.grounds.direct:
            if change.thing.kind == "评估" and place.difference.either.spot.kind == "paragraph":
                word = change.new[0].key.what[-1].removeprefix("指标").removesuffix("要求")
                sides = (place.difference.old, place.difference.new)
                assert any(each and word in each.text for each in sides), (change.label, place.difference.place)


def test_what_a_removed_paper_printed_is_told_by_the_paper(tmp_path: Path) -> None:
    """Its passages are gone with it: they are not said to be printed nowhere."""
    paper = "  - kind: plan\n    title: 某县质量强县规划\n    text: text/plan.yaml\n"
    found = compared(tmp_path, ("plan.yaml", paper, ""), evaluation=True)
    assert [each.title for each in found.papers if each.new is None] == ["某县质量强县规划"]
    assert not [each.label for each in found.unprinted if "编制本规划" in each.before]
    assert [each.label for each in found.entered if "编制本规划" in each.before]


def test_a_passage_whose_call_alone_changed_is_the_cause(tmp_path: Path) -> None:
    """None of its own words went or came: it is known by where it stands."""
    call = 'total("总投资", "亿元", 1)'
    found = compared(tmp_path, ("text/plan.yaml", call, call.replace("1)", "2)")), ("指标!O2", "换了来源"))
    (place,) = found.places
    assert [each.thing.kind for each in place.causes] == ["文字"]


def test_a_count_follows_from_the_verdicts_that_changed(tmp_path: Path) -> None:
    """A result that another one left its verdict has no part in how many there are of each."""
    found = compared(tmp_path, ("完成值!E4", 91), ("完成值!E16", 1), evaluation=True)
    moved, kept = (next(each for each in found.entered if name in each.label) for name in ("产品抽查", "质量安全事故"))
    assert any("达到目标要求" in each.label for each in found.following(moved))
    assert found.following(kept)
    assert not any("达到目标要求" in each.label for each in found.following(kept))


def test_what_only_bears_another_number_is_due_to_what_came(tmp_path: Path) -> None:
    new = (
        "text/plan.yaml",
        "  - heading: 保障措施",
        "  - heading: 组织领导\n    blocks: [落实责任。]\n  - heading: 保障措施",
    )
    found = compared(tmp_path, new, ("项目!H2", 91000))
    place = at(found, "标题“三、保障措施”")
    assert place.difference.how == "renumbered"
    assert behind(place) == ["文字“组织领导”"]


def test_a_lead_and_a_support_that_changed_places_are_told_where_the_task_is(tmp_path: Path) -> None:
    """Either name stands there before and after."""
    old = "lead: 县经信局, support: 县质监局"
    new = "lead: 县质监局, support: 县经信局"
    found = compared(tmp_path, ("text/tasks-2013.yaml", old, new), ("项目!H2", 91000), evaluation=True)
    assert [line for line in placed(found.unexplained) if "创建示范园区" in line] == []


def test_what_a_unit_is_told_is_due_to_its_new_share(tmp_path: Path) -> None:
    share = ("text/action.yaml", "建立品牌名录。, support: [县发改局]", "建立品牌名录。, support: [县经信局]")
    found = compared(tmp_path, share, ("项目!H2", 91000), action=True)
    assert any(each.paper.title.endswith("（县经信局）") for each in found.places)
    assert found.unexplained == ()


def test_what_stands_under_a_heading_goes_with_it(tmp_path: Path) -> None:
    annex = "  - heading: 责任分解表\n    orientation: landscape\n    blocks:\n      - {table: duties}\n"
    found = compared(tmp_path, ("text/action.yaml", annex, ""), ("项目!H2", 91000), action=True)
    gone = [each for each in found.places if each.difference.how == "removed"]
    assert {each.difference.either.spot.kind for each in gone} >= {"heading", "head", "row"}
    assert {label for each in gone for label in behind(each)} == {"文字“责任分解表”"}
    assert found.unexplained == ()


def test_the_mark_of_a_sample_is_told_at_the_head_of_the_pages(tmp_path: Path) -> None:
    found = compared(tmp_path, ("plan.yaml", "sample: true", "sample: false"), ("指标!O2", "换了来源"))
    assert placed(found.places) == ["removed 每页页眉：样例 → 无"]
    assert [behind(each) for each in found.places] == [["规划样例标记"]]


def test_the_date_of_a_file_is_not_printed(tmp_path: Path) -> None:
    """A paper without a date is the same whenever the plan was made."""
    found = compared(tmp_path, ("plan.yaml", "date: 2011-11", "date: 2011-12"), action=True)
    assert all(each.differences for each in found.touched)
    assert found.untouched


def test_a_note_brings_nothing_into_a_table(tmp_path: Path) -> None:
    """The result is what took the indicator out of those that were missed, and not what was noted beside it."""
    found = compared(tmp_path, ("完成值!E4", 91), ("完成值!H4", "复核"), evaluation=True)
    (note,) = [each for each in found.entered if each.label.endswith("备注")]
    assert [each.difference.place for each in found.printing(note) if each.difference.how == "added"] == []


def test_the_ordinals_of_a_table_are_due_to_the_tasks_that_moved(tmp_path: Path) -> None:
    lone = (
        "          - task: lone\n            heading: 加强宣传。\n            text: 组织开展质量月活动。\n"
        "            lead: [县质监局]\n            duties: 分工负责\n"
    )
    first = "          - task: brands\n"
    moved = (("text/action.yaml", lone, ""), ("text/action.yaml", first, lone + first))
    found = compared(tmp_path, *moved, ("项目!H2", 91000), action=True)
    ordinals = [each for each in found.places if each.difference.column == "序号"]
    assert ordinals
    assert {label for each in ordinals for label in behind(each)} == {"任务的次序"}


def test_a_bar_that_went_is_told_by_its_label(tmp_path: Path) -> None:
    """A unit that leads nothing any more has none."""
    lead = ("text/tasks-2013.yaml", "{text: 推进企业技术改造。, lead: 县经信局}", "{text: 推进企业技术改造。}")
    park = ("text/tasks-2013.yaml", "lead: 县经信局, support: 县质监局", "lead: 县质监局")
    found = compared(tmp_path, lead, park, ("项目!H2", 91000), evaluation=True)
    bars = [each for each in found.places if each.difference.how == "removed" and "“县经信局”" in each.difference.place]
    assert bars
    assert all(each.causes for each in bars)


def test_all_that_changed_of_one_thing_is_behind_what_is_left(tmp_path: Path) -> None:
    """As one change alone is: where the same program made both sides, nothing else can be."""
    comparison = compared(tmp_path, ("项目!H2", 91000), ("项目!I2", 60001))
    first, *rest = comparison.old.sheets
    sections = (*first.document.sections, Section("body", (Paragraph((Text("从前的话。"),)),)))
    odd = replace(first, document=replace(first.document, sections=sections))
    found = compare(unpaged(replace(comparison.old, sheets=(odd, *rest))), comparison.new, silent)
    place = next(each for each in found.places if each.difference.either.text == "从前的话。")
    assert behind(place) == ["项目“检测中心”总投资", "项目“检测中心”计划投资"]


def test_a_derived_change_without_a_root_is_told_too(two: Comparison) -> None:
    assert two.rootless == ()
    said = text(replace(two, changes=two.derived))
    assert f"找不到对应的数据改动的推算（{len(two.derived)} 项）" in said
