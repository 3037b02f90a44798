"""A patch of WeasyPrint 70.0: it justifies lines at their spaces alone, and Chinese has none.

The extra width of a justified line is spread over all its characters but ASCII ones, so that a number keeps its
digits together: half on either side of each, and none at the ends of the line. Pango does just that with letter
spacing, which is laid on when the line is drawn; the layout need only move and widen the boxes. Most lines are full
to a hair and are left alone.
"""

import re
from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.ffi import TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

_STRETCHED = re.compile(r"[^\x21-\x7e\u200b\u2060]+")
_HAIR = 0.5 * 96 / 72  # 0.5 pt in the engine's pixels
_MOST = 0.5  # em between two characters; a line that would need more is left as short as it is

_justify_at_spaces = inline.justify_line
_set_text = Layout.set_text


def stretch_between_han() -> None:
    """Make the engine stretch justified lines between Chinese characters too."""
    inline.justify_line = _justify_line
    Layout.set_text = _set_stretched_text


def _justify_line(context: Any, line: Any, extra: float) -> None:
    if extra < _HAIR:
        return
    texts = list(_texts(line))
    if not texts or not all(isinstance(each, boxes.TextBox) for each in texts):
        _justify_at_spaces(context, line, extra)
        return
    shares = [_shares(box.text) for box in texts]
    first, last = shares[0][0], shares[-1][2]
    share = extra / max(sum(map(sum, shares)) - first - last, 1)
    if share < _MOST * line.style["font_size"]:
        _widen(line, share, -first * share)


def _texts(box: Any) -> Iterator[Any]:
    for child in box.children:
        if isinstance(child, boxes.InlineBox):
            yield from _texts(child)
        elif child.is_in_normal_flow():
            yield child


def _shares(text: str) -> tuple[float, float, float]:
    """Return the shares of the extra width before, within and after `text`: half of one beside a character."""
    count = sum(map(len, _STRETCHED.findall(text)))
    before, after = (bool(_STRETCHED.match(end)) / 2 for end in (text[:1], text[-1:]))
    return before, count - before - after, after


def _widen(box: Any, share: float, shift: float) -> float:
    """Move a box by `shift`, widen what is in it, and return by how much what follows must move."""
    if isinstance(box, boxes.TextBox):
        before, within, after = _shares(box.text)
        box.position_x += shift + before * share
        box.width += within * share
        box.pango_layout.stretch = share
        return shift + (before + within + after) * share
    start = shift
    for child in box.children:
        if child.is_in_normal_flow():
            shift = _widen(child, share, shift)
    box.position_x += max(start, 0)
    box.width += shift - start
    return shift


def _set_stretched_text(layout: Any, text: str, justify: bool = False) -> None:
    _set_text(layout, text, justify)
    stretch = getattr(layout, "stretch", 0)
    if not stretch:
        return
    tracking = layout.style["letter_spacing"]
    spacing = int((stretch + (0 if tracking == "normal" else tracking)) * TO_UNITS)
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    for run in _STRETCHED.finditer(layout.text):
        attribute = pango.pango_attr_letter_spacing_new(spacing)
        attribute.start_index = len(layout.text[: run.start()].encode())
        attribute.end_index = attribute.start_index + len(run[0].encode())
        pango.pango_attr_list_change(attributes, attribute)
    pango.pango_layout_set_attributes(layout.layout, attributes)
