"""The shipped samples' DOCX is valid by Microsoft's Open XML SDK."""

import subprocess

import pytest

from tests.samples.conftest import Sample
from tests.writers.docx.test_docx_valid import VALIDATOR


@pytest.mark.slow
def test_the_open_xml_sdk_finds_nothing_in_a_sample(sample: Sample) -> None:
    path = sample.folder / "sample.docx"
    path.write_bytes(sample.docx)
    found = subprocess.run([str(VALIDATOR), str(path)], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
