"""The outline pass: the contents list the headings down to their depth."""

from tests.compose.composing import STYLE, document_of
from yinfa.compose.number import number
from yinfa.compose.outline import outline
from yinfa.document.tree import Break, Contents, Entry, Heading, Num, RunIn, Section, Text


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


def test_of_an_annex_the_contents_list_the_title_alone() -> None:
    """Its own headings begin anew."""
    inside = (
        Heading("", 1, (Text("甲"),), "annex"),
        Heading("", 1, (Text("乙"),)),
        Heading("", 1, (Text("丙"),), "annex"),
    )
    assert [entry.text for entry in entries(2, *inside)] == ["甲", "丙"]


def test_of_a_run_in_heading_the_contents_list_the_heading_alone() -> None:
    """Without the text that goes on behind it."""
    (entry,) = entries(1, Heading("", 1, (RunIn("甲。"), Text("乙")), "run-in"))
    assert entry.text == "甲。"


def test_contents_list_their_own_paper() -> None:
    """Not the notice that it follows."""
    notice = Section("body", (Heading("", 1, (Text("甲"),)),))
    plan = Section("contents", (Contents("目录", 1),), opens=True), Section("body", (Heading("", 1, (Text("乙"),)),))
    contents = outline(number(document_of(notice, *plan), STYLE.numbering)).sections[1].blocks[0]
    assert isinstance(contents, Contents)
    assert [entry.text for entry in contents.entries] == ["乙"]


def test_a_depth_of_one_lists_chapters_and_annexes_only() -> None:
    """A depth of three everything here."""
    assert [entry.level for entry in entries(1, *HEADINGS)] == [1, 1]
    assert len(entries(3, *HEADINGS)) == 4
