"""What a template may call: the paper's own functions and filters over one plan."""

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from yinfa.compose.facts import exact, scaled
from yinfa.compose.figures import NOTHING, figure, placed, quantity_figure, target_figure
from yinfa.compose.heads import day
from yinfa.compose.numerals import han, han_year
from yinfa.derive.groups import Group, groups_of, last_actual
from yinfa.diagnostics import Origin, Report, nearest
from yinfa.fitting import breadth_of
from yinfa.model.forms import Form, FormField
from yinfa.model.identity import Leaf, Period
from yinfa.model.indicators import Indicator, Part
from yinfa.model.opinions import Opinion
from yinfa.model.plan import Plan
from yinfa.model.projects import Project, Sum
from yinfa.model.quantity import Absence
from yinfa.model.words import RunInText, TableBlock, Total
from yinfa.sources.text import Text


def at(value: object) -> Markup:
    """Return the attribute that says where a value of the data stands, or nothing."""
    text = value.runin if isinstance(value, RunInText) else value
    place = text.origin if isinstance(text, Text) else text
    return Markup('at="{}"').format(str(place)) if isinstance(place, Origin) else Markup("")


def id_attribute(value: object) -> Markup:
    """Return the attribute `id` for a given id, or nothing."""
    return Markup('id="{}"').format(value) if value else Markup("")


def han_date(date: str) -> str:
    """Return `2011-11` or `2011-11-05` as a cover writes it: 二〇一一年十一月(五日)."""
    year, month, *day = (int(part) for part in date.split("-"))
    return f"{han_year(year)}年{han(month)}月" + (f"{han(day[0])}日" if day else "")


def own_table(table: str, caption: str = "") -> TableBlock:
    """Return the table that a kind of paper consists of, where its text names none; its title is the paper's."""
    total = OWN_TOTAL if table == "projects" else None
    words = Text(caption, Origin("")) if caption else None
    return TableBlock.model_validate({"table": table, "total": total, "caption": words})


def rows_of(form: Form) -> range:
    """Return the ordinals of the blank rows of a form's grid."""
    return range(1, form.rows + 1)


def choice_lines(field: FormField) -> list[list[Text]]:
    """Return what may be chosen, line by line: a word stands on the line of its square, with a blank between two."""
    lines: list[list[Text]] = []
    room = 0.0
    for each in field.choices:
        wide = breadth_of(f"□{each}")
        if not lines or wide > room:
            lines.append([])
            room = ANSWER
        lines[-1].append(each)
        room -= wide + 1
    return lines


ANSWER = 26  # characters on a line of the column of answers
OWN_TOTAL = Total.model_construct(measure="亿元", decimals=2)
FILTERS: dict[str, Callable[..., Any]] = {
    "at": at,
    "placed": placed,
    "id": id_attribute,
    "han": han,
    "han_date": han_date,
    "day": day,
}


class Tables:
    """What the table templates ask of one plan; a period that is not there is a fault at the table's place.

    `leaf` is the paper that the tables stand in: its period is theirs unless they name another.
    """

    def __init__(self, plan: Plan, leaf: Leaf, report: Report) -> None:
        self._plan = plan
        self._leaf = leaf
        self._report = report

    def names(self) -> dict[str, Callable[..., Any]]:
        """Return the functions by the names that templates call them."""
        return {
            "period": self.period,
            "own_table": own_table,
            "groups": self.groups,
            "listed": self.listed,
            "collected": self.collected,
            "rows_of": rows_of,
            "choice_lines": choice_lines,
            "measured": self.measured,
            "target": self.target,
            "achieved": self.achieved,
            "amount": self.amount,
            "listed_projects": self.projects,
            "sum_of": self.sum_of,
        }

    def period(self, table: TableBlock) -> Period:
        """Return the period that a table is about."""
        wanted = table.period or self._plan.period_of(self._leaf)
        found = self._plan.period(wanted)
        if found is None:
            known = [str(each.id) for each in self._plan.identity.periods]
            place = table.period.origin if table.period else self._place(table)
            self._report.fault("period", f"没有时期“{wanted}”", place, nearest(wanted, known))
        return found or self._plan.identity.periods[0]

    def _place(self, table: TableBlock) -> Origin:
        """Return where a table is asked for, as nearly as is known."""
        said: Iterable[Text | None] = (table.caption, table.period, self._leaf.text, self._leaf.title)
        return next(text.origin for text in said if text)

    def listed(self, table: TableBlock) -> tuple[Indicator, ...]:
        """Return the indicators that a table lists, in the order of 序号; none at all is a fault."""
        period = self.period(table)
        listed = self._plan.listed(period.id)
        if not listed:
            hint = "在 indicators.xlsx 的“指标”表中填写，并把“主表”选“是”"
            self._report.fault("table-empty", f"时期“{period.id}”没有列入主表的指标", self._place(table), hint)
        return tuple(sorted(listed, key=lambda each: each.ordinal))

    def groups(self, table: TableBlock) -> tuple[Group, ...]:
        """Return the indicators that a table lists, in their groups; none at all is a fault."""
        return groups_of(self.listed(table))

    def measured(self, part: Part) -> Markup:
        """Return a part's target with its measure: ≥92%."""
        return target_figure(part.target, part.origin, part.measure) if part.target else Markup("")

    def target(self, part: Part) -> Markup:
        """Return a part's target as a table prints it."""
        return target_figure(part.target, part.origin) if part.target else Markup("")

    def achieved(self, indicator: Indicator, part: Part) -> Markup:
        """Return a part's latest result as a table prints it; a blank is said, never left blank."""
        actual = last_actual(self._plan, indicator, part)
        value, origin = (actual.value, actual.origin) if actual else (Absence.MISSING, part.origin)
        return quantity_figure(value, origin)

    def projects(self, table: TableBlock) -> tuple[Project, ...]:
        """Return the projects that a table lists, in the order of 序号; none at all is a fault."""
        if not self._plan.projects:
            hint = "在 projects.xlsx 的“项目”表中填写，或删去这张表"
            self._report.fault("table-empty", "没有项目可列", self._place(table), hint)
        return tuple(sorted(self._plan.projects, key=lambda each: each.ordinal))

    def collected(self, table: TableBlock) -> tuple[Opinion, ...]:
        """Return the opinions that came in, in their order; none at all is a fault."""
        if not self._plan.opinions:
            hint = "在 feedback.xlsx 的“意见”表中填写，或删去这张表"
            self._report.fault("table-empty", "没有意见可列", self._place(table), hint)
        return self._plan.opinions

    def sum_of(self, sums: Iterable[Sum], total: Total) -> Markup:
        """Return the total of a column as a table prints it, — where no project has an amount."""
        listed = list(sums)
        if all(isinstance(each.value, Absence) for each in listed):
            return NOTHING
        value = scaled(listed, str(total.measure), total.decimals)
        return figure(f"{value:f}{total.measure}", *exact(listed))

    def amount(self, money: Sum) -> Markup:
        """Return an amount of money as a table prints it."""
        return quantity_figure(money.value, money.origin)
