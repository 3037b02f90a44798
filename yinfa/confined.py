"""Work in a child process with a limit of time and memory, so that no input hangs the program or fills the machine.

The child reads, checks, composes and lays out; it tells each step before it takes it. The parent only waits, and alone
writes the output: whatever befalls the child, nothing is written. A system that cannot fork (Windows) has no limits.
"""

import math
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from typing import Any, NoReturn, TypeVar, cast

from yinfa.diagnostics import Diagnostic, Faults, Severity

# How many seconds the processor may spend on a step. Ours take below a tenth of it, and what readers of files refuse
# by themselves (yinfa/sources/limits.py), or the sandbox (yinfa/compose/environment.py), never comes near.
SECONDS = {
    "读取": 20,  # all files of a plan, and the rules over them
    "编排": 8,  # one paper: its templates, its numbers
    "核字": 20,  # the characters of all papers: faces are made the first time they are asked, in 2 s
    "排版": 240,  # the pages of one paper
    "生成": 120,  # one file
}
MEGABYTES = 3_000  # of addresses, for a whole run: 300 pages take some 500
FIRST = "读取 数据"  # the step until one is told
STALLED = 15  # a step that waits instead of computing ends after so many times its seconds by the clock

Progress = Callable[[str], None]  # told each step before it is taken: its name in SECONDS, a blank, and its object
Result = TypeVar("Result")


class InChild(Exception):
    """The cause of what the work raised: `str()` is the traceback that the child had."""


@dataclass(frozen=True, slots=True)
class _Done:
    """What the work has come to."""

    result: Any


@dataclass(frozen=True, slots=True)
class _Raised:
    """What the work raised, taken apart: the class of an exception may want other arguments than it keeps."""

    kind: type[BaseException]
    arguments: tuple[Any, ...]
    state: Any
    trace: str


def confined(work: Callable[[Progress], Result], progress: Progress) -> Result:
    """Return what `work` returns; it calls its argument before each step, and `progress` is then called here.

    Raises what `work` raises, and `Faults` that name the step when it takes more time or memory than it may.
    """
    if sys.platform == "win32":
        return work(progress)
    receiver, sender = Pipe(duplex=False)
    child = os.fork()
    if child == 0:
        receiver.close()
        _be_the_child(work, sender)
    sender.close()
    return _Watch(child, receiver, progress).result()  # type: ignore[no-any-return]


def _be_the_child(work: Callable[[Progress], Any], sender: Connection) -> NoReturn:
    """Do the work, send what comes of it, and end, without going back to where the process was divided."""

    def step(words: str) -> None:
        sender.send(words)
        _limit("RLIMIT_CPU", math.ceil(time.process_time()) + _seconds(words))

    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and ends this process
        _limit("RLIMIT_CORE", 0)
        _limit("RLIMIT_AS", MEGABYTES << 20)
        _limit("RLIMIT_CPU", math.ceil(time.process_time()) + _seconds(FIRST))
        sender.send(_Done(work(step)))
    except BaseException as error:  # it is raised in the parent
        _send(sender, error)
    finally:
        os._exit(0)


def _seconds(step: str) -> int:
    return SECONDS[step.split(" ", 1)[0]]


def _limit(name: str, value: int) -> None:
    """Limit this process, in spite of which it may raise the limit again."""
    import resource  # not every system has it

    limited = getattr(resource, name)
    _, most = resource.getrlimit(limited)
    resource.setrlimit(limited, (value if most == resource.RLIM_INFINITY else min(value, most), most))


def _send(sender: Connection, error: BaseException) -> None:
    kind, arguments, *state = cast(tuple[Any, ...], error.__reduce__())
    trace = "".join(traceback.format_exception(error))
    try:
        sender.send(_Raised(kind, arguments, state[0] if state else None, trace))
    except Exception:  # it holds what cannot be sent
        sender.send(_Raised(RuntimeError, (f"{type(error).__name__}: {error}",), None, trace))


class _Watch:
    """The parent's view of the child."""

    def __init__(self, child: int, receiver: Connection, progress: Progress) -> None:
        self._child = child
        self._receiver = receiver
        self._progress = progress
        self._step = FIRST

    def result(self) -> Any:
        """Return what the work returned or raise what it raised; then the child is no more."""
        try:
            outcome = self._outcome()
        finally:
            self._receiver.close()
            ended = self._end()
        if isinstance(outcome, _Done):
            return outcome.result
        if isinstance(outcome, _Raised) and not issubclass(outcome.kind, MemoryError):
            raise _again(outcome)
        raise self._too_slow() if outcome == "stalled" or ended == signal.SIGXCPU else self._too_large()

    def _outcome(self) -> _Done | _Raised | str:
        """Wait for the end of the work; "stalled" if it does not come, "gone" if the child has ended without a word."""
        try:
            while self._receiver.poll(_seconds(self._step) * STALLED):
                told = self._receiver.recv()
                if isinstance(told, (_Done, _Raised)):
                    return told
                self._step = told
                self._progress(told)
        except EOFError:
            return "gone"
        return "stalled"

    def _end(self) -> int:
        """End the child if it has not ended, and return the signal that did, 0 for none."""
        os.kill(self._child, signal.SIGKILL)
        _, status = os.waitpid(self._child, 0)
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0

    def _too_slow(self) -> Faults:
        message = f"“{self._step}”用了 {_seconds(self._step)} 秒还没有完成，已经停下，什么也没有写入"
        hint = "看看这里的数据、文字是否过长，模板里是否有没完没了的循环；确需这么长，拆成几份"
        return Faults([Diagnostic("time-limit", Severity.FAULT, message, None, hint)])

    def _too_large(self) -> Faults:
        message = f"“{self._step}”时内存用完（上限 {MEGABYTES} MB）或程序库崩溃，已经停下，什么也没有写入"
        hint = "看看这里的数据、文字是否过大；拆成几份"
        return Faults([Diagnostic("memory-limit", Severity.FAULT, message, None, hint)])


def _again(raised: _Raised) -> BaseException:
    """Return what the work raised, with the child's traceback as its cause."""
    error = raised.kind.__new__(raised.kind, *raised.arguments)
    error.__setstate__(raised.state)
    error.__cause__ = InChild(raised.trace)
    return error
