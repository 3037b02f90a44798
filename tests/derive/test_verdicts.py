"""Every rule by hand: below, at and above the bound, for every way to compare and to count, at the end and before."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.derive.judging import DASH, MISSING, NOT_APPLICABLE, PERIOD, Line, Value, plan_of, said, told
from yinfa.derive.evaluation import GRAVITY, Result, evaluate, goal_of, judge
from yinfa.derive.pace import on_pace
from yinfa.derive.rates import COMPARISONS, rate, shown
from yinfa.derive.verdicts import RULES
from yinfa.model.identity import Nearly, Period
from yinfa.model.indicators import Indicator
from yinfa.model.quantity import OPERATORS, RESULTS, Target, Verdict

# --- the last year: what stands is compared with the plan's target ------------------------

# Target, result, verdict and rate of 预期性 (nearly from 90 %), verdict of 约束性 (never nearly).
AT_THE_END = [
    ("≥100", "89.99", "未完成", "89.99", "未完成"),
    ("≥100", "90", "基本完成", "90.0", "未完成"),
    ("≥100", "99.99", "基本完成", "99.99", "未完成"),
    ("≥100", "99.999", "基本完成", "99.99", "未完成"),
    ("≥100", "100", "已完成", "100.0", "已完成"),
    ("≥100", "100.0", "已完成", "100.0", "已完成"),
    ("≥100", "150", "已完成", "150.0", "已完成"),
    ("≥100", "0", "未完成", "0.0", "未完成"),
    ("≥100", "-5", "未完成", "0.0", "未完成"),
    ("≤100", "100", "已完成", "100.0", "已完成"),
    ("≤100", "80", "已完成", "120.0", "已完成"),
    ("≤100", "0", "已完成", "200.0", "已完成"),
    ("≤100", "100.01", "基本完成", "99.99", "未完成"),
    ("≤100", "110", "基本完成", "90.0", "未完成"),
    ("≤100", "110.1", "未完成", "89.9", "未完成"),
    ("≤100", "250", "未完成", "0.0", "未完成"),
    ("=100", "100", "已完成", "100.0", "已完成"),
    ("=100", "99", "基本完成", "99.0", "未完成"),
    ("=100", "110", "基本完成", "90.0", "未完成"),
    ("=100", "89", "未完成", "89.0", "未完成"),
    ("=100", "111", "未完成", "89.0", "未完成"),
    ("50～100", "50", "已完成", "100.0", "已完成"),
    ("50～100", "75", "已完成", "100.0", "已完成"),
    ("50～100", "100", "已完成", "100.0", "已完成"),
    ("50～100", "45", "基本完成", "90.0", "未完成"),
    ("50～100", "44", "未完成", "88.0", "未完成"),
    ("50～100", "110", "基本完成", "90.0", "未完成"),
    ("50～100", "111", "未完成", "89.0", "未完成"),
    # Nothing can be divided by zero or less: wholly or not at all.
    ("≤0", "0", "已完成", "100.0", "已完成"),
    ("≤0", "1", "未完成", "0.0", "未完成"),
    ("≥0", "-1", "未完成", "0.0", "未完成"),
    ("≥-5", "-5", "已完成", "100.0", "已完成"),
    ("≥-5", "-6", "未完成", "0.0", "未完成"),
    ("=0", "0", "已完成", "100.0", "已完成"),
    ("=0", "0.1", "未完成", "0.0", "未完成"),
    ("0～10", "0", "已完成", "100.0", "已完成"),
    ("0～10", "11", "基本完成", "90.0", "未完成"),
    ("0～10", "-1", "未完成", "0.0", "未完成"),
]


@pytest.mark.parametrize("basis", ["期末", "累计"])
@pytest.mark.parametrize(("target", "value", "expected", "printed", "binding"), AT_THE_END)
def test_at_the_end_the_plans_target_is_compared(
    target: str, value: str, expected: str, printed: str, binding: str, basis: str
) -> None:
    line = Line(target, {2025: value}, basis=basis)
    judgement = told(line)
    assert (judgement.verdict, str(judgement.rate_shown)) == (expected, printed)
    assert told(replace(line, nature="约束性")).verdict == binding


def test_at_the_end_the_targets_of_the_year_do_not_count() -> None:
    judgement = told(Line("≥10", {2025: 9}, targets={2025: "≥8"}))
    assert (judgement.verdict, judgement.aim and judgement.aim.basis) == ("基本完成", "规划目标")


@pytest.mark.parametrize(("last", "expected"), [(3, "基本完成"), (4, "已完成"), (5, "已完成")])
def test_at_the_end_what_was_added_is_summed_over_all_years(last: int, expected: str) -> None:
    judgement = told(Line("≥20", {2021: 4, 2022: 4, 2023: 8, 2024: 0, 2025: last}, basis="新增"))
    assert (judgement.verdict, judgement.case.value) == (expected, Decimal(16 + last))


@pytest.mark.parametrize("gap", [MISSING, DASH])
def test_a_year_without_a_number_leaves_no_sum(gap: str) -> None:
    line = Line("≥20", {2021: 4, 2022: gap, 2023: 8, 2024: 10, 2025: 10}, basis="新增")
    assert told(line).verdict == "无数据"
    assert told(replace(line, values={2021: 4, 2023: 8, 2024: 10, 2025: 10})).verdict == "无数据"


def test_a_year_to_which_it_does_not_apply_adds_nothing() -> None:
    line = Line("≥20", {2021: 4, 2022: NOT_APPLICABLE, 2023: 6, 2024: 5, 2025: 5}, basis="新增")
    assert (told(line).verdict, told(line).case.total) == ("已完成", Decimal(20))


# --- four kinds of nothing ----------------------------------------------------------------

NOTHINGS = [(MISSING, "无数据"), (DASH, "无数据"), (NOT_APPLICABLE, "不适用"), ("0", "未完成")]


@pytest.mark.parametrize("year", [2023, 2025])
@pytest.mark.parametrize("basis", ["期末", "累计", "新增"])
@pytest.mark.parametrize(("value", "expected"), NOTHINGS)
def test_the_four_kinds_of_nothing_are_four_things(value: str, expected: str, basis: str, year: int) -> None:
    values = dict.fromkeys(range(2021, year), "0") | {year: value}
    assert told(Line("≥10", values, basis=basis, baseline=0)).verdict == expected


def test_no_row_at_all_is_no_data() -> None:
    assert told(Line("≥10", {2024: 20}, baseline=0), year=2025).verdict == "无数据"


def test_a_row_of_a_later_year_is_not_looked_at() -> None:
    assert told(Line("≥10", {2022: 4, 2025: 20}, baseline=0), year=2022).verdict == "达到序时进度"


# --- words --------------------------------------------------------------------------------


@pytest.mark.parametrize("result", RESULTS)
def test_of_words_what_is_said_on_evidence_holds(result: str) -> None:
    line = Line("全覆盖", {2023: MISSING}, result=result, evidence="验收文件")
    assert told(line).verdict == result
    assert told(line).rate is None
    assert told(replace(line, evidence="")).verdict == "无数据"


def test_of_words_nothing_said_is_no_data_even_with_evidence() -> None:
    assert told(Line("全覆盖", {2023: MISSING}, evidence="验收文件")).verdict == "无数据"


def test_words_may_not_apply() -> None:
    assert told(Line("全覆盖", {2023: NOT_APPLICABLE})).verdict == "不适用"


def test_words_at_the_end_cannot_be_on_pace() -> None:
    line = Line("全覆盖", {2025: MISSING}, result="达到序时进度", evidence="验收文件")
    assert told(line).verdict == "无数据"
    assert told(replace(line, result="已完成")).verdict == "已完成"


# --- before the end -----------------------------------------------------------------------

# Target, baseline, 口径, what is due at the end of 2023 (three years of five), by hand.
PATHS = [
    ("≥92", "90", "期末", "≥91.2"),
    ("≥92", "90.5", "期末", "≥91.40"),
    ("≥100", "0", "期末", "≥60.0"),
    ("≥-2", "-10", "期末", "≥-5.2"),
    ("≥90", "95", "期末", "≥90"),  # began beyond it: to be kept
    ("≥90", "90", "期末", "≥90"),
    ("≤27", "40", "期末", "≤32.2"),
    ("≤27", "20", "期末", "≤27"),
    ("≤0", "7", "期末", "≤2.8"),
    ("≤0", "0", "期末", "≤0"),
    ("=100", "96", "期末", "98.4～100"),  # 98.4; a state to be just so is met on the way between there and the target
    ("=100", "99", "期末", "99.6～100"),
    ("=100", "110", "期末", "100～104.0"),
    ("=100", "100", "期末", "100"),  # to be kept
    ("=100", MISSING, "期末", "100"),  # from nobody knows where: just so every year
    ("=100", DASH, "期末", "100"),
    ("5～10", "2", "期末", "3.8～10"),
    ("5～10", "2.5", "期末", "4.00～10"),
    ("5～10", "20", "期末", "5～14.0"),  # to the nearer end, from above
    ("5～10", "5", "期末", "5～10"),
    ("5～10", "10", "期末", "5～10"),
    ("5～10", MISSING, "期末", "5～10"),
    ("≥11", "3", "累计", "≥8"),  # 7.8, whole ones only
    ("≥10", "3", "累计", "≥7"),  # 7.2
    ("≥1", "0", "累计", "≥1"),  # 0.6
    ("≥1", MISSING, "新增", "≥1"),
    ("≥5", "0", "累计", "≥3"),
    ("≥-3", "-10", "累计", "≥-6"),  # -5.8
    ("≥11", "3.5", "累计", "≥8.00"),  # not counted whole
    ("≤5", "20", "累计", "≤11"),
    ("≤5", "21", "累计", "≤11"),  # 11.4
    ("≤5", "22", "累计", "≤12"),  # 11.8
    ("≤10", "0", "累计", "≤6"),  # a limit is used up year by year
    ("5～10", "2", "累计", "4～10"),  # 3.8
    ("5～10", "12", "累计", "5～11"),  # 10.8
    ("5～10", "7", "累计", "5～10"),
    ("=10", "0", "累计", "6～10"),
    ("=5", "10", "累计", "5～7"),
    ("=5", "5", "累计", "5"),
    ("≥20", MISSING, "新增", "≥12"),
    ("=20", MISSING, "新增", "12～20"),
    ("≤20", MISSING, "新增", "≤12"),
    ("≤-10", MISSING, "新增", "≤-6"),
]


@pytest.mark.parametrize(("target", "baseline", "basis", "due"), PATHS)
def test_what_is_due_on_the_linear_path(target: str, baseline: str, basis: str, due: str) -> None:
    """The values stand far from the targets, so that none is reached before the end."""
    values = dict.fromkeys((2021, 2022, 2023), "99" if target[0] == "≤" else "-99")
    judgement = told(Line(target, values, basis=basis, baseline=baseline))
    assert judgement.aim is not None
    assert judgement.aim.target.signed() == due


@pytest.mark.parametrize(
    ("target", "baseline", "due"), [("≥4", 3, "≥4"), ("≥3", 2, "≥3"), ("≤3", 4, "≤4"), ("≤2", 1, "≤2"), ("≤4", 1, "≤3")]
)
def test_half_a_thing_is_due_as_a_whole_one_up_and_down(target: str, baseline: int, due: str) -> None:
    """Halfway through a period of four years: 3.5, 2.5, 3.5, 1.5 and 2.5."""
    pace = told(Line(target, {2022: 99}, basis="累计", baseline=baseline)).course
    even = Period.model_validate({"id": said("x"), "name": said("x"), "start": said("2021"), "end": said("2024")})
    found = on_pace(pace.indicator, pace.part, pace.goal.target, even, 2022)
    assert found is not None
    assert found.signed() == due


@pytest.mark.parametrize(("baseline", "basis"), [("100", "规划目标"), (MISSING, "规划目标"), ("96", "序时进度")])
def test_only_from_elsewhere_a_path_leads_to_what_is_to_be_just_so(baseline: Value, basis: str) -> None:
    judgement = told(Line("=100", {2023: 99}, baseline=baseline))
    assert judgement.aim is not None
    assert judgement.aim.basis == basis


def test_a_share_that_is_counted_up_is_not_rounded_to_whole_ones() -> None:
    judgement = told(Line("≥18", {2023: 1}, basis="累计", baseline=0, measure="%"))
    assert judgement.aim is not None
    assert judgement.aim.target.signed() == "≥10.8"


# Target, baseline, 口径, result of 2023, verdict, rate: on the path, a little below, far below; and beyond the target.
BEFORE_THE_END = [
    ("≥92", "90", "期末", "91.2", "达到序时进度", "100.0"),
    ("≥92", "90", "期末", "91.19", "基本完成", "99.99"),
    ("≥92", "90", "期末", "93", "达到序时进度", "102.0"),  # may yet fall back
    ("≤27", "40", "期末", "32.2", "达到序时进度", "100.0"),
    ("≤27", "40", "期末", "32.3", "基本完成", "99.7"),
    ("≤27", "40", "期末", "26", "达到序时进度", "119.3"),
    ("≤27", "40", "期末", "40", "未完成", "75.8"),
    ("=100", "80", "期末", "92", "达到序时进度", "100.0"),
    ("=100", "80", "期末", "91.99", "基本完成", "99.99"),
    ("=100", "80", "期末", "99", "达到序时进度", "100.0"),
    ("=100", "80", "期末", "100", "达到序时进度", "100.0"),
    ("=100", "80", "期末", "101", "基本完成", "99.0"),  # beyond what is to be just so
    ("=100", "100", "期末", "99", "基本完成", "99.0"),  # was to be kept
    ("=100", MISSING, "期末", "99", "基本完成", "99.0"),
    ("=100", "110", "期末", "104", "达到序时进度", "100.0"),
    ("=100", "110", "期末", "104.1", "基本完成", "99.9"),
    ("=100", "110", "期末", "99", "基本完成", "99.0"),
    ("5～10", "2", "期末", "3.8", "达到序时进度", "100.0"),
    ("5～10", "2", "期末", "3", "未完成", "78.9"),
    ("5～10", "2", "期末", "10", "达到序时进度", "100.0"),
    ("5～10", "2", "期末", "11", "基本完成", "90.0"),
    ("5～10", "20", "期末", "14", "达到序时进度", "100.0"),
    ("5～10", "20", "期末", "15", "基本完成", "92.9"),
    ("5～10", MISSING, "期末", "4", "未完成", "80.0"),
    ("≥11", "3", "累计", "8", "达到序时进度", "100.0"),
    ("≥11", "3", "累计", "7", "未完成", "87.5"),
    ("≥11", "3", "累计", "11", "提前完成", "100.0"),
    ("≥11", "3", "累计", "12", "提前完成", "109.1"),
    ("≥1", "0", "累计", "0", "未完成", "0.0"),  # 0.6 of one is one
    ("≥2", "1", "累计", "1", "未完成", "50.0"),
    ("5～10", "2", "累计", "4", "达到序时进度", "100.0"),
    ("5～10", "2", "累计", "3", "未完成", "75.0"),
    ("5～10", "2", "累计", "5", "提前完成", "100.0"),
    ("5～10", "2", "累计", "11", "基本完成", "90.0"),
    ("=10", "0", "累计", "8", "达到序时进度", "100.0"),
    ("=10", "0", "累计", "10", "提前完成", "100.0"),
    ("=10", "0", "累计", "11", "基本完成", "90.0"),
    ("≤10", "0", "累计", "6", "达到序时进度", "100.0"),  # a limit is never met early: it may yet be passed
    ("≤10", "0", "累计", "7", "未完成", "83.3"),
    ("≤10", "0", "累计", "0", "达到序时进度", "200.0"),
]


@pytest.mark.parametrize(("target", "baseline", "basis", "value", "expected", "printed"), BEFORE_THE_END)
def test_before_the_end_the_path_is_compared(
    target: str, baseline: str, basis: str, value: str, expected: str, printed: str
) -> None:
    line = Line(target, {2023: value}, basis=basis, baseline=baseline)
    assert (told(line).verdict, str(told(line).rate_shown)) == (expected, printed)
    binding = "未完成" if expected == "基本完成" else expected
    assert told(replace(line, nature="约束性")).verdict == binding


@pytest.mark.parametrize(
    ("values", "expected", "due", "of"),
    [
        ((4, 4, 4), "达到序时进度", "≥12", 12),
        ((4, 4, 3), "基本完成", "≥12", 11),
        ((4, 4, 2), "未完成", "≥12", 10),
        ((8, 8, 4), "提前完成", "≥20", 20),
        ((20, 0, 0), "提前完成", "≥20", 20),
    ],
)
def test_what_was_added_so_far_is_compared_with_the_path(
    values: tuple[int, ...], expected: str, due: str, of: int
) -> None:
    judgement = told(Line("≥20", dict(zip((2021, 2022, 2023), values, strict=True)), basis="新增"))
    assert judgement.aim is not None
    assert (judgement.verdict, judgement.aim.target.signed(), judgement.case.value) == (expected, due, Decimal(of))


@pytest.mark.parametrize(
    ("basis", "value", "expected"),
    [
        ("期末", 40, "达到序时进度"),
        ("期末", 39, "基本完成"),
        ("期末", 35, "未完成"),
        ("累计", 40, "达到序时进度"),
        ("累计", 50, "提前完成"),
        ("期末", 50, "达到序时进度"),
    ],
)
def test_the_years_own_target_goes_before_the_path(basis: str, value: int, expected: str) -> None:
    judgement = told(Line("≥50", {2023: value}, basis=basis, baseline=30, targets={2023: "≥40"}))
    assert judgement.aim is not None
    assert judgement.verdict == expected
    assert judgement.aim.basis == ("规划目标" if expected == "提前完成" else "年度目标")


def test_the_years_own_target_of_what_is_added_is_for_that_year_alone() -> None:
    line = Line("≥20", {2021: 9, 2022: 3}, basis="新增", targets={2022: "≥4"})
    assert (told(line).verdict, told(line).case.value, told(line).rate) == ("未完成", Decimal(3), Decimal(75))
    assert told(replace(line, values={2022: 4})).verdict == "达到序时进度"  # the first year need not be known for that


def test_halfway_the_targets_of_all_years_are_summed_as_the_results_are() -> None:
    line = Line("≥20", {2021: 9, 2022: 3}, basis="新增", targets={2021: "≥8", 2022: "≥4"})
    assert told(line, stage="annual").verdict == "未完成"
    halfway = told(line, stage="mid-term")
    assert halfway.aim is not None
    assert (halfway.verdict, halfway.aim.target.signed(), halfway.aim.basis) == ("达到序时进度", "≥12", "历年目标")
    assert halfway.case.value == 12


def test_halfway_without_the_targets_of_all_years_the_path_holds() -> None:
    halfway = told(Line("≥20", {2021: 9, 2022: 3}, basis="新增", targets={2022: "≥4"}), stage="mid-term")
    assert halfway.aim is not None
    assert (halfway.aim.basis, halfway.aim.target.signed(), halfway.case.value) == ("序时进度", "≥8", Decimal(12))


def test_reached_before_time_it_is_the_plans_target_that_the_rate_is_of() -> None:
    """Though the year added less than its own target: the plan's has been met."""
    judgement = told(Line("≥20", {2021: 19, 2022: 2}, basis="新增", targets={2022: "≥4"}))
    assert (judgement.verdict, judgement.case.value, judgement.rate) == ("提前完成", Decimal(21), Decimal(105))


@pytest.mark.parametrize(("value", "expected"), [(26, "达到序时进度"), (27, "达到序时进度"), (28, "无数据")])
def test_without_target_of_the_year_and_baseline_only_the_plans_target_can_tell(value: int, expected: str) -> None:
    judgement = told(Line("≤27", {2023: value}))
    assert judgement.verdict == expected
    assert (judgement.rate is None) == (expected == "无数据")


# --- revised targets ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("revised", "year", "due"),
    [
        ([("2023-12-31", "≥60")], 2023, "≥60"),
        ([("2024-01-01", "≥60")], 2023, "≥50"),
        ([("2022-05-01", "≥70"), ("2023-05-01", "≥60")], 2023, "≥60"),
        ([("2023-05-01", "≥60"), ("2022-05-01", "≥70")], 2023, "≥60"),
        ([("2022-05-01", "≥70"), ("2024-05-01", "≥60")], 2023, "≥70"),
        ([("2026-01-05", "≥1")], 2025, "≥50"),  # nobody moves the goal when the game is over
    ],
)
def test_the_last_revision_by_the_end_of_the_year_is_in_force(
    revised: list[tuple[str, str]], year: int, due: str
) -> None:
    plan = plan_of(Line("≥50", {}, revised=revised))
    goal = goal_of(plan, plan.indicators[0], plan.indicators[0].parts[0], year)
    assert goal is not None
    assert goal.target.signed() == due
    assert (goal.revision is None) == (due == "≥50")


def test_the_path_leads_to_the_revised_target() -> None:
    judgement = told(Line("≥50", {2023: 42}, baseline=30, revised=[("2022-05-01", "≥60")]))
    assert judgement.aim is not None
    assert (judgement.aim.target.signed(), judgement.verdict) == ("≥48.0", "未完成")


# --- parts, and the table itself ----------------------------------------------------------


def test_an_indicator_is_called_by_the_gravest_of_its_parts() -> None:
    judgements = {each.verdict: each for each in map(told, GRAVE)}
    assert len(judgements) == 7
    ordered = [judgements[verdict] for verdict in GRAVITY]
    for number, gravest in enumerate(ordered):
        assert Result(gravest.indicator, tuple(reversed(ordered[number:]))).verdict is gravest.verdict


GRAVE = (
    Line("≥10", {2025: 1}),
    Line("≥10", {2025: MISSING}),
    Line("≥10", {2025: 9}),
    Line("≥10", {2023: 10}),
    Line("≥10", {2025: 10}),
    Line("≥10", {2023: 10}, basis="累计"),
    Line("≥10", {2025: NOT_APPLICABLE}),
)


def test_one_target_in_words_spans_all_parts_with_its_result_and_its_revision() -> None:
    """The second part has no row and no target of its own; its cells are those of the first."""
    line = Line("全覆盖", {2025: MISSING}, result="已完成", evidence="验收文件", revised=[("2024-01-01", "基本覆盖")])
    plan = plan_of(line)
    first = plan.indicators[0].parts[0]
    second = replace(first, name="乡镇", target=None)
    spanning = replace(plan.indicators[0], parts=(first, second))
    judgement = judge(plan, spanning, second, PERIOD, 2025)
    assert judgement is not None
    assert (judgement.verdict, judgement.goal.target.words) == ("已完成", "基本覆盖")


def test_what_no_table_lists_is_not_in_the_evaluation() -> None:
    plan = plan_of(Line("≥10", {2025: 10}))
    unlisted: Indicator = replace(plan.indicators[0], listed=False)
    assert evaluate(replace(plan, indicators=(unlisted,)), PERIOD, 2025).results == ()


def test_the_thresholds_are_those_of_the_plan() -> None:
    plan = plan_of(Line("≥100", {2025: 80}), nearly=Nearly.model_construct(expected=80))
    assert evaluate(plan, PERIOD, 2025).results[0].verdict == "基本完成"


def test_every_operator_but_words_has_a_comparison_and_the_last_rule_always_holds() -> None:
    assert set(COMPARISONS) == set(OPERATORS) - {"定性"}
    assert RULES[-1].holds(told(Line("≥1", {2025: 9})).case)
    assert {rule.verdict for rule in RULES} == set(Verdict)


def test_a_rate_of_the_longest_numbers_that_falls_short_is_below_100() -> None:
    """As many digits as a cell may hold; a rate with more than Decimal calculates with is printed all the same."""
    longest = Decimal(10) ** 27
    targets = (Target("≥", low=longest + 1), Target("≤", low=longest - 1), Target("=", low=longest + 1))
    for found in (rate(longest, target) for target in targets):
        assert (found < 100, shown(found)) == (True, Decimal("99.99"))
    assert shown(rate(longest, Target("≥", low=Decimal("0.1")))) == Decimal("1E+30")


@pytest.mark.parametrize(
    ("exact", "printed"),
    [
        ("99.94", "99.9"),
        ("99.95", "99.95"),
        ("99.999", "99.99"),
        ("89.96", "89.96"),
        ("90", "90.0"),
        ("100.04", "100.0"),
    ],
)
def test_a_printed_rate_never_looks_better_than_the_verdict(exact: str, printed: str) -> None:
    assert str(shown(Decimal(exact), Decimal(90))) == printed
