"""WordprocessingML, element by element: short names for what every part of the writer builds."""

from functools import cache
from typing import TypeAlias

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NAMESPACES = {"w": W, "r": R, "w14": W14, "mc": MC}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element: TypeAlias = etree._Element
Value: TypeAlias = str | int


@cache
def w_name(tag: str) -> str:
    """Return the full name of an element or attribute of the `w:` vocabulary."""
    return f"{{{W}}}{tag}"


def w(tag: str, *children: Element, **attributes: Value) -> Element:
    """Return the element `w:tag` with the children and `w:` attributes given."""
    element = etree.Element(w_name(tag), {w_name(key): str(value) for key, value in attributes.items()}, NAMESPACES)
    element.extend(children)
    return element


def w14(tag: str, *children: Element, **attributes: Value) -> Element:
    """Return an element of the vocabulary that came with Word 2010, its attributes of the same."""
    given = {f"{{{W14}}}{key}": str(value) for key, value in attributes.items()}
    element = etree.Element(f"{{{W14}}}{tag}", given, NAMESPACES)
    element.extend(children)
    return element


def c(tag: str, *children: Element, relation: str = "", **attributes: Value) -> Element:
    """Return an element of the vocabulary of charts, which points to the part of a `relation` if one is given."""
    given = {key: str(value) for key, value in attributes.items()} | ({f"{{{R}}}id": relation} if relation else {})
    element = etree.Element(f"{{{C}}}{tag}", given, {"c": C, "r": R})
    element.extend(children)
    return element


def ignorable(root: Element) -> Element:
    """Return the root of a part, which now says that a program may pass over what came with Word 2010."""
    root.set(f"{{{MC}}}Ignorable", "w14")
    return root


def w_linked(tag: str, relation: str, **attributes: Value) -> Element:
    """Return the element `w:tag` that points to the part of a relationship."""
    element = w(tag, **attributes)
    element.set(f"{{{R}}}id", relation)
    return element


def w_text(tag: str, text: str) -> Element:
    """Return the element `w:tag` that holds characters, its spaces kept."""
    element = w(tag)
    element.set(SPACE, "preserve")
    element.text = text
    return element


def twips(points: float) -> int:
    """Return a measure in twentieths of a point."""
    return round(points * 20)


def mm_twips(millimetres: float) -> int:
    """Return a measure in mm in twentieths of a point."""
    return round(millimetres / 25.4 * 1440)


def eighths(points: float) -> int:
    """Return the width of a rule in eighths of a point."""
    return round(points * 8)
