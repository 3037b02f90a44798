"""The characters of a file as they are parsed, and the way back to its bytes."""

from pathlib import Path

import pytest

from tests.mend.typed import CALL, SHOWN, bindings_in
from yinfa.diagnostics import Report
from yinfa.mend.binding import GivenUp
from yinfa.mend.original import Replacement, opened
from yinfa.mend.write import mended

LEFT = "“92%”没有改动："


def test_bytes_of_no_known_encoding_are_left(tmp_path: Path) -> None:
    """They would not come out again as they went in."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a: \xba\xcf\xff")
    with pytest.raises(GivenUp, match="认不出文件的编码"):
        opened(path, SHOWN)


def test_a_file_that_is_gone_is_left(tmp_path: Path) -> None:
    """It may have been renamed meanwhile."""
    with pytest.raises(GivenUp, match="文件读不了"):
        opened(tmp_path / "plan.yaml", SHOWN)


def test_the_places_of_characters_are_those_of_the_parser(tmp_path: Path) -> None:
    """Line and column from 1, whatever the line ends."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    original = opened(path, SHOWN)
    assert original.text == "a: 1\nb: 2\n"
    assert [str(original.origin(place)) for place in (0, 5, 8)] == [f"{SHOWN}:1:1", f"{SHOWN}:2:1", f"{SHOWN}:2:4"]


def test_characters_are_replaced_where_they_stand_in_the_bytes(tmp_path: Path) -> None:
    """Behind a mark and line ends of two characters; also nothing, put in between."""
    path = tmp_path / "plan.yaml"
    path.write_bytes("\ufeffa: 甲\r\nb: 乙\rc: 丙\r\n".encode())
    data = opened(path, SHOWN).with_([Replacement(4, 4, "'"), Replacement(8, 9, "二"), Replacement(13, 14, "三")]).data
    assert data == "\ufeffa: 甲'\r\nb: 二\rc: 三\r\n".encode()


@pytest.mark.parametrize("content", ["a: 甲92%\nb: '没有配对\n", "a: 甲92%\na: 乙\n", "a: 甲92%\nb: &x 乙\n"])
def test_a_file_with_a_fault_is_left(content: str, tmp_path: Path) -> None:
    """It is not known how it is meant."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a: \xe7\x94\xb292%\n")
    found = bindings_in(path, {"92%": CALL})
    path.write_text(content, encoding="utf-8")
    report = Report()
    assert mended(opened(path, SHOWN), found, report) is None
    assert [each.message for each in report] == [f"{LEFT}文件本身有错误，先改好"]
