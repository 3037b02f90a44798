"""Number formats: what they add to the number in a cell before a person sees it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from yinfa.sources.package import Package

GENERAL = "General"

# Formats known by number only (ECMA-376 18.8.30), as Chinese Excel and WPS show them; the others are plain
# numbers. Which hours and minutes a time shows does not matter.
_BY_FORMAT: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("0%", (9,)),
    ("0.00%", (10,)),
    ("yyyy/m/d", (14, 30)),
    ("d-mmm-yy", (15,)),
    ("d-mmm", (16,)),
    ("mmm-yy", (17,)),
    ("yyyy/m/d h:mm", (22,)),
    ("h:mm", (18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56)),
    ('yyyy"年"m"月"', (27, 36, 50, 52, 57)),
    ('m"月"d"日"', (28, 29, 51, 53, 54, 58)),
    ('yyyy"年"m"月"d"日"', (31,)),
)
BUILT_IN = {number: code for code, numbers in _BY_FORMAT for number in numbers}

# Literal text ("万元", \\家, !.), what takes room only (_x, *x), [conditions], and characters one by one.
_TOKEN = re.compile(r'"([^"]*)"|[\\!](.)|[_*].|\[[^\]]*\]|(.)', re.DOTALL)
_GENERAL = re.compile("G/通用格式|General", re.IGNORECASE)
_DIGITS, _SIGNS, _HERE = "0#?", "., /+-()Ee@:", "\0"
_SCALING_COMMA = re.compile(r"[0#?],+(?![0#?,])")
_UNSEEN = re.compile(r"[\s¥￥$€]")  # says nothing of the measure
_SECTIONS = ("numFmts", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")  # of the styles part


@dataclass(frozen=True)
class Shown:
    """What a number format does to a positive number: what it writes around it, `%` included, and more."""

    prefix: str
    suffix: str
    is_date: bool
    lacks_year: bool
    is_percent: bool  # the cell shows a hundred times what it holds
    rescales: bool  # it shows thousandths, or a point that is not there: 12345 as 1.2万

    @property
    def unit(self) -> str:
        """Return all that stands beside the number."""
        return self.prefix + self.suffix


@lru_cache(maxsize=1024)
def shown_by(number_format: str) -> Shown:
    """Return what the first section of a number format does."""
    tokens = _TOKEN.findall(_GENERAL.sub("0", number_format.partition(";")[0]))
    literal = "".join(quoted + escaped for quoted, escaped, _ in tokens)
    bare = "".join(character for _, _, character in tokens)
    is_date = not set("ymdhs").isdisjoint(bare.lower())
    around = "" if is_date else _UNSEEN.sub("", "".join(_written(*token) for token in tokens))
    prefix, _, suffix = around.partition(_HERE)
    return Shown(
        prefix=prefix,
        suffix=suffix.replace(_HERE, ""),
        is_date=is_date,
        lacks_year=is_date and "y" not in bare.lower(),
        is_percent="%" in bare,
        rescales=not is_date and (bool(_SCALING_COMMA.search(bare)) or "." in literal or bare.count("%") > 1),
    )


def _written(quoted: str, escaped: str, bare: str) -> str:
    """Return what a token of a format writes beside the number; `_HERE` stands for the digits themselves."""
    if bare and bare in _DIGITS:
        return _HERE
    return quoted + escaped + (bare if bare not in _SIGNS else "")


def number_formats(package: Package, styles: str) -> tuple[str, ...]:
    """Return the number format of each cell style of a workbook, by its index."""
    if not styles:
        return (GENERAL,)
    formats, section, found = {str(number): code for number, code in BUILT_IN.items()}, "", []
    for element in package.elements(styles, *_SECTIONS, "numFmt", "xf"):
        if element.name == "numFmt" and section == "numFmts":
            formats[element.get("numFmtId")] = element.get("formatCode")
        elif element.name == "xf" and section == "cellXfs":
            found.append(formats.get(element.get("numFmtId"), GENERAL))
        elif element.name not in ("numFmt", "xf"):
            section = element.name
    return tuple(found) or (GENERAL,)
