"""The shipped plans are whole: prose long enough to prove pages, and every indicator and project."""

import re

import pytest

from tests.samples.conftest import Sample
from yinfa.proof.said_tree import said_by_tree

pytestmark = pytest.mark.slow

HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.slow
def test_a_plan_is_long_enough_for_its_pages_to_be_real(plan: Sample) -> None:
    at_least = {"ruian/plan/0": 10_000, "pingyang/plan/0": 8_000}[plan.name]
    assert len(HAN.findall(said_by_tree(plan.document).text)) >= at_least


@pytest.mark.slow
def test_a_plan_prints_all_its_indicators_and_projects(plan: Sample) -> None:
    wanted = {
        "ruian/plan/0": [17, 26],
        "pingyang/plan/0": [26, 23],
    }[plan.name]
    for count, table in zip(wanted, said_by_tree(plan.document).tables, strict=True):
        ordinals = [int(cell) for row in table for cell in row[:2] if cell.isdecimal()]
        assert ordinals == list(range(1, count + 1))


@pytest.mark.parametrize("page", ["cover", "contents", "body"])
def test_a_plan_has_a_page_of_each_kind(plan: Sample, page: str) -> None:
    assert page in [section.page for section in plan.document.sections]
