"""Which of many like cases `make quick` leaves out."""

from collections.abc import Collection, Mapping

import pytest
from _pytest.mark.structures import ParameterSet


def with_slow(cases: Mapping[str, object], slow: Collection[str]) -> list[ParameterSet]:
    """Return cases by their names as parameters of a test, those named in `slow` marked so."""
    assert set(slow) <= set(cases), "no such case"
    marks = dict.fromkeys(slow, pytest.mark.slow)
    return [pytest.param(case, id=name, marks=marks.get(name, ())) for name, case in cases.items()]
