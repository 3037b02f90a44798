"""The style sheet of the PDF: rules made from the form's roles, and styles/page.css for what concerns pages."""

from collections.abc import Iterator
from math import floor
from string import Template

from yinfa.document.tree import Document
from yinfa.document.walk import letter_of
from yinfa.paths import STYLES
from yinfa.styling import ASCENT, MM_PER_PT, Role, Style
from yinfa.writers.fonts import PreparedFace
from yinfa.writers.pdf.css_official import Faces, official_rules
from yinfa.writers.pdf.html import make_name, page_classes, page_name

# Which elements have a role; one that is not named here is a class. What stands later prevails.
_SELECTORS = {
    "body": "p, li",
    "heading-1": "h1",
    "heading-2": "h2",
    "heading-3": "h3",
    "heading-4": "h4",
    "dash": ".dash li",
    "ordered": ".ordered li",
    "contents-1": "li.contents-1",
    "contents-2": "li.contents-2",
    "box-body": ".box p, .box li",
    "box-title": ".box .box-title",
    "caption": "caption, figcaption",
    "table-head": "th",
    "table-cell": "td",
    "table-total": "td.total",
    "figure": "figure",
}
_IN_MARGINS = ("mark", "number")  # roles that page.css alone uses


def write_css(style: Style, document: Document, faces: Faces) -> str:
    """Return the whole style sheet for `document`, set in `faces`."""
    rules = [*_general(style, faces), *_roles(style, faces), *_frames(style)]
    rules += [*_run_in(style, faces), *official_rules(style, document, faces), *_sections(document)]
    page = Template((STYLES / "page.css").read_text(encoding="utf-8"))
    return "\n".join([*rules, page.substitute(_names(style, document, faces))])


def _general(style: Style, faces: Faces) -> Iterator[str]:
    yield f"html {{ {_type(style, style.roles['body'], faces)} }}"
    yield "body, ul, ol { margin: 0; padding: 0 }"
    yield "li, .annex span, img, svg { display: block }"
    yield "a { color: inherit; text-decoration: none }"
    yield f"b {{ font-weight: normal; font-family: {_families(faces[style.run_in.face])} }}"


def _roles(style: Style, faces: Faces) -> Iterator[str]:
    classes = {name: f".{name}" for name in style.roles if name not in _SELECTORS and name not in _IN_MARGINS}
    for name, selector in {**classes, **_SELECTORS}.items():
        role = style.roles[name]
        yield f"{selector} {{ {_type(style, role, faces)}; {_place(style, role)} }}"


def _type(style: Style, role: Role, faces: Faces) -> str:
    latin, *han = faces[role.face]
    families = _families((*han, latin) if role.own else (latin, *han))
    font = f"{role.size}pt/{role.line}pt {families}"
    colour = f"; color: #{role.colour}" if role.colour else ""
    return f"font: {font}; letter-spacing: {_tracking(style, role)}pt; text-align: {role.align}{colour}"


def _place(style: Style, role: Role) -> str:
    """Return the indents and the space about a paragraph; `after` is padding, so that it adds up as in Word."""
    advance = role.size + _tracking(style, role)
    indent, left, right = (f"{count * advance:.3f}pt" for count in (role.indent, role.left, role.right))
    space = f"margin: {role.before}pt {right} 0 {left}; padding: 0 0 {role.after}pt"
    return f"text-indent: {indent}; {space}{'; break-after: avoid' if role.next else ''}"


def _tracking(style: Style, role: Role) -> float:
    """Return the tracking: for body text that which fills the line to a hair, in thousandths of the type size.

    The form's own leaves a point at the end of each line, which a word processor spreads over it without being told.
    """
    fitting = style.page.text_width / MM_PER_PT / style.page.characters - role.size
    if abs(fitting - role.tracking) > 0.1:
        return role.tracking
    return round(floor(1000 * fitting / role.size) * role.size / 1000, 4)


def _families(faces: tuple[PreparedFace, ...]) -> str:
    return ", ".join(f'"{face.family}"' for face in faces)


def _run_in(style: Style, faces: Faces) -> Iterator[str]:
    """Yield the rules of headings that open a paragraph: their words in the face of their level, and a bookmark."""
    for level in range(1, 5):
        face = faces[style.roles[f"heading-{level}"].face]
        yield f".run-in-{level} {{ bookmark-level: {level}; bookmark-label: attr(title) }}"
        yield f".run-in-{level} .words {{ font-family: {_families(face)} }}"
    yield f".participants b {{ font-family: {_families(faces[style.roles['label'].face])} }}"
    yield f".head-signer span {{ font-family: {_families(faces[style.roles['body'].face])} }}"


def _frames(style: Style) -> Iterator[str]:
    table, box = style.table, style.box
    grid = f"border: {table.border}pt solid; padding: {table.pad_y}pt {table.pad_x}pt"
    yield "table { width: 100%; table-layout: fixed; border-collapse: collapse }"
    yield "table + table { margin-top: 8pt }"
    yield f"th, td, td.total {{ {grid}; vertical-align: middle; overflow-wrap: normal }}"
    yield "td.left { text-align: left; overflow-wrap: break-word } td.right { text-align: right }"
    yield f".box {{ border: {box.border}pt solid; padding: {box.padding}pt {box.padding}pt {box.foot}pt }}"
    pad = f"{box.padding}pt"
    shaded = f"background: #{box.shade}; margin: -{pad} -{pad} 0; padding: {pad} {pad} 0"
    yield f".box .box-title {{ {shaded} }}"
    yield "img, svg { margin: 0 auto; max-width: 100%; object-fit: contain }"
    yield f"svg {{ margin-top: {style.chart.before:g}pt }}"
    for selector, wide in (("img", False), (".landscape img", True)):
        yield f"{selector} {{ max-height: {style.page.picture_height(wide=wide):g}mm }}"
    yield f".annex-mark {{ padding-bottom: {style.roles['body'].line}pt }}"  # the title is on line 3 (rule 27)
    yield f".landscape .annex-mark {{ padding-bottom: {style.roles['annex-mark'].after}pt }}"


def _sections(document: Document) -> Iterator[str]:
    for number, section in enumerate(document.sections):
        name = page_name(number, section)
        yield f".{'.'.join(page_classes(number, section))} {{ page: {name} }}"
        if section.page == "imprint":
            yield f".{name} {{ break-before: left }}"  # (rule 29)
        if letter_of(section):
            yield f"@page :nth(1 of {name}) {{ @bottom-left {{ content: none }} @bottom-right {{ content: none }} }}"
        if section.number_from is not None and (number, section.number_from) != (0, 1):  # a paper begins so by itself
            yield f".{name} {{ break-before: right }}"
            yield f"@page :nth(1 of {name}) {{ counter-reset: page {section.number_from} }}"


def _names(style: Style, document: Document, faces: Faces) -> dict[str, str]:
    """Return what the names in page.css stand for."""
    measures = ("width", "height", "mark_top")
    words = document.mark.replace("\\", "\\\\").replace('"', '\\"')
    return {
        **{name: f"{getattr(style.page, name):g}" for name in measures},
        "upright": _margins(style, wide=False),
        "turned": _margins(style, wide=True),
        **_number_place(style, faces),
        **_pages(document),
        "mark": f'"{words}"' if words else "none",
        "mark_form": _type(style, style.roles["mark"], faces),
    }


def _margins(style: Style, *, wide: bool) -> str:
    return " ".join(f"{side:g}mm" for side in style.page.margins(wide=wide).values())


def _pages(document: Document) -> dict[str, str]:
    """Return for each make the names of its pages, and of those at the right and at the left."""
    names = {name: [name] for name in ("landscape", "cover", "contents", "closing-page", "body")}
    for number, section in enumerate(document.sections):
        names[make_name(section)].append(page_name(number, section))
    sides = (("", ""), ("_right", ":right"), ("_left", ":left"))
    return {
        name.replace("-", "_") + key: ", ".join(f"{each}{side}" for each in dict.fromkeys(pages))
        for name, pages in names.items()
        for key, side in sides
    }


def _number_place(style: Style, faces: Faces) -> dict[str, str]:
    """Return how the page number is set and where: its dash's ink, not its line, lies at the gap that is wanted."""
    role, page = style.roles["number"], style.page
    dash = (role.line - role.size) / 2 + (ASCENT - faces[role.face][1].dash_top) * role.size  # below the line's top
    gap, margin = page.number_gap / MM_PER_PT, page.bottom / MM_PER_PT
    return {
        "number": f'content: "— " counter(page) " —"; {_type(style, role, faces)}',
        "inset": f"{role.size}pt",
        "drop": f"{gap - dash:.3f}pt",
        "turned_right": f"translate({dash - role.line - gap:.3f}pt, -{role.size}pt) rotate(90deg)",
        "turned_left": f"translate({dash + margin - gap:.3f}pt, {role.size}pt) rotate(90deg)",
    }
