"""The answer to a question where something comes from, or where it is printed: read, composed, searched, laid out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from yinfa.diagnostics import Diagnostic, Faults, Origin, Report, Severity, nearest
from yinfa.document.spots import Spot, spots_of
from yinfa.model.plan import Plan
from yinfa.paths import OUTPUT
from yinfa.pipeline import Galley, Progress, Request, galleys_of
from yinfa.printing import printing
from yinfa.styling import Style, load_style
from yinfa.where.asked import Question, typed_in
from yinfa.where.hits import Hit, Search, place_search, words_search
from yinfa.where.known import UNPRINTED, Known
from yinfa.where.near import near
from yinfa.where.places import Place, found_place
from yinfa.writers.formats import UNPAGED


@dataclass(frozen=True)
class Found:
    """The hits in one paper, each with its page; `title` is how the paper is called, that of a unit with its unit."""

    title: str
    kind: str
    hits: tuple[tuple[Hit, int], ...]


@dataclass(frozen=True)
class Answer:
    """What was found of `what` in how many papers of a plan.

    `place` is the place asked for, None of words; `page` the page, None of all. Where nothing was found, `near` says
    what may be meant, or why.
    """

    plan: Plan
    what: str
    place: Place | None
    found: tuple[Found, ...]
    near: tuple[str, ...]
    known: Known
    page: int | None = None

    @property
    def number(self) -> int:
        """Return how many places there are."""
        return sum(len(each.hits) for each in self.found)


def answer(question: Question, progress: Progress) -> Answer:
    """Return what is printed where, and where it comes from.

    Raise `Faults` where the plan cannot be composed, or a place, a paper or a page is not there.
    """
    style, report = load_style(), Report()
    kinds = (question.kind,) if question.kind else ()
    every = galleys_of(Request((question.folder,), OUTPUT, kinds), style, report, progress)
    if report.has_faults or not every:
        raise Faults([each for each in report if each.severity is Severity.FAULT] or list(report))
    plan = every[0].plan
    galleys = _named(tuple(_paged(every)), question.paper, plan)
    trees = [(galley, spots_of(galley.document)) for galley in galleys]
    printed = frozenset(each for _, spots in trees for spot in spots for each in _origins(spot))
    typed = typed_in(question.what)
    place = found_place(typed, plan, printed) if typed else None
    search = place_search(place) if place else words_search(question.what)
    everywhere = tuple(_found(trees, search, style, progress, of_place=bool(place)))
    found = tuple(_on(question.page, everywhere))
    known = Known(plan)
    spots = [spot for _, own in trees for spot in own]
    hints = () if found else _elsewhere(everywhere) or (_why(place, known) if place else near(question.what, spots))
    return Answer(plan, question.what, place, found, tuple(hints), known, question.page)


def _paged(galleys: Sequence[Galley]) -> Iterator[Galley]:
    """Yield the papers that have pages; a workbook prints the same once more, without any."""
    return (each for each in galleys if each.formats[0] not in UNPAGED)


def _named(galleys: tuple[Galley, ...], title: str, plan: Plan) -> tuple[Galley, ...]:
    chosen = tuple(each for each in galleys if title in each.document.title)
    if not chosen:
        _stop("文件", title, nearest(title, (each.document.title for each in galleys)), plan)
    return chosen


def _origins(spot: Spot) -> Iterator[str]:
    yield from (mark.inline.origin for piece in spot.pieces for mark in piece.marks)
    yield spot.origin


Tree = tuple[Galley, tuple[Spot, ...]]


def _found(
    trees: Sequence[Tree], search: Search, style: Style, progress: Progress, *, of_place: bool
) -> Iterator[Found]:
    for galley, spots in trees:
        hits = [(number, hit) for number, spot in enumerate(spots) for hit in search(spot)]
        if hits:
            progress(f"排版 {galley.document.title}")
            pages = printing(galley, style).pages
            ordered = sorted(hits, key=lambda each: each[1].is_derived)  # what stands in a cell before what follows
            own = tuple((hit, pages[number]) for number, hit in (ordered if of_place else hits))
            yield Found(galley.document.title, str(galley.paper.kind), own)


def _on(page: int | None, found: Iterable[Found]) -> Iterator[Found]:
    """Yield what was found on a page."""
    for each in found:
        own = tuple((hit, at) for hit, at in each.hits if page in (None, at))
        if own:
            yield replace(each, hits=own)


def _elsewhere(found: Iterable[Found]) -> list[str]:
    """Return the other pages that something was found on."""
    pages = [(each.title, dict.fromkeys(page for _, page in each.hits)) for each in found]
    return [f"《{title}》印在第{'、'.join(map(str, own))}页" for title, own in pages]


def _why(place: Place, known: Known) -> Iterator[str]:
    """Yield why nothing prints a place, as far as it is known."""
    if not place.header and not place.value:
        yield "这里没有一格、一行的内容印在文件里"
    elif not place.value:
        yield "这一格是空的"
    elif place.header in UNPRINTED:
        yield UNPRINTED[place.header]
    following = known.following(place.cells)
    if following:
        labels = "、".join(dict.fromkeys(each.label for each in following[:3]))
        yield f"它用来得出：{labels}{f'等 {len(following)} 项' if len(following) > 3 else ''}"
    if place.begin and place.value.startswith("#"):
        yield "这一行是注释"


def _stop(what: str, name: str, hint: str, plan: Plan) -> None:
    place = Origin(f"{plan.shown}/plan.yaml")
    raise Faults([Diagnostic("where-unknown", Severity.FAULT, f"没有{what}“{name}”", place, hint)])
