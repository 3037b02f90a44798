"""Units in the new year, by the registry."""

import pytest

from yinfa.diagnostics import Report
from yinfa.model.build import build
from yinfa.model.identity import Registry
from yinfa.nextyear.offices import Offices
from yinfa.sources.yaml_file import parse_yaml

UNITS = """\
units:
  - {id: zhijian, name: 某县质量技术监督局, short: 县质监局, level: bureau, until: 2013, successor: shijian}
  - {id: gongshang, name: 某县工商局, short: 县工商局, level: bureau, until: 2013, successor: shijian}
  - {id: shijian, name: 某县市场监督管理局, short: 县市场监管局, level: bureau, since: 2014}
  - {id: zuzhi, name: 某县筹备办公室, short: 县筹备办, level: office, until: 2013}
  - {id: yaojian, name: 某县药监局, short: 县药监局, level: bureau, until: 2014, successor: shijian}
  - {id: fagai, name: 某县发改局, short: 县发改局, level: bureau}
"""


@pytest.fixture
def offices() -> Offices:
    node = parse_yaml(UNITS, "units.yaml", Report())
    registry = build(Registry, node, Report()) if node is not None else None
    assert registry is not None
    return Offices(registry, 2013)


def test_a_unit_that_stays_is_named_as_it_was(offices: Offices) -> None:
    assert offices.named(("县发改局", "某县发改局", "fagai")) == (("县发改局",), ())


@pytest.mark.parametrize(
    ("old", "new"), [("县质监局", "县市场监管局"), ("某县质量技术监督局", "某县市场监督管理局"), ("zhijian", "shijian")]
)
def test_an_heir_is_named_in_the_same_manner_and_told(offices: Offices, old: str, new: str) -> None:
    names, doubts = offices.named((old,))
    assert names == (new,)
    assert len(doubts) == 1


def test_two_units_that_became_one_are_named_once(offices: Offices) -> None:
    assert offices.named(("县质监局", "县发改局", "县工商局"))[0] == ("县市场监管局", "县发改局")


def test_a_unit_without_an_heir_is_the_mark(offices: Offices) -> None:
    names, doubts = offices.named(("县筹备办",))
    assert names == ("〔待定〕",)
    assert "没有写承接单位" in doubts[0]


def test_a_name_that_ends_in_the_new_year_is_kept_and_told(offices: Offices) -> None:
    names, doubts = offices.named(("县药监局",))
    assert names == ("县药监局",)
    assert "到2014年为止" in doubts[0]


def test_prose_names_the_heir_too(offices: Offices) -> None:
    words, doubts = offices.prose("县质监局会同县发改局，某县质量技术监督局负责。")
    assert words == "县市场监管局会同县发改局，某县市场监督管理局负责。"
    assert len(doubts) == 2
