"""The lines of a title (gbt9704 17): no word broken, and together a trapezoid or a rhombus."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise

from yinfa.fitting import breadth_of

# What is never broken beside the names: a text in “” or （）, years (2013年度, 2011—2015年), words of these papers.
_WHOLE = (
    r"“[^“”]*”",
    r"（[^（）]*）",
    r"[0-9〇一二三四五六七八九]{4}(?:[-—–～][0-9]{4})?年度?",
    r"[A-Za-z0-9.%]+",
    r"关于印发|质量强[国省市县区镇街业企]|若干意见|实施意见|行动计划|任务单|分解表|反馈表|情况表",
)
_OPENING, _CLOSING = "《“‘（〔【", "》”’）〕】，。、；：？！—…"
_BLANKS = " \u3000"  # between two offices
_JOINING = ("的", "之")  # cling to the word before and to the one behind
_AND = ("和", "与", "及", "暨", "并", "或")
Lines = tuple[str, ...]
SHORTEST = 4  # characters of a line: fewer look lost

# What makes an arrangement worse, in one measure.
_LINE = 2.0  # each line
_ABOUT = 3.0  # 关于 inside a line, not at its beginning
_LOST = 6.0  # a line of less than SHORTEST
_INSIDE = 2.5  # a break inside 《》
_AND_LAST = 1.5  # a line that ends with 和
_YEAR = 1.0  # a line that begins with the year of what was named above
_EVEN = 1.5  # two lines of one length, as in a block
_STEEP = 10.0  # for each part by which a line is shorter than half its neighbour


def title_lines(title: str, names: Collection[str], width: float, most: int) -> Lines:
    """Return the lines of `title`, nothing when it does not fit; together they are the title, but for blanks between.

    No line is wider than `width` Han characters and there are at most `most` of them; `names` are never broken, unless
    one is wider than a line.
    """
    if "关于" not in title and breadth_of(title) <= width:  # one line is best
        return (title.strip(_BLANKS),)
    words = words_of_title(title, names, width)
    arranged = [lines for count in range(1, most + 1) for lines in _arranged(words, count, width)]
    offices = tuple(_issuers(title, names))
    best = min(arranged, key=lambda lines: _badness(lines, _below(offices, lines)), default=())
    return tuple(line.strip(_BLANKS) for line in best)


def is_shapely(widths: Sequence[float]) -> bool:
    """Return whether lines of these widths form a trapezoid or a rhombus: wider down to one of them, then narrower."""
    widest = widths.index(max(widths))
    rising, falling = widths[: widest + 1], widths[widest:]
    return all(a <= b for a, b in pairwise(rising)) and all(a >= b for a, b in pairwise(falling))


def ill_broken(lines: Lines, names: Collection[str], width: float) -> str:
    """Return what is wrong with lines typed by hand, nothing where they are as `title_lines` may be (gbt9704 17)."""
    title = "".join(lines)
    shaped = _below(tuple(_issuers(title, names)), lines)
    shape = "" if is_shapely([breadth_of(line) for line in shaped]) else "宽窄宽，不成梯形或菱形"
    broken = "、".join(f"“{word.strip(_BLANKS)}”" for word in _broken(lines, words_of_title(title, names, width)))
    return "，又".join(filter(None, (shape, f"把{broken}拆在了两行" if broken else "")))


def _broken(lines: Lines, words: Sequence[str]) -> Iterator[str]:
    """Yield the words in which a line ends."""
    ends = set(accumulate(len(line) for line in lines))
    for word, end in zip(words, accumulate(len(word) for word in words), strict=True):
        if any(place in ends for place in range(end - len(word) + 1, end)):
            yield word


def words_of_title(title: str, names: Collection[str], width: float) -> tuple[str, ...]:
    """Return what may not be broken in `title`, piece by piece; what is wider than `width` is broken after all."""
    kept = [name for name in (*names, *_issuers(title, names)) if 1 < breadth_of(name) <= width]
    pattern = re.compile("|".join([*_any_of(kept), *_WHOLE]))
    return tuple(_clung(list(_cut(title, pattern, width)), width))


def _issuers(title: str, names: Collection[str]) -> list[str]:
    """Return who issues what a title is about: what stands before 关于, blank by blank or name by name."""
    before, about, _ = title.partition("关于")
    if not about or "《" in before:
        return []
    known = re.findall("|".join(_any_of(names)), before) if names else []
    return known if "".join(known) == before else before.split()


def _any_of(names: Collection[str]) -> list[str]:
    """Return the patterns of names, in the order in which they are to be looked for: the longest first."""
    return [re.escape(name) for name in sorted(set(names), key=lambda name: (-len(name), name))]


def _cut(text: str, pattern: re.Pattern[str], width: float) -> Iterator[str]:
    end = 0
    for found in pattern.finditer(text):
        yield from _segmented(text[end : found.start()])
        end = found.end()
        if breadth_of(found[0]) <= width:
            yield found[0]
        else:
            yield found[0][0]
            yield from _cut(found[0][1:], pattern, width)
    yield from _segmented(text[end:])


def _segmented(text: str) -> list[str]:
    import rjieba  # its dictionary takes a tenth of a second: most papers have titles of one line

    return [str(word) for word in rjieba.cut(text, False)]  # without guessing at new words


def _clung(words: Sequence[str], width: float) -> list[str]:
    """Return the words with those joined that may not be parted: marks, and 的 with what stands on both its sides."""
    joined: list[str] = []
    for word in words:
        last = joined[-1] if joined else ""
        clings = (
            word[0] in _CLOSING + _BLANKS or last[-1:] in tuple(_OPENING) or word in _JOINING or last.endswith(_JOINING)
        )
        if joined and clings and breadth_of(last + word) <= width:
            joined[-1] = last + word
        else:
            joined.append(word)
    return joined


def _arranged(words: Sequence[str], count: int, width: float) -> Iterator[Lines]:
    """Yield every way to put `words` on `count` lines that are wide enough for them."""
    if breadth_of("".join(words)) > count * width:
        return
    if count == 1:
        yield ("".join(words),)
    for end in range(1, len(words) if count > 1 else 0):
        first = "".join(words[:end])
        if breadth_of(first) > width:
            return
        yield from ((first, *rest) for rest in _arranged(words[end:], count - 1, width))


def _below(offices: Lines, lines: Lines) -> Lines:
    """Return the lines that are to have the shape: those below several offices that have a line each, else all."""
    each = tuple(line.strip(_BLANKS) for line in lines[: len(offices)])
    return lines[len(offices) :] if len(offices) > 1 and each == offices and len(lines) > len(offices) else lines


def _badness(lines: Lines, shaped: Lines) -> tuple[bool, float, Lines]:
    """Return what is to be least: out of shape, then the sum of what is ugly; the lines decide between equals."""
    widths = [breadth_of(line) for line in shaped]
    ugly = _LINE * len(lines) + sum(_ugliness(line) for line in lines) + sum(_step(a, b) for a, b in pairwise(widths))
    lost = _LOST * sum(width < SHORTEST for width in widths) if len(lines) > 1 else 0
    parted = _YEAR * sum(line[0].isdigit() for line in lines[1:])
    return not is_shapely(widths), ugly + lost + parted, lines


def _ugliness(line: str) -> float:
    inside = line.rfind("《") > line.rfind("》")
    return _ABOUT * (line.find("关于") > 0) + _AND_LAST * line.endswith(_AND) + _INSIDE * inside


def _step(one: float, other: float) -> float:
    """Return what it costs that two lines below each other are as wide as that."""
    ratio = min(one, other) / max(one, other)
    return _EVEN * (abs(one - other) < 1) + _STEEP * max(0, 0.5 - ratio)
