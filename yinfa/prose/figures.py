"""Figures as prose writes them: 92%, ９２％, 百分之九十二, 九成, 50个左右, 不超过37, 5～10家, 60万平方米."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from typing import Literal

from yinfa.prose.numerals import NUMERALS, number_in

Bound = Literal["≥", "≤", ""]

WIDE = str.maketrans("０１２３４５６７８９．，％＋－～", "0123456789.,%+-~")
POINTS = ("个百分点", "百分点")
_ALWAYS = ("%", "‰", *POINTS, "元", "万元", "亿元")
_LONGEST = 20  # characters of a number; what is longer is a code
_MYRIADS = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}

_NUMBER = rf"(?:[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?|[{NUMERALS}点]*[{NUMERALS}])"
_TENTHS = re.compile(
    rf"(?<![{NUMERALS}])([一二三四五六七八九])成([一二三四五六七八九])?(?![果为立员功本长熟就分都交不])"
)
# Behind one of these a number is a place in an order, a part of a name or of a longer number.
_NOT_BEHIND = rf"(?<![0-9A-Za-z.第〔+/~—–{NUMERALS}-])"

# Words before and behind a figure -> the bound that they mean. 不低于 is looked for before 低于.
_BEFORE: tuple[tuple[Bound, str], ...] = (
    ("≥", "不低于|不少于|不小于|不得低于|不得少于|至少|(?<!不)超过|(?<!不)高于|(?<!不)多于|(?<!不)大于|突破"),
    ("≤", "不超过|不高于|不多于|不大于|不得超过|不得高于|至多|(?<!不)低于|(?<!不)少于|(?<!不)小于|控制在|降到|降至"),
)
_BEHIND: tuple[tuple[Bound, str], ...] = (("≥", "以上"), ("≤", "以内|以下|之内"))
_ABOUT_BEFORE = re.compile(r"(?:约|近|接近|(?<!不)(?<!不得)超过|突破|不足)$")
_ABOUT_BEHIND = re.compile(r"左右|上下|多|余")

# The words for a change, and which way it goes.
MORE = ("增长", "增加", "提高", "提升", "上升", "扩大", "增幅", "高出", "增速")
LESS = ("下降", "降低", "减少", "回落", "缩小", "下滑", "降幅", "压减")
MOVES = dict.fromkeys(MORE, 1) | dict.fromkeys(LESS, -1)
_MOVED = re.compile(rf"({'|'.join(MOVES)})(?:了|约|近|幅度|率|为|达|达到|不低于|不少于|超过|不超过|至少)?$")
_TO = re.compile(rf"(?:{'|'.join(MOVES)}|增|升|降|减)(?:到|至)$")


@dataclass(frozen=True, slots=True)
class Written:
    """A figure in prose: where it stands in the text, the number or the two ends of a range, its measure as written.

    `bound` is what the words about it say (不低于, 以上 …), `about` that it is told roughly (约, 左右). `moved` is the
    word for a change by how much it tells (提高2个百分点), `moved_at` where that stands; empty where it tells a state.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    measure: str
    bound: Bound = ""
    about: bool = False
    moved: str = ""
    moved_at: int = 0

    @property
    def tells_change(self) -> bool:
        """Return whether it tells by how much something changed: by its word, or as it is in 百分点."""
        return bool(self.moved) or self.measure in POINTS

    @property
    def decimals(self) -> int:
        """Return how many decimals are written."""
        return max(0, -int(self.low.as_tuple().exponent))


def cut_to(value: Decimal, decimals: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """Return a number with so many decimals, by default halves up; however many digits it has."""
    with localcontext(prec=100):
        return value.quantize(Decimal(1).scaleb(-decimals), rounding)


def base_of(measure: str) -> tuple[Decimal, str]:
    """Return how many of which base measure one of `measure` is: 万元 is 10000 of 元, 个 is 1 of 个."""
    scale = _MYRIADS.get(measure[:1]) if len(measure) > 1 else None
    return (scale, measure[1:]) if scale else (Decimal(1), measure)


def figures_in(text: str, measures: Iterable[str]) -> Iterator[Written]:
    """Yield the figures of a text before one of the `measures`, and its rates, in order; years and ordinals are none.

    Full-width digits are read as half-width ones, so that places in the text stay.
    """
    plain = text.translate(WIDE)
    found = [*_counted(plain, frozenset(measures)), *_tenths(plain)]
    yield from sorted(found, key=lambda each: each.start)


@lru_cache(maxsize=8)
def _pattern(measures: frozenset[str]) -> re.Pattern[str]:
    known = sorted({*measures, *_ALWAYS} - {""}, key=len, reverse=True)
    measure = "|".join(map(re.escape, known))
    return re.compile(
        rf"{_NOT_BEHIND}(?P<per>百分之|千分之)?(?P<low>{_NUMBER})(?P<one>{measure})?(?:(?:[~～—–-]|至|到)(?P<high>{_NUMBER}))?"
        rf" ?(?P<times>[万亿](?={measure}))?(?P<measure>{measure})?"
    )


def _counted(plain: str, measures: frozenset[str]) -> Iterator[Written]:
    for found in _pattern(measures).finditer(plain):
        if figure := _figure(plain, found):
            yield figure


def _figure(plain: str, found: re.Match[str]) -> Written | None:
    measure = _measure(found)
    low, high = _value(found["low"]), _value(found["high"])
    if not measure or low is None or (found["high"] and high is None) or _is_idle(found):
        return None
    end = found.end("high" if found["high"] else "low") if found["per"] else found.end()
    times = _MYRIADS.get(found["times"] or "", Decimal(1))
    ends = low * times, None if high is None else high * times
    return _told(plain, Written(found.start(), end, *ends, measure))


def _measure(found: re.Match[str]) -> str:
    """Return the measure; nothing for a range whose ends have two, or one that only its first end has."""
    if found["per"]:
        return "%" if found["per"] == "百分之" else "‰"
    one, last = found["one"] or "", found["measure"] or ""
    if found["high"]:
        return last if one in ("", last) else ""
    return one or last


def _told(plain: str, figure: Written) -> Written:
    """Return a figure with what the words about it say."""
    before, after = plain[max(0, figure.start - 12) : figure.start], plain[figure.end : figure.end + 6]
    moved = None if _TO.search(before) else _MOVED.search(before)
    return replace(
        figure,
        bound=bound_of(before, after),
        about=bool(_ABOUT_BEFORE.search(before) or _ABOUT_BEHIND.match(after)),
        moved=moved[1] if moved else "",
        moved_at=figure.start - len(before) + moved.start() if moved else 0,
    )


def _is_idle(found: re.Match[str]) -> bool:
    """Return whether numerals are a way of speaking, a year or a code: 一项, 百家, 十分, 2015年."""
    written = found["low"]
    if max(len(written), len(found["high"] or "")) > _LONGEST:
        return True
    if found["per"]:
        return False
    if not written[0].isascii():
        return written in ("一", "零") or written[0] in "百千万亿" or f"{written}{_measure(found)}" == "十分"
    return found["one"] == "年" and len(written) == 4


def _tenths(plain: str) -> Iterator[Written]:
    """Yield what is told in tenths: 九成 is 90%, 八成五 85%."""
    for found in _TENTHS.finditer(plain):
        value = number_in(found[1]) * 10 + (number_in(found[2]) if found[2] else 0)
        yield _told(plain, Written(found.start(), found.end(), value, None, "%"))


def _value(written: str | None) -> Decimal | None:
    if not written:
        return None
    if written[0].isascii():
        return Decimal(written.replace(",", ""))
    try:
        return number_in(written)
    except ValueError:
        return None


def bound_of(before: str, after: str) -> Bound:
    """Return the bound that the words about a figure mean; those behind it come first."""
    for bound, words in _BEHIND:
        if re.match(rf"[（(含）)及]*(?:{words})", after):
            return bound
    return next((bound for bound, words in _BEFORE if re.search(rf"(?:{words})(?:了|到|在)?$", before)), "")
