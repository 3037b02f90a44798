"""Opinions of the public and of other offices: the rows of feedback.xlsx as typed values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yinfa.diagnostics import Origin, Report
from yinfa.model.cells import words_of
from yinfa.sources.figures import date_of
from yinfa.sources.table import Column, Row
from yinfa.sources.text import Text

OPINIONS = "意见"
ADOPTED = "采纳"
DECISIONS = (ADOPTED, "部分采纳", "未采纳", "解释说明")
OPINION_COLUMNS = (
    Column("编号"),
    Column("提出单位（个人）"),
    Column("对应条款", required=False, kept=True),
    Column("意见内容"),
    Column("采纳情况", choices=DECISIONS),
    Column("理由说明", required=False, kept=True),
    Column("收到日期", required=False, kept=True),
    Column("备注", required=False),
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """An opinion: who gave it, on which passage, what was decided on it and why, when it came in (None: not said)."""

    id: Text
    giver: Text
    passage: Text
    content: Text
    decision: Text
    reason: Text
    received: date | None
    received_at: Origin
    note: Text
    origin: Origin


def opinions_of(rows: Iterable[Row], report: Report) -> tuple[Opinion, ...]:
    """Return the opinions of the sheet 意见, in its order."""
    return tuple(_opinion(row, report) for row in rows)


def _opinion(row: Row, report: Report) -> Opinion:
    return Opinion(
        id=words_of(row["编号"]),
        giver=words_of(row["提出单位（个人）"]),
        passage=words_of(row["对应条款"]),
        content=words_of(row["意见内容"]),
        decision=words_of(row["采纳情况"]),
        reason=words_of(row["理由说明"]),
        received=date_of(row["收到日期"], report),
        received_at=row["收到日期"].origin,
        note=words_of(row["备注"]),
        origin=row["编号"].origin,
    )
