"""The run as a whole, where the command line does not show it."""

import json
from pathlib import Path

import pytest

from tests.plans import write_plan
from yinfa.issue.manifest import digests
from yinfa.pipeline import Request, build


@pytest.mark.slow
def test_the_manifest_tells_what_was_read_though_a_file_is_saved_again_during_the_run(tmp_path: Path) -> None:
    folder = write_plan(tmp_path)
    files = ("plan.yaml", "units.yaml", "text/plan.yaml", "indicators.xlsx", "projects.xlsx")
    read = digests(folder, files)

    def save_again(step: str) -> None:
        if step.startswith("排版"):
            with (folder / "units.yaml").open("a", encoding="utf-8") as units:
                units.write("\n")

    build(Request((folder,), tmp_path / "output"), save_again)
    manifest = json.loads((tmp_path / "output" / "xian" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["inputs"] == read
    assert digests(folder, files) != read
