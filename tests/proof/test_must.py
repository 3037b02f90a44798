"""Every must-rule of docs/gbt9704.md is told before a build, as the table there says."""

import re
from collections.abc import Iterator

from yinfa.checks.codes import CODES
from yinfa.paths import ROOT
from yinfa.proof import PAGE_RULES

ROW = re.compile(r"^\| (\d+) \| (.+?) \|.*\| ([^|]+) \|$", re.MULTILINE)
BY_DATA = {24}  # a date of the data is printed by the program in the one form


def rows() -> Iterator[tuple[int, str, set[str]]]:
    """Yield each rule of the table with its words and the codes that tell of it."""
    table = (ROOT / "docs" / "gbt9704.md").read_text(encoding="utf-8")
    for number, words, told in ROW.findall(table):
        yield int(number), words, set(re.findall(r"\[([a-z-]+)\]", told))


def test_the_table_has_all_rules() -> None:
    assert [number for number, _, _ in rows()] == list(range(1, 39))


def test_every_must_is_told_as_something_or_cannot_be_broken() -> None:
    silent = {number for number, words, codes in rows() if "(must" in words and not codes}
    assert silent == BY_DATA


def test_what_the_table_names_are_codes_and_no_code_of_the_form_is_left_out() -> None:
    named = set[str]().union(*(codes for _, _, codes in rows()))
    assert named <= set(CODES)
    assert {rule.code for rule in PAGE_RULES if rule.code.startswith("form-")} <= named
