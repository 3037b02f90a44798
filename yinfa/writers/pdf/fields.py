"""The fields of a PDF form: the font in which Chinese is typed into them, and the look they have while empty."""

import re
from typing import Any

_FONT = "STSong-Light"  # a font that readers have, or something like it, for Chinese (ISO 32000-1, 9.7.5.2)
_ENCODING, _SUPPLEMENT = "UniGB-UCS2-H", 4  # characters as Unicode counts them, found in Adobe-GB1
_ASCII_GLYPHS = (1, 95)  # half an em wide each
_FLAGS = 2 + 4  # with serifs, and characters beyond the Latin ones
_BOX, _ASCENT, _DESCENT, _STEM = (-25, -254, 1000, 880), 880, -120, 93  # thousandths of the type size
_SIZE = re.compile(rb"([\d.]+) Tf")


def complete_form(pydyf: Any, pdf: Any) -> None:
    """Give the fields of a form their font and their looks; a file without fields is left as it is.

    The font is not in the file, for a whole Chinese one is megabytes. PDF/A wants the fonts there that something is
    rendered in (ISO 19005-2, 6.2.11.4.1): the looks of the fields are empty, so nothing is until a reader fills one in.
    """
    if "AcroForm" not in pdf.catalog:
        return
    form = pdf.catalog["AcroForm"]
    del form["NeedAppearances"]  # PDF/A has every look in the file
    form["DR"] = pydyf.Dictionary({"Font": pydyf.Dictionary({_FONT: _chinese_font(pydyf, pdf)})})
    for each in list(pdf.objects):
        if isinstance(each, dict) and each.get("Subtype") == "/Widget":
            _give_looks(pydyf, pdf, each)
            if "DA" in each and (size := _SIZE.search(each["DA"].data)):
                each["DA"] = pydyf.String(f"/{_FONT} {size[1].decode()} Tf 0 g")


def _chinese_font(pydyf: Any, pdf: Any) -> Any:
    """Return the reference of a font that is not in the file and that every reader finds something for."""
    system = pydyf.Dictionary(
        {"Registry": pydyf.String("Adobe"), "Ordering": pydyf.String("GB1"), "Supplement": _SUPPLEMENT}
    )
    descriptor = {"FontName": f"/{_FONT}", "Flags": _FLAGS, "FontBBox": pydyf.Array(_BOX), "ItalicAngle": 0}
    descriptor |= {"Ascent": _ASCENT, "Descent": _DESCENT, "CapHeight": _ASCENT, "StemV": _STEM}
    glyphs = {"BaseFont": f"/{_FONT}", "CIDSystemInfo": system, "DW": 1000, "W": pydyf.Array((*_ASCII_GLYPHS, 500))}
    glyphs["FontDescriptor"] = _added(pydyf, pdf, "FontDescriptor", descriptor)
    descendant = _added(pydyf, pdf, "Font", {"Subtype": "/CIDFontType0", **glyphs})
    font = {"Subtype": "/Type0", "BaseFont": f"/{_FONT}", "Encoding": f"/{_ENCODING}"}
    return _added(pydyf, pdf, "Font", {**font, "DescendantFonts": pydyf.Array((descendant,))})


def _added(pydyf: Any, pdf: Any, kind: str, entries: dict[str, Any]) -> Any:
    made = pydyf.Dictionary({"Type": f"/{kind}", **entries})
    pdf.add_object(made)
    return made.reference


def _give_looks(pydyf: Any, pdf: Any, field: Any) -> None:
    """Give a field its look: empty, and of a box to tick also that without the tick (ISO 19005-2, 6.3.3)."""
    x1, y1, x2, y2 = field["Rect"]
    box = pydyf.Array((0, 0, abs(x2 - x1), abs(y2 - y1)))
    empty = pydyf.Stream([], {"Type": "/XObject", "Subtype": "/Form", "BBox": box})
    pdf.add_object(empty)
    if "AP" in field:
        field["AP"]["N"]["Off"] = empty.reference
    else:
        field["AP"] = pydyf.Dictionary({"N": empty.reference})
