"""The returned files of a year, read and compared: whose they are, and whether they agree with one another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from yinfa.collect.answers import Answer, answers_of
from yinfa.collect.lines import Questions
from yinfa.collect.returned import Returned, read_returned, said
from yinfa.diagnostics import Origin, Report
from yinfa.model.plan import Plan
from yinfa.paths import shown

SUFFIXES = (".xlsx", ".xls", ".xlsm", ".et", ".csv", ".ods")


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the files of a year add to the data: the answers, and the short names of the units that gave them."""

    answers: tuple[Answer, ...]
    units: tuple[str, ...]


def files_in(given: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files given and those in and below the folders given: tables of any kind, but for traces of open ones.

    What is hidden is left out.
    """
    found: list[Path] = []
    for each in given:
        inside = sorted(one for one in each.rglob("*") if _is_table(one, each)) if each.is_dir() else [each]
        found += [one for one in inside if not one.name.startswith("~$")]
    return tuple(dict.fromkeys(found))


def _is_table(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix.lower() in SUFFIXES and not hidden


def of_one_year(files: Sequence[Returned], wanted: int | None, report: Report) -> tuple[int, tuple[Returned, ...]]:
    """Return the year and its files: the one wanted, else that of the first; a file of another year is a fault."""
    year = wanted or next((each.base.year for each in files), 0)
    for each in (each for each in files if each.base.year != year):
        message = f"这是{each.base.year}年度的填报表，要合并的是{year}年度"
        report.fault("collect-year", message, Origin(each.shown), "移走这一份，或用 --year 写明年度分次合并")
    return year, tuple(each for each in files if each.base.year == year)


def read_all(paths: Iterable[Path], plan: Plan, report: Report) -> tuple[Returned, ...]:
    """Return the files that are this plan's; all that is wrong with the others is told."""
    read = (read_returned(each, shown(each), report) for each in paths)
    return tuple(each for each in read if each and _is_of(plan, each, report))


def _is_of(plan: Plan, returned: Returned, report: Report) -> bool:
    if returned.base.plan == plan.identity.id:
        return True
    message = f"这是规划“{returned.base.plan}”的填报表，不是“{plan.identity.id}”的"
    report.fault("collect-plan", message, Origin(returned.shown), "核对文件和数据文件夹")
    return False


def gathered(files: Sequence[Returned], questions: Sequence[Questions], report: Report) -> Gathered:
    """Return what the files add; where two of one unit differ, or two say different things of one cell, is a fault."""
    asked = {str(each.unit.id): each for each in questions}
    firsts: dict[str, Returned] = {}
    answers, units = list[Answer](), list[str]()
    for each in files:
        mine = asked.get(each.base.unit)
        if mine is None:
            if not each.is_untouched:
                message = f"单位“{each.base.unit}”现在没有要填报的事项：导出之后数据改了"
                report.fault("collect-old", message, Origin(each.shown), "移走这一份；责任单位改错了的，改正数据")
            continue
        if each.base.unit in firsts:
            _twice(firsts[each.base.unit], each, mine, report)
            continue
        firsts[each.base.unit] = each
        if own := answers_of(each, mine, report):
            answers += own
            units.append(str(mine.unit.short))
    return Gathered(tuple(answers), tuple(units))


def _twice(first: Returned, second: Returned, questions: Questions, report: Report) -> None:
    """Tell in which cells two files of one unit differ."""
    unit, differ = questions.unit.short, False
    for form in (sheaf.form for sheaf in questions.sheaves):
        rows, others = first.rows(form, Report()), second.rows(form, report)
        for key in rows.keys() & others.keys():
            for header in (each.header for each in form.of_use("fill")):
                one, other = rows[key][header], others[key][header]
                if said(one) != said(other):
                    differ = True
                    message = f"“{unit}”交了两份，这一格不同：这里是“{said(other)}”，{one.origin} 是“{said(one)}”"
                    report.fault("collect-twice", message, other.origin, "留下正确的一份，移走另一份")
    if not differ:
        message = f"“{unit}”交了两份，内容相同，只合并 {first.shown}"
        report.notice("collect-twice", message, Origin(second.shown), "移走一份可免此提示")
