"""What units fill in arrives in exactly its cell, and what is not sound is refused with its place."""

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.collect.filling import INDICATORS, PROJECTS, TASKS, fill, merged, opened, refused, rows, sent
from tests.plans import write_plan
from yinfa.collect.base import BASE

pytestmark = pytest.mark.slow
QUALITY, REVENUE, EMISSION = "12-5 quality", "12-5 revenue", "12-5 emission 化学需氧量"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a plan's folder."""
    return write_plan(tmp_path, evaluation=True)


@pytest.fixture
def books(plan: Path, tmp_path: Path) -> dict[str, Path]:
    """Return what was sent out about 2014, a year without rows yet."""
    return sent(plan, 2014, tmp_path / "out")


def test_an_answer_is_a_new_row_of_the_data(plan: Path, books: dict[str, Path]) -> None:
    """Named like the indicator, in the year, with what was filled in and nothing else; zero is a number."""
    before = rows(plan / "indicators.xlsx", "完成值")
    fill(books["县质监局"], (INDICATORS, QUALITY, "完成值", 91.75), (INDICATORS, QUALITY, "来源", "年报"))
    fill(books["县质监局"], (INDICATORS, "12-5 accidents", "完成值", 0), (INDICATORS, "12-5 award", "完成值", "不适用"))
    found = merged(plan, books["县质监局"])
    assert rows(plan / "indicators.xlsx", "完成值") == [
        *before,
        {"时期": "12-5", "编号": "quality", "年度": 2014, "完成值": 91.75, "来源": "年报"},
        {"时期": "12-5", "编号": "accidents", "年度": 2014, "完成值": 0},
        {"时期": "12-5", "编号": "award", "年度": 2014, "完成值": "不适用"},
    ]
    assert (found.units, found.cells, found.year) == (("县质监局",), 4, 2014)


def test_a_row_that_is_there_is_completed(plan: Path, tmp_path: Path) -> None:
    """Its other cells stay."""
    books = sent(plan, 2013, tmp_path / "out")
    fill(books["县质监局"], (TASKS, "names 1", "状态", "推进中"), (TASKS, "names 1", "进展", "名录待批。"))
    fill(books["县经信局"], (TASKS, "names 2", "备注", "核实中"), (TASKS, "park", "状态", "推进中"))
    merged(plan, books["县质监局"], books["县经信局"])
    assert rows(plan / "progress.xlsx", "任务进展")[1:] == [
        {"年度": 2013, "任务": "park", "状态": "推进中", "原因": "园区规划正在调整。", "下步措施": "规划批复后启动。"},
        {"年度": 2013, "任务": "names", "状态": "已完成", "进展": "名录已公布。"},
        {
            "年度": 2013,
            "任务": "names",
            "分点": 2,
            "状态": "推进中",
            "进展": "完成技术改造3项。",
            "原因": "企业资金紧张。",
            "下步措施": "协调信贷支持。",
            "备注": "核实中",
        },
        {"年度": 2013, "任务": "names", "分点": 1, "状态": "推进中", "进展": "名录待批。"},
    ]


def test_a_book_that_is_not_there_is_made(tmp_path: Path) -> None:
    """With all its sheets and headers."""
    plan = write_plan(tmp_path, action=True)
    books = sent(plan, 2013, tmp_path / "out")
    fill(books["县质监局"], (TASKS, "lone", "状态", "已完成"), (TASKS, "brands 3", "状态", "未启动"))
    fill(books["县质监局"], (PROJECTS, "p1", "状态", "在建"), (PROJECTS, "p1", "本年完成投资（万元）", 1200.5))
    merged(plan, fill(books["县质监局"], (PROJECTS, "p1", "累计完成投资（万元）", "—")))
    assert rows(plan / "progress.xlsx", "任务进展") == [
        {"年度": 2013, "任务": "brands", "分点": 3, "状态": "未启动"},
        {"年度": 2013, "任务": "lone", "状态": "已完成"},
    ]
    assert rows(plan / "progress.xlsx", "项目进展") == [
        {"年度": 2013, "项目": "p1", "状态": "在建", "本年完成投资（万元）": 1200.5, "累计完成投资（万元）": "—"}
    ]


def test_a_second_merge_of_the_same_files_changes_nothing(plan: Path, books: dict[str, Path]) -> None:
    """Not a byte."""
    fill(books["县质监局"], (INDICATORS, QUALITY, "完成值", "91.50"), (INDICATORS, REVENUE, "完成值", 44.1))
    merged(plan, books["县质监局"])
    stands = (plan / "indicators.xlsx").read_bytes()
    found = merged(plan, books["县质监局"])
    assert (found.cells, found.changes) == (0, ())
    assert (plan / "indicators.xlsx").read_bytes() == stands


def test_what_is_still_missing_is_listed_with_from_whom(plan: Path, books: dict[str, Path]) -> None:
    """Units that returned nothing do not stop the others; what no table lists may stay blank."""
    done = [(INDICATORS, key, "完成值", 1) for key in ("12-5 brands 国家级", "12-5 brands 省级", "12-5 accidents")]
    fill(books["县质监局"], *done, (INDICATORS, QUALITY, "完成值", 92), (INDICATORS, REVENUE, "完成值", 40))
    found = merged(plan, books["县质监局"])
    assert [(each.unit, [label for label, _ in each.rows]) for each in found.missing] == [
        ("县质监局", ["指标“安全县评定”", "项目“检测中心”"]),
        ("县环保局", ["指标“污染物排放（化学需氧量）”", "项目“污水处理厂”"]),
        ("县经信局", ["指标“新增发明专利”"]),
    ]


def test_rows_that_were_sorted_and_blank_ones_between_do_no_harm(plan: Path, books: dict[str, Path]) -> None:
    """Nor does another name of the file, nor columns in another order."""
    fill(books["县质监局"], (INDICATORS, QUALITY, "完成值", 92))
    with opened(books["县质监局"]) as book:
        sheet = book[INDICATORS]
        values = [[cell.value for cell in row] for row in sheet.iter_rows()]
        sheet.delete_rows(1, sheet.max_row)
        for row in (values[0], *reversed(values[1:])):
            sheet.append(row[::-1])
        sheet.insert_rows(3, 2)
    renamed = books["县质监局"].rename(books["县质监局"].with_name("质监局（已填）最终版.xlsx"))
    merged(plan, renamed)
    assert rows(plan / "indicators.xlsx", "完成值")[-1] == {
        "时期": "12-5",
        "编号": "quality",
        "年度": 2014,
        "完成值": 92,
    }


def test_what_the_checks_find_in_the_answers_is_told(plan: Path, books: dict[str, Path]) -> None:
    """And what they found before is not."""
    amounts = ("状态", "未开工"), ("本年完成投资（万元）", 100), ("累计完成投资（万元）", 100)
    fill(books["县质监局"], *((PROJECTS, "p1", header, value) for header, value in amounts))
    found = merged(plan, books["县质监局"])
    assert {each.code for each in found.told} >= {"project-state"}


Spoil = Callable[[Workbook], object]


def set_to(sheet: str, cell: str, value: object) -> Spoil:
    """Return what changes one cell."""

    def change(book: Workbook) -> None:
        book[sheet][cell].value = value

    return change


def deleted(book: Workbook) -> None:
    book[INDICATORS].delete_rows(2)


def added(book: Workbook) -> None:
    book[INDICATORS].append(["12-5", "quality2", None, "新的指标"])


def unnamed(book: Workbook) -> None:
    book[INDICATORS].append([None] * 11 + [5])


def doubled(book: Workbook) -> None:
    sheet: Worksheet = book[INDICATORS]
    sheet.append([each.value for each in sheet[2]])


def without_column(book: Workbook) -> None:
    book[INDICATORS].delete_cols(12)


def renamed(book: Workbook) -> None:
    book[INDICATORS].title = "Sheet1"


def stripped(book: Workbook) -> None:
    del book[BASE]


REFUSALS: list[tuple[Spoil, str]] = [
    (
        set_to(INDICATORS, "G2", "≥91"),
        "指标完成情况!G2: 错误[collect-locked] 指标“产品抽查合格率”锁定的“目标值”被改动：原为“≥92”，现为“≥91”",
    ),
    (
        set_to(INDICATORS, "J2", 91.1),
        "指标完成情况!J2: 错误[collect-locked] 指标“产品抽查合格率”锁定的“2012年”被改动：原为“91”，现为“91.1”",
    ),
    (
        set_to(INDICATORS, "E5", "万元"),
        "指标完成情况!E5: 错误[collect-locked] 指标“检测服务业收入”锁定的“计量单位”被改动：原为“亿元”，现为“万元”",
    ),
    (
        set_to(INDICATORS, "H2", None),
        (
            "指标完成情况!H2: 错误[collect-locked] 指标“产品抽查合格率”锁定的“本年应达到”被改动："
            "原为“≥91.6（按序时进度）”，现为“”"
        ),
    ),
    (
        set_to(INDICATORS, "L2", "95个"),
        "指标完成情况!L2: 错误[number] “95个”数字后面带有别的文字；单位另写在计量单位里",
    ),
    (
        set_to(INDICATORS, "L5", "41000万元"),
        "指标完成情况!L5: 错误[number] “41000万元”数字后面带有别的文字；单位另写在计量单位里",
    ),
    (
        set_to(INDICATORS, "L5", 410000),
        (
            "指标完成情况!L5: 错误[collect-measure] 指标“检测服务业收入”："
            "410000亿元与已知的 41亿元相差 10000 倍，计量单位可能不对"
        ),
    ),
    (
        set_to(INDICATORS, "L2", 0.92),
        "指标完成情况!L2: 错误[collect-measure] 指标“产品抽查合格率”：0.92%与已知的 91.5%相差太大，可能填成了小数",
    ),
    (set_to(INDICATORS, "L2", "约92"), "指标完成情况!L2: 错误[number] “约92”不是数"),
    (set_to(INDICATORS, "N2", "快报数"), "指标完成情况!N2: 错误[cell-choice] “快报”不能是“快报数”"),
    (set_to(PROJECTS, "F2", "在建中"), "项目进展情况!F2: 错误[cell-choice] “状态”不能是“在建中”"),
    (
        set_to(PROJECTS, "I2", "完成装修"),
        "项目进展情况!F2: 错误[collect-answer] 项目“检测中心”填了“形象进度”，没有填“状态”",
    ),
    (
        set_to(BASE, "D5", "huanbao"),
        "回收核对!A2: 错误[collect-tampered] 隐藏的工作表“回收核对”被改过，或出自别的版本，分不清哪些是单位填的",
    ),
    (deleted, "指标完成情况: 错误[collect-row-gone] 缺少“12-5 quality”一行"),
    (added, "指标完成情况!A8: 错误[collect-row-added] “12-5 quality2”一行不是导出时的"),
    (unnamed, "指标完成情况!A8: 错误[collect-row-added] 这一行不是导出时的，也没有编号"),
    (doubled, "指标完成情况!A8: 错误[collect-row-twice] “12-5 quality”出现两次，另一处在 A2"),
    (without_column, "指标完成情况: 错误[header-missing] 缺少“完成值”一列"),
    (renamed, ": 错误[sheet-missing] 缺少工作表“指标完成情况”"),
    (stripped, ": 错误[collect-strange] 不是导出的填报表：缺少隐藏的工作表“回收核对”"),
]


@pytest.mark.parametrize(("spoil", "said"), REFUSALS, ids=[each.split("]")[0].split("[")[1] for _, each in REFUSALS])
def test_what_is_not_sound_is_refused_with_its_place(
    plan: Path, books: dict[str, Path], spoil: Spoil, said: str
) -> None:
    """And nothing is written, also not of what is sound."""
    path = fill(books["县质监局"], (INDICATORS, "12-5 accidents", "完成值", 1))
    with opened(path) as book:
        spoil(book)
    told = refused(plan, path)
    assert told[0] == f"{path.name}{'' if said.startswith(':') else '!'}{said}"
    assert all("collect-answer" in each for each in told[1:])


def test_a_qualitative_target_takes_its_words_only(plan: Path, books: dict[str, Path]) -> None:
    """No number, no words of one's own."""
    path = fill(books["县环保局"], (INDICATORS, EMISSION, "完成值", "完成了"))
    assert refused(plan, path) == [
        (
            f"{path.name}!指标完成情况!L2: 错误[collect-words] "
            "指标“污染物排放（化学需氧量）”是定性指标，完成值不能是“完成了”"
        )
    ]
    fill(path, (INDICATORS, EMISSION, "完成值", "达到序时进度"), (INDICATORS, EMISSION, "证据", "核查意见"))
    assert merged(plan, path).cells == 2


def test_all_that_is_wrong_in_all_files_is_told_at_once(plan: Path, books: dict[str, Path]) -> None:
    """File by file."""
    fill(books["县质监局"], (INDICATORS, QUALITY, "完成值", "a"), (INDICATORS, QUALITY, "指标名称", "合格率"))
    fill(books["县经信局"], (INDICATORS, "12-5 patents", "完成值", "b"))
    assert [each.split("]")[0] for each in refused(plan, *books.values())] == [
        "县质监局2014年填报表.xlsx!指标完成情况!D2: 错误[collect-locked",
        "县质监局2014年填报表.xlsx!指标完成情况!L2: 错误[number",
        "县经信局2014年填报表.xlsx!指标完成情况!L2: 错误[number",
    ]


def test_two_different_files_of_one_unit_are_refused_and_two_alike_are_one(plan: Path, books: dict[str, Path]) -> None:
    """Who knows which is the last."""
    path = fill(books["县质监局"], (INDICATORS, QUALITY, "完成值", 92))
    other = path.with_name("县质监局（2）.xlsx")
    copyfile(path, other)
    assert merged(plan, path, other).cells == 1
    fill(other, (INDICATORS, QUALITY, "完成值", 93))
    assert refused(plan, path, other) == [
        (
            f"{other.name}!指标完成情况!L2: 错误[collect-twice] “县质监局”交了两份，这一格不同：这里是“93”，"
            f"{path.name}!指标完成情况!L2 是“92”"
        )
    ]


def test_what_the_data_changed_meanwhile_is_not_overwritten(plan: Path, books: dict[str, Path]) -> None:
    """Somebody entered another figure since."""
    with opened(plan / "indicators.xlsx") as book:
        book["完成值"].append(["12-5", "quality", None, 2014, 91.9])
    path = fill(books["县质监局"], (INDICATORS, QUALITY, "完成值", 92))
    assert refused(plan, path) == [
        (
            f"{path.name}!指标完成情况!L2: 错误[collect-conflict] 指标“产品抽查合格率”的“完成值”填的是“92”，"
            "数据里（indicators.xlsx!完成值!E23）在导出之后改成了“91.9”"
        )
    ]
    assert merged(plan, fill(path, (INDICATORS, QUALITY, "完成值", 91.9))).cells == 0


def test_an_export_that_the_data_made_old_is_refused(plan: Path, books: dict[str, Path]) -> None:
    """The target is another, and an indicator that was filled in is another unit's."""
    with opened(plan / "indicators.xlsx") as book:
        book["指标"]["L2"].value = 95
        book["指标"]["N8"].value = "县经信局"
    path = fill(books["县质监局"], (INDICATORS, QUALITY, "完成值", 92), (INDICATORS, REVENUE, "完成值", 41))
    assert refused(plan, path) == [
        (
            f"{path.name}!指标完成情况!G2: 错误[collect-old] "
            "指标“产品抽查合格率”的“目标值”导出时是“≥92”，数据里现在是“≥95”"
        ),
        (
            f"{path.name}!指标完成情况!L5: 错误[collect-old] "
            "“12-5 revenue”现在不由这个单位填报：导出之后数据改了，填的“完成值”没有地方写"
        ),
    ]


def test_a_row_that_went_to_another_unit_and_was_left_blank_stops_nobody(plan: Path, books: dict[str, Path]) -> None:
    with opened(plan / "indicators.xlsx") as book:
        book["指标"]["N8"].value = "县经信局"
    assert merged(plan, fill(books["县质监局"], (INDICATORS, QUALITY, "完成值", 92))).cells == 1


def test_a_unit_that_has_nothing_left_to_tell_stops_nobody_unless_it_told_something(
    plan: Path, books: dict[str, Path]
) -> None:
    with opened(plan / "indicators.xlsx") as book:
        for row in book["指标"].iter_rows():
            for each in row:
                each.value = "县质监局" if each.value == "县经信局" else each.value
    fill(books["县质监局"], (INDICATORS, QUALITY, "完成值", 92))
    assert merged(plan, books["县质监局"], books["县经信局"]).units == ("县质监局",)
    with opened(books["县经信局"]) as book:
        book[INDICATORS]["L2"].value = 5
    (told,) = refused(plan, books["县质监局"], books["县经信局"])
    assert told.endswith("错误[collect-old] 单位“jingxin”现在没有要填报的事项：导出之后数据改了")


def test_sheets_that_are_none_of_ours_are_told(plan: Path, books: dict[str, Path]) -> None:
    """The answers may stand in a copy."""
    path = fill(books["县质监局"], (INDICATORS, QUALITY, "完成值", 92))
    with opened(path) as book:
        book.copy_worksheet(book[INDICATORS]).title = "改后"
    told = merged(plan, path).told
    assert [each.message for each in told if each.code == "sheet-unread"] == ["工作表“改后”不会被读取"]


def test_a_sheet_that_was_deleted_is_to_be_restored_and_no_other_renamed(plan: Path, books: dict[str, Path]) -> None:
    with opened(books["县质监局"]) as book:
        del book[TASKS if TASKS in book.sheetnames else PROJECTS]
    (told,) = refused(plan, books["县质监局"])
    assert told.endswith("被删去了")


def test_a_figure_of_the_years_before_may_be_corrected_meanwhile(plan: Path, books: dict[str, Path]) -> None:
    """It was shown to help; the answer is as good."""
    with opened(plan / "indicators.xlsx") as book:
        book["完成值"]["E2"].value = 90.5
    assert merged(plan, fill(books["县质监局"], (INDICATORS, QUALITY, "完成值", 92))).cells == 1


def test_an_answer_that_was_there_is_not_emptied(plan: Path, tmp_path: Path) -> None:
    """A cause may be."""
    books = sent(plan, 2013, tmp_path / "out")
    path = fill(books["县质监局"], (INDICATORS, QUALITY, "完成值", None), (INDICATORS, QUALITY, "来源", None))
    assert refused(plan, path) == [
        f"{path.name}!指标完成情况!K2: 错误[collect-cleared] 指标“产品抽查合格率”的“完成值”原有“91.5”，被清空了"
    ]
    fill(path, (INDICATORS, QUALITY, "完成值", 91.5))
    merged(plan, path)
    assert rows(plan / "indicators.xlsx", "完成值")[2] == {
        "时期": "12-5",
        "编号": "quality",
        "年度": 2013,
        "完成值": 91.5,
        "快报": "是",
        "备注": "抽查批次有所增加",
    }


def test_files_of_another_plan_or_year_are_refused(plan: Path, tmp_path: Path, books: dict[str, Path]) -> None:
    """Whatever they are called."""
    other = write_plan(tmp_path / "other", ("plan.yaml", "id: xian", "id: shi"), evaluation=True)
    strange = sent(other, 2014, tmp_path / "there")["县质监局"].rename(books["县质监局"].with_name("a.xlsx"))
    last = sent(plan, 2013, tmp_path / "last")["县经信局"].rename(books["县质监局"].with_name("b.xlsx"))
    assert refused(plan, books["县质监局"], strange, last) == [
        "a.xlsx: 错误[collect-plan] 这是规划“shi”的填报表，不是“xian”的",
        "b.xlsx: 错误[collect-year] 这是2013年度的填报表，要合并的是2014年度",
    ]


def test_an_old_format_is_refused(plan: Path, tmp_path: Path) -> None:
    """Whatever its name."""
    path = tmp_path / "县质监局.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert refused(plan, path) == ["县质监局.xls: 错误[xlsx-kind] 文件其实是旧格式的表格（.xls/.et），只改了扩展名"]


def test_data_that_lack_the_column_are_told(plan: Path, books: dict[str, Path]) -> None:
    """Its place is in the data."""
    with opened(plan / "indicators.xlsx") as book:
        book["完成值"].delete_cols(13)
        book["完成值"].append(["12-5", "quality", None, 2014])
    path = fill(books["县质监局"], (INDICATORS, QUALITY, "改进措施", "加强抽查"))
    told = refused(plan, path)
    assert [each.split("] ")[1] for each in told] == ["缺少“改进措施”一列，指标“产品抽查合格率”填报的内容没有地方写"]


def test_a_cell_of_the_data_that_would_show_another_number_is_not_written(plan: Path, tmp_path: Path) -> None:
    """93 in a cell whose format makes percent of it is 9300 %."""
    with opened(plan / "indicators.xlsx") as book:
        book["完成值"]["E4"].value = 0.915
        book["完成值"]["E4"].number_format = "0.00%"
    path = fill(sent(plan, 2013, tmp_path / "out")["县质监局"], (INDICATORS, QUALITY, "完成值", 93))
    (told,) = refused(plan, path)
    assert told.endswith("indicators.xlsx!完成值!E4: 错误[edit-value] 不能改写：填 93 会显示成“9300%”")
