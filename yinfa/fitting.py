"""How 发文机关标志 and 署名 are fitted to the type area: by counting characters, so that every format decides alike."""

from dataclasses import dataclass

from yinfa.document.tree import RedHead, Signature
from yinfa.styling import MM_PER_PT, Role, Style

SUFFIX_GAP = 0.3  # of a character, between several names and 文件 beside them
SEAL_WIDTH = 42  # mm
SEAL_RAISED = 4  # mm: the words stand a little below the middle of their seal
_STACK_AT_MOST = 0.3  # of the type area's height: title and text have their place below it on page 1 (rule 19)
_SIGNERS_A_LINE = 2
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
    """Where 署名 and 成文日期 stand: how many characters each line ends before the right edge of the type area.

    `before` are the blank lines above, `apart` those between the names of several offices, each of which has a seal.
    """

    organs: tuple[float, ...]
    date: float
    before: int
    apart: int


def breadth_of(text: str) -> float:
    """Return how many Han characters wide a text is; an ASCII character is half of one."""
    return sum(0.5 if each.isascii() else 1 for each in text)


def head_type(head: RedHead, style: Style) -> HeadType:
    """Return the type of 发文机关标志 fitted to the type area (gbt9704 12): smaller first, then condensed."""
    role, form = style.roles["head-organ"], style.fitting
    width, height = style.page.text_width / MM_PER_PT, _STACK_AT_MOST * style.page.text_height / MM_PER_PT
    wide, high = head_breadth(head), len(head.organs) * role.line / role.size
    wanted = min(width / wide, height / high)
    size = min(role.size, max(form.least, wanted // _STEP * _STEP))
    scale = min(100, 100 * width / wide / size // 1)
    fits = scale >= form.narrowest and size * high <= height
    return HeadType(size, size * role.line / role.size, max(scale, form.narrowest), fits)


def head_breadth(head: RedHead) -> float:
    """Return how many characters wide 发文机关标志 is, by the longest of its names."""
    names = max((breadth_of(organ) for organ in head.organs), default=0)
    gap = SUFFIX_GAP if head.suffix and len(head.organs) > 1 else 0
    return max(names + gap + breadth_of(head.suffix), 1)


def signer_lines(head: RedHead) -> list[tuple[str, ...]]:
    """Return the names of the signers by the lines on which they stand, two on each (gbt9704 15)."""
    return [head.signers[n : n + _SIGNERS_A_LINE] for n in range(0, len(head.signers), _SIGNERS_A_LINE)]


def signature_place(signature: Signature, style: Style) -> SignaturePlace:
    """Return where 署名 and 成文日期 stand (gbt9704 23); nothing of them leaves the type area at its right."""
    widths = tuple(map(breadth_of, signature.organs))
    date = breadth_of(signature.date)
    if not signature.sealed:
        return _unsealed(widths, date)
    middle = max(4 + date / 2, max(widths, default=0) / 2)  # both lines move left where the name would leave the area
    middle = min(middle, _characters(style.roles["signature"], style) - date / 2)
    apart = _lines(SEAL_WIDTH, style) if len(widths) > 1 else 0
    return SignaturePlace(tuple(max(middle - width / 2, 0) for width in widths), middle - date / 2, 2, apart)


def _unsealed(widths: tuple[float, ...], date: float) -> SignaturePlace:
    """Names begin at one height, and the date two characters further right; what ends last ends two characters in."""
    widest = max(widths, default=0)
    ending = (2.0, widest - date) if widest >= date else (4 + date - widest, 2.0)
    return SignaturePlace(tuple(ending[0] + widest - width for width in widths), ending[1], 1, 0)


def _characters(role: Role, style: Style) -> float:
    return style.page.text_width / MM_PER_PT / role.advance


def _lines(height: float, style: Style) -> int:
    return int(height / MM_PER_PT // style.roles["signature"].line)
