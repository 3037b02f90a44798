"""What each indicator should come to in the new year: the year's own target, or what is due along the path."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yinfa.derive.evaluation import Judgement, goal_of, judge
from yinfa.derive.pace import baseline_of, is_kept
from yinfa.derive.path import Path, path_of
from yinfa.derive.rates import meets
from yinfa.diagnostics import Origin
from yinfa.model.identity import Period
from yinfa.model.indicators import Indicator, Part
from yinfa.model.plan import Plan
from yinfa.model.quantity import Target, Verdict, printed

COMPARED = ("≥", "≤")  # the operators whose target of a year is a number by itself


@dataclass(frozen=True, slots=True)
class Aim:
    """What a part of an indicator should come to in the new year, and why.

    `value` is what 年度目标 is to say, None where nothing is proposed; `open` says that a person has to decide. `row`
    is the cell of the year's own target, where there is a row of the new year already; `judgement` is last year's.
    """

    indicator: Indicator
    part: Part
    value: Decimal | None
    why: str
    open: bool
    row: Origin | None
    judgement: Judgement | None

    @property
    def named(self) -> str:
        """Return what it is of."""
        return f"{self.indicator.id}“{self.indicator.named(self.part)}”"

    @property
    def is_missed(self) -> bool:
        """Return whether last year's evaluation calls it missed, wholly or nearly."""
        return self.judgement is not None and self.judgement.verdict.is_missed

    @property
    def told(self) -> str:
        """Return what the evaluation of last year says of it; nothing where there was nothing to judge."""
        judged = self.judgement
        if judged is None or judged.verdict is Verdict.NO_DATA:
            return ""
        due = f"，应达到{judged.aim.target.signed()}" if judged.aim else ""
        value = judged.actual.result or printed(judged.case.value) if judged.actual else "未填报"
        return f"{self.named}{judged.course.year}年评价为“{judged.verdict}”（结果{value}{due}）"


def figure(value: Decimal) -> str:
    """Return a number as a drafter writes it: without the zeros that a computed one ends with."""
    return f"{value.normalize():f}"


def aims_of(plan: Plan, period: Period, last: int) -> tuple[Aim, ...]:
    """Return the aims of a period in the year after `last`: of each indicator that it lists or that had a row then."""
    return tuple(_aims(plan, period, last))


def results_of(plan: Plan, period: Period, last: int) -> tuple[Aim, ...]:
    """Return what the indicators of a period that is over came to, without an aim for the year after it."""
    mine = [each for each in plan.indicators if each.period == period.id and last in period.years]
    found = ((indicator, part) for indicator in mine for part in indicator.parts)
    over = f"{period.name}已结束"
    return tuple(Aim(*each, None, over, False, None, judge(plan, *each, period, last)) for each in found)


def _aims(plan: Plan, period: Period, last: int) -> Iterator[Aim]:
    ordered = sorted((each for each in plan.indicators if each.period == period.id), key=lambda each: not each.listed)
    for indicator in ordered:
        for part in indicator.parts:
            rows = {each.year: each for each in plan.actuals.of(indicator, part.name)}
            if not indicator.listed and last not in rows and last + 1 not in rows:
                continue
            judgement = judge(plan, indicator, part, period, last) if last in period.years else None
            if own := rows.get(last + 1):
                said = own.target.signed() if own.target else "没有填"
                why = f"规划数据已有{last + 1}年的行，年度目标{said}（{_cell(own.target_at)}）"
                yield Aim(indicator, part, None, why, False, own.target_at, judgement)
            elif last in rows and rows[last].discontinued:
                yield Aim(indicator, part, None, f"{last}年起不再统计，定下是否还列", True, None, judgement)
            else:
                value, why, is_open = _proposed(plan, indicator, part, period, last)
                yield Aim(indicator, part, value, why, is_open, None, judgement)


def _cell(place: Origin) -> str:
    """Return a cell without the folder of its workbook."""
    return f"{place.file.rpartition('/')[2]}!{place.sheet}!{place.cell}"


def _proposed(
    plan: Plan, indicator: Indicator, part: Part, period: Period, last: int
) -> tuple[Decimal | None, str, bool]:
    """Return the number to propose, why, and whether there is anything to decide."""
    goal, path = goal_of(plan, indicator, part, last), path_of(plan, indicator, part, period, last)
    if goal is None or path is None:
        return None, "规划目标读不出，推算不了年度目标", True
    station = next(each for each in path.stations if each.year == last + 1)
    if goal.target.is_worded:
        return None, f"定性目标“{goal.target.words}”每年相同，不另设年度目标", False
    if station.due is None:
        return None, f"没有基期值，按序时进度推算不出；规划目标{goal.target.signed()}", True
    due, revised = station.due.target, "（目标调整后）" if goal.revision else ""
    if due.operator not in COMPARED or due.low is None:
        is_one = goal.target.high is None
        just = f"须等于{goal.target.printed()}" if is_one else f"须在{goal.target.printed()}之间"
        return None, f"{just}{revised}，评价时按此比较，不另设年度目标", False
    if indicator.is_added:
        return _added(path, due, due.low, last)
    why = _why(indicator, part, goal.target, period, last + 1, due.low, revised)
    return due.low, f"{why}{_ahead(path, due, last)}", True


def _ahead(path: Path, due: Target, last: int) -> str:
    """Return that last year was as far already, for a target that asks for less than there is wants a second look."""
    before = next((each.value for each in path.stations if each.year == last), None)
    if not isinstance(before, Decimal) or not meets(before, due):
        return ""
    return f"；{last}年结果{figure(before)}已达到，可定得更严"


def _why(indicator: Indicator, part: Part, goal: Target, period: Period, year: int, due: Decimal, revised: str) -> str:
    """Return where a target along the path comes from."""
    if year == period.end:
        return f"规划期末年，按规划目标{goal.signed()}{revised}拟"
    if is_kept(indicator, goal, baseline_of(indicator, part)):
        return f"基期值{printed(part.baseline)}已达到规划目标{goal.signed()}{revised}，按保持拟"
    return f"按序时进度拟：基期值{printed(part.baseline)}到规划目标{goal.signed()}{revised}，{year}年末{figure(due)}"


def _added(path: Path, due: Target, sum_: Decimal, last: int) -> tuple[Decimal | None, str, bool]:
    """Return what a year is to add, so that all years together come to what is due by its end."""
    if due.operator != "≥":
        return None, f"累计不超过{due.printed()}，年度目标请另定", True
    before = next((each for each in path.stations if each.year == last), None)
    if before is None:
        done, said = Decimal(0), "上一年不在规划期内"
    elif isinstance(before.value, Decimal):
        done, said = before.value, f"到{last}年末已新增{figure(before.value)}"
    elif before.due and before.due.target.low is not None:
        done, said = before.due.target.low, f"到{last}年末的累计数没有填全，按应完成的{figure(before.due.target.low)}计"
    else:
        return None, f"到{last}年末的累计数没有填全，推算不出", True
    why = f"按序时进度到{last + 1}年末累计应新增{figure(sum_)}，{said}"
    if sum_ <= done:
        return None, f"{why}，当年不必新增，也可另定", True
    return sum_ - done, f"{why}，当年拟新增{figure(sum_ - done)}", True
