"""Every paper of the samples as composed and as printed: not one finding."""

import pytest

from tests.samples.conftest import Sample
from yinfa.proof import Composed, proof_pages, proof_tree
from yinfa.styling import load_style

pytestmark = pytest.mark.slow


def test_nothing_is_told_of_a_sample(sample: Sample) -> None:
    paper = Composed(sample.composed, load_style())
    assert [*proof_tree(paper), *proof_pages(paper, sample.layout, sample.docx, sample.pdf.read_bytes())] == []


def test_every_sample_has_pages_to_look_at(sample: Sample) -> None:
    """That nothing is told is worth something: its sheets hold its lines."""
    sheets = sample.layout.look()
    assert len(sheets) == sample.layout.page_count
    assert sum(len(sheet.lines) for sheet in sheets) > len(sheets)
