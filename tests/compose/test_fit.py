"""The fit pass: titles in lines, and a fault for what has no room."""

from pathlib import Path

import pytest

from tests.compose.composing import STYLE, document_of
from tests.dump import said
from tests.plans import good_plan
from yinfa.compose.fit import fit
from yinfa.diagnostics import Report
from yinfa.document.tree import Block, Break, Num, Page, Paragraph, RedHead, Section, Text

LONG = "某县人民政府办公室关于印发某县质量强县建设行动计划的通知"


def fitted(folder: Path, block: Block, page: Page = "body") -> tuple[Block, list[str]]:
    """Return a block that has passed, and what is said of it."""
    report = Report()
    document = fit(document_of(Section(page, (block,))), good_plan(folder), STYLE, report)
    return document.sections[0].blocks[0], [str(each) for each in report]


def lines(folder: Path, block: Block, page: Page = "body") -> str:
    """Return the lines of a title, of which nothing is said."""
    found, troubles = fitted(folder, block, page)
    assert troubles == []
    assert isinstance(found, Paragraph)
    return said(found.children)


def title(*lines: str) -> Paragraph:
    """Return a title in these lines."""
    broken = [piece for line in lines for piece in (Break(), Text(line))]
    return Paragraph(tuple(broken[1:]), "headline", "f:1:1")


def test_a_title_of_one_line_is_broken_where_it_must(tmp_path: Path) -> None:
    assert lines(tmp_path, title(LONG)) == "某县人民政府办公室/关于印发某县质量强县建设行动计划的通知"


def test_a_short_title_stays_on_its_line(tmp_path: Path) -> None:
    assert lines(tmp_path, title("某县行动计划")) == "某县行动计划"


def test_a_sheet_across_has_longer_lines(tmp_path: Path) -> None:
    """29 characters."""
    wide = "某县质量强县建设“十二五”时期重大项目安排情况汇总表"
    assert "/" in lines(tmp_path, title(wide))
    assert lines(tmp_path, title(wide), "landscape") == wide


def test_lines_that_are_given_are_kept(tmp_path: Path) -> None:
    """Be they as ugly as they like."""
    assert lines(tmp_path, title("某县", "行动计划的", "通知")) == "某县/行动计划的/通知"


def test_other_paragraphs_are_left_alone(tmp_path: Path) -> None:
    assert lines(tmp_path, Paragraph((Text(LONG), Num("1", None)))) == f"{LONG}[1 = None]"


@pytest.mark.parametrize("given", [("长" * 81,), ("长" * 21, "短"), ("一", "二", "三", "四", "五")])
def test_a_title_without_room_is_a_fault_at_its_place(tmp_path: Path, given: tuple[str, ...]) -> None:
    """Too long in all, a given line too long, or too many of them."""
    _, (trouble,) = fitted(tmp_path, title(*given))
    assert trouble == (
        f"f:1:1: 错误[title-too-long] 标题“{''.join(given)}”排不下\n"
        "    改法：每行至多 20 字，至多 4 行：缩短标题，或在正文中以 headline 写出各行"
    )


def test_a_head_without_room_is_a_fault_at_its_place(tmp_path: Path) -> None:
    """As small and as narrow as the form allows."""
    name = "某县推进质量强县建设与质量基础设施一站式服务平台建设工作领导小组办公室"
    assert fitted(tmp_path, RedHead("document", ("某县人民政府",), "文件"))[1] == []
    _, (trouble,) = fitted(tmp_path, RedHead("document", (name,), "文件", origin="f:1:1"))
    assert trouble.startswith(f"f:1:1: 错误[head-too-long] 发文机关标志“{name}”太长，版头放不下")
