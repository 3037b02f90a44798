"""The rows of 完成值 and of 目标调整: in the order of their sheet, and by the part of an indicator that they are of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from yinfa.model.actuals import Actual, Revision
from yinfa.model.indicators import Indicator

Entry = TypeVar("Entry", Actual, Revision)


class Ledger(Generic[Entry]):
    """Rows that are sorted by parts once, when they are read: each part's are asked for again and again."""

    def __init__(self, rows: Iterable[Entry] = ()) -> None:
        self._rows: tuple[Entry, ...] = tuple(rows)
        self._by_part: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
        for each in self._rows:
            self._by_part[str(each.period), str(each.id), str(each.part)].append(each)

    def __iter__(self) -> Iterator[Entry]:
        """Yield all rows in their order."""
        return iter(self._rows)

    def of(self, indicator: Indicator, part: str) -> tuple[Entry, ...]:
        """Return the rows with the name of a part of an indicator, in their order."""
        return tuple(self._by_part.get((str(indicator.period), str(indicator.id), part), ()))
