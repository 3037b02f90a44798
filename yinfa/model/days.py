"""Days as texts name them."""

from datetime import date

from yinfa.diagnostics import Report
from yinfa.sources.scalars import as_date
from yinfa.sources.text import Text


def first_day(day: Text) -> Text:
    """Return a day as YYYY-MM-DD: the first of a month that stands alone."""
    return day if day.count("-") == 2 else Text(f"{day}-01", day.origin)


def day_of(key: str, day: Text, hint: str, report: Report) -> date | None:
    """Return the day that stands under `key`, the first of a month alone; None, after a fault, where there is none."""
    try:
        return as_date(first_day(day))
    except ValueError as error:
        report.fault(key, f"“{key}”：{error}", day.origin, hint)
        return None
