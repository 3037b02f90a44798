"""No rule of the form is broken by any paper of the samples: on its pages, in its DOCX, and where that is laid out."""

import pytest

from tests.form.docx_paper import Written
from tests.form.page import Printed
from tests.form.rules import broken_in_xml, broken_on_pages
from tests.samples.conftest import Sample, Samples

pytestmark = pytest.mark.slow
NOTICES = ("tiantai/notice/0", "chengchuan/notice/0", "pingyang/notice/0")


def test_no_rule_is_broken_on_the_pages_of_a_sample(sample: Sample) -> None:
    assert broken_on_pages(Printed(sample.document, sample.pdf.read_bytes())) == {}


def test_no_rule_is_broken_in_the_docx_of_a_sample(sample: Sample) -> None:
    assert broken_in_xml(Written(sample.document, sample.docx)) == {}


@pytest.mark.parametrize("name", NOTICES)
def test_no_rule_is_broken_where_libreoffice_lays_a_notice_out(samples: Samples, name: str) -> None:
    sample = samples[name]
    assert broken_on_pages(Printed(sample.document, sample.office_pdf.read_bytes())) == {}
