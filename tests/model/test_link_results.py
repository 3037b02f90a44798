"""Evaluations: of which year and stage they may be, and that there is something to judge."""

from pathlib import Path

import pytest

from tests.plans import Change, good_plan, hints, only_fault

ANNUAL = "title: 某县质量强县规划2013年度评估报告, year: 2013}"
FINAL = 'period: "11-5"\n    year: 2010\n'
PLACE = "plan.yaml:18:12"  # the kind of the annual one
LAST = "plan.yaml:19:11"  # and of the final one


def changed(old: str, new: str) -> Change:
    """Return a change of plan.yaml."""
    return "plan.yaml", old, new


def test_the_evaluations_of_a_plan_are_those_with_a_text(tmp_path: Path) -> None:
    plan = good_plan(tmp_path, evaluation=True)
    assert [(str(leaf.text), plan.year_of(leaf), plan.period_of(leaf)) for leaf in plan.evaluations()] == [
        ("text/evaluation-2013.yaml", 2013, "12-5"),
        ("text/evaluation-2010.yaml", 2010, "11-5"),
    ]


@pytest.mark.parametrize(
    ("change", "said", "hint"),
    [
        (
            changed(FINAL, 'period: "11-5"\n'),
            f"{LAST}: 错误[evaluation-year] 评估报告没有写评估哪一年",
            "写上 year，如 year: 2010",
        ),
        (
            changed(FINAL, 'period: "11-5"\n    year: 2011\n'),
            f"{LAST}: 错误[evaluation-year] 评估的年份 2011 不在时期“11-5”（2006—2010 年）内",
            "核对这一文件的 year 和 period",
        ),
        (
            changed(FINAL, "year: 2010\n"),
            f"{LAST}: 错误[evaluation-year] 评估的年份 2010 不在时期“12-5”（2011—2015 年）内",
            "核对这一文件的 year 和 period",
        ),
        (
            changed(ANNUAL, ANNUAL.replace("}", ", stage: final}")),
            "plan.yaml:18:103: 错误[stage] 终期评估（final）评估到规划期末 2015 年，year 却是 2013",
            "改正 year，或把 stage 改为 annual、mid-term",
        ),
        (
            changed(FINAL, f"{FINAL}    stage: mid-term\n"),
            "plan.yaml:24:12: 错误[stage] 2010 年是规划期末，不是中期（mid-term）",
            "删去 stage，或改正 year",
        ),
        (
            changed(
                "title: 2013年某县质量工作任务, year: 2013}",
                "title: 2013年某县质量工作任务, year: 2013, stage: annual}",
            ),
            "plan.yaml:17:94: 错误[stage] 文种“action-plan”不是评估报告，没有 stage",
            "删去 stage，或把 kind 改为 evaluation",
        ),
        (
            changed(FINAL, f"{FINAL}    stage: 中期\n"),
            "plan.yaml:24:12: 错误[yaml-literal-error] “stage”的值“中期”不在可选范围内",
            "是否指“mid-term”？可用的有：annual 年度、mid-term 中期、final 终期",
        ),
    ],
)
def test_an_evaluation_is_of_a_year_and_a_stage_of_its_period(
    tmp_path: Path, change: Change, said: str, hint: str
) -> None:
    assert only_fault(tmp_path, change, evaluation=True) == said
    assert hint in hints(tmp_path / "xian")


@pytest.mark.parametrize(
    "change",
    [
        changed(ANNUAL, ANNUAL.replace("}", ", stage: mid-term}")),
        changed(FINAL, f"{FINAL}    stage: final\n"),
        changed(FINAL, f"{FINAL}    stage: annual\n"),
    ],
)
def test_a_stage_that_fits_its_year_is_fine(tmp_path: Path, change: Change) -> None:
    good_plan(tmp_path, change, evaluation=True)


def test_an_evaluation_of_a_period_without_a_table_judges_nothing(tmp_path: Path) -> None:
    """Its indicators may serve boxes, but none of them is listed."""
    cells: list[Change] = [(f"指标!C{row}", "否") for row in (12, 13, 14)]
    cells += [(f"指标!E{row}", None) for row in (12, 13, 14)]
    said = only_fault(tmp_path, *cells, evaluation=True)
    assert said == f"{LAST}: 错误[evaluation-empty] 时期“11-5”没有列入主表的指标，没有可评估的"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{nearly: {binding: 101}}", "错误[yaml-less-than-equal] “binding”不能大于 100"),
        ("{nearly: {expected: 0}}", "错误[yaml-greater-than-equal] “expected”不能小于 1"),
        ("{nearly: {expected: 90%}}", "错误[yaml-value-error] “expected”"),
        ("{nearly: 90}", "错误[yaml-model-type] “nearly”应是一组“键: 值”"),
        ("{early: [年末]}", "错误[yaml-literal-error] “early 第1项”的值“年末”不在可选范围内"),
    ],
)
def test_a_yardstick_that_cannot_be_is_refused(tmp_path: Path, written: str, said: str) -> None:
    assert said in only_fault(
        tmp_path, changed("sample: true", f"sample: true\nevaluation: {written}"), evaluation=True
    )


def test_the_yardstick_is_data(tmp_path: Path) -> None:
    """And what is left out is as ever."""
    written = changed("sample: true", "sample: true\nevaluation: {nearly: {expected: 85}, early: [新增]}")
    yardstick = good_plan(tmp_path, written, evaluation=True).identity.evaluation
    assert (yardstick.nearly.binding, yardstick.nearly.expected, yardstick.early) == (100, 85, ("新增",))
