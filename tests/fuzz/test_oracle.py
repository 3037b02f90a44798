"""The oracle of the fuzzing notices whatever it is to notice."""

from dataclasses import replace

import pytest

from tests.fuzz import oracle
from tests.fuzz.oracle import examine, look_at
from tests.fuzz.plans import files_of
from yinfa import issuing
from yinfa.diagnostics import Diagnostic, Origin, Severity
from yinfa.pipeline import Request

pytestmark = pytest.mark.slow

SOUND = Diagnostic("unit", Severity.FAULT, "没有这个单位", Origin("plan.yaml", 1, 2), "改正名称")


def test_what_a_drafter_needs_is_passed() -> None:
    """A warning needs no remedy."""
    look_at([SOUND, replace(SOUND, severity=Severity.WARNING, hint="")])


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (replace(SOUND, message="no such unit"), "not in Chinese"),
        (replace(SOUND, message="出错：KeyError"), "words of Python"),
        (replace(SOUND, origin=None), "without a place"),
        (replace(SOUND, hint=""), "without a remedy"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_a_drafter_cannot_use_is_noticed(told: Diagnostic, why: str) -> None:
    """Be it one of many."""
    with pytest.raises(AssertionError, match=f"^{why}: "):
        look_at([SOUND, told])


def test_a_plan_that_takes_long_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """By what the processor did."""
    monkeypatch.setattr(oracle, "SECONDS", 0)
    with pytest.raises(AssertionError, match=r"^took 0 s"):
        examine(files_of("small"), print_it=False)


def test_a_build_that_differs_from_the_check_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the build is told of another plan."""
    clean = files_of("small")
    assert examine(clean, print_it=True) is False
    assert examine(clean | {"plan.yaml": b"id: xian\n"}, print_it=True) is True
    monkeypatch.setattr("yinfa.issuing.build", lambda _: ())
    with pytest.raises(AssertionError, match=r"^a build and a check differ"):
        examine(clean | {"plan.yaml": b"id: xian\n"}, print_it=True)


@pytest.mark.parametrize(("name", "why"), [("new", "a build that failed left something"), ("old", "an old paper")])
def test_an_output_that_is_touched_in_spite_of_faults_is_noticed(
    monkeypatch: pytest.MonkeyPatch, name: str, why: str
) -> None:
    """Whether a file is new or the old one changed."""
    issue = issuing.build

    def build(request: Request) -> tuple[Diagnostic, ...]:
        (request.output / name).write_bytes(b"new")
        return issue(request)

    monkeypatch.setattr("yinfa.issuing.build", build)
    with pytest.raises(AssertionError, match=rf"^{why}"):
        examine(files_of("small") | {"plan.yaml": b"id: xian\n"}, print_it=True)
