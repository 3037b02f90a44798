"""The errata paper: what was corrected, why, where, and that the rest is as it was."""

from pathlib import Path

import pytest

from tests.changes.comparing import STYLE, compared
from tests.plans import only_fault
from yinfa.changes.errata import PLAIN_TITLE, errata_of
from yinfa.changes.excerpts import excerpts
from yinfa.changes.items import TO_BE_SAID
from yinfa.changes.markup import marked
from yinfa.changes.text import quoted
from yinfa.document.inlines import Num
from yinfa.document.spots import spots_of
from yinfa.document.tree import Document

pytestmark = pytest.mark.slow

DAY = "2013-05-09"


def errata(folder: Path, *changes: tuple[str, object] | tuple[str, str, str], evaluation: bool = False) -> Document:
    """Return the errata paper for what `changes` make of the small plan."""
    return errata_of(compared(folder, *changes, evaluation=evaluation), DAY, STYLE)


def rows(document: Document) -> list[str]:
    """Return the rows of its table."""
    return [spot.text for spot in spots_of(document) if spot.kind == "row"]


def said(document: Document) -> str:
    """Return all that it says."""
    return "\n".join(spot.text for spot in spots_of(document))


def test_it_says_what_was_corrected_and_where(tmp_path: Path) -> None:
    document = errata(tmp_path, ("项目!H2", 91000))
    assert document.title == "关于《某县质量强县规划》的更正说明"
    assert "项目“检测中心”总投资，原为“90000万元”，更正为“91000万元”。" in said(document)
    assert any("第1行“检测中心”" in row and " 90000 91000 " in row for row in rows(document))
    assert "2013年5月9日" in said(document)
    assert document.mark == "样例"


def test_its_figures_carry_their_cells(tmp_path: Path) -> None:
    document = errata(tmp_path, ("项目!H2", 91000))
    figures = {figure.text: figure.origin for spot in spots_of(document) for figure in spot.figures}
    assert figures["90000"] == "旧/projects.xlsx!项目!H2"
    assert figures["91000"] == "新/projects.xlsx!项目!H2"


def test_the_reason_is_to_be_said_where_nobody_noted_one(tmp_path: Path) -> None:
    assert f"更正原因：{TO_BE_SAID}。" in said(errata(tmp_path, ("项目!H2", 91000)))


def test_the_reason_is_the_note_made_with_the_correction(tmp_path: Path) -> None:
    assert "更正原因：初设批复调整。" in said(errata(tmp_path, ("项目!H2", 91000), ("项目!L2", "初设批复调整")))


def test_a_note_that_stood_there_before_is_no_reason(tmp_path: Path) -> None:
    document = errata(tmp_path, ("完成值!E4", 91), evaluation=True)
    assert f"更正原因：{TO_BE_SAID}（备注：抽查批次有所增加）。" in said(document)


def test_of_several_papers_the_title_names_the_plan(tmp_path: Path) -> None:
    document = errata(tmp_path, ("指标!L2", 93), evaluation=True)
    assert document.title == "关于《某县质量强县规划》有关文件的更正说明"


def test_a_title_too_long_for_another_is_left_out(tmp_path: Path) -> None:
    title = "某县" + "很长的" * 23 + "规划"
    changes = (
        ("项目!H2", 91000),
        ("plan.yaml", "- kind: plan\n    title: 某县质量强县规划", f"- kind: plan\n    title: {title}"),
    )
    old = compared(tmp_path, *changes[:1])
    new = compared(tmp_path / "again", *changes)
    assert errata_of(old, DAY, STYLE).title != PLAIN_TITLE
    assert errata_of(new, DAY, STYLE).title == PLAIN_TITLE


def test_prose_with_braces_is_printed_as_it_was_printed(tmp_path: Path) -> None:
    change = ("text/plan.yaml", "到2015年，合格率达到", "到2015年末，合格率达到")
    document = errata(tmp_path, change)
    assert "{{" not in said(document)
    assert any("到2015年末，合格率达到92%" in row for row in rows(document))


def test_a_plan_may_not_list_it_among_its_papers(tmp_path: Path) -> None:
    fault = only_fault(tmp_path, ("plan.yaml", "- kind: plan", "- kind: errata\n    title: 更正\n  - kind: plan"))
    assert fault.startswith("plan.yaml:14:11: 错误[kind-made] 更正说明（errata）不能列在 documents 中")


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("92%", "93%", ("92%", "93%")),
        ("甲。" * 40 + "共3项。乙。", "甲。" * 40 + "共4项。乙。", ("……共3项。……", "……共4项。……")),
        ("甲。" * 50, "甲。" * 50 + "又一句。", ("", "……又一句。")),
    ],
)
def test_of_a_long_text_what_differs_is_shown(before: str, after: str, shown: tuple[str, str]) -> None:
    assert excerpts(before, after) == shown


def test_figures_are_marked_in_their_order_and_the_rest_is_escaped() -> None:
    said = marked("<3> 共3项、4项", (Num("4项", None, "a!b!C1"),))
    assert said == '&lt;3&gt; 共3项、<data value="" at="a!b!C1">4项</data>'


def test_what_is_derived_is_not_put_down_as_entered(tmp_path: Path) -> None:
    """A count of 3 is no part of 30.5: its row says by which correction it is derived."""
    document = errata(tmp_path, ("完成值!E4", 91), evaluation=True)
    row = next(row for row in rows(document) if "“评价”" in row)
    assert row.endswith("由第1项推算")
    assert "指标“产品抽查合格率”2013年评价" in row


def test_a_title_within_a_title_has_other_quotes() -> None:
    assert quoted("关于印发《质量规划》的通知") == "《关于印发〈质量规划〉的通知》"


def test_what_no_paper_prints_is_no_item_of_it(tmp_path: Path) -> None:
    document = errata(tmp_path, ("指标!O2", "换了来源"), ("项目!H2", 91000))
    assert "来源" not in said(document)
    assert "有1项内容需要更正" in said(document)


def test_a_call_of_a_template_is_not_printed(tmp_path: Path) -> None:
    old = 'goal: 新增省级品牌{{ target("品牌", "省级") }}'
    changes = compared(tmp_path, ("text/action.yaml", old, "goal: 新增省级品牌"), action=True)
    document = errata_of(changes, DAY, STYLE)
    assert "{{" not in said(document)
    assert "目标，改动，见附件" in said(document)


def test_what_only_the_data_know_of_a_new_thing_is_left_out(tmp_path: Path) -> None:
    title = "  - kind: plan\n    title: 某县质量强县规划\n"
    new = '  - {kind: indicators, title: 某县主要指标, year: 2012, period: "12-5"}\n'
    document = errata(tmp_path, ("plan.yaml", title, new + title))
    assert "文件“某县主要指标”，增加：年度2012年。" in said(document)
