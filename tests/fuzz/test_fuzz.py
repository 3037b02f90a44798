"""A small part of `make fuzz`: the same few spoiled plans in every run."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutations import ENTRANCES
from tests.fuzz.oracle import examine

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_a_spoiled_plan_is_refused_in_chinese_or_issued(entrance: str) -> None:
    """With a place, in good time, never with a traceback; what stands in the output stays."""

    @settings(
        max_examples=6,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(ENTRANCES[entrance], st.integers(0, 5))
    def hold(files: dict[str, bytes], dice: int) -> None:
        examine(files, print_it=dice == 0)

    hold()
