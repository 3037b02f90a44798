"""The form of a paper as read from styles/gbt9704.yaml: pages, roles of paragraphs, faces, numbering."""

from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

import yaml

from yinfa.paths import STYLES

MM_PER_PT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class PageForm:
    """A page: sides and margins in mm, and the mesh of lines and characters of its body text."""

    width: float
    height: float
    top: float
    left: float
    bottom: float
    right: float
    lines: int
    characters: int
    number_gap: float
    mark_top: float
    caption_room: float

    @property
    def text_width(self) -> float:
        """Return the width of the type area in mm."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Return the height of the type area in mm."""
        return self.height - self.top - self.bottom

    def area(self, *, wide: bool) -> tuple[float, float]:
        """Return width and height of the type area in mm, those of the turned sheet if `wide`."""
        return (self.text_height, self.text_width) if wide else (self.text_width, self.text_height)

    def picture_height(self, *, wide: bool) -> float:
        """Return the greatest height of a picture in mm: heading, picture and caption go on one page."""
        return self.area(wide=wide)[1] - self.caption_room


@dataclass(frozen=True, slots=True)
class Role:
    """How a paragraph of one role looks.

    `size`, `line`, `before`, `after`, `tracking` in pt; `indent` (first line), `left` and `right` in characters of the
    role's own size; `outline` 1-9, or 0 for body text; `next` keeps it on the page of what follows.
    """

    word: str
    face: str
    size: float
    line: float
    tracking: float
    align: Literal["left", "center", "right", "justify"]
    indent: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    outline: int = 0
    next: bool = False

    @property
    def advance(self) -> float:
        """Return the width of one Han character in pt, tracking included."""
        return self.size + self.tracking


@dataclass(frozen=True, slots=True)
class RunInForm:
    """The character style of a run-in heading."""

    word: str
    face: str


@dataclass(frozen=True, slots=True)
class BoxForm:
    """The frame of a 专栏: border, padding and, below its text, `foot` in pt; the shade behind its title as RRGGBB.

    The foot is small: WeasyPrint 70 counts it twice when it looks whether a line still fits on the page.
    """

    border: float
    padding: float
    foot: float
    shade: str


@dataclass(frozen=True, slots=True)
class TableForm:
    """The grid of a table: border and padding of cells in pt."""

    border: float
    pad_x: float
    pad_y: float


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface: its name in the DOCX, the files the PDF may be set in, and those for rare characters."""

    docx: str
    files: tuple[str, ...]
    rare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbering:
    """The patterns of ordinals: `{han}` Chinese numerals, `{n}` digits."""

    headings: tuple[str, ...]
    headings_cited: tuple[str, ...]
    ordered: str
    dash: str
    table: str
    figure: str
    box: str
    annex: str


class BadStyle(ValueError):
    """styles/gbt9704.yaml cannot be used; `str()` says in Chinese what is wrong with it and where."""

    def __init__(self, where: str, trouble: str) -> None:
        super().__init__(f"styles/gbt9704.yaml: {where}: {trouble}")


class Roles(dict[str, Role]):
    """The roles by name; one that a writer asks for and that is not there raises `BadStyle`."""

    def __missing__(self, name: str) -> Role:
        raise BadStyle("roles", f"缺少“{name}”")


@dataclass(frozen=True)
class Style:
    """The whole form: what both writers and the numbering passes are told."""

    page: PageForm
    roles: Roles
    run_in: RunInForm
    box: BoxForm
    table: TableForm
    numbering: Numbering
    faces: dict[str, Face] = field(default_factory=dict)


@cache
def load_style(path: Path = STYLES / "gbt9704.yaml") -> Style:
    """Return the form described in `path`. Raise `BadStyle` naming the key that is missing, unknown or mistyped."""
    try:
        return _style(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        raise BadStyle("YAML", str(error)) from error
    except KeyError as error:
        raise BadStyle("全文", f"缺少“{error.args[0]}”") from error


def _style(raw: dict[str, Any]) -> Style:
    page = _build(PageForm, raw["page"], "page")
    body = raw["roles"]["body"]
    roles = Roles({name: _build(Role, body | given, f"roles.{name}") for name, given in raw["roles"].items()})
    faces = {name: _build(Face, given, f"profiles.{name}") for name, given in raw["profiles"][raw["profile"]].items()}
    return Style(
        page=page,
        roles=roles,
        run_in=_build(RunInForm, raw["run_in"], "run_in"),
        box=_build(BoxForm, raw["box"], "box"),
        table=_build(TableForm, raw["table"], "table"),
        numbering=_build(Numbering, raw["numbering"], "numbering"),
        faces=faces,
    )


Form = TypeVar("Form")
KINDS_OF_VALUE = {float: "数", int: "整数", str: "文字", bool: "true 或 false"}


def _build(form: type[Form], given: dict[str, Any], where: str) -> Form:
    known = {each.name: each.type for each in fields(form)}  # type: ignore[arg-type]  # Form is a dataclass
    if unknown := given.keys() - known.keys():
        raise BadStyle(where, f"不认识“{'、'.join(sorted(unknown))}”")
    values = {name: _typed(known[name], value, f"{where}.{name}") for name, value in given.items()}
    try:
        return form(**values)
    except TypeError as error:
        raise BadStyle(where, f"缺少必填的键（可用：{'、'.join(known)}）") from error


def _typed(kind: Any, value: Any, where: str) -> Any:
    if get_origin(kind) is tuple:
        return tuple(value)
    if get_origin(kind) is Literal:
        wanted: tuple[type, ...] = (str,)
        if value not in get_args(kind):
            raise BadStyle(where, f"“{value}”不在 {'、'.join(get_args(kind))} 之中")
    else:
        wanted = (int, float) if kind is float else (kind,)
    if not isinstance(value, wanted) or (kind is not bool and isinstance(value, bool)):
        raise BadStyle(where, f"“{value}”不是{KINDS_OF_VALUE[kind]}")
    return value
