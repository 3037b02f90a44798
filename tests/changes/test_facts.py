"""Every fact of a plan: known by what it is about, with the cells that it comes from."""

from pathlib import Path

import pytest

from tests.changes.comparing import facts_in
from tests.plans import write_plan
from tests.samples.conftest import galleys
from yinfa.derive.facts import Facts, Thing
from yinfa.document.spots import spots_of
from yinfa.paths import DATA
from yinfa.sources.spans import cells_in

SAMPLES = ("chengchuan", "pingyang", "ruian", "tiantai")


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the facts of the plan with evaluations, by their labels."""
    folder = write_plan(tmp_path_factory.mktemp("facts"), evaluation=True)
    return {fact.label: fact.value for fact in facts_in(folder).values()}


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("指标“产品抽查合格率”2013年完成值", "91.5%"),
        ("指标“品牌数”（国家级）目标值", "5～10个"),
        ("指标“产品抽查合格率”2013年应达到的目标", "≥91.2%"),
        ("指标“产品抽查合格率”2013年评价", "达到序时进度"),
        ("指标“品牌数”（省级）2013年评价", "基本完成"),
        ("指标“品牌数”2013年整项评价", "基本完成"),
        ("指标“新增发明专利”2013年累计完成值", "57件"),
        ("指标“新增发明专利”2013年完成率", "95.0%"),
        ("项目“检测中心”总投资", "90000万元"),
        ("重大项目总投资合计", "210543万元（21.0543亿元）"),
        ("任务“创建示范城市”时限", "2013年9月"),
        ("单位“县质监局”全称", "某县质量技术监督局"),
        ("单位任务进展“县经信局”任务数", "2项"),
        ("规划日期", "2011年11月"),
    ],
)
def test_a_fact_has_its_value_as_it_is_printed(label: str, value: str, values: dict[str, str]) -> None:
    assert values.get(label) == value


def test_a_derived_fact_names_the_cells_that_it_follows_from(tmp_path: Path) -> None:
    facts = facts_in(write_plan(tmp_path))
    whole = next(each for each in facts.values() if each.label == "重大项目总投资合计")
    assert whole.derived
    assert whole.cells == ("旧/projects.xlsx!项目!H2", "旧/projects.xlsx!项目!H3")
    assert whole.place == "旧/projects.xlsx!项目!H2..H3"


def test_of_two_facts_of_one_name_neither_is_lost() -> None:
    facts, thing = Facts("旧"), Thing("指标", ("a",), "甲")
    facts.put(thing, "备注", "一", "b.xlsx!表!A1")
    facts.put(thing, "备注", "二", "b.xlsx!表!A2")
    assert [each.value for each in facts.told.values()] == ["一", "二"]


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES)
def test_all_that_a_sample_prints_out_of_its_data_comes_from_the_cell_of_a_fact(sample: str) -> None:
    """Figures, words that know their place, and passages."""
    known = {cell.rsplit("/", 1)[-1] for fact in facts_in(DATA / sample).values() for cell in fact.cells}
    for galley in galleys(sample):
        for spot in spots_of(galley.document):
            words = (word for piece in spot.pieces for word in piece.words)
            for origin in (spot.origin, *(each.origin for each in (*spot.figures, *words))):
                cells = {cell.rsplit("/", 1)[-1] for cell in cells_in(origin) if origin}
                assert not cells or cells & known, (spot.place, origin)


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_fact_of_a_sample_that_was_entered_names_its_one_cell(sample: str) -> None:
    entered = [fact for fact in facts_in(DATA / sample).values() if not fact.derived]
    assert [fact.label for fact in entered if len(fact.cells) != 1] == []
