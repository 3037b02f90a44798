"""Indicators and their targets: the rows of the sheet 指标 as typed values."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import cast

from yinfa.diagnostics import Origin, Report
from yinfa.model.cells import ORDINALS, absence_of, quantity_of, units_of, whole_of, words_of
from yinfa.model.hints import for_target
from yinfa.model.quantity import OPERATORS, SIGNS, Absence, Operator, Quantity, Target, range_of
from yinfa.sources.figures import Hint, decimal_of, text_of
from yinfa.sources.table import Column, Row
from yinfa.sources.text import Text
from yinfa.sources.workbook import Cell

INDICATORS = "指标"
CUMULATIVE, ADDED = "累计", "新增"  # 口径 of what is counted up
BINDING, EXPECTED = NATURES = ("约束性", "预期性")  # 属性
INDICATOR_COLUMNS = (
    Column("时期"),
    Column("编号"),
    Column("主表", choices=("是", "否")),
    Column("分类"),
    Column("序号", required=False, kept=True),
    Column("指标名称"),
    Column("分项", required=False, kept=True),
    Column("计量单位"),
    Column("口径", choices=(CUMULATIVE, ADDED, "期末")),
    Column("属性", choices=NATURES),
    Column("比较", choices=OPERATORS, spellings=SIGNS),
    Column("目标值", required=False, kept=True),
    Column("基期值", required=False, weighs=True),
    Column("责任单位", required=False, kept=True),
    Column("来源", required=False),
    Column("备注", required=False),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A sub-indicator, or the whole of an indicator that has none (then `name` is empty).

    `target` is None when one target of the indicator spans all its parts. `baseline` (基期值) is where it stood at the
    end of the year before the period.
    """

    name: str
    measure: str
    target: Target | None
    origin: Origin
    baseline: Quantity
    baseline_at: Origin


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of a period: `listed` ones make up the plan's table, the others serve boxes and prose.

    `basis` is 口径 (累计, 新增, 期末), `nature` 属性 (约束性, 预期性). `ordinal` is 0 when not listed; its cell is
    `ordinal_at`.
    """

    period: Text
    id: Text
    listed: bool
    group: Text
    ordinal: int
    name: Text
    basis: str
    nature: str
    parts: tuple[Part, ...]
    units: tuple[Text, ...]
    source: Text
    note: Text
    origin: Origin
    ordinal_at: Origin

    @property
    def target(self) -> Target | None:
        """Return the one target of the indicator, also when it spans its parts."""
        return self.parts[0].target

    @property
    def spans(self) -> bool:
        """Return whether one target spans all the parts."""
        return len(self.parts) > 1 and all(part.target is None for part in self.parts[1:])

    @property
    def is_added(self) -> bool:
        """Return whether its results say what each year added (新增), and not where it stood."""
        return self.basis == ADDED

    @property
    def is_counted_up(self) -> bool:
        """Return whether it is counted up over the years, whether told as a sum or by what each year added."""
        return self.basis in (CUMULATIVE, ADDED)

    @property
    def is_binding(self) -> bool:
        """Return whether it is to be met by all means (约束性)."""
        return self.nature == BINDING

    def named(self, part: Part) -> str:
        """Return its name with that of one of its parts, if that has any: 品牌培育（国家级）."""
        return f"{self.name}（{part.name}）" if part.name else str(self.name)

    def part(self, name: str) -> Part | None:
        """Return the part of this name, or None."""
        return next((part for part in self.parts if part.name == name), None)


def indicators_of(rows: Iterable[Row], report: Report) -> tuple[Indicator, ...]:
    """Return the indicators of the sheet 指标; consecutive rows of one 编号 are the parts of one indicator."""
    runs = groupby(rows, key=lambda row: (text_of(row["时期"]), text_of(row["编号"])))
    return tuple(_indicator(list(run), report) for _, run in runs)


def _indicator(rows: list[Row], report: Report) -> Indicator:
    first = rows[0]
    for later in rows[1:]:
        _same(first, later, report)
    listed = text_of(first["主表"]) == "是"
    return Indicator(
        period=words_of(first["时期"]),
        id=words_of(first["编号"]),
        listed=listed,
        group=words_of(first["分类"]),
        ordinal=_ordinal(first, listed, report),
        name=words_of(first["指标名称"]),
        basis=words_of(first["口径"]),
        nature=words_of(first["属性"]),
        parts=_parts(rows, report),
        units=units_of(first["责任单位"]),
        source=words_of(first["来源"]),
        note=words_of(first["备注"]),
        origin=first["指标名称"].origin,
        ordinal_at=first["序号"].origin,
    )


def _same(first: Row, later: Row, report: Report) -> None:
    for header in ("主表", "分类", "序号", "指标名称", "口径", "属性", "比较"):
        if text_of(first[header]) != text_of(later[header]):
            message = f"同一编号“{text_of(first['编号'])}”的各行“{header}”不一致"
            report.fault("part-differs", message, later[header].origin, "分项各行除分项、计量单位、目标值外应相同")


def _ordinal(row: Row, listed: bool, report: Report) -> int:
    cell = row["序号"]
    if not listed:
        if not cell.is_blank:
            report.fault("ordinal", "不列入主表的指标不应有序号", cell.origin, "清空序号，或把“主表”改为“是”")
        return 0
    ordinal = whole_of(cell, ORDINALS, report)
    if cell.is_blank:
        report.fault("ordinal", "列入主表的指标缺少序号", cell.origin, "填写序号，或把“主表”改为“否”")
    return ordinal or 0


def _parts(rows: list[Row], report: Report) -> tuple[Part, ...]:
    names = [text_of(row["分项"]) for row in rows]
    if len(rows) > 1 and (not all(names) or len(set(names)) < len(names)):
        hint = "同一编号占多行时，每行应有不同的分项；如是两个指标，请用不同的编号"
        report.fault(
            "part-name", f"编号“{text_of(rows[0]['编号'])}”重复，或分项缺失、重复", rows[1]["编号"].origin, hint
        )
    words_only = all(text_of(row["比较"]) == "定性" for row in rows)
    spans = words_only and all(row["目标值"].is_blank for row in rows[1:])
    targets = (None if index and spans else _target(row, report) for index, row in enumerate(rows))
    return tuple(_part(row, target, report) for row, target in zip(rows, targets, strict=True))


def _part(row: Row, target: Target | None, report: Report) -> Part:
    measure = words_of(row["计量单位"])
    return Part(
        name=words_of(row["分项"]),
        measure=measure,
        target=target,
        origin=row["目标值"].origin,
        baseline=_baseline(row, measure, report),
        baseline_at=row["基期值"].origin,
    )


def _baseline(row: Row, measure: str, report: Report) -> Quantity:
    """Return where a part stood before the period; nothing, which is told, where no verdict could rest on it."""
    cell, why = row["基期值"], _unused(row)
    if not why:
        return quantity_of(cell, measure, report)
    absence = absence_of(cell)
    if absence is None:
        report.warning("baseline-unused", f"{why}，基期值“{text_of(cell)[:20]}”没有用上", cell.origin, "清空这一格")
    return absence or Absence.MISSING


def _unused(row: Row) -> str:
    """Return why no baseline is asked for, nothing where one is."""
    if text_of(row["比较"]) == "定性":
        return "定性指标不按数字评价"
    return "口径“新增”从零算起" if text_of(row["口径"]) == ADDED else ""


def _target(row: Row, report: Report) -> Target | None:
    cell = row["目标值"]
    if cell.is_blank:
        report.fault("target-missing", "缺少目标值", cell.origin, "填写数值；不设数值的，比较选“定性”并写明要求")
    measure = text_of(row["计量单位"])
    return target_of(cell, cast(Operator, text_of(row["比较"])), measure, report, for_target(measure))


def target_of(cell: Cell, operator: Operator, measure: str, report: Report, hint: Hint) -> Target | None:
    """Return the target in a cell as `operator` reads it: None when blank, and after a fault, also of the operator."""
    if cell.broken or cell.is_blank or operator not in OPERATORS:
        return None
    if operator == "定性":
        return _qualitative(cell, text_of(cell), report)
    if operator == "区间":
        return _range(cell, text_of(cell), measure, report)
    value = decimal_of(cell, measure, report, hint)
    return None if value is None else Target(operator, low=value)


def _qualitative(cell: Cell, words: str, report: Report) -> Target | None:
    if isinstance(cell.value, Decimal):
        report.fault("target-words", f"“定性”指标的目标值是数字 {words}", cell.origin, "比较改选 ≥、≤ 或 =，或写成文字")
        return None
    return Target("定性", words=words)


def _range(cell: Cell, words: str, measure: str, report: Report) -> Target | None:
    ends = range_of(words, measure)
    if ends is None or ends[0] >= ends[1]:
        report.fault("target-range", f"看不懂区间“{words}”", cell.origin, "写成“5～10”，前小后大；单位写在计量单位一列")
        return None
    return Target("区间", low=ends[0], high=ends[1])
