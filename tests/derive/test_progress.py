"""How far tasks and projects have come, by hand from tests/evaluations.py."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.plans import Change, good_plan, read_plan
from yinfa.derive.progress import UNREPORTED, by_unit, count_of, project_states, task_states
from yinfa.model.plan import Plan

CITY, PARK, LIST_, RENEWAL, PUBLICITY = ("city", 0), ("park", 0), ("names", 1), ("names", 2), ("names", 3)


def states(plan: Plan, year: int = 2013) -> dict[tuple[str, int], str]:
    return {(str(each.charge.task.task), each.charge.point.number): each.state for each in task_states(plan, year)}


def test_what_is_said_of_a_whole_task_holds_for_its_points_but_those_of_which_something_is_said(
    tmp_path: Path,
) -> None:
    assert states(good_plan(tmp_path, evaluation=True)) == {
        CITY: "已完成",
        PARK: "未启动",
        LIST_: "已完成",
        RENEWAL: "推进中",
        PUBLICITY: "已完成",
    }


@pytest.mark.parametrize(
    ("change", "task"),
    [(("任务进展!A2", 2012), CITY), (("任务进展!B2", "park"), CITY)],
)
def test_what_nobody_told_is_not_taken_for_done(change: Change, task: tuple[str, int], tmp_path: Path) -> None:
    """Nor is what was told of another year, or of another task."""
    plan, _ = read_plan(tmp_path, change, evaluation=True)
    assert plan is not None
    assert states(plan)[task] == UNREPORTED


def test_a_year_without_texts_has_no_tasks(tmp_path: Path) -> None:
    assert states(good_plan(tmp_path, evaluation=True), 2012) == {}


def test_each_unit_is_told_of_what_it_leads_and_two_that_lead_one_task_both(tmp_path: Path) -> None:
    """A task that is only supported is nobody's here."""
    plan = good_plan(tmp_path, evaluation=True)
    found = task_states(plan, 2013)
    units = {each.unit.short: each for each in by_unit(plan, found)}
    assert {name: (each.total, each.of("已完成")) for name, each in units.items()} == {
        "县发改局": (1, 1),
        "县质监局": (3, 3),
        "县经信局": (2, 0),
    }
    assert (count_of(found, "已完成"), count_of(found, "推进中"), count_of(found, "未启动")) == (3, 1, 1)


def test_a_project_has_the_state_and_the_share_of_its_year(tmp_path: Path) -> None:
    """90000 of 90000 and 65000.5 of 120543."""
    plan = good_plan(tmp_path, evaluation=True)
    found = {str(each.project.id): (each.state, each.share) for each in project_states(plan, 2013)}
    assert found == {"p1": ("已完工", Decimal(100)), "p2": ("在建", 100 * Decimal("65000.5") / 120543)}


def test_a_project_of_which_nothing_is_said_has_no_share(tmp_path: Path) -> None:
    states_of_2012 = {str(each.project.id): each for each in project_states(good_plan(tmp_path, evaluation=True), 2012)}
    assert (states_of_2012["p2"].state, states_of_2012["p2"].share) == (UNREPORTED, None)
    assert states_of_2012["p1"].state == "在建"
