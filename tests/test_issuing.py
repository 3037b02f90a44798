"""A build by content: only what would come out otherwise is made, and what stands is told when it is out of date."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.plans import write_plan
from yinfa.diagnostics import Diagnostic, Report
from yinfa.issue.whole import Unwritable
from yinfa.issuing import Press, build
from yinfa.pipeline import Request, galleys_of, silent
from yinfa.styling import load_style
from yinfa.writers.makers import makers

pytestmark = pytest.mark.slow


class Desk:
    """A plan with an output folder, and what the last build did."""

    def __init__(self, folder: Path, output: str = "output") -> None:
        self.plan, self.output, self.steps = folder / "xian", folder / output, list[str]()

    def build(self, kinds: Sequence[str] = (), formats: Sequence[str] = ()) -> tuple[Diagnostic, ...]:
        """Build the papers of some kinds, and return what is told."""
        self.steps.clear()
        return build(Request((self.plan,), self.output, kinds, formats), self.steps.append)

    @property
    def made(self) -> set[str]:
        """Return the names of the files that the last build made."""
        return {step.removeprefix("生成 ") for step in self.steps if step.startswith("生成 ")}

    @property
    def found_at_fault(self) -> set[str]:
        """Return the files on whose pages something was found: the one notice whose text begins on page 2."""
        return {path for path, each in self.listed.items() if not each["made_of"]}

    @property
    def files(self) -> dict[str, tuple[int, bytes]]:
        """Return what stands: when each file was written, and its bytes."""
        return {each.name: (each.stat().st_mtime_ns, each.read_bytes()) for each in (self.output / "xian").iterdir()}

    @property
    def listed(self) -> dict[str, dict[str, Any]]:
        """Return what the manifest lists, by path."""
        documents = json.loads((self.output / "xian" / "manifest.json").read_text(encoding="utf-8"))["documents"]
        return {each["path"]: each for each in documents}

    def rewrite(self, file: str, old: str, new: str) -> None:
        """Change the words of a file."""
        text = (self.plan / file).read_text(encoding="utf-8")
        assert old in text
        (self.plan / file).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a plan all of whose papers are built."""
    folder = tmp_path_factory.mktemp("built")
    write_plan(folder, action=True)
    desk = Desk(folder)
    desk.build()
    assert len(desk.made) > 20
    return folder


@pytest.fixture
def desk(built: Path, tmp_path: Path) -> Desk:
    """Return a copy of it."""
    return Desk(shutil.copytree(built, tmp_path / "desk"))


def test_a_second_build_leaves_every_paper_as_it_stands(desk: Desk) -> None:
    """Not even the time of a file is another; but what was found on pages is to be told again."""
    before = desk.files
    (again,) = desk.build()
    assert again.code == "form-first-page"
    assert len(desk.made) == 2
    assert desk.made == desk.found_at_fault
    after = desk.files
    assert {name: data for name, (_, data) in after.items()} == {name: data for name, (_, data) in before.items()}
    assert all(after[name] == before[name] for name in desk.listed if name not in desk.made)


def test_a_blank_line_in_the_data_makes_nothing_though_all_places_move(desk: Desk) -> None:
    """The manifest tells of the new data and goes on listing every paper."""
    before = desk.listed
    (desk.plan / "units.yaml").write_text(
        "\n" + (desk.plan / "units.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    desk.build()
    assert desk.made == desk.found_at_fault
    assert desk.listed == before


def test_a_correction_makes_just_the_papers_that_print_it(desk: Desk) -> None:
    """As a build from nothing would make them, and every other file is left as it stood."""
    before = desk.files
    desk.rewrite("text/action.yaml", "对照标准查漏补缺", "对照标准查缺补漏")
    desk.build()
    made, after = desk.made, desk.files
    changed = {name for name in before if after[name][1] != before[name][1]} - {"manifest.json"}
    assert 0 < len(changed) < len(before) / 2
    assert made == changed | desk.found_at_fault
    assert all(after[name] == before[name] for name in desk.listed if name not in made)
    anew = Desk(desk.plan.parent, "anew")
    anew.build()
    assert {name: data for name, (_, data) in anew.files.items()} == {name: data for name, (_, data) in after.items()}


def test_a_file_that_was_changed_by_hand_is_made_again(desk: Desk) -> None:
    name = min(desk.listed)
    (desk.output / "xian" / name).write_bytes(b"edited")
    desk.build()
    assert desk.made == {name} | desk.found_at_fault


def test_what_another_program_made_is_made_again(desk: Desk) -> None:
    """By the digest of what makes files."""
    style, folder = load_style(), desk.output / "xian"
    galleys = galleys_of(Request((desk.plan,), desk.output, ("plan",)), style, Report())
    assert len(Press(style, makers(style), Report(), silent).made(folder, galleys).kept) == 2
    assert Press(style, "another", Report(), silent).made(folder, galleys).kept == ()


def test_a_paper_of_another_year_is_listed_with_it_though_its_pages_are_the_same(desk: Desk) -> None:
    desk.rewrite("plan.yaml", "  - kind: plan\n", "  - kind: plan\n    year: 2012\n")
    desk.build(("plan",))
    assert {each["year"] for each in desk.listed.values()} == {2012}


def test_one_format_after_the_other_lists_both(desk: Desk) -> None:
    """The second build does not make the first one's again."""
    desk.build(("plan",), ("docx",))
    assert desk.made == set()
    assert len(desk.listed) > 20


def test_papers_of_older_data_are_told_and_no_longer_listed(desk: Desk) -> None:
    desk.rewrite("text/action.yaml", "对照标准查漏补缺", "对照标准查缺补漏")
    (notice,) = desk.build(("plan",))
    assert notice.code == "outdated"
    assert "以前生成的" in notice.message
    assert {each["kind"] for each in desk.listed.values()} == {"plan"}


def test_a_paper_that_is_no_longer_made_is_told_by_a_whole_build_though_the_data_are_the_same(desk: Desk) -> None:
    """It may come from a template that is another now."""
    manifest = desk.output / "xian" / "manifest.json"
    known = json.loads(manifest.read_text(encoding="utf-8"))
    former = known["documents"][0] | {"path": "从前的标题.pdf", "made_of": "0"}
    shutil.copy(desk.output / "xian" / known["documents"][0]["path"], desk.output / "xian" / former["path"])
    manifest.write_text(json.dumps(known | {"documents": [*known["documents"], former]}), encoding="utf-8")
    assert [each.code for each in desk.build(formats=("pdf",))] == ["form-first-page"]
    assert former["path"] in desk.listed
    told = desk.build()
    assert [each.message for each in told if each.code == "outdated"] == [
        "从前的标题.pdf 1 个文件是以前生成的，这次没有重新生成"
    ]
    assert former["path"] not in desk.listed


def test_a_paper_that_is_changed_while_it_is_kept_stops_the_run(desk: Desk) -> None:
    """Nothing is written then, and the manifest stays as it was."""
    name = min(desk.listed)
    before = desk.files["manifest.json"]

    def meddle(step: str) -> None:
        if step.startswith("生成"):
            (desk.output / "xian" / name).write_bytes(b"edited")

    other = next(each for each in desk.listed.values() if each["path"] != name)
    (desk.output / "xian" / other["path"]).unlink()
    with pytest.raises(Unwritable, match="请再运行一次"):
        build(Request((desk.plan,), desk.output), meddle)
    assert desk.files["manifest.json"] == before
    assert other["path"] not in desk.files
