"""The line or the row that is shown of a place."""

from pathlib import Path

import pytest

from tests.plans import write_plan
from yinfa.diagnostics import Diagnostic, Origin, Severity
from yinfa.tell.excerpt import Desk, Field, Line, Row
from yinfa.tell.findings import gather
from yinfa.tell.text import text
from yinfa.tell.width import head, tail, width


def line(path: Path, at: tuple[int, int], message: str = "") -> Line:
    """Return the line that is shown of a place in a text."""
    shown = Desk().excerpt(Origin(str(path), *at), message)
    assert isinstance(shown, Line)
    return shown


def row(book: Path, sheet: str, cell: str) -> dict[str, str]:
    """Return what is shown of the row of a cell; the cell meant has a star."""
    shown = Desk().excerpt(Origin(str(book), sheet=sheet, cell=cell), "")
    assert isinstance(shown, Row)
    return {each.header + "*" * each.meant: each.value for each in shown.fields}


def written(folder: Path, words: str, encoding: str = "utf-8") -> Path:
    """Return a file with these words."""
    path = folder / "x.yaml"
    path.write_bytes(words.encode(encoding))
    return path


def test_the_caret_stands_below_the_character_however_wide_those_before_are(tmp_path: Path) -> None:
    """Two columns for a Han character, one for a Latin one, none for a mark that is set on another."""
    path = written(tmp_path, "a: 1\n质e\u0301: 草稿")
    told = text(gather([Diagnostic("c", Severity.ERROR, "错", Origin(str(path), 2, 6))])).splitlines()
    assert told[2] == "    2 │ 质e\u0301: 草稿"
    assert told[3].replace("\x1b[35m", "").replace("\x1b[0m", "") == "      │      ^^"


def test_the_last_word_that_the_message_quotes_is_marked_where_it_stands_behind_the_place(tmp_path: Path) -> None:
    path = written(tmp_path, "旧 - 到2015年，新新旧旧")
    assert line(path, (1, 5), "“新”不是“旧”") == Line(1, "旧 - 到2015年，新新", "旧", "旧")
    assert line(path, (1, 5), "“新”不是“老”") == Line(1, "旧 - 到2015年，", "新", "新旧旧")
    assert line(path, (1, 5), "没有“老”") == Line(1, "旧 - ", "到", "2015年，新新旧旧")


def test_words_at_the_very_place_are_marked_before_any_others(tmp_path: Path) -> None:
    """The longest of them: a name may begin with a shorter one that is quoted within it."""
    path = written(tmp_path, "名牌达到50个，名牌“省级”企业")
    assert line(path, (1, 5), "“50个”是“名牌”的") == Line(1, "名牌达到", "50个", "，名牌“省级”企业")
    assert line(path, (1, 9), "指标“名牌“省级”企业”与“名牌”") == Line(1, "名牌达到50个，", "名牌“省级”企业", "")


def test_of_a_sign_that_stands_there_more_than_once_none_is_marked(tmp_path: Path) -> None:
    """Unless it stands at the very place."""
    path = written(tmp_path, "a: 见{{ b }}和{{ c }")
    assert line(path, (1, 4), "写法有误“}”") == Line(1, "a: ", "见", "{{ b }}和{{ c }")
    assert line(path, (1, 17), "写法有误“}”") == Line(1, "a: 见{{ b }}和{{ c ", "}", "")
    assert line(path, (1, 12), "写法有误“}”") == Line(1, "a: 见{{ b }}和{{ c ", "}", "")


def test_a_name_is_marked_where_a_call_is_given_it(tmp_path: Path) -> None:
    """The prose before the call says the same words rightly."""
    path = written(tmp_path, 'a: 县名牌数为{{ target("名牌数") }}')
    assert line(path, (1, 4), "没有指标“名牌数”") == Line(1, 'a: 县名牌数为{{ target("', "名牌数", '") }}')


def test_a_call_that_the_message_repeats_is_marked(tmp_path: Path) -> None:
    path = written(tmp_path, 'a: 见{{ ref("x") }}和{{ ref("y") }}')
    assert line(path, (1, 4), 'ref("y") 没有对应的图表').mark == 'ref("y")'


@pytest.mark.parametrize("sign", ["|", ">-", "'甲", '"甲'])
def test_of_a_value_of_several_lines_the_one_with_the_words_is_shown(sign: str, tmp_path: Path) -> None:
    path = written(tmp_path, f"a:\n  - {sign}\n    乙\n\n    丙丁\n  - 戊丙")
    assert line(path, (2, 5), "没有“丙”") == Line(5, "    ", "丙", "丁")


def test_what_stands_below_a_value_is_not_part_of_it(tmp_path: Path) -> None:
    """Neither the next one, nor what stands below a place that begins no such value."""
    path = written(tmp_path, "a:\n  - |\n    乙\n  - 丙\nb:\n  - 丁")
    assert line(path, (2, 5), "没有“丙”") == Line(2, "  - ", "|", "")
    assert line(path, (5, 3), "缺少“丁”") == Line(5, "b:", "", "")


def test_a_place_at_the_end_of_a_line_is_shown_behind_it(tmp_path: Path) -> None:
    path = written(tmp_path, "place:\n")
    assert line(path, (1, 7)) == line(path, (1, 90)) == Line(1, "place:", "", "")


def test_of_a_long_line_only_what_stands_near_the_place_is_shown(tmp_path: Path) -> None:
    shown = line(written(tmp_path, "前" * 1000 + "甲" + "后" * 1000), (1, 1001))
    assert shown == Line(1, "…" + "前" * 24, "甲", "后" * 24 + "…")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_line_is_shown_in_whatever_encoding_it_was_read(encoding: str, tmp_path: Path) -> None:
    assert line(written(tmp_path, "a\r\n质量\r\n", encoding), (2, 2)) == Line(2, "质", "量", "")


def test_a_line_of_a_damaged_file_is_shown_with_blots(tmp_path: Path) -> None:
    """The reader told that it is damaged, and in which line."""
    path = tmp_path / "x.yaml"
    path.write_bytes("县质量监督局和经信局".encode()[:-1] + b": 1\n")
    assert line(path, (1, 1)) == Line(1, "", "县", "质量监督局和经信�: 1")


def test_what_hides_or_moves_shows_as_a_blot(tmp_path: Path) -> None:
    assert line(written(tmp_path, "甲\u202e乙\x1b[2J丙"), (1, 4)) == Line(1, "甲�乙", "�", "[2J丙")


def test_nothing_is_shown_where_nothing_can_be(tmp_path: Path) -> None:
    """A file that is gone, a folder, a line or a cell beyond the end, a whole file, a workbook that is none."""
    book = write_plan(tmp_path) / "indicators.xlsx"
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04" + bytes(range(256)))
    origins = [
        *(Origin("/nowhere/x.yaml", 1, 1), Origin(str(tmp_path), 1, 1), Origin(str(written(tmp_path, "a")), 2, 1)),
        *(Origin(str(book)), Origin("a\0b", 1, 1)),
        *(Origin(str(book), sheet="指标", cell=cell) for cell in ("A999", "ZZ1", "")),
        *(Origin(str(path), sheet="无", cell="A1") for path in (book, broken, tmp_path / "gone.xlsx")),
    ]
    assert [Desk().excerpt(each, "") for each in origins] == [None] * len(origins)


def test_a_file_that_is_too_large_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "a: 1")
    monkeypatch.setattr("yinfa.tell.excerpt.TEXT_BYTES", 3)
    assert Desk().excerpt(Origin(str(path), 1, 1), "") is None


def test_a_file_is_read_once_for_all_that_is_wrong_in_it(tmp_path: Path) -> None:
    path, desk = written(tmp_path, "a\nb"), Desk()
    assert desk.excerpt(Origin(str(path), 1, 1), "") == Line(1, "", "a", "")
    path.unlink()
    assert desk.excerpt(Origin(str(path), 2, 1), "") == Line(2, "", "b", "")


def test_a_row_shows_the_cell_with_its_neighbours_and_what_names_it(tmp_path: Path) -> None:
    book = write_plan(tmp_path, ("指标!L4", "二十")) / "indicators.xlsx"
    shown = row(book, "指标", "L4")
    assert list(shown) == ["时期", "编号", "指标名称", "属性", "比较", "目标值*", "责任单位"]
    assert list(shown.values()) == ["12-5", "brands", "品牌数", "预期性", "区间", "二十", "县质监局"]


def test_a_cell_that_is_blank_or_broken_is_shown_as_such(tmp_path: Path) -> None:
    plan = write_plan(tmp_path, ("指标!L2", "#REF!"), ("指标!F3", None))
    assert row(plan / "indicators.xlsx", "指标", "L2")["目标值*"] == "（读不出）"
    assert row(plan / "indicators.xlsx", "指标", "F3")["指标名称*"] == "（空）"


def test_of_several_cells_the_first_is_meant(tmp_path: Path) -> None:
    book = write_plan(tmp_path) / "indicators.xlsx"
    assert "序号*" in row(book, "指标", "E2:F3")
    assert "序号*" in row(book, "指标", "E2..E7")


def test_the_headers_themselves_are_shown_without_headers(tmp_path: Path) -> None:
    book = write_plan(tmp_path) / "projects.xlsx"
    shown = Desk().excerpt(Origin(str(book), sheet="项目", cell="A1"), "")
    assert shown == Row(1, (Field("", "编号", True), Field("", "序号", False), Field("", "项目名称", False)))


def test_a_long_cell_is_shown_in_one_short_line(tmp_path: Path) -> None:
    book = write_plan(tmp_path, ("项目!G2", "建设\n" + "实验用房" * 20)) / "projects.xlsx"
    said = row(book, "项目", "G2")["建设内容*"]
    assert said.startswith("建设 实验用房")
    assert said.endswith("…")
    assert width(said) <= 24


@pytest.mark.parametrize("columns", range(2, 9))
def test_a_text_is_cut_to_columns_at_either_end(columns: int) -> None:
    words = "质a量b强县"
    assert width(head(words, columns)) <= columns
    assert width(tail(words, columns)) <= columns
    assert head(words, columns)[:-1] == words[: len(head(words, columns)) - 1]
    assert words.endswith(tail(words, columns)[1:])
