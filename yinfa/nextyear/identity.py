"""plan.yaml and units.yaml with what the new year adds: papers, a period, the unit 待定; all other bytes stay."""

import re
from dataclasses import dataclass

from yinfa.diagnostics import Origin, Report
from yinfa.mend.original import Original, Replacement, opened
from yinfa.nextyear.inserted import appended, copied, listed
from yinfa.nextyear.known import Known
from yinfa.nextyear.papers import Yearly, changed
from yinfa.nextyear.proposed import title_of
from yinfa.nextyear.tree import MARK
from yinfa.nextyear.turn import Turn
from yinfa.nextyear.written import scalar
from yinfa.sources.yaml_file import Mapping, Sequence, parse_yaml

NOBODY = f"{{id: to-be-decided, name: {MARK}, short: {MARK}, level: office}}"  # who leads until a person says who


@dataclass(frozen=True, slots=True)
class Insertion:
    """Items to put behind the last one of a list at the top of a file."""

    key: str
    items: tuple[str, ...]


def plan_with(known: Known, report: Report) -> Original:
    """Return plan.yaml with the new year's papers, and the period they are of where it is new."""
    file = _opened(known, "plan.yaml")
    insertions = [Insertion("documents", tuple(_papers(known, file)))]
    if known.made:
        period = known.period
        made = f"{{id: {_quoted(str(period.id))}, name: {scalar(str(period.name), in_flow=True)}"
        insertions.append(Insertion("periods", (f"{made}, start: {period.start}, end: {period.end}}}",)))
    return _with(file, insertions, report)


def units_with(known: Known, report: Report) -> Original:
    """Return units.yaml with a unit whose name is the mark."""
    return _with(_opened(known, "units.yaml"), [Insertion("units", (NOBODY,))], report)


def _opened(known: Known, file: str) -> Original:
    return opened(known.plan.folder / file, f"{known.plan.shown}/{file}")


def _quoted(id_: str) -> str:
    """Return an id as the samples write it: in double quotes where it might be taken for a number."""
    return f'"{id_}"' if re.fullmatch(r"[0-9.-]+", id_) else scalar(id_, in_flow=True)


def _papers(known: Known, file: Original) -> list[str]:
    """Return the new papers as they are to be written: last year's entries with their year moved."""
    if known.is_first:
        title = scalar(title_of(known.plan, known.year), in_flow=True)
        lines = ("kind: action-plan", f"text: text/action-{known.year}.yaml", f"title: {title}", f"year: {known.year}")
        own = known.plan.identity.period == known.period.id
        return ["\n  ".join((*lines, *(() if own else (f"period: {_quoted(str(known.period.id))}",))))]
    there = listed(file.text, "documents")
    assert there is not None  # noqa: S101  the plan has been read
    turn = Turn(known.clock, known.offices, known.fates)
    change = changed(known.year, known.last, turn.title, known.file, known.periods)
    return [_dated(copied(file.text, there.items[each.place], change), each, known) for each in known.missing]


def _dated(entry: str, yearly: Yearly, known: Known) -> str:
    """Return an entry with its year and period: one that says none has those of the plan, which may be others now."""
    wanted = {}
    if not any(leaf.year for leaf in yearly.leaves):
        wanted["year"] = str(known.year)
    if known.periods and not any(leaf.period for leaf in yearly.leaves):
        wanted["period"] = _quoted(str(known.period.id))
    for key, value in wanted.items():
        entry = f"{entry[:-1]}, {key}: {value}}}" if entry.startswith("{") else f"{entry}\n  {key}: {value}"
    return entry


def _with(file: Original, insertions: list[Insertion], report: Report) -> Original:
    """Return a file with the insertions made; it must read as before but for these, else that is a fault."""
    crlf = b"\r\n" in file.data
    replacements: list[Replacement] = []
    for each in (each for each in insertions if each.items):
        made = appended(file.text, each.key, list(each.items), "\r\n" if crlf else "\n")
        if made is None:
            place = Origin(file.shown)
            report.fault("draft-layout", f"在 {each.key} 中找不到可以接着写的一项", place, "把它写成一列“- ”")
            return file
        replacements.append(made)
    new = file.with_(replacements) if replacements else file
    if not _is_more(file, new, insertions):
        place = Origin(file.shown)
        hint = "、".join(each.key for each in insertions)
        report.fault(
            "draft-layout", "这个文件的写法太特殊，加不进新的一项", place, f"把 {hint} 写成一列“- ”，每项一行起"
        )
        return file
    return new


def _is_more(old: Original, new: Original, insertions: list[Insertion]) -> bool:
    """Return whether a file says what it said, and has just the new items besides."""
    before, after = (parse_yaml(each.text, each.shown, Report()) for each in (old, new))
    if not isinstance(before, Mapping) or not isinstance(after, Mapping) or list(before) != list(after):
        return False
    more = {each.key: len(each.items) for each in insertions}
    return all(_but(after[key], more.get(key, 0)) == _but(before[key], 0) for key in before) and all(
        _length(after[key]) == _length(before[key]) + number for key, number in more.items()
    )


def _but(node: object, last: int) -> object:
    return list(node)[: len(node) - last] if isinstance(node, Sequence) else node


def _length(node: object) -> int:
    return len(node) if isinstance(node, Sequence) else 0
