"""The parts word/settings.xml and word/fontTable.xml: how Word is to set Chinese text, and in which fonts."""

from yinfa.styling import Style
from yinfa.writers.docx.xml import Element, w

# What a font is called where an office lacks it: Word then takes the other instead of a Latin face.
ALTERNATIVES = {
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "黑体": "SimHei",
    "宋体": "SimSun",
    "方正小标宋简体": "宋体",
}


_WORD = "http://schemas.microsoft.com/office/word"
_MODES = {  # as Word 2013 and later set a page
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}


def settings() -> Element:
    """Return the root of word/settings.xml. Fields are not updated on opening: what they show is right."""
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=420),
        w("evenAndOddHeaders"),
        w("noPunctuationKerning"),
        w("characterSpacingControl", val="doNotCompress"),
        _compatibility(),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _compatibility() -> Element:
    modes = (w("compatSetting", name=name, uri=_WORD, val=value) for name, value in _MODES.items())
    # a line that ends in a break is not stretched
    return w("compat", w("ulTrailSpace"), w("doNotExpandShiftReturn"), w("useFELayout"), *modes)


def font_table(style: Style) -> Element:
    """Return the root of word/fontTable.xml."""
    return w("fonts", *(_font(name, name == style.faces["latin"].docx) for name in sorted(_names(style))))


def _names(style: Style) -> set[str]:
    return {face.docx for face in style.faces.values()}


def _font(name: str, latin: bool) -> Element:
    """Return a font's entry, its parts in the order of the schema."""
    other = [w("altName", val=ALTERNATIVES[name])] if name in ALTERNATIVES else []
    charset, family, pitch = ("00", "roman", "variable") if latin else ("86", "modern", "fixed")
    return w("font", *other, w("charset", val=charset), w("family", val=family), w("pitch", val=pitch), name=name)
