"""A figure within a text is told at its own line and column, however the text is written."""

from pathlib import Path

import pytest

from tests.checks.prosing import found
from tests.plans import SHOWN
from tests.prose.stating import SPOTS, YEAR
from yinfa.checks import check
from yinfa.checks.settings import applied
from yinfa.diagnostics import Origin, Report, Severity
from yinfa.model.load import load_plan
from yinfa.prose.places import place_in
from yinfa.sources.text import Text
from yinfa.sources.yaml_file import read_yaml

FIGURE = "95%"
WRITTEN = {  # how the words are written, and the line and the column of the figure
    "plain": ("a: 抓好质量，合格率达到95%以上。\n", 1, 14),
    "plain, over lines": ("a: 抓好质量，\n  合格率达到\n  95%以上。\n", 3, 3),
    "single quotes": ("a: '抓好''质量''，合格率达到95%以上。'\n", 1, 19),
    "single quotes, over lines": ("a: '抓好''质量''，\n\n   合格率达到95%以上。'\n", 3, 9),
    "double quotes": ('a: "抓好\\"质量\\"，合格率达到95%以上。"\n', 1, 19),
    "double quotes, joined": ('a: "抓好质量，\\\n  合格率达到95%以上。"\n', 2, 8),
    "literal block": ("a: |\n  抓好质量，\n  合格率达到95%以上。\n", 3, 8),
    "folded block": ("a: >-\n  抓好质量，\n\n  合格率\n  达到95%以上。\n", 5, 5),
    "in brackets": ("a: [抓好质量, '合格率达到95%以上。']\n", 1, 17),
}


@pytest.mark.parametrize("how", WRITTEN)
def test_a_character_is_found_however_its_text_is_written(tmp_path: Path, how: str) -> None:
    source, line, column = WRITTEN[how]
    (tmp_path / "a.yaml").write_text(source, encoding="utf-8")
    text = _last(read_yaml(tmp_path / "a.yaml", "a.yaml", Report()))
    assert place_in(text, text.index(FIGURE), source) == Origin("a.yaml", line, column)


@pytest.mark.parametrize("source", ['a: "\\u5408格率达到95%。"\n', "", "a: 别的话\n"])
def test_what_is_lost_is_told_where_its_text_begins(source: str) -> None:
    """A character that is written as its code; a file that was changed meanwhile."""
    text = Text("合格率达到95%。", Origin("a.yaml", 1, 4))
    assert place_in(text, text.index(FIGURE), source) == text.origin


def _last(value: object) -> Text:
    """Return the last text of what was read."""
    while not isinstance(value, Text):
        value = list(value.values())[-1] if isinstance(value, dict) else value[-1]  # type: ignore[index]
    return value


BLOCK = "|\n          加强品牌培育。\n          2013年，产品抽查合格率为92.5%，检测服务业收入为40.5亿元。"


def test_two_figures_of_a_block_are_told_at_two_places(tmp_path: Path) -> None:
    (tmp_path / "xian").mkdir()
    found(tmp_path, (YEAR, SPOTS[YEAR], BLOCK))
    assert _told(tmp_path) == [f"{SHOWN}/{YEAR}:38:25", f"{SHOWN}/{YEAR}:38:39"]


@pytest.mark.parametrize(("words", "left"), [("合格率为92.5%", 1), ("加强品牌培育", 0), ("保护商标", 2)])
def test_a_figure_of_a_block_is_silenced_by_words_of_its_line_or_of_its_text(
    tmp_path: Path, words: str, left: int
) -> None:
    """The words of the line silence what they quote, those of another line of the text all that is in it."""
    silence = f"silenced:\n  - {{code: prose-table, at: {YEAR}, words: {words}, reason: 已核对}}\ndocuments:\n"
    found(tmp_path, (YEAR, SPOTS[YEAR], BLOCK), ("plan.yaml", "documents:\n", silence))
    assert len([place for place in _told(tmp_path) if YEAR in place]) == left


def _told(folder: Path) -> list[str]:
    """Return where the rules find a figure that differs in the plan in a folder, but for what is silenced."""
    report = Report()
    plan = load_plan(folder / "xian", SHOWN, report)
    assert plan is not None
    check(plan, report)
    applied(plan, report, ())
    return [str(each.origin) for each in report if each.severity is Severity.ERROR]
