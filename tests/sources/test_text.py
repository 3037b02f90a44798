"""Characters: what is decoded, what is refused, what is stripped."""

import copy
import pickle

import pytest

from yinfa.diagnostics import Origin, Report, Severity
from yinfa.sources.text import Text, clean, decode

HERE = Origin("a.yaml", 3, 5)


def test_a_text_is_a_string_that_knows_its_place() -> None:
    text = Text("质量", HERE)
    assert (text, text.origin) == ("质量", HERE)


def through_a_pickle(text: Text) -> Text:
    again: Text = pickle.loads(pickle.dumps(text))  # noqa: S301  our own bytes
    return again


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, through_a_pickle])
def test_a_copy_of_a_text_keeps_its_place(duplicate: type) -> None:
    again = duplicate(Text("质量", HERE))
    assert (again, again.origin) == ("质量", HERE)


@pytest.mark.parametrize(
    "data",
    ["甲\n乙".encode(), b"\xef\xbb\xbf" + "甲\n乙".encode(), "甲\r\n乙".encode(), "甲\r乙".encode()],
    ids=["plain", "byte-order-mark", "windows", "old-mac"],
)
def test_utf_8_is_decoded_without_a_word(data: bytes) -> None:
    report = Report()
    assert decode(data, "a.yaml", report) == "甲\n乙"
    assert list(report) == []


@pytest.mark.parametrize("word", ["质量强市", "模型", "联通", "镕"])
def test_gb18030_is_decoded_with_a_notice(word: str) -> None:
    report = Report()
    assert decode(f"{word}\r\n".encode("gb18030"), "a.yaml", report) == f"{word}\n"
    assert [(each.severity, each.origin) for each in report] == [(Severity.NOTICE, Origin("a.yaml"))]


@pytest.mark.parametrize(
    "data", ["中文規劃".encode("big5"), "规划".encode("utf-16"), b"\xff\xff", b"\x89PNG\r\n\x1a\n\x00\xff"]
)
def test_any_other_encoding_is_a_fault(data: bytes) -> None:
    report = Report()
    assert decode(data, "a.yaml", report) is None
    assert [each.code for each in report] == ["encoding"]
    assert report.has_faults


def test_utf_8_cut_in_mid_character_names_the_line_and_is_not_taken_for_gbk() -> None:
    report = Report()
    assert decode("标题：质量\n内容".encode()[:-1], "a.yaml", report) is None
    assert [str(each.origin) for each in report] == ["a.yaml:2:1"]


@pytest.mark.parametrize(
    ("character", "said"),
    [
        ("\x07", "控制字符 U+0007"),
        ("\x9f", "控制字符 U+009F"),
        ("\ufffe", "不是文字的码位 U+FFFE"),
        ("\ud800", "孤立代理码） U+D800"),
        ("\u202e", "改变文字方向的控制符 U+202E"),
        ("\u2066", "改变文字方向的控制符 U+2066"),
        ("\u200b", "零宽字符 U+200B"),
        ("\u2028", "换行符 U+2028"),
        ("\ufffd", "乱码（替代符） U+FFFD"),
        ("\U000e0041", "不是文字的码位 U+E0041"),
    ],
)
def test_a_character_that_must_not_be_printed_is_a_fault_with_its_code_point(character: str, said: str) -> None:
    report = Report()
    assert clean(f"甲{character}乙{character}", HERE, report) == "甲乙"
    assert [(each.code, each.severity, each.origin) for each in report] == [("character", Severity.FAULT, HERE)]
    assert said in next(iter(report)).message


def test_ordinary_text_is_left_as_it_is() -> None:
    report = Report()
    text = "第一段 “引文”——①\n\t第二段\u3000㎡🙂"
    assert clean(text, HERE, report, announce=True) == text
    assert list(report) == []


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u3000", "\ufeff", "\n", "\r\n", "\t", "\u2003"])
def test_blanks_at_the_ends_are_stripped_and_announced_only_when_asked(blank: str) -> None:
    quiet, loud = Report(), Report()
    assert clean(f"{blank}甲 乙{blank}", HERE, quiet) == "甲 乙"
    assert clean(f"{blank}甲 乙{blank}", HERE, loud, announce=True) == "甲 乙"
    assert list(quiet) == []
    assert [(each.code, each.severity) for each in loud] == [("blank-ends", Severity.NOTICE)]


def test_a_notice_never_shows_the_character_it_warns_of() -> None:
    report = Report()
    clean(" 甲\u202e乙", HERE, report, announce=True)
    assert "\u202e" not in "".join(str(each) for each in report)
