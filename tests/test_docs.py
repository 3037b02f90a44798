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
ACTIVATE = ". .venv/bin/activate"


def commands() -> Iterator[str]:
    """Yield each command shown in a document, once."""
    blocks = (block for document in DOCUMENTS for block in BLOCK.findall(document.read_text(encoding="utf-8")))
    lines = (line.split("#")[0].strip() for block in blocks for line in block.splitlines())
    yield from dict.fromkeys(line for line in lines if line and line != ACTIVATE)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what a command needs of the project; its fonts and caches are the project's own."""
    copy = tmp_path_factory.mktemp("project")
    for folder in ("yinfa", "templates", "styles", "data", "schema"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("generate.py", "Makefile"):
        shutil.copy(ROOT / file, copy / file)
    for cache in (FONTS, CACHE):
        if cache.exists():
            (copy / cache.name).symlink_to(cache)
    return copy


@pytest.mark.slow
@pytest.mark.parametrize("command", list(commands()))
def test_a_command_shown_in_the_documents_works(command: str, project: Path) -> None:
    program, *arguments = shlex.split(command)
    if program == "make":
        subprocess.run(["make", "-n", *arguments], cwd=ROOT, check=True, capture_output=True)
    else:
        assert program == "python", f"a kind of command that this test does not know: {command}"
        subprocess.run([sys.executable, *arguments], cwd=project, check=True, capture_output=True)


def test_the_documents_show_the_two_commands() -> None:
    assert {"make run", "make test"} <= set(commands())


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
