"""更正说明 and 修订对照表: what a comparison says, as the paper that an office sends after one that was wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from yinfa.changes.causes import says
from yinfa.changes.comparison import Comparison, Place
from yinfa.changes.differences import Difference
from yinfa.changes.facts import Change
from yinfa.changes.items import LONGEST, TO_BE_SAID, Item, item_of, reason_of
from yinfa.changes.markup import cut, marked
from yinfa.changes.text import HOW, pages_of, quoted, shown, title_of
from yinfa.compose.compose import Composer
from yinfa.diagnostics import Diagnostic, Faults, Origin, Report
from yinfa.document.tree import Document
from yinfa.model.heads import SignatureText
from yinfa.model.identity import Paper
from yinfa.model.words import PaperWords
from yinfa.proof import Composed, proof_tree
from yinfa.sources.text import Text
from yinfa.styling import Style

KIND, FILE = "errata", "errata"
PLAIN_TITLE = "更正说明"
ROWS = 100  # of a paper that stand together: so many reach over a few pages
NAMED = 2  # papers, or numbers of changes, that are named; of more it is said how many


@dataclass(frozen=True, slots=True)
class Row:
    """A place that prints something else, as the table lists it."""

    number: int
    what: str
    pages: str
    place: str
    before: Markup
    after: Markup
    note: str


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one paper, or as many of them as stand together."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Errata:
    """What the template prints."""

    opening: str
    changes: tuple[Item, ...]
    extent: str
    unexplained: str
    proof: str
    groups: tuple[Group, ...]
    signature: SignatureText


def errata_of(comparison: Comparison, date: str, style: Style) -> Document:
    """Return the paper that tells what was corrected, dated `date` (YYYY-MM-DD). Raise `Faults` where it has any."""
    document, report = _composed(comparison, _title(comparison), date, style)
    if document is None or report.has_faults:  # the title of a paper may be too long to stand in another's
        document, report = _composed(comparison, PLAIN_TITLE, date, style)
    if document is not None:
        for told in proof_tree(Composed(document, style)):
            report.take(told)
    if document is None or report.has_faults:
        raise Faults(list[Diagnostic](report))
    return document


def _composed(comparison: Comparison, title: str, date: str, style: Style) -> tuple[Document | None, Report]:
    plan, report = comparison.new.plan, Report()
    place = Origin(f"{plan.shown}/plan.yaml")
    signature = SignatureText.model_construct(date=Text(date, place), organs=(plan.identity.issuer,), sealed=True)
    paper = Paper.model_construct(kind=Text(KIND, place), text=Text(FILE, place), title=Text(title, place))
    words = PaperWords.model_construct(signature=signature)
    said = _errata(comparison, signature)
    composer = Composer(replace(plan, words={**plan.words, FILE: words}), style, report, names={"errata": said})
    return composer.compose(paper), report


def _title(comparison: Comparison) -> str:
    titles = list(dict.fromkeys(each.title for each in comparison.touched))
    if len(titles) == 1:
        return f"关于{quoted(titles[0])}的更正说明"
    return f"关于{quoted(comparison.new.plan.identity.title)}有关文件的更正说明"


def _errata(comparison: Comparison, signature: SignatureText) -> Errata:
    items = tuple(item_of(each) for each in comparison.corrections)
    touched, same = comparison.touched, comparison.untouched
    places, derived = len(comparison.places), len(comparison.derived)
    following = f"，由此推算的数有{derived}项随之改动" if derived else ""
    extent = f"以上更正涉及{len(touched)}份文件，共{places}处{following}。"
    odd = len(comparison.unexplained)
    proof = (
        f"其余{len(same)}份文件和上述文件中没有列出的内容，经逐字比对，与更正前相同。"
        if same
        else "上述文件中没有列出的内容，经逐字比对，与更正前相同。"
    )
    return Errata(
        opening=_opening(comparison, len(items)),
        changes=items,
        extent=extent,
        unexplained=f"其中{odd}处没有找到对应的数据改动，在附件中注明。" if odd else "",
        proof=proof,
        groups=tuple(_groups(comparison)),
        signature=signature,
    )


def _opening(comparison: Comparison, number: int) -> str:
    titles = list(dict.fromkeys(quoted(each.title) for each in comparison.touched))
    named = (
        "、".join(titles) if len(titles) <= NAMED else f"{'、'.join(titles[:NAMED])}等{len(comparison.touched)}份文件"
    )
    wrong = f"有{number}项内容需要更正" if number else "有内容需要更正"
    return f"经核对，{named}{wrong}，现将有关内容说明如下。"


def _groups(comparison: Comparison) -> Iterator[Group]:
    numbers = {change: number for number, change in enumerate(comparison.corrections, 1)}
    count = 0
    for _, run in groupby(comparison.places, key=lambda place: id(place.paper)):
        places = tuple(run)
        for start in range(0, len(places), ROWS):
            rows = tuple(_row(count + nth, each, numbers) for nth, each in enumerate(places[start : start + ROWS], 1))
            count += len(rows)
            yield Group(title_of(places[0].paper), rows)
    for each in comparison.touched:
        if not each.differences:
            count += 1
            what = "整份增加" if each.old is None else "整份删去" if each.new is None else "只有版式或内部编号不同"
            row = Row(count, what, "", "全文", Markup(""), Markup(""), "")
            yield Group(title_of(each), (row,))


def _row(number: int, place: Place, numbers: dict[Change, int]) -> Row:
    difference = place.difference
    before, after = shown(place, LONGEST)
    if difference.how == "moved":
        before, after = (found.where if found else "" for found in (difference.old, difference.new))
    old, new = (found.figures if found else () for found in (difference.old, difference.new))
    return Row(
        number=number,
        what=_what(place),
        pages=pages_of(place),
        place=difference.place,
        before=marked(cut(before, 3 * LONGEST), old),
        after=marked(cut(after, 3 * LONGEST), new),
        note=_note(place, numbers),
    )


def _what(place: Place) -> str:
    """Return which facts a place prints that are not what they were."""
    difference, direct = place.difference, place.grounds.direct
    if difference.how in ("moved", "renumbered"):
        return f"{HOW[difference.how]}{f'（{difference.count}项）' if difference.count > 1 else ''}"
    own = [each for each in direct if each.derived or _is_printed(each, difference)] or direct or place.causes
    labels = list(dict.fromkeys(each.label for each in own))
    if not labels:
        return HOW[difference.how]
    return f"{labels[0]}等{len(labels)}项" if len(labels) > 1 else labels[0]


def _is_printed(change: Change, difference: Difference) -> bool:
    """Return whether a place prints the value of an entered change, and not only what follows from it."""
    sides = ((difference.old, change.before), (difference.new, change.after))
    if not any(found and found.figures for found, _ in sides):
        return True
    return any(found and any(says(said, each.text) for each in found.figures) for found, said in sides if said)


def _note(place: Place, numbers: dict[Change, int]) -> str:
    """Return by which of the corrected facts a place is corrected."""
    roots = [str(numbers[each]) for each in place.grounds.roots]
    if not roots:
        return f"{TO_BE_SAID}，没有找到对应的数据改动"
    listed = "、".join(roots[:NAMED]) + (f"等{len(roots)}" if len(roots) > NAMED else "")
    entered = any(not each.derived and _is_printed(each, place.difference) for each in place.grounds.direct)
    reason = next((reason_of(each) for each in place.grounds.direct if not each.derived), TO_BE_SAID)
    return f"第{listed}项：{cut(reason, LONGEST)}" if entered else f"由第{listed}项推算"


def papers_with_both(comparison: Comparison) -> Sequence[tuple[Document, Document]]:
    """Return the trees of each paper with pages that was changed, as it was and as it is."""
    return [
        (each.old.document, each.new.document)
        for each in comparison.touched
        if each.old and each.new and each.new.is_paged and each.differences
    ]
