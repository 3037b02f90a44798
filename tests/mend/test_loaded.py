"""A changed file may differ from what it was in the texts meant, and in nothing else."""

import pytest

from tests.mend.typed import SHOWN
from yinfa.diagnostics import Origin
from yinfa.mend.loaded import differ_just_so, read_soundly
from yinfa.sources.text import Text

PLACE = Origin(SHOWN, 1, 4)


@pytest.mark.parametrize(
    ("after", "same"),
    [
        ("a: 乙\nb: [甲]\n", True),
        ("a: 丙\nb: [甲]\n", False),
        ("a: 甲\nb: [甲]\n", False),
        ("a: 乙\nb: [乙]\n", False),
        ("a: 乙\nc: [甲]\n", False),
        ("a: 乙\nb: 甲\n", False),
        ("a: 乙\nb: [甲]\nc:\n", False),
    ],
)
def test_only_the_text_meant_may_differ(after: str, same: bool) -> None:
    before, now = (read_soundly(each, SHOWN) for each in ("a: 甲\nb: [甲]\n", after))
    assert differ_just_so(before, now, {PLACE: Text("乙", PLACE)}) is same
