"""Places to fill in, as content controls: an empty one prints nothing, but for the square of one that is ticked."""

from copy import deepcopy
from zlib import crc32

from yinfa.document.tree import Blank
from yinfa.writers.docx.xml import Element, w, w14, w_text

UNTICKED, TICKED = "□", "☑"
_ROOM, _LINE = "\u3000" * 4, "\u3000" * 10  # what an empty control shows: enough to be found, or a line to write on
_LONGEST_TAG = 64  # characters


def control(blank: Blank, *, ruled: bool) -> Element:
    """Return the content control of a blank, to stand among the runs of a paragraph; lines to write on if `ruled`.

    In a cell it is the row's height that keeps the room of several lines.
    """
    named = (w("alias", val=blank.label), w("tag", val=blank.name[:_LONGEST_TAG]), w("id", val=_number(blank)))
    if blank.kind == "check":
        return w("sdt", w("sdtPr", *named, _box()), w("sdtContent", _run(UNTICKED)))
    room = w_text("t", _LINE if ruled else _ROOM)
    lines = [line for _ in range(blank.lines - 1) for line in (w("br"), deepcopy(room))] if ruled else []
    content = w("sdtContent", w("r", *_underlined(ruled=ruled), room, *lines))
    return w("sdt", w("sdtPr", *_underlined(ruled=ruled), *named, w("showingPlcHdr"), w("text", multiLine=1)), content)


def _underlined(*, ruled: bool) -> list[Element]:
    return [w("rPr", w("u", val="single"))] if ruled else []


def _number(blank: Blank) -> int:
    """Return the number that Word knows a control by: the same whenever the paper is written."""
    return crc32(blank.name.encode()) >> 1


def _box() -> Element:
    states = {"checkedState": TICKED, "uncheckedState": UNTICKED}
    signs = (w14(tag, val=f"{ord(sign):04X}", font="Segoe UI Symbol") for tag, sign in states.items())
    return w14("checkbox", w14("checked", val=0), *signs)


def _run(text: str) -> Element:
    return w("r", w("rPr", w("rFonts", hint="eastAsia")), w_text("t", text))
