"""A plan's folder: every file read, every fault told, in one run."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image

from tests.plans import SHOWN, Change, good_plan, hints, only_fault, read_plan, write_plan
from yinfa.diagnostics import Report
from yinfa.model.load import load_plan

FIGURE: Change = (
    "text/plan.yaml",
    "      - dash:",
    "      - {figure: 图.png, caption: 趋势, alt: 一条线}\n      - dash:",
)


def faults(folder: Path) -> list[str]:
    """Return what is said of the plan in a folder as it stands."""
    report = Report()
    load_plan(folder, SHOWN, report)
    return [str(each).split("\n")[0].removeprefix(f"{SHOWN}/") for each in report]


def test_a_good_plan_is_read_without_a_word(tmp_path: Path) -> None:
    """And lists what it was read from."""
    plan = good_plan(tmp_path)
    assert plan.inputs == ("plan.yaml", "units.yaml", "text/plan.yaml", "indicators.xlsx", "projects.xlsx")


def test_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    """One run, one list."""
    _, found = read_plan(
        tmp_path,
        ("plan.yaml", "status: 印发稿", "status: 草稿"),
        ("units.yaml", "level: bureau", "level: 局"),
        ("指标!L2", "#REF!"),
        ("项目!D2", "新"),
    )
    assert [each.split(": ")[0].removeprefix(f"{SHOWN}/") for each in found] == [
        "plan.yaml:11:9",
        "units.yaml:2:56",
        "indicators.xlsx!指标!L2",
        "projects.xlsx!项目!D2",
    ]


def test_a_plan_with_faults_in_a_cell_goes_on_to_the_next_stage(tmp_path: Path) -> None:
    """So that the faults of its prose are told in the same run."""
    plan, found = read_plan(tmp_path, ("指标!L2", "九十二"))
    assert plan is not None
    assert len(found) == 1


def test_a_plan_whose_table_could_not_be_read_goes_no_further(tmp_path: Path) -> None:
    """Every fact of its prose would be missing, and said to be."""
    plan, found = read_plan(tmp_path, ("指标!F1", "名称"))
    assert plan is None
    assert [each for each in found if "错误" in each] == [
        f"{SHOWN}/indicators.xlsx!指标: 错误[header-missing] 缺少“指标名称”一列",
    ]


@pytest.mark.parametrize("place", ["指标!L1", "指标!N1", "指标!E1", "完成值!E1", "项目!H1"])
def test_a_column_that_is_missing_is_one_fault(tmp_path: Path, place: str) -> None:
    """Nothing follows from it, neither a blank nor an unknown result."""
    folder = write_plan(tmp_path, (place, "甲乙丙丁"))
    report = Report()
    plan = load_plan(folder, SHOWN, report)
    assert plan is None
    assert [each.code for each in report] == ["header-missing", "header-unknown"]


def test_a_missing_file_is_told_with_its_name(tmp_path: Path) -> None:
    """All of them together."""
    folder = write_plan(tmp_path)
    (folder / "units.yaml").unlink()
    (folder / "text" / "plan.yaml").unlink()
    assert faults(folder) == [
        "units.yaml: 错误[file-missing] 缺少文件 units.yaml",
        "plan.yaml:16:11: 错误[path] 本规划的文件夹内没有“text/plan.yaml”",
    ]


def test_the_words_must_stand_inside_the_folder(tmp_path: Path) -> None:
    """No path leads out of it."""
    said = only_fault(tmp_path, ("plan.yaml", "text: text/plan.yaml", "text: ../../etc/passwd"))
    assert said == "plan.yaml:16:11: 错误[path] 本规划的文件夹内没有“../../etc/passwd”"


def test_a_name_that_no_system_takes_is_no_bug(tmp_path: Path) -> None:
    """A thousand characters are no file."""
    assert "错误[path]" in only_fault(tmp_path, ("plan.yaml", "text: text/plan.yaml", f"text: {'长' * 1000}"))


WORDS = "chapters:\n  - heading: 发展目标\n    blocks:\n      - 目标是{words}。\n"


def without_books(folder: Path, words: str, *others: str) -> Path:
    """Write a plan of these words without workbooks, but with files of other names."""
    plan = write_plan(folder)
    (plan / "text" / "plan.yaml").write_text(WORDS.format(words=words), encoding="utf-8")
    books = {book: (plan / book).read_bytes() for book in ("indicators.xlsx", "projects.xlsx")}
    for book in books:
        (plan / book).unlink()
    for other in others:
        (plan / other).write_bytes(books["indicators.xlsx"])
    return plan


def test_a_plan_without_workbooks_is_a_plan(tmp_path: Path) -> None:
    """One of words alone."""
    assert faults(without_books(tmp_path, "甲", "台账.xlsx")) == []


@pytest.mark.parametrize(
    ("call", "book"),
    [
        ("{{ target('合格率') }}", "indicators.xlsx"),
        ("{{ actual('合格率') }}", "indicators.xlsx"),
        ("{{ count('指标') }}", "indicators.xlsx"),
        ("{{ total('总投资') }}", "projects.xlsx"),
        ("{{ count('项目') }}", "projects.xlsx"),
    ],
)
def test_a_workbook_that_the_words_need_is_missed_once(tmp_path: Path, call: str, book: str) -> None:
    """Whichever fact of it they quote; the plan goes no further."""
    folder = without_books(tmp_path, call)
    assert faults(folder) == [f"{book}: 错误[file-missing] 缺少工作簿 {book}，正文要用其中的数据"]
    assert load_plan(folder, SHOWN, Report()) is None


def test_a_workbook_that_a_table_shows_is_missed(tmp_path: Path) -> None:
    """Not only those of facts."""
    folder = write_plan(tmp_path, ("text/plan.yaml", '总投资{{ total("总投资", "亿元", 1) }}', "总投资"))
    (folder / "projects.xlsx").unlink()
    assert faults(folder) == ["projects.xlsx: 错误[file-missing] 缺少工作簿 projects.xlsx，正文要用其中的数据"]


@pytest.mark.parametrize(
    ("others", "hint"),
    [
        (("indicator.xlsx", "b.xlsx"), "把“indicator.xlsx”改名为 indicators.xlsx"),
        (("项目.xlsx", "指标表.xlsx", "~$指标.xlsx"), "把“指标表.xlsx”改名为 indicators.xlsx"),
        (("台账.xlsx",), "把“台账.xlsx”改名为 indicators.xlsx"),
        (("indicators.xls", "b.xlsx"), "把“indicators.xls”另存为 indicators.xlsx"),
        ((), "从样例 data/ 中复制一份再改"),
    ],
)
def test_a_workbook_misnamed_is_to_be_renamed(tmp_path: Path, others: tuple[str, ...], hint: str) -> None:
    """The nearest name, be it English or Chinese, or the only one."""
    assert hints(without_books(tmp_path, "{{ target('合格率') }}", *others)) == [hint]


def test_a_sheet_misnamed_is_told_once(tmp_path: Path) -> None:
    """Not also as one that nobody reads."""
    folder = write_plan(tmp_path)
    book = load_workbook(folder / "indicators.xlsx")
    book["指标"].title = "主要指标"
    book.save(folder / "indicators.xlsx")
    assert faults(folder) == ["indicators.xlsx: 错误[sheet-missing] 缺少工作表“指标”"]
    assert hints(folder) == ["把工作表“主要指标”改名为“指标”"]


def test_a_plan_of_which_nothing_is_achieved_yet_needs_no_sheet_of_results(tmp_path: Path) -> None:
    """完成值 is optional, 指标 is not."""
    folder = write_plan(tmp_path)
    book = load_workbook(folder / "indicators.xlsx")
    book.remove(book["完成值"])
    book.save(folder / "indicators.xlsx")
    assert faults(folder) == []


def test_a_picture_is_read_and_listed_among_the_inputs(tmp_path: Path) -> None:
    """What the paper was made from is known in full."""
    folder = write_plan(tmp_path, FIGURE)
    Image.new("RGB", (4, 3)).save(folder / "图.png")
    plan = load_plan(folder, SHOWN, Report())
    assert plan is not None
    assert plan.pictures == {"图.png": (folder / "图.png").read_bytes()}
    assert plan.inputs[-1] == "图.png"


def test_a_picture_that_is_missing_is_told_where_it_is_named(tmp_path: Path) -> None:
    """In the words, not in the template."""
    assert faults(write_plan(tmp_path, FIGURE)) == ["text/plan.yaml:30:18: 错误[figure] 没有图片“图.png”"]


def test_a_picture_that_is_none_is_refused(tmp_path: Path) -> None:
    """Renamed, cut short, or of another format."""
    folder = write_plan(tmp_path, FIGURE)
    Image.new("RGB", (4, 3)).save(folder / "图.png")
    cut, *others = (folder / "图.png").read_bytes()[:-20], b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"<svg/>"
    for content in (cut, *others):
        (folder / "图.png").write_bytes(content)
        assert faults(folder) == ["text/plan.yaml:30:18: 错误[figure] 图片“图.png”不是完好的 PNG 或 JPEG"]


def test_a_picture_cut_short_is_refused_in_either_format(tmp_path: Path) -> None:
    """Each is decoded to its end, not only looked at: the engine would leave the picture out without a word."""
    folder = write_plan(tmp_path, FIGURE)
    for format_ in ("PNG", "JPEG"):
        Image.effect_noise((300, 200), 50).save(folder / "图.png", format_)
        assert faults(folder) == []
        whole = (folder / "图.png").read_bytes()
        (folder / "图.png").write_bytes(whole[: len(whole) // 2])
        assert faults(folder) == ["text/plan.yaml:30:18: 错误[figure] 图片“图.png”不是完好的 PNG 或 JPEG"]


@pytest.mark.parametrize(("wide", "high"), [(8000, 7000), (11000, 9000)])
def test_a_picture_of_too_many_points_is_to_be_made_smaller(
    tmp_path: Path, wide: int, high: int, capfd: pytest.CaptureFixture[str]
) -> None:
    """With no word from Pillow, which warns of some and refuses others."""
    folder = write_plan(tmp_path, FIGURE)
    Image.new("1", (wide, high)).save(folder / "图.png")
    said = f"text/plan.yaml:30:18: 错误[figure] 图片“图.png”太大（{wide}×{high} 点）"
    assert (faults(folder), hints(folder)) == ([said], ["缩小图片，不超过 5000 万点（如 7000×7000）"])
    assert capfd.readouterr().err == ""


def test_a_picture_that_pillow_refuses_is_to_be_made_smaller(tmp_path: Path) -> None:
    folder = write_plan(tmp_path, FIGURE)
    Image.new("1", (20_000, 9_000)).save(folder / "图.png")
    assert faults(folder) == ["text/plan.yaml:30:18: 错误[figure] 图片“图.png”太大"]
    assert hints(folder) == ["缩小图片，不超过 5000 万点（如 7000×7000）"]


def test_a_picture_outside_the_folder_is_not_read_through_a_link(tmp_path: Path) -> None:
    """A link leads to it in vain."""
    folder = write_plan(tmp_path, FIGURE)
    Image.new("RGB", (4, 3)).save(tmp_path / "else.png")
    (folder / "图.png").symlink_to(tmp_path / "else.png")
    assert faults(folder) == ["text/plan.yaml:30:18: 错误[figure] 没有图片“图.png”"]
