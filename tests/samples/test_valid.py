"""The shipped samples' DOCX is valid by Microsoft's Open XML SDK."""

import pytest

from tests.openxml import sdk_faults
from tests.samples.conftest import Sample


@pytest.mark.slow
def test_the_open_xml_sdk_finds_nothing_in_a_sample(sample: Sample) -> None:
    assert sdk_faults(sample.docx, sample.folder / "sample.docx") == ""
