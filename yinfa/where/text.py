"""The answer for people at a terminal: paper by paper, each place with what is printed and where it comes from."""

from collections.abc import Iterator

from yinfa.diagnostics import APART, Origin
from yinfa.sources.spans import cells_in
from yinfa.tell.excerpt import Desk, Line, Row
from yinfa.where.answer import Answer, Found
from yinfa.where.hits import Hit, Source

PAPERS, PLACES = 12, 5  # so many papers are told, and so many places of each
AROUND = 18  # characters told on either side of what is meant
SEVERAL = 4  # places that are told one by one of a figure that is made of several


def text(answer: Answer) -> str:
    """Return the answer as it is read on a terminal."""
    if not answer.found:
        where = f"第{answer.page}页" if answer.page else "文件里"
        return "\n".join((f"{_asked(answer)}没有印在{where}。", *(f"  {each}。" for each in answer.near)))
    teller = _Teller(answer)
    shown, rest = answer.found[:PAPERS], answer.found[PAPERS:]
    lines = [
        f"{_asked(answer)}印在 {len(answer.found)} 份文件的 {answer.number} 处{_derived(answer)}：",
        *teller.place(),
    ]
    for each in shown:
        lines += ["", *teller.paper(each)]
    if rest:
        left = sum(len(each.hits) for each in rest)
        lines += [
            "",
            f"另有 {len(rest)} 份文件的 {left} 处没有列出：用 --paper 标题、--kind 文种或 --page 页码缩小范围。",
        ]
    return "\n".join(lines)


def _derived(answer: Answer) -> str:
    """Return how many of the places of a cell print what follows from it, and not what stands in it."""
    hits = (hit for each in answer.found for hit, _ in each.hits)
    number = sum(hit.is_derived for hit in hits) if answer.place else 0
    return f"（其中 {number} 处是由它和别的数据得出的数、评价）" if number else ""


def _asked(answer: Answer) -> str:
    return bare(answer.place.shown, answer) if answer.place else f"“{answer.what}”"


def bare(place: str, answer: Answer) -> str:
    """Return a place without the folder of the plan."""
    return place.removeprefix(f"{answer.plan.shown}/")


class _Teller:
    """Tells one answer; files are read once for all their lines."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._desk = Desk()

    def place(self) -> Iterator[str]:
        """Yield what stands in the place that was asked for."""
        place = self._answer.place
        origin = Origin.parse(place.shown) if place else None
        if place and origin:
            yield from self._excerpt(origin if origin.cell else Origin.parse(f"{place.shown}:1"), "  ")

    def paper(self, found: Found) -> Iterator[str]:
        """Yield a paper and the first places in it."""
        yield f"《{found.title}》"
        told: set[str] = set()
        for hit, page in found.hits[:PLACES]:
            yield f"  {f'第{page}页 ' if page else ''}{hit.spot.place}{_column(hit)}：{_around(hit)}"
            for source in hit.sources:
                yield from self._source(source, told, hit.piece.text[hit.start : hit.end])
        if len(found.hits) > PLACES:
            yield f"  这份文件还有 {len(found.hits) - PLACES} 处。"

    def _source(self, source: Source, told: set[str], words: str) -> Iterator[str]:
        """Yield where something comes from; what stands there, `words` in sight, only the first time in a paper."""
        if not source.origin:
            yield f"    {source.text} ← 模板中的文字，不出自数据"
            return
        cells = cells_in(source.origin)
        fact = self._answer.known.fact(source.origin, source.text)
        label = f" {fact.label}" if fact else ""
        many = f"由 {len(cells)} 处数据得出：" if len(cells) > 1 else ""
        yield f"    {_short(source.text)} ← {many}{self._listed(source.origin)}{label}"
        if source.origin in told or (self._answer.place and not many):
            return
        told.add(source.origin)
        if not many:
            yield from self._excerpt(Origin.parse(source.origin), "      ", words)
        elif fact and (command := self._answer.known.explained(fact, self._answer.plan.shown)):
            yield f"      怎样得出：{command}"

    def _listed(self, origin: str) -> str:
        """Return some places, those in one sheet by their cells alone; of many the first."""
        shown = [bare(each, self._answer) for each in origin.split(APART)]
        return "、".join(shown[:SEVERAL]) + ("……" if len(shown) > SEVERAL else "")

    def _excerpt(self, origin: Origin | None, indent: str, words: str = "") -> Iterator[str]:
        match self._desk.excerpt(origin, f"“{words}”") if origin else None:
            case Line(number=number, before=before, mark=mark, after=after):
                yield f"{indent}第{number}行 │ {before}{mark}{after}".rstrip()
            case Row(number=number, fields=fields):
                said = (f"{each.header}：{each.value}" if each.header else each.value for each in fields)
                cells = (f"【{words}】" if each.meant else words for each, words in zip(fields, said, strict=True))
                yield f"{indent}第{number}行 │ {' │ '.join(cells)}"


def _column(hit: Hit) -> str:
    return f" {hit.piece.column}" if hit.piece.column else ""


def _around(hit: Hit) -> str:
    """Return what is meant within what stands around it; where it is the whole, its beginning."""
    said = hit.piece.text
    if hit.start == hit.end:
        return _short(said, 2 * AROUND)
    before, after = said[max(0, hit.start - AROUND) : hit.start], said[hit.end : hit.end + AROUND]
    opened = "…" if hit.start > AROUND else ""
    closed = "…" if len(said) > hit.end + AROUND else ""
    return f"{opened}{before}【{_short(said[hit.start : hit.end], 2 * AROUND)}】{after}{closed}"


def _short(words: str, most: int = AROUND) -> str:
    return words if len(words) <= most else f"{words[:most]}…"
