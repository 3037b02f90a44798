"""docs/checks: a page for every code that is told, and what a page shows is what is told."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.checks.mutations import MUTATIONS, Mutation
from tests.checks.others import SLIPS, Slip, told
from tests.plans import SHOWN, Change, good_plan
from yinfa.checks import check
from yinfa.checks.codes import CODES
from yinfa.checks.settings import applied
from yinfa.diagnostics import Diagnostic, Report, Severity
from yinfa.paths import ROOT

PAGES = ROOT / "docs" / "checks"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADINGS = ["查什么", "例子", "怎么改", "改级别或静默"]
MAKERS: tuple[Mutation | Slip, ...] = (*MUTATIONS, *SLIPS)
PROVEN = sorted({each.code for each in MAKERS})
Told = Callable[[Mutation | Slip], tuple[Path, list[Diagnostic]]]


def page(code: str) -> str:
    """Return the page of a code."""
    return (PAGES / f"{code}.md").read_text(encoding="utf-8")


def blocks(code: str, language: str) -> list[str]:
    """Return the blocks of a page in a language."""
    return [block for kind, block in BLOCK.findall(page(code)) if kind == language]


def makers(code: str) -> Iterator[Mutation | Slip]:
    """Yield what makes a code told."""
    yield from (each for each in MAKERS if each.code == code)


def found(folder: Path, maker: Mutation | Slip, *more: Change) -> list[Diagnostic]:
    """Return what is told, as the plan wishes, when something is made wrong and with `more` changes."""
    if isinstance(maker, Slip):
        return list(told(folder, maker, *more))
    report, edition = Report(), maker.edition
    plan = good_plan(folder, *maker.changes, *more, action=edition == "action", evaluation=edition == "evaluation")
    check(plan, report)
    applied(plan, report, ())
    return list(report)


def test_every_code_has_its_page_and_every_page_its_code() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.md")) == sorted({"README", *CODES})


def test_the_index_names_every_code_with_what_it_catches() -> None:
    """In order, with its severity."""
    lines = [line for line in page("README").splitlines() if re.match(r"\| \[`", line)]
    assert lines == [
        f"| [`{code}`]({code}.md) | {each.severity.label} | {each.catches} |" for code, each in sorted(CODES.items())
    ]


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_page_begins_with_what_is_caught_and_has_its_sections(code: str) -> None:
    """As the table of codes says."""
    told = CODES[code]
    assert page(code).startswith(f"# {code}\n\n{told.severity.label}：{told.catches}。\n")
    assert re.findall(r"^## (.+)$", page(code), re.MULTILINE) == HEADINGS


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Return what tells what is told when something is made wrong and the plan wishes nothing."""

    @cache
    def tell(maker: Mutation | Slip) -> tuple[Path, list[Diagnostic]]:
        folder = tmp_path_factory.mktemp(maker.code)
        return folder, found(folder, maker)

    return tell


@pytest.mark.slow
@pytest.mark.parametrize("code", PROVEN)
def test_the_example_of_a_page_is_what_is_told(usual: Told, code: str) -> None:
    """Line by line, with the hint."""
    lines = [
        str(each).replace(f"{folder}/xian/", "").replace(f"{SHOWN}/", "")
        for folder, several in map(usual, makers(code))
        for each in several
    ]
    (example,) = blocks(code, "text")
    assert example.rstrip("\n") in lines


@pytest.mark.slow
@pytest.mark.parametrize("code", PROVEN)
def test_what_a_page_writes_into_a_plan_does_what_it_says(tmp_path: Path, usual: Told, code: str) -> None:
    """It changes the severity, and silences the finding of the example."""
    maker = next(makers(code))
    _, before = usual(maker)
    assert CODES[code].severity in {each.severity for each in before if each.code == code}
    for number, wish in enumerate(blocks(code, "yaml")):
        change: Change = ("plan.yaml", "\ndocuments:\n", f"\n{wish}documents:\n")
        left = [each for each in found(tmp_path / str(number), maker, change) if each.code == code]
        assert {each.severity for each in left} <= {Severity.NOTICE, Severity.WARNING} - {CODES[code].severity}


def test_every_code_is_proven_by_what_makes_it_told() -> None:
    """But those of what is composed and printed, which have their own tests."""
    assert {code for code, each in CODES.items() if each.phase == "data"} - set(PROVEN) == set()
