"""The matrix of tasks by units: every mark once, no table too wide, none with an empty line."""

from hypothesis import given
from hypothesis import strategies as st

from tests.derive.test_duties import PLANS, REGISTRIES, REGISTRY, point, task, words
from yinfa.derive.duties import by_chapter, charged, charges_of, of_unit
from yinfa.derive.matrix import matrices_of
from yinfa.model.identity import Registry, Unit
from yinfa.model.tasks import TaskBlock


def one(_: Unit) -> int:
    """Return the width of a unit where all are alike."""
    return 1


def test_who_leads_a_point_leads_the_task_in_the_matrix() -> None:
    """And who only supports supports."""
    charges = charges_of(words(task("t", "甲", "乙", point("一"), point("二", "乙", "甲 丙"))), REGISTRY)
    (matrix,) = matrices_of(charges, REGISTRY, one, None)
    assert [unit.id for unit in matrix.units] == ["甲", "乙", "丙"]
    assert [line.marks for line in matrix.lines] == [("lead", "lead", "support")]


def test_many_units_are_cut_evenly_and_a_table_shows_its_units_tasks_alone() -> None:
    """Five units in tables of at most three: two and three."""
    charges = charges_of(words(task("a", "甲"), task("b", "乙"), task("c", "丙", "丁")), REGISTRY)
    tables = [
        ([unit.id for unit in each.units], [line.share.charges[0].task.task for line in each.lines])
        for each in matrices_of(charges, REGISTRY, one, 3)
    ]
    assert tables == [(["甲", "乙"], ["a", "b"]), (["丙", "丁"], ["c"])]


def test_wide_units_are_fewer_to_a_table() -> None:
    """Each counts by the width of its name."""
    charges = charges_of(words(task("a", "甲 乙"), task("c", "丙", "丁")), REGISTRY)
    widths = {"甲": 5, "乙": 1, "丙": 1, "丁": 1}
    tables = matrices_of(charges, REGISTRY, lambda unit: widths[unit.id], 5)
    assert [[unit.id for unit in each.units] for each in tables] == [["甲"], ["乙", "丙", "丁"]]


@given(PLANS, REGISTRIES, st.integers(1, 9) | st.none(), st.integers(1, 3))
def test_the_tables_together_hold_every_unit_once_and_every_task_of_it(
    plan: list[TaskBlock], registry: Registry, room: int | None, times: int
) -> None:
    """Whatever the width; without one there is one table."""

    def width(unit: Unit) -> int:
        return 1 + len(unit.id) * times * registry.units.index(unit) % 4

    charges = charges_of(words(*plan), registry)
    tables = matrices_of(charges, registry, width, room)
    assert [unit.id for each in tables for unit in each.units] == [unit.id for unit in charged(charges, registry)]
    fits = (room is None or sum(map(width, each.units)) <= room for each in tables)
    assert all(len(each.units) == 1 or fit for each, fit in zip(tables, fits, strict=True))
    assert room or len(tables) <= 1
    assert all(any(line.marks) for each in tables for line in each.lines)
    for each in tables:
        for at, unit in enumerate(each.units):
            marked = [line.share.charges[0].ordinal for line in each.lines if line.marks[at]]
            assert marked == sorted({charge.ordinal for charge in of_unit(charges, unit)})


def test_chapters_keep_their_tasks_and_points_together() -> None:
    """In reading order, with the rows that they fill."""
    charges = charges_of(words(task("a", "甲", "", point("一"), point("二", "乙")), task("b", "甲")), REGISTRY)
    (chapter,) = by_chapter(charges)
    assert (chapter.heading, chapter.rows) == ("深化创建", 3)
    assert [(len(share.charges), share.one_team, share.one_due) for share in chapter.shares] == [
        (2, False, True),
        (1, True, True),
    ]
