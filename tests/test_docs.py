"""Every command that the documents show is run, in a copy of the project, so that none of them can rot."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from yinfa.diagnostics import Report
from yinfa.model.base import Model
from yinfa.model.build import build
from yinfa.model.identity import Consultation, Paper, Registry, Yardstick
from yinfa.model.settings import Setting, Silence
from yinfa.model.words import PaperWords
from yinfa.paths import CACHE, FONTS, ROOT
from yinfa.sources.yaml_file import read_yaml
from yinfa.sources.yaml_tree import Mapping, Node, Sequence

DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)
EXAMPLE = re.compile(r"^```yaml\n(.*?)^```", re.DOTALL | re.MULTILINE)
TEMPLATE = re.compile(r"`(templates/[^`]+)` is\n\n```jinja\n(.*?)^```", re.DOTALL | re.MULTILINE)
WRITES = re.compile("python generate.py (?:new|draft|collect|issue) ")  # into data, or what is kept
EXITS = re.compile("(?:exits with|退出码) ([0-9])")
ACTIVATE = ". .venv/bin/activate"


def blocks() -> Iterator[tuple[str, ...]]:
    """Yield the commands of each block shown in a document; what stands in one depends on no other.

    One with a line of comment alone is a walk, with steps of people between: see tests/test_walks.py. A command that an
    earlier block has is left out, unless what comes after it needs what it writes.
    """
    found = (block for document in DOCUMENTS for block in BLOCK.findall(document.read_text(encoding="utf-8")))
    seen: set[str] = set()
    for block in dict.fromkeys(found):
        lines = [line.strip() for line in block.splitlines() if line.strip() and line.strip() != ACTIVATE]
        if any(line.startswith("#") for line in lines):
            continue
        left = tuple(line for line in lines if line not in seen or WRITES.match(line))
        if not seen.issuperset(left):
            yield left
        seen.update(lines)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of what a command needs of the project; its fonts and caches are the project's own."""
    copy = tmp_path / "project"
    for folder in ("yinfa", "templates", "styles", "data", "schema"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("generate.py", "Makefile"):
        shutil.copy(ROOT / file, copy / file)
    for cache in (FONTS, CACHE):
        if cache.exists():
            (copy / cache.name).symlink_to(cache)
    return copy


@pytest.mark.slow
@pytest.mark.parametrize("block", list(blocks()), ids=lambda block: block[0])
def test_the_commands_of_a_block_work_one_after_the_other(block: tuple[str, ...], project: Path) -> None:
    for line in block:
        command, _, comment = line.partition("#")
        program, *arguments = shlex.split(command)
        if program == "make":
            subprocess.run(["make", "-n", *arguments], cwd=ROOT, check=True, capture_output=True)
            continue
        assert program == "python", f"a kind of command that this test does not know: {command}"
        done = subprocess.run([sys.executable, *arguments], cwd=project, capture_output=True, check=False)
        exits = EXITS.search(comment)
        assert done.returncode == (int(exits[1]) if exits else 0), done.stderr.decode()


def test_the_documents_show_the_two_commands() -> None:
    assert ("make run", "make test") in blocks()


def test_every_link_of_a_document_leads_to_a_file() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_a_template_shown_in_the_documents_is_the_one_that_stands() -> None:
    shown = [each for document in DOCUMENTS for each in TEMPLATE.findall(document.read_text(encoding="utf-8"))]
    assert shown
    for file, source in shown:
        assert (ROOT / file).read_text(encoding="utf-8") == source


def examples() -> Iterator[str]:
    """Yield each piece of YAML shown in a document."""
    for document in DOCUMENTS:
        yield from EXAMPLE.findall(document.read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", list(examples()))
def test_a_piece_of_yaml_shown_in_the_documents_is_read_without_a_fault(example: str, tmp_path: Path) -> None:
    """A piece of plan.yaml (documents, checks, consultation …), of units.yaml, else the words of a paper."""
    path, report = tmp_path / "example.yaml", Report()
    path.write_text(example, encoding="utf-8")
    node = read_yaml(path, path.name, report)
    assert node is not None
    for model, found in pieces(node):
        assert isinstance(found, Mapping)
        build(model, found, report)
    assert not list(report)


def items(node: Node) -> Sequence:
    """Return a list of an example."""
    assert isinstance(node, Sequence)
    return node


def pieces(node: Mapping) -> Iterator[tuple[type[Model], Node]]:
    """Yield what an example holds, each with its model."""
    lists: dict[str, type[Model]] = {"documents": Paper, "checks": Setting, "silenced": Silence}
    listed = {key: model for key, model in lists.items() if key in node}
    if listed:
        yield from ((model, each) for key, model in listed.items() for each in items(node[key]))
    elif consultation := node.get("consultation"):
        yield Consultation, consultation
    elif evaluation := node.get("evaluation"):
        yield Yardstick, evaluation
    else:
        yield Registry if "units" in node else PaperWords, node
