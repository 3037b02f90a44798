"""How cells look: the roles of the form as named styles of the workbook."""

from collections.abc import Iterator

from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side

from yinfa.styling import Role, Style

# The form's roles that cells have, by what they are; those of the grid have rules about them.
ROLES = {"title": "caption", "label": "label", "note": "note"}
GRID = {"head": "table-head", "group": "table-cell", "data": "table-cell", "total": "table-total"}
SIDES = ("left", "center", "right")
UPRIGHT = 255  # characters one below the other


def named_styles(style: Style) -> Iterator[NamedStyle]:
    """Yield a style for every role, those of the grid once for each side that text is set to, heads also upright."""
    for role in ROLES.values():
        form = style.roles[role]
        yield _look(form.word, form, style, horizontal="center" if role == "caption" else "left")
    for role in dict.fromkeys(GRID.values()):
        for side in SIDES:
            yield _look(look_of(role, side, style), style.roles[role], style, horizontal=side, ruled=True)
    yield _look(look_of("table-head", "upright", style), style.roles["table-head"], style, ruled=True, turn=UPRIGHT)


def look_of(role: str, side: str, style: Style) -> str:
    """Return the name of the style of a grid's cell set to a side."""
    return f"{style.roles[role].word}-{side}"


def _look(
    name: str, role: Role, style: Style, *, horizontal: str = "center", ruled: bool = False, turn: int = 0
) -> NamedStyle:
    side = Side(style="thin")
    return NamedStyle(
        name,
        font=Font(name=style.faces[role.face].docx, size=role.size),
        alignment=Alignment(horizontal=horizontal, vertical="center", wrap_text=True, text_rotation=turn),
        border=Border(side, side, side, side) if ruled else Border(),
    )
