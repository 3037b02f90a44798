"""No rule of the form is broken by any paper of the samples: on its pages, and in the XML of its DOCX."""

import pytest

from tests.form.docx_paper import Written
from tests.form.page import Printed
from tests.form.rules import broken_in_xml, broken_on_pages
from tests.samples.conftest import Sample

pytestmark = pytest.mark.slow


def test_no_rule_is_broken_on_the_pages_of_a_sample(sample: Sample) -> None:
    assert broken_on_pages(Printed(sample.document, sample.pdf.read_bytes())) == {}


def test_no_rule_is_broken_in_the_docx_of_a_sample(sample: Sample) -> None:
    assert broken_in_xml(Written(sample.document, sample.docx)) == {}
