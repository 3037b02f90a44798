"""What must hold of the offices that issue, sign and print a paper."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from yinfa.diagnostics import Report
from yinfa.model.heads import Head
from yinfa.model.identity import Leaf
from yinfa.model.link_units import find_unit
from yinfa.model.plan import Plan
from yinfa.model.words import PaperWords
from yinfa.sources.text import Text

ADDED = "文件"  # what the form puts behind the names in its head (gbt9704 12)
NEAR = (
    0.85  # how much alike two names are of which one is the other, mistyped: 办公厅 and 办公室, not 教育局 and 体育局
)


def link_offices(plan: Plan, report: Report) -> None:
    """Report offices of a head that would be printed wrongly, and offices that are not what they are called."""
    for words in plan.words.values():
        if words.head:
            _head(plan, words.head, report)
        for name in _named(words):
            _near(plan, name, report)
    for leaf in plan.leaves():
        _units(plan, leaf, report)


def _head(plan: Plan, head: Head, report: Report) -> None:
    """Report offices whose names hold what is none of them, and one named twice, be it once by its id."""
    seen: set[str] = set()
    for organ in head.organs:
        _spelt(organ, head, report)
        unit = plan.registry.find(organ)
        name = str(unit.id if unit else organ)
        if name in seen:
            report.fault("organ", f"发文机关“{organ}”写了两次", organ.origin, "只留一处")
        seen.add(name)


def _spelt(organ: Text, head: Head, report: Report) -> None:
    if organ.endswith(ADDED):
        message = f"发文机关“{organ}”带了“{ADDED}”二字，署名也会印上"
        by_form = f"，{ADDED}二字由版式加上" if head.form == ADDED else ""
        report.fault("organ", message, organ.origin, f"写成“{organ.removesuffix(ADDED)}”{by_form}")
    if len(organ.split()) > 1:
        hint = f"逐个列出：[{', '.join(organ.split())}]"
        report.fault("organ", f"“{organ}”中间有空格，是几个机关写在了一起", organ.origin, hint)


def _near(plan: Plan, name: Text, report: Report) -> None:
    """Warn of an office that is no unit of the plan but is called almost as one."""
    if name.isascii() or plan.registry.find(name):
        return
    known = [str(unit.name) for unit in plan.registry.units]
    alike = [each for each in known if not (each.startswith(name) or name.startswith(each))]
    best = max(alike, key=lambda each: _likeness(each, name), default="")
    if _likeness(best, name) >= NEAR:
        hint = f"是否指“{best}”？名称无误的，不必理会"
        report.warning("organ-near", f"机关“{name}”没有登记，与登记的“{best}”只差几个字", name.origin, hint)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _units(plan: Plan, leaf: Leaf, report: Report) -> None:
    """Report an office named by an id that no unit has, and a unit that was not there in the year of the paper."""
    year = plan.year_of(leaf)
    for name in _named(plan.words_of(leaf)):
        if name.isascii() or plan.registry.find(name):  # an office need not be a unit of the plan
            find_unit(plan, name, range(year, year + 1), report)


def _named(words: PaperWords) -> Iterator[Text]:
    yield from words.head.organs if words.head else ()
    yield from words.signature.organs if words.signature else ()
    if words.imprint and words.imprint.printer:
        yield words.imprint.printer
