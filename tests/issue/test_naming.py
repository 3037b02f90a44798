"""File names: any title gives one that every system takes, and no two papers share one (hostile inputs 92 to 95)."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfa.issue.naming import MAX_BYTES, collisions, file_name, is_device

TITLES = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
FORBIDDEN = set('<>:"/\\|?*') | {chr(code) for code in range(32)}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("某县质量强县“十二五”规划", "某县质量强县“十二五”规划.pdf"),
        ("../../etc/passwd", "_.._etc_passwd.pdf"),
        ("/etc/x", "_etc_x.pdf"),
        ("C:\\Windows", "C__Windows.pdf"),
        ("a\nb\x00c", "a_b_c.pdf"),
        ("..", "_.pdf"),
        ("", "_.pdf"),
        ("a. ", "a.pdf"),
        ("CON", "_CON.pdf"),
        ("con.txt", "_con.txt.pdf"),
        ("COM¹", "_COM¹.pdf"),
        ("Aux .x", "_Aux .x.pdf"),
        ("CONTENTS", "CONTENTS.pdf"),
        ("e\u0301", "é.pdf"),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    """By example."""
    assert file_name(title, ".pdf") == name


def test_a_long_title_is_cut_between_characters() -> None:
    """82 Chinese characters and the ending fill a name; not one byte more."""
    assert file_name("规" * 83, ".docx") == f"{'规' * 83}.docx"
    assert file_name("规" * 84, ".docx") == f"{'规' * 83}.docx"
    assert len(file_name("规" * 300, ".docx").encode()) == 83 * 3 + 5 <= MAX_BYTES


@given(TITLES, st.sampled_from(["", ".pdf", ".docx"]))
def test_every_name_is_safe(title: str, ending: str) -> None:
    """Short enough, of one part, no device, nothing at its ends that Windows drops."""
    name = file_name(title, ending)
    stem = name.removesuffix(ending)
    assert 0 < len(name.encode()) <= MAX_BYTES
    assert not FORBIDDEN & set(name)
    assert Path(name).name == name
    assert not is_device(name)
    assert stem == stem.strip(" .") != ""


@given(TITLES)
def test_a_name_is_left_as_it_is(title: str) -> None:
    """What is safe once is not changed again."""
    once = file_name(title, "")
    assert file_name(once, "") == once


@pytest.mark.parametrize(
    ("names", "clashing"),
    [
        (["a", "b"], set()),
        (["a", "a"], {"a"}),
        (["Plan", "plan", "other"], {"Plan", "plan"}),
        (["é", "e\u0301"], {"é", "e\u0301"}),
        (["STRASSE", "straße"], {"STRASSE", "straße"}),
        (["a", "A", "a"], {"a", "A"}),
    ],
)
def test_names_that_some_system_takes_for_one_are_found(names: list[str], clashing: set[str]) -> None:
    """By case or by composition, or the very same."""
    assert collisions(names) == clashing
