"""Each kind of paper of the year, from the small plan to its finished tree."""

import re
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from tests.compose.composing import STYLE, of_the_year, paper_of_the_year
from tests.dump import dump
from tests.plans import Change, good_plan
from yinfa.compose.compose import Composer
from yinfa.diagnostics import Report
from yinfa.document.tree import Document, Paragraph, RedHead
from yinfa.document.walk import blocks_of, text_of
from yinfa.kinds import KINDS
from yinfa.paths import TEMPLATES

ISSUED = "关于印发2013年度某县质量强县建设行动计划的通知"
INDICATORS = "  - {kind: indicators, title: 2013年政府量化指标要求"
MORE: tuple[Change, ...] = (("plan.yaml", INDICATORS, f"  - {{kind: projects, title: 重大项目表}}\n{INDICATORS}"),)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (ISSUED, "notice-and-action-plan"),
        ("关于公开征求", "notice-and-form"),
        ("采纳情况", "notice-and-opinions"),
        ("关于加强质量工作的意见", "opinion"),
        ("量化指标要求", "indicators"),
        ("重大项目表", "projects"),
    ],
)
def test_each_kind_becomes_its_golden_tree(
    tmp_path: Path, title: str, name: str, golden: Callable[[str, str], None]
) -> None:
    """Every block, number, reference and place; `pytest --bless` writes it anew."""
    golden(f"{name}.txt", dump(paper_of_the_year(tmp_path, title, *MORE)))


def test_the_author_of_a_file_is_the_office_in_full(tmp_path: Path) -> None:
    """Also where the text names it by its id, as the head prints it."""
    change = ("text/notice.yaml", "organs: [某县人民政府办公室]", "organs: [zhijian, 某县人民政府办公室]")
    document = paper_of_the_year(tmp_path, ISSUED, change)
    (head,) = (block for block in blocks_of(document) if isinstance(block, RedHead))
    assert document.author == "某县质量技术监督局、某县人民政府办公室" == "、".join(head.organs)


def test_every_kind_has_a_template() -> None:
    """A line in KINDS, a folder in templates/."""
    folders = {folder.name for folder in TEMPLATES.iterdir() if not folder.name.startswith("_")}
    assert folders == set(KINDS)


def test_the_paper_of_a_unit_bears_its_name(tmp_path: Path) -> None:
    """In its title and on the sheet."""
    plan, report = good_plan(tmp_path, action=True), Report()
    sheet = next(each for each in plan.papers() if KINDS[each.kind].each == "unit")
    unit = plan.registry.find("城关镇")
    assert unit is not None
    document = Composer(plan, STYLE, report).compose(sheet, unit)
    assert list(report) == []
    assert document is not None
    assert document.title == f"{sheet.title}（城关镇）"
    (headline,) = (each for each in blocks_of(document) if isinstance(each, Paragraph) and each.role == "headline")
    assert text_of(headline.children) == document.title


def test_all_units_have_their_papers_from_the_same_templates(tmp_path: Path) -> None:
    """Also when somebody saves one meanwhile; each bears its own name."""
    folder = copytree(TEMPLATES, tmp_path / "templates")
    plan, report = good_plan(tmp_path, action=True), Report()
    sheet = next(each for each in plan.papers() if each.kind == "unit-sheet")
    composer, (one, *_, other) = Composer(plan, STYLE, report, folder), plan.registry.units[:3]
    first = composer.compose(sheet, one)
    template = folder / "_shared" / "splits.j2"
    changed = template.read_text(encoding="utf-8").replace("<th>职责</th>", "<th>分工</th>")
    template.write_text(changed, encoding="utf-8")
    second = composer.compose(sheet, other)
    assert first
    assert second
    assert ("职责" in dump(first), "职责" in dump(second)) == (True, True)
    assert [each.title for each in (first, second)] == [f"{sheet.title}（{unit.short}）" for unit in (one, other)]


def test_a_paper_is_dated_and_signed_as_it_is_printed(tmp_path: Path) -> None:
    """Not as the plan is."""
    document = paper_of_the_year(tmp_path, "采纳情况")
    assert (document.author, document.date) == ("某县质量技术监督局", "2013-10-20")


def heads(document: Document) -> list[RedHead]:
    """Return the heads of a paper."""
    return [block for block in blocks_of(document) if isinstance(block, RedHead)]


@pytest.mark.parametrize(
    ("form", "printed"), [("文件", "document 文件"), ("命令", "order 令"), ("纪要", "minutes "), ("信函", "letter ")]
)
def test_each_form_of_head_is_made_from_its_name(tmp_path: Path, form: str, printed: str) -> None:
    change = ("text/adoption.yaml", "某质监〔2013〕12号}", f"某质监〔2013〕12号, form: {form}}}")
    (head,) = heads(paper_of_the_year(tmp_path, "采纳情况", change))
    assert f"{head.form} {head.suffix}" == printed


def test_the_lines_of_a_title_that_a_text_gives_are_kept(tmp_path: Path) -> None:
    given = "headline: [某县质量技术监督局关于《某县质量强县规划》, 意见采纳情况的通知]\naddressee:"
    _, (said,) = of_the_year(tmp_path, "采纳情况", ("text/adoption.yaml", "addressee:", given))
    assert said.startswith("data/xian/text/adoption.yaml:2:12: 错误[title-too-long]")
    given = given.replace("局关于", "局, 关于")
    assert "局/关于《某县质量强县规划》/意见采纳情况的通知 @" in dump(
        paper_of_the_year(tmp_path, "采纳情况", ("text/adoption.yaml", "addressee:", given))
    )


def test_signers_and_participants_are_printed(tmp_path: Path) -> None:
    """签发人 in the head, 出席 before the text."""
    changes = (
        ("text/adoption.yaml", "〔2013〕12号}", "〔2013〕12号, signers: [张某, 李某]}"),
        ("text/adoption.yaml", "blocks:", "participants:\n  - {label: 出席, names: 张某、李某}\nblocks:"),
    )
    text = dump(paper_of_the_year(tmp_path, "采纳情况", *changes))
    assert "| 张某、李某 @" in text
    assert "p.participants *出席：*张某、李某 @" in text


def test_of_a_letter_the_imprint_is_its_copies_alone(tmp_path: Path) -> None:
    """Rule 36."""
    imprint = "imprint: {copies: [甲, 乙]}\nannexes: []"
    text = dump(paper_of_the_year(tmp_path, "公开征求", ("text/consult.yaml", "annexes: []", imprint)))
    assert "\nimprint 甲，乙。 @" in text


def test_opinions_and_tasks_are_counted(tmp_path: Path) -> None:
    """Also those decided in one way, and those of a unit."""
    counted = '{{ count("意见", "未采纳") }}，任务{{ count("任务") }}，其中{{ count("任务", "县质监局") }}'
    change = ("text/action.yaml", "推进品牌建设。", f"'{counted}。'")
    text = dump(paper_of_the_year(tmp_path, ISSUED, change))
    told = re.sub(r" @ [^\]\n]*", "", text)
    assert "[1条 = 1]，任务[4项 = 4]，其中[3项 = 3]。" in told
    assert "[1条 = 1 @ data/xian/feedback.xlsx!意见!E3]" in text


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ('count("意见", "不采纳")', "没有采纳情况“不采纳”"),
        ('count("任务")', "这份文件没有任务"),
    ],
)
def test_what_cannot_be_counted_is_told(tmp_path: Path, call: str, said: str) -> None:
    _, (trouble,) = of_the_year(
        tmp_path,
        "采纳情况",
        ("text/adoption.yaml", '{{ count("意见") }}，', f'{{{{ count("意见") }}}}{{{{ {call} }}}}，'),
    )
    assert trouble.startswith(f"data/xian/text/adoption.yaml:4:5: 错误[prose-fact-unknown] {said}")


def test_tasks_of_a_unit_that_is_not_there_are_told(tmp_path: Path) -> None:
    change = ("text/action.yaml", "推进品牌建设。", '\'{{ count("任务", "县质检局") }}\'')
    _, (trouble,) = of_the_year(tmp_path, ISSUED, change)
    assert "错误[prose-fact-unknown] 单位“县质检局”没有登记\n    改法：是否指“县质监局”" in trouble


def test_a_table_of_targets_without_indicators_is_told_at_its_period(tmp_path: Path) -> None:
    """It has no caption to be told at."""
    changes = (
        ("text/action.yaml", 'table: targets, period: "2013"', 'table: targets, period: "11-5"'),
        ("指标!C8", "否"),
    )
    _, said = of_the_year(tmp_path, ISSUED, *changes, ("指标!E8", None))
    assert said[0].startswith("data/xian/text/action.yaml:49:34: 错误[table-empty] 时期“11-5”没有列入主表的指标")
