"""A paper with its parts: what follows it, what is annexed, what is bound apart, and one 版记 at the very end."""

from pathlib import Path

from tests.compose.composing import STYLE, of_the_year, paper_of_the_year
from tests.plans import write_plan
from yinfa.compose.compose import Composer
from yinfa.diagnostics import Report
from yinfa.document.tree import Attachments, Document, Heading, Imprint
from yinfa.document.walk import blocks_of, text_of
from yinfa.model.load import load_plan

ISSUED = "关于印发2013年度某县质量强县建设行动计划的通知"
CONSULTED = "关于公开征求"
FORM = "{kind: feedback, text: text/feedback.yaml, title: 公众意见反馈表, binding: annex}"
APART = "      - {kind: plan, title: 某县质量强县规划, binding: apart}\n"


def annexes(document: Document) -> list[str]:
    """Return the ordinals and titles of the annexes that are printed with a paper."""
    headings = (block for block in blocks_of(document) if isinstance(block, Heading) and block.form == "annex")
    return [f"{each.ordinal} {text_of(each.children)}" for each in headings]


def announced(document: Document) -> list[list[str]]:
    """Return the names of the annexes announced, list by list."""
    lists = (block for block in blocks_of(document) if isinstance(block, Attachments))
    return [[text_of(name) for name in each.names] for each in lists]


def test_a_part_that_follows_opens_a_paper_of_its_own(tmp_path: Path) -> None:
    """The page numbers go on, the ordinals begin anew."""
    document = paper_of_the_year(tmp_path, ISSUED)
    assert [(each.opens, each.number_from) for each in document.sections] == (
        [(False, 1), (True, None), (False, None), (False, None)]
    )


def test_annexes_of_what_follows_are_its_own(tmp_path: Path) -> None:
    """The notice announces none."""
    document = paper_of_the_year(tmp_path, ISSUED)
    names = ["2013年政府量化指标要求", "责任分解表"]
    assert announced(document) == [names]
    assert annexes(document) == [f"附件{n} {name}" for n, name in enumerate(names, 1)]


def test_the_imprint_stands_at_the_very_end(tmp_path: Path) -> None:
    """Behind what follows the paper and its annexes (rule 29)."""
    *rest, last = blocks_of(paper_of_the_year(tmp_path, ISSUED))
    assert isinstance(last, Imprint)
    assert not any(isinstance(block, Imprint) for block in rest)


def test_a_second_imprint_is_a_fault(tmp_path: Path) -> None:
    """At its place."""
    _, said = of_the_year(
        tmp_path, ISSUED, ("text/action.yaml", "preface:", "imprint: {printer: 某县, date: 2013-05-09}\npreface:")
    )
    assert [each.split("\n")[0] for each in said] == [
        "data/xian/text/action.yaml:1:20: 错误[imprint-twice] 一份文件只有一个版记"
    ]


def test_a_part_bound_apart_is_announced_and_takes_a_number(tmp_path: Path) -> None:
    """But is printed elsewhere."""
    document = paper_of_the_year(tmp_path, CONSULTED)
    assert announced(document) == [["某县质量强县规划", "公众意见反馈表"]]
    assert annexes(document) == ["附件2 公众意见反馈表"]


def test_a_lone_annex_has_no_number(tmp_path: Path) -> None:
    """Rule 27."""
    changes = ("plan.yaml", APART, ""), ("text/consult.yaml", "附件2", "附件")
    assert annexes(paper_of_the_year(tmp_path, CONSULTED, *changes)) == ["附件 公众意见反馈表"]


def test_annexes_of_a_text_come_before_those_that_are_parts(tmp_path: Path) -> None:
    """In what is announced and in what is printed."""
    own = ("text/consult.yaml", "annexes: []", "annexes:\n  - heading: 编制说明\n    blocks: [甲。]")
    document = paper_of_the_year(tmp_path, CONSULTED, own)
    assert announced(document) == [["编制说明", "某县质量强县规划", "公众意见反馈表"]]
    assert annexes(document) == ["附件1 编制说明", "附件3 公众意见反馈表"]


def test_an_annex_stands_before_what_follows(tmp_path: Path) -> None:
    """So that its number is seen to be the notice's."""
    moved = ('        period: "2013"\n', f'        period: "2013"\n      - {FORM.replace("公众", "单位")}\n')
    without = ("text: text/action.yaml\n", "text: text/opinion.yaml\n")  # a paper with no annexes of its own
    document = paper_of_the_year(tmp_path, ISSUED, ("plan.yaml", *moved), ("plan.yaml", *without))
    assert [each.opens for each in document.sections] == [False, False, True]
    assert annexes(document)[0] == "附件 单位意见反馈表"


def test_an_annex_with_annexes_is_a_fault(tmp_path: Path) -> None:
    """Nobody could number them."""
    annexed = ("plan.yaml", '        period: "2013"\n', '        period: "2013"\n        binding: annex\n')
    _, said = of_the_year(tmp_path, ISSUED, annexed)
    assert said[0].split("\n")[0] == (
        "data/xian/text/action.yaml:46:14: 错误[annex-nested] "
        "附件“2013年度某县质量强县建设行动计划”又有自己的附件“2013年政府量化指标要求”"
    )


def test_a_table_of_the_tasks_of_a_text_has_not_the_annexes_of_that_text(tmp_path: Path) -> None:
    """It may be an annex though the text has annexes."""
    split = '{kind: responsibilities, text: text/action.yaml, title: 责任表, period: "2013", binding: annex}'
    document = paper_of_the_year(tmp_path, CONSULTED, ("plan.yaml", FORM, f"{FORM}\n      - {split}"))
    assert annexes(document) == ["附件2 公众意见反馈表", "附件3 责任表"]


def test_a_paper_of_which_nothing_is_left_is_a_fault(tmp_path: Path) -> None:
    """As the sheets of all units are where nobody is charged; unless why is told already."""
    folder = write_plan(tmp_path, action=True)
    text = folder / "text" / "action.yaml"
    text.write_text("blocks:\n  - {task: t, heading: 甲。, text: 乙。, lead: 没有的局}\n", encoding="utf-8")
    report = Report()
    plan = load_plan(folder, "data/xian", report)
    assert plan is not None
    (paper,) = [each for each in plan.papers() if each.kind == "unit-sheet"]
    for told in (report, Report()):
        before = len(list(told))
        assert Composer(plan, STYLE, told).compose(paper) is None
        assert [each.code for each in told][before:] == ([] if before else ["empty-paper"])


def test_equal_parts_of_two_papers_have_each_the_period_of_its_own(tmp_path: Path) -> None:
    """Whichever was composed first."""
    words = ("text/feedback.yaml", "blocks:\n", 'blocks:\n  - 目标{{ target("品牌", "省级") }}。\n')
    also = f'year: 2013\n    period: "2013"\n    parts:\n      - {FORM}\n'
    changes = words, ("plan.yaml", "意见采纳情况的通知\n    year: 2013\n", f"意见采纳情况的通知\n    {also}")
    report = Report()
    plan = load_plan(write_plan(tmp_path, *changes, action=True), "data/xian", report)
    assert plan is not None
    composer = Composer(plan, STYLE, report)
    consulted, adopted = [each for each in plan.papers() if each.kind == "notice" and "意见" in each.title]
    assert composer.compose(adopted) is not None
    assert list(report) == []
    composer.compose(consulted)
    assert [each.code for each in report] == ["prose-fact-unknown"]


def test_faults_of_a_part_are_told_beside_those_of_its_paper(tmp_path: Path) -> None:
    """One run, one list."""
    _, said = of_the_year(
        tmp_path,
        ISSUED,
        ("text/notice.yaml", "已经县政府同意", '已经县政府同意{{ target("甲") }}'),
        ("text/action.yaml", "制定本计划", '制定本计划{{ target("乙") }}'),
    )
    assert [each.split(":")[0] for each in said] == ["data/xian/text/notice.yaml", "data/xian/text/action.yaml"]


def test_an_id_used_in_both_papers_is_a_fault(tmp_path: Path) -> None:
    """They are one file."""
    heading = "  - heading: 甲\n    id: products\n"
    _, said = of_the_year(tmp_path, ISSUED, ("text/notice.yaml", "blocks:\n", f"blocks:\n{heading}"))
    assert ["[id-twice] 标识 id“products”重复" in each for each in said] == [True]
