"""The sheets of the units: together they hold each charge exactly as often as it has units, and nothing else."""

import re
from collections import Counter

import pytest

from tests.samples.reading import SHEET, SPLIT, papers, tables, units

SAMPLES = ("tiantai", "chengchuan")


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_sheets_hold_each_charge_once_for_each_of_its_units(sample: str) -> None:
    """Ordinal, task, goal and term as the whole split prints them, and whether the unit leads."""
    (whole,) = papers(sample, "responsibilities")
    (rows,) = tables(whole, SPLIT)
    wanted = Counter(
        (unit, kind, ordinal, task, goal, due, role)
        for kind, ordinal, task, goal, lead, support, due in rows
        for role, names in (("牵头", lead), ("配合", support))
        for unit in units(names)
    )
    found: Counter[tuple[str, ...]] = Counter()
    for document in papers(sample, "unit-sheet"):
        name = re.search(r"（([^（）]*(?:（[^（）]*）)?)）$", document.title)
        assert name
        (sheet,) = tables(document, SHEET)
        found.update((name[1], kind, n, task, goal, due, role) for kind, n, task, goal, role, due in sheet)
    assert found == wanted
    assert set(wanted.values()) == {1}


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_unit_with_a_charge_has_one_sheet(sample: str) -> None:
    (whole,) = papers(sample, "responsibilities")
    (rows,) = tables(whole, SPLIT)
    charged = frozenset().union(*(units(row[4]) | units(row[5]) for row in rows))
    assert len(papers(sample, "unit-sheet")) == len(charged)
