"""Whether papers print the same words, whatever stands in the data for them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from yinfa.compose.compose import Composer
from yinfa.confined import Progress
from yinfa.diagnostics import Report
from yinfa.kinds import KINDS
from yinfa.model.plan import Plan
from yinfa.styling import Style

PLACE = "origin"  # of a node: it may move when a line before it changes


def printed(plan: Plan, style: Style, progress: Progress) -> tuple[str, ...] | None:
    """Return all the words of every paper of a plan; None where a fault stands in the way.

    Of papers that each unit gets, it is the one for all.
    """
    report = Report()
    composer = Composer(plan, style, report)
    documents = []
    for paper in plan.papers():
        progress(f"编排 {paper.title}")
        documents.append(composer.compose(paper, paged=not KINDS[paper.kind].each))
    return None if report.has_faults else tuple("".join(_words(each)) for each in documents)


def _words(node: object) -> Iterator[str]:
    """Yield every text of a tree but its places: a figure that is bound is the same text in a node of its own."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from _words(each)
    elif is_dataclass(node):
        for field in fields(node):
            if field.name != PLACE:
                yield from _words(getattr(node, field.name))
