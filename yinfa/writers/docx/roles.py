"""The roles of the form and those that only Word needs, each with the id of its style."""

from dataclasses import dataclass, replace

from yinfa.document.tree import Align
from yinfa.fitting import breadth_of, ordinal_room
from yinfa.styling import ASCENT, MM_PER_PT, HeadForm, Role, Style
from yinfa.writers.docx.xml import Element, twips, w
from yinfa.writers.titles import ATTACHED, COPIED

# Word knows these by id: the navigation pane, the update of the contents and lists of captions rest on them.
BUILT_IN = {"Title": "Title", "caption": "Caption", "toc 1": "TOC1", "toc 2": "TOC2"} | {
    f"heading {level}": f"Heading{level}" for level in range(1, 5)
}
ALIGNED = ("table-head", "table-cell", "table-total")
BASELINE = 0.8  # of an exact line, below its top: where Word and LibreOffice set the characters
DASH_TOP = 0.31  # of the type size, above the baseline: the upper edge of a Han face's dash
INK_TOP, INK_FOOT = 0.77, 0.15  # of the type size, above and below the baseline: how far a Han face's ink reaches
END_LINE = 0.7  # pt: of the paragraph that Word wants where there is nothing to say
DOUBLE = 2.5  # times the weight of a single rule: a heavy line, a fine one and what is between them
HEAVY_ABOVE, HEAVY_BELOW = "thickThinSmallGap", "thinThickSmallGap"  # Word's names for double rules
SIDES: dict[Align, str] = {"left": "左", "center": "中", "right": "右"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A red rule below a paragraph: its Word name, its weight and its distance from the line in pt, RRGGBB."""

    kind: str
    weight: float
    space: float
    colour: str


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style in the making: its role, the key of the look that it is based on, the rule below it."""

    role: Role
    parent: str = "body"
    rule: Rule | None = None


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
    looks |= _annex_looks(style)
    looks["figure-caption"] = Look(replace(roles["caption"], word="图题", next=False), "caption")
    looks |= _head_looks(style) | _end_looks(style) | _margin_looks(style)
    looks["section-end"] = Look(replace(roles["plain"], word="分节", size=1, line=END_LINE))
    return looks


def _annex_looks(style: Style) -> dict[str, Look]:
    """Return the looks of an annex's mark and title, which stands on line 3 (gbt9704 27).

    Of the spaces after one paragraph and before the next Word takes the larger.
    """
    mark, title, line = style.roles["annex-mark"], style.roles["annex-title"], style.roles["body"].line
    before, after = title.before - sunk(title), title.after + sunk(title)
    wide = replace(mark, word=f"{mark.word}横页", after=mark.after + before)
    return {
        "annex-mark": Look(replace(mark, after=line + before)),
        "annex-mark-wide": Look(wide, "annex-mark"),
        "annex-title": Look(replace(title, before=before, after=after)),
    }


def _box_looks(style: Style) -> dict[str, Look]:
    body, label = style.roles["box-body"], style.roles["label"]
    return {
        "box-label": Look(replace(body, word="专栏小标题", face=label.face, next=True), "box-body"),
        "box-dash": Look(replace(body, word="专栏破折号列项"), "box-body"),
        "box-ordered": Look(replace(body, word="专栏编号列项"), "box-body"),
    }


def _head_looks(style: Style) -> dict[str, Look]:
    """Return the looks of 版头: 发文字号 stands two lines below 发文机关标志, and what follows two below the rule."""
    number, heads, fitting = style.roles["head-number"], style.heads, style.fitting
    common = _number_look(number, heads["document"], style)
    # a rule that is shorter than the type area begins where the number does
    upward = replace(common.role, word=f"上行文{number.word}", align="left", indent=1 - common.role.left)
    to_words = number.size * fitting.letter_gap - (number.line * BASELINE - number.size * ASCENT)  # from its rule
    flush = replace(number, word=f"信函{number.word}", align="left", before=to_words)
    return {
        "head-number": common,
        "head-number-upward": Look(upward, "head-number", common.rule),
        "head-signer-line": Look(replace(number, word="签发人行", align="left")),
        "head-number-order": _number_look(replace(number, word=f"命令{number.word}"), heads["order"], style),
        "head-number-minutes": _number_look(replace(number, word=f"纪要{number.word}"), heads["minutes"], style),
        "head-number-letter": Look(replace(flush, after=fitting.below * style.roles["body"].line)),
    } | _letter_looks(style)


def _number_look(number: Role, form: HeadForm, style: Style) -> Look:
    """Return the look of 发文字号 in a form of head, with the rule below it if the form has one (gbt9704 14, 16)."""
    room = style.fitting.below * style.roles["body"].line
    before = room + sunk(style.roles["head-organ"])
    if not form.rule:
        return Look(replace(number, before=before, after=room))
    left, right = (side / MM_PER_PT / number.advance for side in style.page.beside(form.rule))
    role = replace(number, before=before, after=room - sunk(number), left=left, right=right)
    return Look(role, rule=_red_rule(form, HEAVY_ABOVE, _to_rule(number, style), style))


def _letter_looks(style: Style) -> dict[str, Look]:
    """Return the looks of a letter's 发文机关标志, which stands in the head of its page, and of its double rules."""
    organ, page, form = style.roles["head-organ"], style.page, style.heads["letter"]
    before = max(ink_drop(organ, form.top - page.mark_top) - style.roles["mark"].line, 0)
    none = replace(style.roles["plain"], size=1, line=END_LINE)
    left, right = (side / MM_PER_PT / none.advance for side in page.beside(form.rule))
    below = replace(none, word="信函上线", before=_to_rule(organ, style) - END_LINE, left=left, right=right)
    return {
        "head-organ-letter": Look(replace(organ, word=f"信函{organ.word}", before=before), "head-organ"),
        "letter-rule": Look(below, rule=_red_rule(form, HEAVY_ABOVE, 0, style)),
        "letter-foot": Look(replace(none, word="信函下线"), rule=_red_rule(form, HEAVY_BELOW, 0, style)),
    }


def _red_rule(form: HeadForm, kind: str, space: float, style: Style) -> Rule:
    """Return the red rule of a form, `space` pt below its line: single, or a double one of this kind."""
    colour, weight = style.roles["head-organ"].colour or "auto", style.fitting.weight
    if not form.double:
        return Rule("single", weight, space, colour)
    return Rule(kind, style.fitting.thick * weight, space, colour)


def ink_drop(role: Role, ink: float) -> float:
    """Return how far down a line begins, in pt, whose ink is to begin `ink` mm down."""
    return ink / MM_PER_PT + role.size * INK_TOP - role.line * BASELINE


def sunk(role: Role) -> float:
    """Return how much lower, in pt, the characters of an exact line stand than in the middle of it, where CSS has them.

    The spaces about 版头 make up for it, so that the text begins at one height in both formats.
    """
    return role.line * BASELINE - ((role.line - role.size) / 2 + role.size * ASCENT)


def _to_rule(role: Role, style: Style) -> float:
    """Return how far below a line its rule is, in pt: the form's gap below the line's ink (gbt9704 16, 36)."""
    return style.fitting.gap / MM_PER_PT - (role.line * (1 - BASELINE) - role.size * INK_FOOT)


def _end_looks(style: Style) -> dict[str, Look]:
    """Return the looks of 附件说明 and 版记: words that are turned over hang under the first of their kind."""
    named, imprint = style.roles["attachments"], style.roles["imprint"]
    participants, line = style.roles["participants"], style.roles["body"].line
    label, room, copied = breadth_of(ATTACHED), ordinal_room(2), breadth_of(COPIED)
    first = replace(named, before=line, left=named.indent + label, indent=-label)
    listed = replace(first, word=f"{named.word}列项", left=first.left + room, indent=-label - room)
    copies = replace(imprint, word=f"{imprint.word}抄送", left=imprint.left + copied, indent=-copied)
    return {
        "attachments": Look(first),
        "attachments-first": Look(listed, "attachments"),
        "attachments-next": Look(replace(listed, word=f"{named.word}续项", before=0, indent=-room), "attachments"),
        "participants-first": Look(replace(participants, word=f"{participants.word}首段", before=line), "participants"),
        "imprint-copies": Look(copies, "imprint"),
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
        "mark-letter": Look(replace(mark, word=f"{mark.word}信函"), "mark"),
        "number": Look(odd),
        "number-even": Look(even, "number"),
    }


def number_drop(style: Style) -> float:
    """Return how far below the type area the page number's line begins, in pt: its dash lies `number_gap` below."""
    number = style.roles["number"]
    return style.page.number_gap / MM_PER_PT - (number.line * BASELINE - number.size * DASH_TOP)


def indents(role: Role, margin: float = 0) -> Element:
    """Return the indents, `margin` pt further in at both sides; characters are counted at their full advance."""
    side = {name: twips(getattr(role, name) * role.advance + margin) for name in ("left", "right")}
    first = twips(role.indent * role.advance)
    return w("ind", **side, **({"firstLine": first} if first >= 0 else {"hanging": -first}))


def style_id(key: str, look: Look) -> str:
    """Return the id of a style: Word's own where it has one, or else one made from the key."""
    return BUILT_IN.get(look.role.word) or "Gw" + "".join(part.capitalize() for part in key.split("-"))
