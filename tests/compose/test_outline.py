"""The outline pass: the contents list the headings down to their depth."""

from tests.compose.composing import STYLE, document_of
from yinfa.compose.number import number
from yinfa.compose.outline import outline
from yinfa.document.tree import Break, Contents, Entry, Heading, Num, Section, Text


def entries(depth: int, *headings: Heading) -> tuple[Entry, ...]:
    """Return the entries of contents `depth` deep before these headings."""
    sections = (Section("contents", (Contents("目录", depth),)), Section("body", headings))
    (contents,) = outline(number(document_of(*sections), STYLE.numbering)).sections[0].blocks
    assert isinstance(contents, Contents)
    return contents.entries


HEADINGS = (
    Heading("goals", 1, (Text("目标"),)),
    Heading("", 2, (Text("到"), Num("2015年", None), Break(), Text("的目标"))),
    Heading("", 3, (Text("细目"),)),
    Heading("", 1, (Text("项目"),), "annex"),
)


def test_contents_list_headings_down_to_their_depth() -> None:
    """With id, level, ordinal and words; a break is no blank."""
    assert entries(2, *HEADINGS) == (
        Entry("goals", 1, "一、", "目标"),
        Entry("section-1-1", 2, "（一）", "到2015年的目标"),
        Entry("annex-1", 1, "附件", "项目"),
    )


def test_a_depth_of_one_lists_chapters_and_annexes_only() -> None:
    """A depth of three everything here."""
    assert [entry.level for entry in entries(1, *HEADINGS)] == [1, 1]
    assert len(entries(3, *HEADINGS)) == 4
