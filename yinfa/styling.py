"""The form of a paper as read from styles/gbt9704.yaml: pages, roles of paragraphs, faces, numbering."""

from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

import yaml

from yinfa.form import (
    ASCENT,
    MM_PER_PT,
    BoxForm,
    ChartStyle,
    Face,
    Fitting,
    HeadForm,
    Numbering,
    PageForm,
    Role,
    RunInForm,
    TableForm,
)
from yinfa.paths import STYLES

__all__ = [
    "ASCENT",
    "MM_PER_PT",
    "BadStyle",
    "BoxForm",
    "ChartStyle",
    "Face",
    "Fitting",
    "HeadForm",
    "Numbering",
    "PageForm",
    "Role",
    "Roles",
    "RunInForm",
    "Style",
    "TableForm",
    "load_style",
]


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
    heads: dict[str, HeadForm]
    fitting: Fitting
    run_in: RunInForm
    box: BoxForm
    table: TableForm
    chart: ChartStyle
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
        heads={name: _build(HeadForm, given, f"heads.{name}") for name, given in raw["heads"].items()},
        fitting=_build(Fitting, raw["fitting"], "fitting"),
        run_in=_build(RunInForm, raw["run_in"], "run_in"),
        box=_build(BoxForm, raw["box"], "box"),
        table=_build(TableForm, raw["table"], "table"),
        chart=_build(ChartStyle, raw["chart"], "chart"),
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
    if get_origin(kind) in (tuple, dict):
        return get_origin(kind)(value)
    if get_origin(kind) is Literal:
        wanted: tuple[type, ...] = (str,)
        if value not in get_args(kind):
            raise BadStyle(where, f"“{value}”不在 {'、'.join(get_args(kind))} 之中")
    else:
        wanted = (int, float) if kind is float else (kind,)
    if not isinstance(value, wanted) or (kind is not bool and isinstance(value, bool)):
        raise BadStyle(where, f"“{value}”不是{KINDS_OF_VALUE[kind]}")
    return value
