"""The functions that prose may call: each looks one fact up and prints it with its measure, marked with its cell."""

from decimal import Decimal

from markupsafe import Markup

from yinfa.compose.counts import counted, named
from yinfa.compose.figures import figure, number
from yinfa.compose.heads import day
from yinfa.derive.duties import charges_of, of_unit
from yinfa.derive.groups import last_actual
from yinfa.derive.headings import headed_by
from yinfa.diagnostics import nearest
from yinfa.model.identity import Consultation, Leaf
from yinfa.model.indicators import Indicator, Part
from yinfa.model.opinions import DECISIONS
from yinfa.model.plan import Plan
from yinfa.model.projects import MONEY, Project, Sum, total_of
from yinfa.model.quantity import SCALES, Absence, convert, printed, rounded
from yinfa.sources.spans import cells_of
from yinfa.sources.text import Text

MAX_DECIMALS = 6
ONLY_EVALUATIONS = "改写这句话，或在 plan.yaml 中把这份文件的 kind 写为 evaluation"


class NoSuchFact(LookupError):
    """Prose names a fact that the data do not hold; `hint` says which it may have meant."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Facts:
    """The facts of one plan, as a paper of it asks for them: its period is the one that is meant unless one is named.

    Every method raises `NoSuchFact` for a name the data do not hold.
    """

    def __init__(self, plan: Plan, leaf: Leaf) -> None:
        self._plan = plan
        self._leaf = leaf

    def target(self, name: str, part: str = "", period: str = "") -> Markup:
        """Return the target of an indicator with its measure, such as `92%`; words stand alone."""
        indicator = self._indicator(name, period)
        found = self._aimed(indicator, part)
        target = found.target or indicator.target
        if target is None:  # its cell could not be read, which is told there
            return Markup("")
        return figure(target.printed(found.measure), target.low, found.origin)

    def actual(self, name: str, part: str = "", period: str = "", year: int = 0) -> Markup:
        """Return what was achieved in `year`, by default the last year entered, with its measure."""
        if not isinstance(year, int):
            raise NoSuchFact(f"year 的“{year}”是文字，不是年份", "年份不加引号，写作 year=2012")
        indicator = self._indicator(name, period)
        found = self._part(indicator, part)
        actual = last_actual(self._plan, indicator, found, year)
        if actual is None:
            raise NoSuchFact(f"指标“{indicator.name}”没有{f'{year}年的' if year else ''}完成值", "在“完成值”表中补上")
        if actual.unread:  # which is told at its cell
            return Markup("")
        if not isinstance(actual.value, Decimal):
            message = f"指标“{name}”{actual.year}年的完成值是“{actual.value}”，不是数字"
            raise NoSuchFact(message, "改写这句话，或补上完成值")
        return figure(f"{printed(actual.value)}{found.measure}", actual.value, actual.origin)

    def count(self, what: str, group: str = "", period: str = "", verdict: str = "", state: str = "") -> Markup:
        """Return how many indicators (in the table), projects, tasks of this paper or opinions there are: `17项`.

        Any other word counts the headings of this paper that end in it, run-in ones too: 工程, 行动. `group` counts the
        indicators of a 分类, the tasks of a unit, the opinions decided in one way. By `verdict` and
        `state` only an evaluation counts.
        """
        if verdict or state:
            raise NoSuchFact(f"{'verdict' if verdict else 'state'} 只在评估报告中可用", ONLY_EVALUATIONS)
        if what == "指标":
            return self._listed(group, period)
        if what == "任务":
            return self._tasks(group)
        if what == "意见":
            return self._opinions(group)
        if what == "项目" and not group:
            return number(counted(self._projects(), lambda each: (each.origin,)), "个")
        if what and not group and (headed := headed_by(self._plan.words_of(self._leaf), what)):
            return number(counted(headed, lambda each: (each.origin,)), "项")
        hint = "可用：指标、任务、意见（都可带 group）、项目，或标题末尾的词（如 工程）"
        raise NoSuchFact(f"不会数“{what}”{f'的分类“{group}”' if group else ''}", hint)

    def _listed(self, group: str, period: str) -> Markup:
        listed = self._plan.listed(self._period(period))
        if group and all(each.group != group for each in listed):
            raise NoSuchFact(f"没有分类“{group}”", nearest(group, (each.group for each in listed)))
        return number(
            counted([each for each in listed if group in ("", each.group)], lambda each: (each.origin,)), "项"
        )

    def _tasks(self, name: str) -> Markup:
        year = self._plan.year_of(self._leaf)
        charges = charges_of(self._plan.words_of(self._leaf), self._plan.registry, year)
        if not charges:
            raise NoSuchFact("这份文件没有任务", "在正文中以 task 写出任务，或改写这句话")
        unit = self._plan.registry.find(name, year)
        if name and unit is None:
            known = (str(each.short) for each in self._plan.registry.units)
            raise NoSuchFact(f"单位“{name}”没有登记", nearest(name, known))
        tasks = {each.ordinal: each.task.task for each in (of_unit(charges, unit) if unit else charges)}
        return number(named(tasks.values()), "项")

    def _opinions(self, decision: str) -> Markup:
        if not self._plan.opinions:
            raise NoSuchFact("没有意见可数", "在 feedback.xlsx 的“意见”表中填写，或改写这句话")
        if decision and decision not in DECISIONS:
            raise NoSuchFact(f"没有采纳情况“{decision}”", nearest(decision, DECISIONS))
        found = [each.decision for each in self._plan.opinions if decision in ("", each.decision)]
        return number(named(found), "条")

    def total(self, what: str, measure: str = MONEY, decimals: int = 0) -> Markup:
        """Return the sum over all projects of 总投资 or 计划投资 in `measure`."""
        columns = self._columns()
        if what not in columns:
            raise NoSuchFact(f"没有合计“{what}”", nearest(what, columns))
        return figure(f"{scaled(columns[what], measure, decimals):f}{measure}", *exact(columns[what]))

    def _columns(self) -> dict[str, list[Sum]]:
        """Return what can be summed, by the names that prose has for it."""
        return {
            "总投资": [project.investment for project in self._projects()],
            "计划投资": [project.planned for project in self._projects()],
        }

    def opening(self) -> Markup:
        """Return the first day on which the public is consulted, such as 2021年12月16日."""
        return _day(self._consultation().start)

    def deadline(self) -> Markup:
        """Return the last day for opinions, such as 2022年1月15日."""
        return _day(self._consultation().deadline)

    def _consultation(self) -> Consultation:
        if self._plan.identity.consultation is None:
            hint = "写上 consultation: {start: 2021-12-16, deadline: 2022-01-15}"
            raise NoSuchFact("plan.yaml 没有写征求意见的起止日期", hint)
        return self._plan.identity.consultation

    def ref(self, id_: str) -> Markup:
        """Return a reference to a table, box, figure or heading, to an annex by its title too; `refer` numbers it."""
        return Markup('<a href="#{}"></a>').format(id_)

    def _projects(self) -> tuple[Project, ...]:
        if not self._plan.projects:
            raise NoSuchFact("没有项目可数、可加", "在 projects.xlsx 的“项目”表中填写，或改写这句话")
        return self._plan.projects

    def _period(self, period: str) -> str:
        wanted = period or self._plan.period_of(self._leaf)
        found = self._plan.period(wanted)
        if found is None:
            raise NoSuchFact(f"没有时期“{wanted}”", nearest(wanted, (each.id for each in self._plan.identity.periods)))
        return str(found.id)

    def _indicator(self, name: str, period: str) -> Indicator:
        wanted = self._period(period)
        found = self._plan.indicator(name, wanted)
        if found is None:
            known = (each.name for each in self._plan.indicators if each.period == wanted)
            raise NoSuchFact(f"时期“{wanted}”没有指标“{name}”", nearest(name, known))
        return found

    def _aimed(self, indicator: Indicator, part: str) -> Part:
        """Return the part whose target is meant: where one target spans all, none needs to be named."""
        return indicator.parts[0] if indicator.spans and not part else self._part(indicator, part)

    def _part(self, indicator: Indicator, name: str) -> Part:
        if not name and len(indicator.parts) == 1:
            return indicator.parts[0]
        found = indicator.part(name)
        if found is None:
            said = f"没有分项“{name}”" if name else "分几项，要指明哪一项"
            raise NoSuchFact(
                f"指标“{indicator.name}”{said}", nearest(name, filter(None, (each.name for each in indicator.parts)))
            )
        return found


def _day(written: Text) -> Markup:
    return figure(day(written), None, written.origin)


def scaled(sums: list[Sum], measure: str, decimals: int) -> Decimal:
    """Return the total of `sums` (万元) in `measure`, rounded half up.

    Raise `NoSuchFact` for a measure that is no money, decimals that nobody prints, or when no amount is a number:
    nothing known is not nothing.
    """
    if all(isinstance(each.value, Absence) for each in sums):
        raise NoSuchFact("没有一个项目填有数额，无从合计", "补上数额，或改写这句话")
    if decimals not in range(MAX_DECIMALS + 1):
        raise NoSuchFact(f"不能保留 {decimals} 位小数", f"可用：0 至 {MAX_DECIMALS}")
    try:
        return rounded(convert(total_of(sums), MONEY, measure), decimals)
    except ValueError as error:
        raise NoSuchFact(str(error), f"可用：{'、'.join(SCALES)}") from error


def exact(sums: list[Sum]) -> tuple[Decimal, str]:
    """Return the unrounded sum in 万元 and the cells that it was made from, `book!sheet!H2..H27`."""
    return total_of(sums), cells_of(each.origin for each in sums)
