"""The evaluations of Pingyang against the test's own counts, made row by row without the rules of the program."""

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.extract.from_pdf import said_by_pdf
from tests.samples.conftest import Samples
from tests.samples.reading import papers, tables
from yinfa.paths import DATA
from yinfa.proof.said_docx import said_by_docx
from yinfa.proof.said_tree import said_by_tree

pytestmark = pytest.mark.slow

FOLDER = DATA / "pingyang"
FINAL, ANNUAL = 0, 1  # which of the sample's evaluations
HEAD = ("分类", "序号", "指标名称")
MISSED_HEAD = ("评价", "序号", "指标名称")

# 表1 of the source, copied by hand: those below their target, by the ordinals of the sample's table.
MISSED_OF_THE_SOURCE = {9, 14, 15, 16, 22, 23, 24, 25, 26}
NO_LONGER_COUNTED = {13: "70", 20: "40"}
# What compares, and would stay as it is when the data change: to be said by change(), difference(), rate() or count().
COMPARES = re.compile(
    "[快慢好差高低多少大小]于|(?<!不)超过|超出|超额|多出|没有(?:达到|实现)|提前|落后|滞后|差距|接近|持平|全部完成"
    "|逐年|回[落升]|[上下]降|上升|增[长加]|减少|提高"
)

# What is to be said at the end of 2022, worked out by hand from the sheets 指标, 完成值 and 目标调整.
AT_THE_END_OF_2022 = {
    **dict.fromkeys((1, 2, 3, 5, 7, 8, 11, 13, 14, 16, 18, 19, 20, 21, 23), "达到序时进度"),
    **dict.fromkeys((4, 9), "基本完成"),  # 45.9 of 47.5, 88.05 of 88.2; both 预期性
    **dict.fromkeys((6, 15, 22), "未完成"),  # 3 of 4 is 75 %; 97.1 of 97.6, 73.7 of 76: 约束性
    **dict.fromkeys((10, 17), "提前完成"),  # 9 + 7 of 15, 0 + 1 of 1
    12: "不适用",
}


def rows(book: str, sheet: str) -> list[dict[str, object]]:
    """Return the rows of a sheet, each by its headers."""
    head, *others = load_workbook(FOLDER / book)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in others]


def counted() -> Counter[tuple[str, str]]:
    """Return how many indicators of each 分类 are met and missed by the end of 2020."""
    actuals = {row["编号"]: row["完成值"] for row in rows("indicators.xlsx", "完成值") if row["时期"] == "13-5"}
    tally: Counter[tuple[str, str]] = Counter()
    for row in rows("indicators.xlsx", "指标"):
        if row["时期"] == "13-5" and row["主表"] == "是":
            actual, target = Decimal(str(actuals[row["编号"]])), Decimal(str(row["目标值"]))
            met = {"≥": actual >= target, "=": actual == target}[str(row["比较"])]
            tally[str(row["分类"]), "已完成" if met else "未完成"] += 1
    return tally


def overview() -> list[str]:
    """Return what the overview has to say of these counts: of all, and of each 分类."""
    tally = counted()
    met, missed = (sum(tally[key] for key in tally if key[1] == verdict) for verdict in ("已完成", "未完成"))
    said = [f"规划确定的{met + missed}项指标中，已完成{met}项、未完成{missed}项"]
    for group in dict.fromkeys(group for group, _ in tally):
        done, short = tally[group, "已完成"], tally[group, "未完成"]
        said.append(
            f"{group}{done + short}项中，已完成{done}项、未完成{short}项" if short else f"{group}的{done}项指标全部完成"
        )
    return said


def verdicts(which: int) -> dict[int, str]:
    """Return the verdict that an evaluation's table prints of each indicator, by its ordinal."""
    return {int(row[1]): row[-1] for row in table(which)}


def table(which: int) -> tuple[tuple[str, ...], ...]:
    """Return the rows of an evaluation's table."""
    (found,) = tables(papers("pingyang", "evaluation")[which], HEAD)
    return tuple(found)


def test_seventeen_of_the_twenty_six_were_met() -> None:
    """By the test's own count, group by group: what the other tests compare with is right itself."""
    assert sum(counted()[key] for key in counted() if key[1] == "已完成") == 17
    assert counted() == {
        ("质量建设", "已完成"): 6,
        ("标准建设", "已完成"): 6,
        ("标准建设", "未完成"): 3,
        ("品牌建设", "已完成"): 5,
        ("品牌建设", "未完成"): 6,
    }


@pytest.mark.slow
def test_the_overview_in_both_formats_says_what_the_test_counts(samples: Samples) -> None:
    paper = samples["pingyang/evaluation/0"]
    for text in (said_by_pdf(paper.pdf).text, said_by_docx(paper.docx).text):
        assert [said for said in overview() if said not in text] == []


def test_the_final_table_judges_each_indicator_of_the_source_once() -> None:
    """What is no longer counted is judged on the printed figures, which have a note."""
    printed = [int(row[1]) for row in table(FINAL)]
    assert printed == list(range(1, 27))
    missed = {ordinal for ordinal, verdict in verdicts(FINAL).items() if verdict == "未完成"}
    assert missed == MISSED_OF_THE_SOURCE
    others = {verdict for ordinal, verdict in verdicts(FINAL).items() if ordinal not in missed}
    assert others == {"已完成"}
    for row in table(FINAL):
        figure = next((each for each in row if each.rstrip("①②") == NO_LONGER_COUNTED.get(int(row[1]))), "")
        assert figure.endswith("①") == (int(row[1]) in NO_LONGER_COUNTED)
    assert "①该指标已不再统计" in said_by_tree(papers("pingyang", "evaluation")[FINAL]).text


def test_the_annual_table_says_what_was_worked_out_by_hand() -> None:
    assert verdicts(ANNUAL) == AT_THE_END_OF_2022


@pytest.mark.parametrize("which", [FINAL, ANNUAL])
def test_all_that_is_missed_has_cause_and_remedy(which: int) -> None:
    """Each in the table of the missed, in the words of the sheet 完成值."""
    missed = {ordinal for ordinal, verdict in verdicts(which).items() if verdict in ("未完成", "基本完成")}
    (found,) = tables(papers("pingyang", "evaluation")[which], MISSED_HEAD)
    assert {int(row[1]) for row in found} == missed
    period, year = (("13-5", 2020), ("14-5", 2022))[which]
    told = {
        (row["原因"], row["改进措施"])
        for row in rows("indicators.xlsx", "完成值")
        if (row["时期"], row["年度"]) == (period, year) and row["原因"]
    }
    assert {(row[6], row[7]) for row in found} == told
    assert all(cause and remedy for cause, remedy in told)


def test_tasks_and_investment_of_the_year_are_those_of_the_workbook() -> None:
    states = Counter(row["状态"] for row in rows("progress.xlsx", "任务进展"))
    spent = [row["累计完成投资（万元）"] for row in rows("progress.xlsx", "项目进展")]
    whole = [row["总投资（万元）"] for row in rows("projects.xlsx", "项目")]
    share = Decimal(100) * sum(Decimal(str(each)) for each in spent) / sum(Decimal(str(each)) for each in whole)
    text = said_by_tree(papers("pingyang", "evaluation")[ANNUAL]).text
    assert f"其中{'、'.join(f'{state}{count}项' for state, count in states.most_common())}" in text
    assert f"的{share:.1f}%" in text


def test_every_figure_of_the_current_plan_says_that_it_is_invented() -> None:
    current = [row for row in rows("indicators.xlsx", "完成值") if row["时期"] == "14-5"]
    assert {row["来源"] for row in current} == {"样例虚拟"}
    assert {row["年度"] for row in current} == {2021, 2022}
    for revision in rows("indicators.xlsx", "目标调整"):
        assert "样例" in str(revision["依据文件"])
    for sheet in ("任务进展", "项目进展"):
        assert {row["备注"] for row in rows("progress.xlsx", sheet)} == {"样例虚拟"}


@pytest.mark.parametrize("text", sorted(DATA.glob("*/text/evaluation-*.yaml")), ids=lambda path: path.stem)
def test_no_comparison_is_typed_beside_a_figure_of_the_data(text: Path) -> None:
    """What is called stands apart: its word follows from the data."""
    sentences = [line for line in text.read_text(encoding="utf-8").splitlines() if "{{" in line]
    typed = [re.sub("{{.*?}}", "", each) for each in sentences]
    assert len(typed) > 5
    assert [each for each in typed if COMPARES.search(each)] == []
