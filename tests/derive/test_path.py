"""The path of an indicator over its years: what was due and what there was at the end of each."""

from dataclasses import replace
from pathlib import Path

from tests.plans import Change, good_plan, read_plan
from yinfa.derive.path import Path as Way
from yinfa.derive.path import path_of
from yinfa.model.plan import Plan


def way(plan: Plan, id_: str, year: int = 2013) -> Way | None:
    """Return the path of an indicator of 12-5 (its first part) as known at the end of a year."""
    indicator, period = plan.indicator(id_, "12-5"), plan.period("12-5")
    assert indicator
    assert period
    return path_of(plan, indicator, indicator.parts[0], period, year)


def dues(plan: Plan, id_: str, year: int = 2013) -> list[str]:
    """Return what was due by the end of each year as printed, — where that is not known."""
    found = way(plan, id_, year)
    assert found
    return [each.due.target.signed() if each.due else "—" for each in found.stations]


def changed(folder: Path, *changes: Change) -> Plan:
    """Return the plan with `changes`, whatever is said of it."""
    found, said = read_plan(folder, *changes, evaluation=True)
    assert found, said
    return found


def test_the_goal_is_that_in_force_at_the_end_of_the_year_judged(tmp_path: Path) -> None:
    """50 until it was revised in 2012, then 45; the path leads to it from the first year on."""
    plan = good_plan(tmp_path, evaluation=True)
    assert dues(plan, "revenue", 2011) == ["≥34.0", "≥38.0", "≥40", "≥46.0", "≥50"]
    assert dues(plan, "revenue", 2012) == ["≥33.0", "≥36.0", "≥40", "≥42.0", "≥45"]


def test_the_last_year_s_target_is_the_plan_s(tmp_path: Path) -> None:
    """Also where the year has one of its own."""
    plan = changed(tmp_path, ("完成值!D14", 2015), ("完成值!I14", 48))
    assert dues(plan, "revenue") == ["≥33.0", "≥36.0", "≥39.0", "≥42.0", "≥45"]


def test_ranges_that_each_year_adds_are_summed_up_to_the_plan_s(tmp_path: Path) -> None:
    """10～80 and 10～80 of 50～100 in all: no more than 100 was ever allowed; then the path goes on."""
    plan = changed(
        tmp_path, ("指标!K7", "区间"), ("指标!L7", "50～100"), ("完成值!I10", "10～80"), ("完成值!I11", "10～80")
    )
    assert dues(plan, "patents") == ["10～80", "20～100", "30～100", "40～100", "50～100"]


def test_a_state_comes_into_its_range_from_the_nearer_side(tmp_path: Path) -> None:
    """Of 80～85: from 70 up to 80, from 95 down to 85; without a baseline it is due every year."""
    to = (("指标!K2", "区间"), ("指标!L2", "80～85"))
    ways = {
        70: ["72.0～85", "74.0～85", "76.0～85", "78.0～85", "80～85"],
        95: ["80～93.0", "80～91.0", "80～89.0", "80～87.0", "80～85"],
        None: ["80～85"] * 5,
    }
    for baseline, expected in ways.items():
        assert dues(changed(tmp_path / str(baseline), *to, ("指标!M2", baseline)), "quality") == expected


def test_a_year_s_target_comes_to_what_the_path_asked_for_before(tmp_path: Path) -> None:
    """20 in the first year of 100, then 25 more that the second was to add, then the path again."""
    plan = changed(tmp_path, ("完成值!I10", None), ("完成值!I11", 25))
    assert dues(plan, "patents") == ["≥20", "≥45", "≥60", "≥80", "≥100"]


def test_words_are_due_every_year_and_no_figure(tmp_path: Path) -> None:
    """There is nothing to draw, and no crash."""
    found = way(good_plan(tmp_path, evaluation=True), "emission")
    assert found
    assert (found.known, found.start) == ((), None)


def test_what_is_known_and_what_is_missing_are_all_years_judged(tmp_path: Path) -> None:
    """Each in one of the two; a later year is in neither."""
    found = way(good_plan(tmp_path, evaluation=True), "accidents")
    assert found
    assert [each.year for each in found.known] == [2012, 2013]
    assert [each.year for each in found.missing] == [2011]
    assert found.start
    assert (found.start.year, found.start.due, str(found.start.value)) == (2010, None, "8")


def test_there_is_no_path_to_a_target_that_could_not_be_read(tmp_path: Path) -> None:
    """That is told at its cell."""
    plan = good_plan(tmp_path, evaluation=True)
    broken = tuple(
        replace(each, parts=tuple(replace(part, target=None) for part in each.parts)) for each in plan.indicators
    )
    assert way(replace(plan, indicators=broken), "quality") is None
