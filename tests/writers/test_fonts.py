"""Faces are found, prepared once and alike, and what none of them can print is known."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from tests.compose.composing import document_of
from yinfa.document.tree import (
    Attachments,
    Block,
    Cell,
    Contents,
    Entry,
    Heading,
    Imprint,
    Paragraph,
    RedHead,
    RunIn,
    Section,
    Signature,
    Table,
    Text,
)
from yinfa.styling import Face, Roles, load_style
from yinfa.writers import fonts
from yinfa.writers.fonts import MissingFont, PreparedFace, missing_characters, prepare_faces, write_font_config
from yinfa.writers.glyphs import missing_in

FACES = load_style().faces
NOWHERE = "\U0001f409"  # a dragon, which no Han face has
RARE = "丏"  # in cwTeX, not in Fandol
HEADS: tuple[dict[str, Any], ...] = (
    {"organs": (NOWHERE,)},
    {"number": NOWHERE},
    {"secrecy": NOWHERE},
    {"signers": (NOWHERE,)},
)


@pytest.fixture(scope="module")
def prepared() -> dict[str, tuple[PreparedFace, ...]]:
    """Return the faces as ordinary text needs them."""
    return prepare_faces(FACES, "质量发展 2015")


def _measures(face: PreparedFace, character: str) -> tuple[float, float, float, float]:
    """Return ascent, descent, line gap and the width of a character, of the type size."""
    (path,) = face.folder.glob("*.otf")
    with TTFont(path, lazy=True) as font:
        size, lines = font["head"].unitsPerEm, font["hhea"]
        width = font["hmtx"][font.getBestCmap()[ord(character)]][0]
        ascent, descent, gap = lines.ascent / size, -lines.descent / size, lines.lineGap / size
    return round(ascent, 2), round(descent, 2), gap, width / size


def test_latin_comes_first_everywhere(prepared: dict[str, tuple[PreparedFace, ...]]) -> None:
    """ASCII is set in the latin face whatever the Han face is."""
    latin = prepared["latin"][0]
    assert all(each[0] is latin for each in prepared.values())


def test_latin_has_nothing_but_ascii(prepared: dict[str, tuple[PreparedFace, ...]]) -> None:
    """Quotation marks, dashes and dots are left to the Han face, where they are a full em wide."""
    latin = prepared["latin"][0].characters
    assert "5" in latin
    assert not latin & set("“”‘’—…·")


def test_digits_are_half_an_em(prepared: dict[str, tuple[PreparedFace, ...]]) -> None:
    """Two digits take the place of one Han character."""
    assert {_measures(prepared["latin"][0], digit)[3] for digit in "0123456789"} == {0.5}


def test_all_faces_have_one_height(prepared: dict[str, tuple[PreparedFace, ...]]) -> None:
    """Faces of different ascent in one line would spoil the mesh of 22 lines."""
    faces = {each for several in prepared.values() for each in several}
    assert {_measures(face, "1")[:3] for face in faces} == {(0.88, 0.12, 0)}


def test_rare_faces_wait_until_needed() -> None:
    """The rare face stands third, only where a character asks for it; its Han too are an em wide."""
    faces = {name: FACES[name] for name in ("latin", "fangsong")}
    assert len(prepare_faces(faces, "质")["fangsong"]) == 2
    rare = prepare_faces(faces, "质" + RARE)["fangsong"][2]
    assert _measures(rare, RARE) == (0.88, 0.12, 0, 1)


def test_missing_characters_are_told() -> None:
    """A character is missing when neither the face, nor its rare faces, nor the latin one has it."""
    assert missing_characters(f"质量 A{RARE}{NOWHERE}\u200b", FACES["fangsong"]) == {NOWHERE}


def test_each_paragraph_is_looked_at_in_the_face_it_is_set_in() -> None:
    """Run-in headings in theirs, the mark and the list of contents too."""
    places: list[Block] = [
        Paragraph((RunIn(NOWHERE),)),
        Paragraph((Text(NOWHERE),), "note"),
        Contents("目录", 1, (Entry("h", 1, "", NOWHERE),)),
        Table("t", (), (1,), (), (((Cell((Text(NOWHERE),), role="total"),),),)),
        *(replace(RedHead("document", ("局",)), **each) for each in HEADS),
        Attachments(((Text(NOWHERE),),)),
        Signature((NOWHERE,), "2013年5月9日"),
        Imprint(printer=NOWHERE),
    ]
    style = load_style()
    for block in places:
        assert missing_in(document_of(Section("body", (block,))), style).keys() == {NOWHERE}
    assert missing_in(replace(document_of(), mark=NOWHERE), style) == {NOWHERE: ""}
    lacking = replace(style, run_in=replace(style.run_in, face="latin"))
    assert missing_in(document_of(Section("body", (Paragraph((RunIn("质"), Text("量"))),))), lacking).keys() == set(
        "质"
    )


def test_the_words_of_a_run_in_heading_have_a_face_of_their_own() -> None:
    """That of their level; what goes on behind them is set as any text."""
    style = load_style()
    latin = replace(style, roles=Roles(style.roles | {"heading-2": replace(style.roles["heading-2"], face="latin")}))
    heading = Heading("h", 2, (RunIn("质"), Text("量"), RunIn("县")), "run-in")
    assert missing_in(document_of(Section("body", (heading,))), latin).keys() == {"质"}


def test_a_face_is_prepared_without_drawing_its_glyphs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tens of thousands of them, for bounds that do not change: a rare character once took six minutes of a build."""
    drawn: list[str] = []
    monkeypatch.setattr(fonts, "CACHE", tmp_path)
    monkeypatch.setattr("fontTools.misc.psCharStrings.T2CharString.calcBounds", lambda *_: drawn.append("glyph"))
    face = fonts._prepare.__wrapped__(fonts._find(FACES["fangsong"].files))
    assert (len(face.characters) > 5_000, drawn) == (True, [])


def test_missing_file_says_what_to_do() -> None:
    """The exception names every file that would have served."""
    with pytest.raises(MissingFont, match=r"none\.otf 或 neither\.ttf") as caught:
        prepare_faces({"latin": Face("x", ("none.otf", "neither.ttf"))}, "")
    assert caught.value.names == ("none.otf", "neither.ttf")


def test_font_config_knows_the_given_faces_alone(
    prepared: dict[str, tuple[PreparedFace, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The engine cannot see a face of the system."""
    monkeypatch.setattr(fonts, "CACHE", tmp_path)
    text = write_font_config(prepared["fangsong"]).read_text(encoding="utf-8")
    assert text.count("<dir>") == 2
    assert all(f"<dir>{face.folder}</dir>" in text for face in prepared["fangsong"])
    assert "<include" not in text
