"""Fields: what Word can count anew, each with the text that is right already."""

from yinfa.writers.docx.xml import Element, w, w_text


def field(instruction: str, *result: Element) -> list[Element]:
    """Return the runs of a field that shows `result` until Word is asked to update it."""
    return [*opening(instruction), *result, closing()]


def opening(instruction: str) -> list[Element]:
    """Return the runs before a field's result, which may reach over several paragraphs."""
    return [_mark("begin"), w("r", w_text("instrText", f" {instruction} ")), _mark("separate")]


def closing() -> Element:
    """Return the run after a field's result."""
    return _mark("end")


def _mark(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))
