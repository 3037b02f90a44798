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
    """Though the program would have chosen others."""
    assert lines(tmp_path, title("某县", "质量强县建设", "行动计划")) == "某县/质量强县建设/行动计划"


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (("某县质量强县", "建设", "行动计划的通知"), "宽窄宽，不成梯形或菱形"),
        (("某县质量强县建设行动", "计划的通知"), "把“行动计划的通知”拆在了两行"),
        (("某县质量技术监", "督局关于加强质量工作", "的通知"), "把“某县质量技术监督局”、“工作的通知”拆在了两行"),
        (("某县质量强县", "行动", "计划的通知"), "宽窄宽，不成梯形或菱形，又把“行动计划的通知”拆在了两行"),
    ],
)
def test_lines_given_without_shape_or_through_a_word_are_warned_of(
    tmp_path: Path, given: tuple[str, ...], wrong: str
) -> None:
    """And kept (gbt9704 17)."""
    found, (trouble,) = fitted(tmp_path, title(*given))
    assert isinstance(found, Paragraph)
    assert said(found.children) == "/".join(given)
    hint = "改正 headline 各行；删去 headline，由程序分行也可"
    assert trouble == f"f:1:1: 警告[title-shape] 标题的分行{wrong}\n    改法：{hint}"


def test_offices_with_a_line_each_are_no_part_of_the_shape(tmp_path: Path) -> None:
    """What stands below them has it."""
    given = ("某县质量技术监督局", "某县环境保护局", "关于加强质量工作", "若干问题的通知")
    assert lines(tmp_path, title(*given)) == "/".join(given)


def test_other_paragraphs_are_left_alone(tmp_path: Path) -> None:
    assert lines(tmp_path, Paragraph((Text(LONG), Num("1", None)))) == f"{LONG}[1 = None]"


SHORTEN = "缩短标题，或在正文中以 headline 写出各行"


@pytest.mark.parametrize(
    ("given", "mending"),
    [
        (("长" * 81,), SHORTEN),
        (("长" * 21, "短"), "改正 headline 各行，或缩短标题"),
        (("一", "二", "三", "四", "五"), "改正 headline 各行，或缩短标题"),
    ],
)
def test_a_title_without_room_is_a_fault_at_its_place(tmp_path: Path, given: tuple[str, ...], mending: str) -> None:
    """Too long in all, a given line too long, or too many of them."""
    _, (trouble,) = fitted(tmp_path, title(*given))
    assert trouble == (
        f"f:1:1: 错误[title-too-long] 标题“{''.join(given)}”排不下\n    改法：每行至多 20 字，至多 4 行：{mending}"
    )


def test_a_head_without_room_is_a_fault_at_its_place(tmp_path: Path) -> None:
    """As small and as narrow as the form allows."""
    name = "某县推进质量强县建设与质量基础设施一站式服务平台建设工作领导小组办公室"
    assert fitted(tmp_path, RedHead("document", ("某县人民政府",), "文件"))[1] == []
    _, (trouble,) = fitted(tmp_path, RedHead("document", (name,), "文件", origin="f:1:1"))
    assert trouble.startswith(f"f:1:1: 错误[head-too-long] 发文机关标志“{name}”太长，版头放不下")
