"""Projects: the rows of projects.xlsx as typed values."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from yinfa.diagnostics import Origin, Report
from yinfa.model.base import YEARS
from yinfa.model.cells import ORDINALS, quantity_of, units_of, whole_of, words_of
from yinfa.model.quantity import Quantity
from yinfa.sources.table import Column, Row
from yinfa.sources.text import Text

PROJECTS = "项目"
MONEY = "万元"
INVESTMENT = f"总投资（{MONEY}）"
PLANNED = f"计划投资（{MONEY}）"
NO_AMOUNT = "没有数额的填“—”（不要空着）"
PROJECT_COLUMNS = (
    Column("编号"),
    Column("序号"),
    Column("项目名称"),
    Column("建设性质", choices=("新建", "续建", "改扩建")),
    Column("开工年份"),
    Column("完工年份"),
    Column("建设内容"),
    Column(INVESTMENT, hint=NO_AMOUNT),
    Column(PLANNED, hint=NO_AMOUNT),
    Column("责任单位"),
    Column("来源", required=False),
    Column("备注", required=False),
)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount of money in 万元, and its cell."""

    value: Quantity
    origin: Origin

    @property
    def is_known(self) -> bool:
        """Return whether it is a number."""
        return isinstance(self.value, Decimal)


@dataclass(frozen=True, slots=True)
class Project:
    """A project: `investment` is its whole cost, `planned` what falls into the plan's period.

    `ordinal_at` and `years_at` are the cells of 序号 and of the two years.
    """

    id: Text
    ordinal: int
    name: Text
    nature: str
    start: int
    end: int
    content: Text
    investment: Sum
    planned: Sum
    units: tuple[Text, ...]
    source: Text
    note: Text
    origin: Origin
    ordinal_at: Origin
    years_at: tuple[Origin, Origin]


def projects_of(rows: Iterable[Row], report: Report) -> tuple[Project, ...]:
    """Return the projects of the sheet 项目, in its order."""
    return tuple(_project(row, report) for row in rows)


def _project(row: Row, report: Report) -> Project:
    start, end = (whole_of(row[header], YEARS, report) or 0 for header in ("开工年份", "完工年份"))
    if start and end and start > end:
        report.fault("project-years", f"开工年份 {start} 晚于完工年份 {end}", row["完工年份"].origin, "核对两个年份")
    return Project(
        id=words_of(row["编号"]),
        ordinal=whole_of(row["序号"], ORDINALS, report) or 0,
        name=words_of(row["项目名称"]),
        nature=words_of(row["建设性质"]),
        start=start,
        end=end,
        content=words_of(row["建设内容"]),
        investment=sum_of(row, INVESTMENT, report),
        planned=sum_of(row, PLANNED, report),
        units=units_of(row["责任单位"]),
        source=words_of(row["来源"]),
        note=words_of(row["备注"]),
        origin=row["项目名称"].origin,
        ordinal_at=row["序号"].origin,
        years_at=(row["开工年份"].origin, row["完工年份"].origin),
    )


def sum_of(row: Row, header: str, report: Report) -> Sum:
    """Return the amount of money in a cell of a row, in 万元."""
    return Sum(quantity_of(row[header], MONEY, report), row[header].origin)


def total_of(sums: Iterable[Sum]) -> Decimal:
    """Return the sum in 万元 of the amounts that are numbers; what is absent adds nothing."""
    return sum((each.value for each in sums if isinstance(each.value, Decimal)), Decimal(0))
