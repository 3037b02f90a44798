"""The roles of the form and those that only Word needs, each with the id of its style."""

from dataclasses import dataclass, replace

from yinfa.document.tree import Align
from yinfa.styling import MM_PER_PT, Role, Style

# Word knows these by id: the navigation pane, the update of the contents and lists of captions rest on them.
BUILT_IN = {"Title": "Title", "caption": "Caption", "toc 1": "TOC1", "toc 2": "TOC2"} | {
    f"heading {level}": f"Heading{level}" for level in range(1, 5)
}
ALIGNED = ("table-head", "table-cell", "table-total")
BASELINE = 0.8  # of an exact line, below its top: where Word and LibreOffice set the characters
DASH_TOP = 0.31  # of the type size, above the baseline: the upper edge of a Han face's dash
SIDES: dict[Align, str] = {"left": "左", "center": "中", "right": "右"}


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style in the making: its role, and the key of the look that it is based on."""

    role: Role
    parent: str = "body"


def looks_of(style: Style) -> dict[str, Look]:
    """Return every paragraph style by key, parents first: the roles of the form, then what is derived from them."""
    roles = style.roles
    looks = {name: Look(role) for name, role in roles.items()}
    looks["body"] = Look(roles["body"], "")
    looks |= _box_looks(style)
    for name in ALIGNED:
        for side, word in SIDES.items():
            if side != roles[name].align:
                looks[f"{name}-{side}"] = Look(replace(roles[name], word=roles[name].word + word, align=side), name)
    mark = roles["annex-mark"]
    # the title is to stand on line 3; of the spaces after one paragraph and before the next Word takes the larger
    to_title = roles["body"].line + roles["annex-title"].before
    looks["annex-mark"] = Look(replace(mark, after=to_title))
    looks["annex-mark-wide"] = Look(replace(mark, word=f"{mark.word}横页"), "annex-mark")
    looks["figure-caption"] = Look(replace(roles["caption"], word="图题", next=False), "caption")
    looks |= _margin_looks(style)
    looks["section-end"] = Look(replace(roles["plain"], word="分节", size=1, line=0.7))
    return looks


def _box_looks(style: Style) -> dict[str, Look]:
    body, label = style.roles["box-body"], style.roles["label"]
    return {
        "box-label": Look(replace(body, word="专栏小标题", face=label.face, next=True), "box-body"),
        "box-dash": Look(replace(body, word="专栏破折号列项"), "box-body"),
        "box-ordered": Look(replace(body, word="专栏编号列项"), "box-body"),
    }


def _margin_looks(style: Style) -> dict[str, Look]:
    """Return the looks of head and foot.

    With the space about them they reach to the type area: LibreOffice forgets the distance between the two on the
    first page of a section that begins on a right-hand page.
    """
    page, mark, number = style.page, style.roles["mark"], style.roles["number"]
    below = replace(mark, after=(page.top - page.mark_top) / MM_PER_PT - mark.line)
    wide = replace(mark, after=(page.left - page.mark_top) / MM_PER_PT - mark.line, word=f"{mark.word}横页")
    odd = replace(number, align="right", right=1, before=number_drop(style))
    even = replace(odd, align="left", right=0, left=1, word=f"{number.word}双页")
    return {
        "mark": Look(below),
        "mark-wide": Look(wide, "mark"),
        "number": Look(odd),
        "number-even": Look(even, "number"),
    }


def number_drop(style: Style) -> float:
    """Return how far below the type area the page number's line begins, in pt: its dash lies `number_gap` below."""
    number = style.roles["number"]
    return style.page.number_gap / MM_PER_PT - (number.line * BASELINE - number.size * DASH_TOP)


def style_id(key: str, look: Look) -> str:
    """Return the id of a style: Word's own where it has one, or else one made from the key."""
    return BUILT_IN.get(look.role.word) or "Gw" + "".join(part.capitalize() for part in key.split("-"))
