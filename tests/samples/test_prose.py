"""The shipped samples are whole: prose long enough to prove pages, and every indicator and project."""

import re

import pytest

from tests.extract.from_tree import said_by_tree
from tests.samples.conftest import Sample

HAN = re.compile(r"[\u4e00-\u9fff]")


def test_a_sample_is_long_enough_for_its_pages_to_be_real(sample: Sample) -> None:
    at_least = {"ruian": 10_000, "pingyang": 8_000}[sample.name]
    assert len(HAN.findall(said_by_tree(sample.document).text)) >= at_least


def test_a_sample_prints_all_its_indicators_and_projects(sample: Sample) -> None:
    wanted = {
        "ruian": [17, 26],
        "pingyang": [26, 23],
    }[sample.name]
    for count, table in zip(wanted, said_by_tree(sample.document).tables, strict=True):
        ordinals = [int(cell) for row in table for cell in row[:2] if cell.isdecimal()]
        assert ordinals == list(range(1, count + 1))


@pytest.mark.parametrize("page", ["cover", "contents", "body"])
def test_a_sample_has_a_page_of_each_kind(sample: Sample, page: str) -> None:
    assert page in [section.page for section in sample.document.sections]
