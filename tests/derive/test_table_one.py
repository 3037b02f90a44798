"""表1 of the second seed, row by row: the verdict worked out by hand, beside the one given.

The targets and results were copied from the printed table, not from our workbook; so were the two rows that its note
says are no longer counted, which are judged on the figures it prints.
"""

from collections import Counter
from decimal import Decimal

import pytest

from yinfa.derive.evaluation import Evaluation, evaluation_of
from yinfa.derive.tally import by_group, tally_of
from yinfa.diagnostics import Report
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.model.quantity import Verdict
from yinfa.paths import DATA

PERIOD, YEAR = "13-5", 2020
MET, MISSED = Verdict.DONE, Verdict.MISSED
NO_LONGER_COUNTED = ("A13", "A20")

# Name, target, result, verdict and why: 等于 just reached, 超过 passed, 只有 n% of it, 为零 nothing done.
TABLE_ONE = {
    "A01": ("制造业产品质量合格率", "95", "95", MET, "等于"),
    "A02": ("质量管理体系认证率", "90", "90", MET, "等于"),
    "A03": ("创建国家产品质量监督检验中心", "6", "6", MET, "等于"),
    "A04": ("工程质量终身责任制三项制度覆盖率", "100", "100", MET, "等于"),
    "A05": ("服务质量满意度", "85", "87.14", MET, "超过"),
    "A06": ("农产品质量安全监测合格率", "98", "99.04", MET, "超过"),
    "A07": ("制定“浙江制造”标准", "10", "15", MET, "超过"),
    "A08": ("实施“浙江制造”标准企业", "15", "20", MET, "超过"),
    "A09": ("主导制修订国际标准", "1", "0", MISSED, "为零"),
    "A10": ("主导（参与）制修订国家标准", "30", "63", MET, "超过"),
    "A11": ("规模以上工业企业主导产品采标率", "70", "76.8", MET, "超过"),
    "A12": ("制修订服务业地方标准规范", "10", "12", MET, "超过"),
    "A13": ("全市农业标准化生产实施率", "65", "70", MET, "超过"),
    "A14": ("制定绿色建筑设计地方标准", "1", "0", MISSED, "为零"),
    "A15": ("制定新型建筑工业化地方标准", "1", "0", MISSED, "为零"),
    "A16": ("中国质量奖、浙江省政府质量奖企业", "1", "0", MISSED, "为零"),
    "A17": ("温州市政府质量奖企业", "1", "2", MET, "超过"),
    "A18": ("“浙江制造”品牌培育企业", "200", "317", MET, "超过"),
    "A19": ("“浙江制造”品牌认证企业", "30", "55", MET, "超过"),
    "A20": ("“浙江制造”自主品牌产品出口比重", "35", "40", MET, "超过"),
    "A21": ("“浙江制造”企业导入卓越绩效管理率", "100", "100", MET, "等于"),
    "A22": ("全市培育市级以上服务业品牌", "30", "4", MISSED, "13.3"),
    "A23": ("培育新型建筑工业化示范企业", "2", "1", MISSED, "50.0"),
    "A24": ("创建国家级建筑工业化示范项目", "1", "0", MISSED, "为零"),
    "A25": ("获得全国知名品牌示范区", "4", "1", MISSED, "25.0"),
    "A26": ("温州市优质产品生产示范区", "17", "12", MISSED, "70.6"),
}


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Return the sample."""
    report = Report()
    found = load_plan(DATA / "pingyang", "data/pingyang", report)
    assert found is not None
    assert not report.has_faults, list(map(str, report))
    return found


@pytest.fixture(scope="module")
def evaluation(plan: Plan) -> Evaluation:
    """Return the final evaluation among the sample's papers."""
    (leaf,) = [
        leaf for leaf in plan.leaves() if leaf.is_evaluation and (plan.period_of(leaf), leaf.year) == (PERIOD, YEAR)
    ]
    found = evaluation_of(plan, leaf)
    assert found is not None
    return found


@pytest.mark.parametrize("id_", TABLE_ONE)
def test_a_row_has_the_verdict_worked_out_by_hand(id_: str, evaluation: Evaluation) -> None:
    name, target, result, verdict, why = TABLE_ONE[id_]
    (found,) = (each for each in evaluation.results if each.indicator.id == id_)
    (judgement,) = found.judgements
    assert (found.indicator.name, judgement.goal.target.low) == (name, Decimal(target))
    assert judgement.case.value == Decimal(result)
    assert found.verdict is verdict
    assert _reason(judgement.rate_shown, Decimal(result)) == why


def _reason(rate: Decimal | None, result: Decimal) -> str:
    assert rate is not None
    if rate >= 100:
        return "等于" if rate == 100 else "超过"
    return f"{rate:f}" if result else "为零"


def test_17_of_26_are_met_and_9_missed(evaluation: Evaluation) -> None:
    by_hand = Counter(verdict for _, _, _, verdict, _ in TABLE_ONE.values())
    assert by_hand == {MET: 17, MISSED: 9}
    tally = tally_of(evaluation.results)
    assert Counter(each.verdict for each in tally.results) == by_hand
    assert (tally.total, tally.applicable, tally.met, tally.missed) == (26, 26, 17, 9)
    assert str(tally.rate_shown) == "65.4"


def test_the_groups_add_up_to_the_table(evaluation: Evaluation) -> None:
    """质量建设 6 of 6, 标准建设 6 of 9, 品牌建设 5 of 11."""
    assert [(each.name, each.met, each.total) for each in by_group(evaluation)] == [
        ("质量建设", 6, 6),
        ("标准建设", 6, 9),
        ("品牌建设", 5, 11),
    ]


def test_only_what_the_note_names_is_no_longer_counted(evaluation: Evaluation) -> None:
    marked = [each.indicator.id for each in evaluation.judgements if each.actual and each.actual.discontinued]
    assert tuple(marked) == NO_LONGER_COUNTED


def test_every_row_that_is_missed_says_why_and_what_is_done(evaluation: Evaluation) -> None:
    for each in evaluation.judgements:
        if each.verdict.is_missed:
            assert each.actual is not None
            assert each.actual.cause, each.indicator.name
            assert each.actual.remedy, each.indicator.name
