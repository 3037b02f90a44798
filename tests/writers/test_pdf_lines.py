"""The lines of the PDF: 22 of 28 characters a page, broken as Chinese is, each full one from edge to edge."""

import random
import re
from itertools import pairwise

from tests.writers.pdf_measure import LEFT, RIGHT, pages_with, text_lines
from yinfa.document.tree import Heading, Paragraph, Ref, RunIn, Text


def test_mesh() -> None:
    """A page of full lines has 22 of 28 characters, each from edge to edge of the type area (rules 2 to 6)."""
    lines = text_lines(pages_with(Paragraph((Text("质量强县" * 28 * 6),)))[0])
    assert [len(line.text) for line in lines] == [26] + [28] * 21
    assert all(abs(line.right - RIGHT) <= 0.5 for line in lines)
    assert all(abs(line.left - LEFT) <= 0.1 for line in lines[1:])
    pitches = [after.baseline - before.baseline for before, after in pairwise(lines)]
    assert all(abs(pitch - 225 / 22) <= 0.05 for pitch in pitches)


def _ragged(seed: int) -> Paragraph:
    """Return a paragraph of words, marks, figures, references and run-in headings in no order."""
    pick = random.Random(seed)  # noqa: S311  # no secret, only the same every time
    shapes = (
        "{}，",
        "“{}”",
        "《{}》",
        "（{}）",
        "{}——",
        "{}……",
        "{}92.5%",
        "“{}”、“{}”",
        "（“{}”）",
        "{}·",
        "{}GB/T 9704",
    )
    words = [pick.choice(shapes).replace("{}", "质量强县发展规划"[: pick.randint(1, 8)]) for _ in range(80)]
    return Paragraph(tuple(pick.choice((Text, Text, RunIn, lambda text: Ref("h-1", text)))(word) for word in words))


def test_lines_break_as_chinese_does() -> None:
    """No closing mark begins a line, no opening one ends it, and dashes, dots and figures stay whole."""
    heading = Heading("h-1", 1, (Text("题"),), ordinal="一、")
    lines = [line for page in pages_with(heading, *map(_ragged, range(12))) for line in text_lines(page)]
    texts = [line.text.strip() for line in lines]
    assert len(texts) > 100
    assert not [text for text in texts if re.match(r"[，。、；：！？）》”’…·%℃]", text)]
    assert not [text for text in texts if re.search(r"[（《“‘]$", text)]
    joints = [f"{before[-1]}{after[0]}" for before, after in pairwise(texts)]
    assert not [joint for joint in joints if re.fullmatch(r"——|……|[\d.][\d.%]", joint)]


def test_full_lines_end_at_the_edge() -> None:
    """A line that kinsoku or figures left short is stretched, and its digits keep together (rule 4)."""
    lines = text_lines(pages_with(_ragged(3), _ragged(4))[0])
    full = [line for line, after in pairwise(lines) if after.left < LEFT + 1]
    assert len(full) > 10
    assert all(abs(line.right - RIGHT) <= 0.5 for line in full)
    for line in full:
        gaps = [right - left for left, right in zip(line.positions, line.positions[1:], strict=False)]
        digits = [gaps[match.start()] for match in re.finditer(r"\d(?=\d)", line.text)]
        assert all(abs(gap - 2.75) < 0.05 for gap in digits)


def test_no_line_is_torn_apart() -> None:
    """Two characters before a long address are not stretched over the line; the address is broken."""
    lines = text_lines(pages_with(Paragraph((Text(f"详见https://www.example.gov.cn/{'abcdefghij' * 12}"),)))[0])
    assert lines[0].positions[1] - lines[0].positions[0] < 6
    assert all(line.right <= RIGHT + 0.5 for line in lines)
