"""Finding the faces of a form and preparing them once, so that every machine sets the same page.

A prepared face is a copy with a family name of its own and one ascent and descent for all (faces of different ascent
would spoil the mesh of 22 lines). The latin face keeps ASCII only, so that “”, — and … come from the Han face. Each
stands in a folder of its own under `.cache/fonts`, named by its source and by how it was made; fontconfig is told of
these folders and of nothing else, so no face of the system can slip in.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTCollection, TTFont

from yinfa.paths import CACHE, FONTS
from yinfa.styling import ASCENT, Face

ASCII = frozenset(map(chr, range(0x20, 0x7F)))
UNPRINTED = frozenset("\n\u200b\u2060")  # what a text may hold and no face needs
DESCENT = 0.12  # of the type size
_FAMILY = "yinfa "  # what the names of prepared families begin with
_RECIPE = 2  # count up when a change below makes other files of the same sources
_UNUSED = ("GSUB", "GPOS", "GDEF", "BASE", "kern", "mort", "morx", "vhea", "vmtx", "VORG", "DSIG")
_SYSTEM = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "C:/Windows/Fonts",
    "/usr/share/texlive/texmf-dist/fonts",
)


class MissingFont(Exception):
    """None of the files that could serve as a face was found; `names` are their names."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Say what an administrator must do."""
        super().__init__(f"缺少字体文件：{' 或 '.join(names)}。请放入 {FONTS}，或由管理员安装到系统字体目录。")
        self.names = names


@dataclass(frozen=True)
class PreparedFace:
    """A face ready for setting: its family name, its folder, what it can print, and where its dash has its top edge."""

    family: str
    folder: Path
    characters: frozenset[str]
    dash_top: float  # above the baseline, of the type size


def prepare_faces(faces: Mapping[str, Face], text: str) -> dict[str, tuple[PreparedFace, ...]]:
    """Return for each face of a form the prepared faces that set `text`, in the order in which they are asked.

    Raise MissingFont where none of a face's files is found. A rare face serves only if the text needs it.
    """
    latin = _prepare(_find(faces["latin"].files), ascii_only=True)
    return {
        name: (latin,) if name == "latin" else (latin, *_han_faces(face, frozenset(text)))
        for name, face in faces.items()
    }


def missing_characters(text: str, face: Face) -> set[str]:
    """Return the characters of `text` that neither `face`, nor its rare faces, nor the latin one can print."""
    wanted = frozenset(text)
    known = frozenset().union(*(each.characters for each in _han_faces(face, wanted)))
    return set(wanted - known - ASCII - UNPRINTED)


def files_of(faces: Mapping[str, Face]) -> Iterator[str]:
    """Yield what tells each file that a form may be set in from another: its path, its size and when it was written."""
    for name in dict.fromkeys(name for face in faces.values() for name in (*face.files, *face.rare)):
        if path := _look_up(name):
            yield _identity(path)


@cache
def ink_top(faces: tuple[PreparedFace, ...], text: str) -> float:
    """Return how high the ink of `text` reaches above the baseline, of the type size."""
    tops = [0.0]
    for face in faces:
        with TTFont(face.folder / f"{face.family.removeprefix(_FAMILY)}.otf", lazy=True) as font:
            glyphs, shapes, size = font.getBestCmap(), font.getGlyphSet(), font["head"].unitsPerEm
            pen = BoundsPen(shapes)
            for character in face.characters.intersection(text):
                shapes[glyphs[ord(character)]].draw(pen)
            tops.append(pen.bounds[3] / size if pen.bounds else 0)
    return max(tops)


def write_font_config(faces: Iterable[PreparedFace]) -> Path:
    """Return a fontconfig file that knows only `faces`; its name tells its content, so it is never out of date."""
    folders = sorted({str(each.folder) for each in faces})
    lines = "".join(f"<dir>{escape(folder)}</dir>\n" for folder in folders)
    text = (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        f"{lines}<cachedir>{escape(str(CACHE / 'fontconfig'))}</cachedir>\n</fontconfig>\n"
    )
    path = CACHE / "fonts" / f"{hashlib.sha256(text.encode()).hexdigest()[:16]}.conf"
    if not path.exists():
        _write(path, text.encode())
    return path


def _han_faces(face: Face, wanted: frozenset[str]) -> Iterator[PreparedFace]:
    main = _prepare(_find(face.files))
    yield main
    lacking = wanted - main.characters - ASCII - UNPRINTED
    for name in face.rare:
        if not lacking:
            return
        if (path := _look_up(name)) and (rare := _prepare(path)).characters & lacking:
            yield rare
            lacking -= rare.characters


def _find(names: tuple[str, ...]) -> Path:
    for name in names:
        if path := _look_up(name):
            return path
    raise MissingFont(names)


@cache
def _look_up(name: str) -> Path | None:
    if (path := FONTS / name).is_file():
        return path
    for folder in _SYSTEM:
        for parent, _, files in os.walk(Path(folder).expanduser()):
            if name in files:
                return Path(parent, name)
    return None


@cache
def _prepare(source: Path, ascii_only: bool = False) -> PreparedFace:
    made_of = f"{_RECIPE} {_identity(source)} {ascii_only}"
    folder = CACHE / "fonts" / f"{source.stem}-{hashlib.sha256(made_of.encode()).hexdigest()[:12]}"
    about = folder / "face.json"  # written last: where it stands, the face stands too
    if not about.exists():
        with _opened(source) as font:
            _restyle(font, f"{_FAMILY}{source.stem}", ascii_only)
            _write(folder / f"{source.stem}.otf", _bytes(font))
            _write(about, json.dumps(_describe(font), ensure_ascii=False).encode())
    known = json.loads(about.read_text(encoding="utf-8"))
    return PreparedFace(known["family"], folder, frozenset(known["characters"]), known["dash_top"])


def _identity(source: Path) -> str:
    state = source.stat()
    return f"{source} {state.st_size} {state.st_mtime_ns}"


def _opened(source: Path) -> TTFont:
    """Return a font of which what is not changed is copied: its bounds are its source's (a minute to take anew)."""
    return TTFont(source, fontNumber=_number(source), lazy=True, recalcTimestamp=False, recalcBBoxes=False)


def _number(source: Path) -> int:
    """Return which font of a collection is for Simplified Chinese; -1 where the file holds but one."""
    if source.suffix.lower() != ".ttc":
        return -1
    with TTCollection(source, lazy=True) as collection:
        names = [str(font["name"].getDebugName(1)) for font in collection.fonts]
    return next((number for number, name in enumerate(names) if name.endswith(" SC")), 0)


def _restyle(font: TTFont, family: str, ascii_only: bool) -> None:
    for tag in _UNUSED:
        if tag in font:
            del font[tag]
    if "glyf" in font and (han := font.getBestCmap().get(0x4E00)):
        font["head"].unitsPerEm = font["hmtx"][han][0]  # a Han character is one em wide; in cwTeX it is 0.92
    size = font["head"].unitsPerEm
    head, metrics = font["hhea"], font["OS/2"]
    head.ascent = metrics.sTypoAscender = metrics.usWinAscent = round(ASCENT * size)
    metrics.usWinDescent = round(DESCENT * size)
    head.descent = metrics.sTypoDescender = -metrics.usWinDescent
    head.lineGap = metrics.sTypoLineGap = font["head"].macStyle = 0
    metrics.usWeightClass, metrics.usWidthClass, metrics.fsSelection = 400, 5, 0x40  # regular
    font["name"].names = []
    for number, name in ((1, family), (2, "Regular"), (4, family), (6, family.replace(" ", "-"))):
        font["name"].setName(name, number, 3, 1, 0x409)
    if ascii_only:
        for table in font["cmap"].tables:
            if hasattr(table, "cmap"):
                table.cmap = {code: glyph for code, glyph in table.cmap.items() if chr(code) in ASCII}


def _describe(font: TTFont) -> dict[str, str | float]:
    glyphs, shapes = font.getBestCmap(), font.getGlyphSet()
    pen = BoundsPen(shapes)
    if 0x2014 in glyphs:
        shapes[glyphs[0x2014]].draw(pen)
    top = pen.bounds[3] if pen.bounds else 0
    characters = "".join(map(chr, sorted(glyphs)))
    return {
        "family": str(font["name"].getDebugName(1)),
        "characters": characters,
        "dash_top": top / font["head"].unitsPerEm,
    }


def _bytes(font: TTFont) -> bytes:
    stream = BytesIO()
    font.save(stream, reorderTables=None)
    return stream.getvalue()


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, though several processes do it at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.write_bytes(content)
    unfinished.replace(path)
