"""How 发文机关标志 and 署名 are fitted to the type area: by counting characters, so that every format decides alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil
from typing import TypeAlias

from yinfa.document.tree import RedHead, Signature
from yinfa.styling import MM_PER_PT, Role, Style

Lines: TypeAlias = tuple[tuple[int, ...], ...]  # by line, the places of the names that stand on it

SEALS_ABREAST = 3  # at most (gbt9704 23)
_STACK_AT_MOST = 0.3  # of the type area's height: title and text have their place below it on page 1 (rule 19)
_SIGNERS_A_LINE = 2
_INSET, _INSET_AT_LEAST = 4, 2  # characters right of the date: normally, and where names have no room else
_SEAL_GAP = 0.2  # of a character
_STEP = 0.5  # pt: the sizes that Word knows


@dataclass(frozen=True, slots=True)
class HeadType:
    """How 发文机关标志 is set: type size and line pitch in pt, and `scale` the width of its characters in %.

    Without `fits` it is as small as the form allows and still too wide, or several names are still too high.
    """

    size: float
    line: float
    scale: float
    fits: bool


@dataclass(frozen=True, slots=True)
class SignaturePlace:
    """Where 署名 and 成文日期 stand: how many characters before the right edge of the type area names and date end.

    `lines` are the places of the names that stand side by side; `before` are the blank lines above, `apart` those
    between lines of names, each of which has a seal.
    """

    organs: tuple[float, ...]
    date: float
    before: int
    apart: int
    lines: Lines


@dataclass(frozen=True, slots=True)
class _Columns:
    """Names in lines: their middles by column from the right, how far they reach, how far they could move right."""

    lines: Lines
    middles: tuple[float, ...]
    reach: float
    slack: float


def breadth_of(text: str) -> float:
    """Return how many Han characters wide a text is; an ASCII character is half of one."""
    return sum(0.5 if each.isascii() else 1 for each in text)


def head_type(head: RedHead, style: Style) -> HeadType:
    """Return the type of 发文机关标志 fitted to the type area (gbt9704 12): smaller first, then condensed."""
    role, form = style.roles["head-organ"], style.fitting
    width, height = style.page.text_width / MM_PER_PT, _STACK_AT_MOST * style.page.text_height / MM_PER_PT
    wide, high = head_breadth(head, style), len(head.organs) * role.line / role.size
    wanted = min(width / wide, height / high)
    size = min(role.size, max(form.least, wanted // _STEP * _STEP))
    scale = min(100, 100 * width / wide / size // 1)
    fits = scale >= form.narrowest and size * high <= height
    return HeadType(size, size * role.line / role.size, max(scale, form.narrowest), fits)


def head_breadth(head: RedHead, style: Style) -> float:
    """Return how many characters wide 发文机关标志 is, by the longest of its names."""
    names = max((breadth_of(organ) for organ in head.organs), default=0)
    gap = style.fitting.suffix_gap if head.suffix and len(head.organs) > 1 else 0
    return max(names + gap + breadth_of(head.suffix), 1)


def signer_lines(head: RedHead) -> list[tuple[str, ...]]:
    """Return the names of the signers by the lines on which they stand, two on each (gbt9704 15)."""
    return [head.signers[n : n + _SIGNERS_A_LINE] for n in range(0, len(head.signers), _SIGNERS_A_LINE)]


def ordinal_room(names: int) -> float:
    """Return how many characters the ordinals of so many names in 附件说明 take (gbt9704 22); one name has none."""
    return max(1.0, breadth_of(f"{names}.")) if names > 1 else 0


def signature_place(signature: Signature, style: Style) -> SignaturePlace:
    """Return where 署名 and 成文日期 stand (gbt9704 23); nothing of them leaves the type area at its right."""
    widths = tuple(map(breadth_of, signature.organs))
    date = breadth_of(signature.date)
    if not signature.sealed:
        return _unsealed(widths, date)
    area = _characters(style.roles["signature"], style)
    lines, middles = _side_by_side(widths, date, area, style) or _below_one_another(widths, date, area)
    ends = (max(middle - width / 2, 0) for middle, width in zip(middles, widths, strict=False))  # or a date alone
    apart = _lines_of(style.fitting.seal, style) if len(lines) > 1 else 0
    return SignaturePlace(tuple(ends), middles[-1] - date / 2, 2, apart, lines)


def _below_one_another(widths: Sequence[float], date: float, area: float) -> tuple[Lines, list[float]]:
    """Return a line for each name, and the middle of all and the date: further left where one would leave the area."""
    middle = min(max(_INSET + date / 2, max(widths, default=0) / 2), area - date / 2)
    return tuple((n,) for n in range(len(widths))), [middle] * max(len(widths), 1)


def _side_by_side(widths: Sequence[float], date: float, area: float, style: Style) -> tuple[Lines, list[float]] | None:
    """Return the lines and middles of as many names abreast as have room, or None where no two have.

    The date moves right where names would have to stand below one another else.
    """
    seal = style.fitting.seal / MM_PER_PT / style.roles["signature"].advance
    most = range(min(SEALS_ABREAST, len(widths)), 1, -1)
    tried = [_columns(widths, _in_lines(len(widths), count), date, seal) for count in most]
    fitting = [each for each in tried if each.reach <= area] or [
        each for each in tried if each.reach - each.slack <= area
    ]
    if not fitting:
        return None
    found = fitting[0]
    shift = max(found.reach - area, 0)
    places = (place for line in found.lines for place in reversed(range(len(line))))
    return found.lines, [found.middles[place] - shift for place in places]


def _in_lines(count: int, most: int) -> Lines:
    """Return the places of so many names on as few lines as may be, as equally as may be."""
    abreast = ceil(count / ceil(count / most))
    return tuple(tuple(range(first, min(first + abreast, count))) for first in range(0, count, abreast))


def _columns(widths: Sequence[float], lines: Lines, date: float, seal: float) -> _Columns:
    """Return where names on these lines stand, each line at the right, as near as names and seals allow."""
    depth = range(1, len(lines[0]) + 1)
    wide = [max(widths[line[-n]] for line in lines if len(line) >= n) for n in depth]  # from the right
    own = max(wide[0] / 2, seal / 2)
    steps = (max((right + left) / 2 + 1, seal + _SEAL_GAP) for right, left in pairwise(wide))
    middles = tuple(accumulate(steps, initial=max(_INSET + date / 2, own)))
    slack = middles[0] - max(_INSET_AT_LEAST + date / 2, own)
    return _Columns(lines, middles, middles[-1] + max(wide[-1], seal) / 2, slack)


def _unsealed(widths: tuple[float, ...], date: float) -> SignaturePlace:
    """Names begin at one height, and the date two characters further right; what ends last ends two characters in."""
    widest = max(widths, default=0)
    ending = (2.0, widest - date) if widest >= date else (4 + date - widest, 2.0)
    organs, lines = (ending[0] + widest - width for width in widths), ((n,) for n in range(len(widths)))
    return SignaturePlace(tuple(organs), ending[1], 1, 0, tuple(lines))


def _characters(role: Role, style: Style) -> float:
    return style.page.text_width / MM_PER_PT / role.advance


def _lines_of(height: float, style: Style) -> int:
    return int(height / MM_PER_PT // style.roles["signature"].line)
