"""Work in a child process: what it returns and raises comes through, and it ends when it takes too long or too much."""

import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from functools import partial

import pytest

from yinfa.confined import MEGABYTES, SECONDS, InChild, confined
from yinfa.diagnostics import Diagnostic, Faults, Origin, Severity
from yinfa.paths import ROOT
from yinfa.styling import BadStyle
from yinfa.writers.fonts import MissingFont

pytestmark = pytest.mark.slow

MB = 1 << 20
FOUND = Diagnostic("kind", Severity.FAULT, "没有文种", Origin("plan.yaml", 1, 2), "改")
Step = Callable[[str], None]


def unheard(_: str) -> None:
    """Hear of no step."""


def overstepped(work: Callable[[Step], object]) -> Diagnostic:
    """Return the one fault by which work ends."""
    with pytest.raises(Faults) as raised:
        confined(work, unheard)
    (told,) = raised.value.diagnostics
    assert told.severity is Severity.FAULT
    assert told.hint
    return told


def after(name: str, then: Callable[[], object]) -> Callable[[Step], object]:
    """Return work that tells a step and takes it."""

    def work(step: Step) -> object:
        step(name)
        return then()

    return work


def raising(error: BaseException) -> Callable[[Step], None]:
    """Return work that raises `error`."""

    def work(_: Step) -> None:
        raise error

    return work


def test_the_limits_are_those_of_the_document() -> None:
    """Of docs/limits.md."""
    text = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\S\S): .+? \| ([0-9]+) \|$", text, re.MULTILINE)
    assert {name: int(seconds) for name, seconds in rows} == SECONDS
    assert f"{MEGABYTES:,} MB" in text


def test_what_the_work_returns_is_returned() -> None:
    """Also when it is large: the parent reads while the child writes."""
    assert confined(lambda _: (Decimal("1.10"), b"x" * (20 * MB)), unheard) == (Decimal("1.10"), b"x" * (20 * MB))


def test_the_work_is_done_in_another_process() -> None:
    """What it changes stays there."""
    changed: list[int] = []

    def work(_: Step) -> int:
        changed.append(1)
        return os.getpid()

    assert confined(work, unheard) != os.getpid()
    assert changed == []


def test_each_step_is_told_before_it_is_taken() -> None:
    """In order."""
    heard: list[str] = []

    def work(step: Step) -> None:
        step("读取 甲")
        step("编排 乙")

    confined(work, heard.append)
    assert heard == ["读取 甲", "编排 乙"]


@pytest.mark.parametrize(
    "error",
    [
        Faults([FOUND]),
        MissingFont(("a.ttf", "b.ttf")),
        BadStyle("roles", "没有"),
        FileNotFoundError(2, "No such file", "x"),
        ModuleNotFoundError("no x", name="yinfa.x"),
        KeyboardInterrupt(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_the_work_raises_is_raised(error: BaseException) -> None:
    """The same, to all that it holds, with the child's traceback as its cause."""
    with pytest.raises(type(error)) as raised:
        confined(raising(error), unheard)
    again = raised.value
    assert (type(again), str(again), again.args, vars(again)) == (type(error), str(error), error.args, vars(error))
    assert [getattr(again, name, None) for name in ("name", "errno")] == [
        getattr(error, name, None) for name in ("name", "errno")
    ]
    assert isinstance(again.__cause__, InChild)
    assert "in work" in str(again.__cause__)


def test_an_error_that_cannot_be_sent_is_told_by_its_words() -> None:
    """It holds a function."""
    with pytest.raises(RuntimeError, match=r"^ValueError: .*<lambda>"):
        confined(raising(ValueError(lambda: 1)), unheard)


def test_a_step_that_computes_too_long_ends_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where Python itself hears no signal: in the middle of one endless multiplication."""
    monkeypatch.setattr("yinfa.confined.SECONDS", {"读取": 1, "编排": 1})
    told = overstepped(after("编排 行动计划", lambda: 9**9**9))
    assert (told.code, told.origin) == ("time-limit", None)
    assert told.message.startswith("“编排 行动计划”用了 1 秒还没有完成")


def computing(seconds: float) -> None:
    """Keep the processor busy."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_what_comes_before_the_first_step_has_an_end_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """It counts as reading; and not by the clock."""
    monkeypatch.setattr("yinfa.confined.SECONDS", {"读取": 1})
    monkeypatch.setattr("yinfa.confined.STALLED", 120)
    assert overstepped(lambda _: computing(4)).message.startswith("“读取 数据”用了 1 秒还没有完成")


@pytest.mark.slow
def test_each_step_has_seconds_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many papers may take longer than one may."""
    monkeypatch.setattr("yinfa.confined.SECONDS", {"读取": 2, "编排": 3})

    def work(step: Step) -> str:
        for number in range(5):
            step(f"编排 {number}")
            computing(0.7)
        return "done"

    assert confined(work, unheard) == "done"


def test_a_step_that_only_waits_ends_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the clock."""
    monkeypatch.setattr("yinfa.confined.SECONDS", {"读取": 1})
    monkeypatch.setattr("yinfa.confined.STALLED", 0.5)
    assert overstepped(after("读取 xian", partial(time.sleep, 60))).code == "time-limit"


def test_a_step_that_fills_the_memory_ends_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python raises MemoryError."""
    monkeypatch.setattr("yinfa.confined.MEGABYTES", 2_000)
    told = overstepped(after("编排 行动计划", lambda: b"a" * (3_000 * MB)))
    assert told.code == "memory-limit"
    assert told.message.startswith("“编排 行动计划”时内存用完（上限 2000 MB）")


def test_a_child_that_crashes_is_told() -> None:
    """A library ends it, as for lack of memory."""
    assert overstepped(after("排版 规划", os.abort)).message.startswith("“排版 规划”时内存用完")


def test_a_child_that_crashes_leaves_no_image_of_its_memory() -> None:
    """It would be gigabytes, in the drafter's folder."""
    lower, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    try:
        assert confined(lambda _: resource.getrlimit(resource.RLIMIT_CORE)[0], unheard) == 0
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, (lower, most))


def test_the_child_is_deaf_to_an_interruption() -> None:
    """Its parent ends it, at any moment; it must not begin to tell of its own."""
    assert confined(lambda _: signal.getsignal(signal.SIGINT), unheard) == signal.SIG_IGN


def test_no_child_is_left_behind() -> None:
    """Whatever came of it."""
    confined(lambda _: 1, unheard)
    with pytest.raises(ValueError, match="x"):
        confined(raising(ValueError("x")), unheard)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_an_interrupted_run_ends_with_its_child() -> None:
    """Ctrl-C goes to both; the drafter reads one line."""
    code = """
import os, signal, sys, time
from yinfa import cli
from yinfa.confined import confined
signal.signal(signal.SIGINT, signal.default_int_handler)  # tests run in the background are deaf to it
@cli.commands.command("wait")
def wait():
    def work(step):
        step(f"读取 {os.getpid()}")
        time.sleep(60)
    confined(work, lambda words: print(words, flush=True))
sys.exit(cli.run(["wait"]))
"""
    command = [sys.executable, "-c", code]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        child = int(process.stdout.readline().removeprefix("读取 "))
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=10)
    assert (process.returncode, err.strip()) == (130, "已中断；输出文件夹里的文件都是完整的。")
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
