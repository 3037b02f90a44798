"""The figures of the shipped samples typed out, as a drafter would have typed them, and bound again."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mend.test_fix import words
from yinfa.compose.prose import Prose
from yinfa.compose.results.facts import facts_of
from yinfa.diagnostics import Report
from yinfa.mend.binding import Binding
from yinfa.mend.fix import fixed
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.model.walk import each_of
from yinfa.paths import DATA
from yinfa.pipeline import silent
from yinfa.sources.text import Text

pytestmark = pytest.mark.slow

CALL = re.compile(r"\{\{ (?:target|actual|count|total|pace|rate|change|difference)\(.*?\) \}\}")
MARKUP = re.compile("<[^>]*>")
SAMPLES = ("pingyang", "ruian", "tiantai")  # chengchuan names no figure in prose
Cut = tuple[int, int, str]  # from where to where a figure stands in its text, and its call


def place(text: Text) -> tuple[str, int, int]:
    """Return where a text begins: file, line, column."""
    return Path(text.origin.file).name, text.origin.line, text.origin.column


def plan_in(folder: Path) -> Plan:
    """Return the plan in a folder, of which no fault is told."""
    report = Report()
    plan = load_plan(folder, folder.name, report)
    assert plan is not None
    assert not report.has_faults
    return plan


def typed_out(folder: Path) -> dict[tuple[tuple[str, int, int], str], list[Cut]]:
    """Type out the figures in the plan's texts; return them by the places and the words of the texts."""
    plan, found = plan_in(folder), {}
    for leaf in plan.leaves():
        prose = Prose(facts_of(plan, leaf), Report())
        for text in each_of(Text, plan.words_of(leaf)):
            found[place(text), _out(text, prose)] = list(_typed(text, prose))
        if leaf.text:
            _type_out(folder / leaf.text, prose)
    return found


def _type_out(path: Path, prose: Prose) -> None:
    path.write_text(_out(path.read_text(encoding="utf-8"), prose), encoding="utf-8")


def _out(words: str, prose: Prose) -> str:
    return CALL.sub(lambda call: MARKUP.sub("", prose(call[0])), words)


def _typed(text: Text, prose: Prose) -> Iterator[Cut]:
    """Yield where the figures of a text stand once they are typed, and their calls."""
    shorter = 0
    for call in CALL.finditer(text):
        figure, start = MARKUP.sub("", prose(call[0])), call.start() - shorter
        yield start, start + len(figure), call[0]
        shorter += len(call[0]) - len(figure)


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a copy of a shipped sample."""
    return Path(shutil.copytree(DATA / request.param, tmp_path / request.param))


def contents(folder: Path) -> dict[str, bytes]:
    """Return what the plan's files hold."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_figure_typed_out_is_bound_again_to_the_byte(sample: Path) -> None:
    """The file is the very one that we ship."""
    before, found = contents(sample), typed_out(sample)
    assert contents(sample) != before

    def find(plan: Plan) -> list[Binding]:
        texts = (text for each in plan.words.values() for text in each_of(Text, each))
        return [Binding(text, *cut) for text in texts for cut in found.get((place(text), str(text)), ())]

    assert {each.code for each in fixed([sample], silent, find)} == {"fixed"}
    assert contents(sample) == before


def test_what_the_checks_find_is_bound_and_no_word_of_any_paper_changes(sample: Path) -> None:
    """And a second time there is nothing left to bind."""
    typed_out(sample)
    before = words(sample)
    assert "fixed" in {each.code for each in fixed([sample], silent)}
    assert words(sample) == before
    mended = contents(sample)
    assert "fixed" not in {each.code for each in fixed([sample], silent)}
    assert contents(sample) == mended
