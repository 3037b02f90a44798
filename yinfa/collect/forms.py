"""The forms that units fill in: a sheet each, and where what is filled in belongs in the data."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from yinfa.model.actuals import ACTUAL_COLUMNS, ACTUALS, YES_NO
from yinfa.model.progress import (
    PROJECT_PROGRESS,
    PROJECT_PROGRESS_COLUMNS,
    PROJECT_STATES,
    SPENT,
    SPENT_THIS_YEAR,
    TASK_PROGRESS,
    TASK_PROGRESS_COLUMNS,
    TASK_STATES,
)
from yinfa.sources.table import Column

# What a column is: the name of the row; known and part of what is asked; known and shown to help; to be filled in.
Use = Literal["key", "fixed", "shown", "fill"]
NO_NUMBER = "没有数的填“—”，不适用的填“不适用”"


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a form: its header, its use, its width in characters, what may be chosen, what is said there."""

    header: str
    use: Use
    width: float = 14
    choices: tuple[str, ...] = ()
    note: str = ""

    @property
    def column(self) -> Column:
        """Return it as a sheet is read: none of its cells need hold anything, but it must be there."""
        return Column(self.header, required=False, kept=True, choices=self.choices)


@dataclass(frozen=True, slots=True)
class Form:
    """A sheet to fill in, and the sheet `table` of the workbook `book`, with `columns`, where its answers belong.

    `links` are the key columns of the form with those of the table that name the row there; the year stands under 年度.
    `answer` is the column without which a row counts as not filled in; `numbers` are those that hold quantities.
    """

    sheet: str
    book: str
    table: str
    columns: tuple[Column, ...]
    links: tuple[tuple[str, str], ...]
    answer: str
    fields: tuple[Field, ...]
    numbers: tuple[str, ...] = ()

    def of_use(self, *uses: Use) -> tuple[Field, ...]:
        """Return its columns of some uses."""
        return tuple(each for each in self.fields if each.use in uses)

    def with_years(self, headers: Iterable[str]) -> "Form":
        """Return the form with the figures of the years before in columns of these headers, before those to fill."""
        first = next(number for number, each in enumerate(self.fields) if each.use == "fill")
        years = tuple(Field(header, "shown", 12) for header in headers)
        return replace(self, fields=(*self.fields[:first], *years, *self.fields[first:]))


INDICATOR_FORM = Form(
    "指标完成情况",
    "indicators.xlsx",
    ACTUALS,
    ACTUAL_COLUMNS,
    (("时期", "时期"), ("编号", "编号"), ("分项", "分项")),
    "完成值",
    (
        Field("时期", "key", 8),
        Field("编号", "key", 8),
        Field("分项", "key", 12),
        Field("指标名称", "fixed", 28),
        Field("计量单位", "fixed", 10),
        Field("口径", "fixed", 8),
        Field("目标值", "fixed", 14),
        Field("本年应达到", "shown", 20),
        Field("完成值", "fill", 14, note="只填数，单位见“计量单位”一栏。" + NO_NUMBER),
        Field("来源", "fill", 18, note="数据出自哪里：统计年报、公报、核查意见"),
        Field("快报", "fill", 8, YES_NO, "以后还会更正的快报数选“是”"),
        Field("不再统计", "fill", 10, YES_NO, "这项指标已经停止统计的选“是”"),
        Field("证据", "fill", 24, note="定性指标填写依据"),
        Field("原因", "fill", 28, note="没有达到的，写明原因"),
        Field("改进措施", "fill", 28, note="没有达到的，写明下一步措施"),
        Field("备注", "fill", 18),
    ),
    ("完成值",),
)
TASK_FORM = Form(
    "任务进展情况",
    "progress.xlsx",
    TASK_PROGRESS,
    TASK_PROGRESS_COLUMNS,
    (("任务", "任务"), ("分点", "分点")),
    "状态",
    (
        Field("任务", "key", 14),
        Field("分点", "key", 6),
        Field("任务名称", "fixed", 22),
        Field("要求", "fixed", 40),
        Field("时限", "fixed", 12),
        Field("配合单位", "shown", 18),
        Field("状态", "fill", 10, TASK_STATES, "从列表中选择"),
        Field("进展", "fill", 40, note="到年底做了什么，写数量和结果"),
        Field("原因", "fill", 28, note="没有完成的，写明原因"),
        Field("下步措施", "fill", 28, note="没有完成的，写明下步措施和时间"),
        Field("备注", "fill", 18),
    ),
)
PROJECT_FORM = Form(
    "项目进展情况",
    "progress.xlsx",
    PROJECT_PROGRESS,
    PROJECT_PROGRESS_COLUMNS,
    (("编号", "项目"),),
    "状态",
    (
        Field("编号", "key", 8),
        Field("项目名称", "fixed", 28),
        Field("建设内容", "shown", 36),
        Field("起止年份", "fixed", 12),
        Field("总投资（万元）", "fixed", 12),
        Field("状态", "fill", 10, PROJECT_STATES, "从列表中选择"),
        Field(SPENT_THIS_YEAR, "fill", 14, note="单位：万元。没有数额的填“—”，不要空着"),
        Field(SPENT, "fill", 14, note="单位：万元。到年底的累计数，含本年；没有数额的填“—”，不要空着"),
        Field("形象进度", "fill", 36),
        Field("备注", "fill", 18),
    ),
    (SPENT_THIS_YEAR, SPENT),
)
FORMS = (INDICATOR_FORM, TASK_FORM, PROJECT_FORM)
