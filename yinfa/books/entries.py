"""What is to be changed in a workbook: cells set, rows added."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Entry = str | Decimal | int | date | None  # what a cell is to hold; None for nothing


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell (`H2`) of a sheet that is there, and what it is to hold."""

    sheet: str
    cell: str
    value: Entry


@dataclass(frozen=True, slots=True)
class AddRow:
    """A row behind the last one of a sheet that holds anything: what stands below which header; the rest is blank."""

    sheet: str
    values: Mapping[str, Entry]


Edit = SetCell | AddRow
