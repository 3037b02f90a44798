"""A paper with its parts: what follows it, what is annexed, what is bound apart, and one 版记 at the very end."""

from pathlib import Path

from tests.compose.composing import of_the_year, paper_of_the_year
from yinfa.document.tree import Attachments, Document, Heading, Imprint
from yinfa.document.walk import blocks_of, text_of

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
    _, said = of_the_year(tmp_path, ISSUED, ("text/action.yaml", "preface:", "imprint: {printer: 某县}\npreface:"))
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
    document = paper_of_the_year(tmp_path, ISSUED, ("plan.yaml", *moved))
    assert [each.opens for each in document.sections] == [False, False, True, False, False]
    assert annexes(document)[0] == "附件 单位意见反馈表"


def test_an_annex_with_annexes_is_a_fault(tmp_path: Path) -> None:
    """Nobody could number them."""
    annexed = ("plan.yaml", '        period: "2013"\n', '        period: "2013"\n        binding: annex\n')
    _, said = of_the_year(tmp_path, ISSUED, annexed)
    assert said[0].split("\n")[0] == (
        "data/xian/text/action.yaml:46:14: 错误[annex-nested] "
        "附件“2013年度某县质量强县建设行动计划”又有自己的附件“2013年政府量化指标要求”"
    )


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
