"""Last year's tasks in the new year: carried over, rolled on or left out, by the rules of `rules.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from yinfa.derive.progress import TaskState
from yinfa.nextyear.aims import Aim, figure
from yinfa.nextyear.rules import CARRIED, KEPT_FOR, LEFT_OUT, RECURRING, ROLLED_ON


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a task or of one of its points: whether it goes on, why, and the aims of what it serves."""

    goes_on: bool
    why: tuple[str, ...]
    aims: tuple[Aim, ...] = ()


@dataclass(frozen=True, slots=True)
class Fates:
    """The fates of all tasks of last year, by their ids and the numbers of their points (0 for the whole).

    `aims` are those of the indicators by id and by name, `shown` is the plan's folder, which places are told without.
    """

    last: int
    shown: str
    states: Mapping[tuple[str, int], TaskState]
    aims: Mapping[str, tuple[Aim, ...]]

    def of(self, task: str, point: int) -> Fate:
        """Return what becomes of a task or a point of it."""
        state = self.states[task, point]
        aims = [aim for name in state.charge.indicators for aim in self.aims.get(str(name), ())]
        aims.sort(key=lambda aim: not aim.is_missed)  # what was missed is told first
        served = tuple(_served(aim) for aim in aims if aim.is_missed or aim.value is not None or aim.row or aim.open)
        return replace(self._of(state, [aim for aim in aims if aim.is_missed], served), aims=tuple(aims))

    def _of(self, state: TaskState, missed: list[Aim], served: tuple[str, ...]) -> Fate:
        if state.state in CARRIED:
            return Fate(True, (CARRIED[state.state].format(last=self.last) + self._standing(state), *served))
        said = "".join(filter(None, (state.charge.task.text, state.charge.text, state.charge.goal)))
        word = next((each for each in RECURRING if each in said), "")
        if word:
            return Fate(True, (ROLLED_ON.format(last=self.last, word=word) + self._standing(state), *served))
        if missed:
            return Fate(True, (KEPT_FOR.format(last=self.last) + self._standing(state), *served))
        words = (state.charge.goal or state.charge.text or state.charge.task.heading).split("\n")[0]
        task = "，服务指标".join(filter(None, (f"任务{state.charge.task.task}", "、".join(state.charge.indicators))))
        return Fate(False, (LEFT_OUT.format(last=self.last, words=words, task=task) + self._standing(state),))

    def _standing(self, state: TaskState) -> str:
        """Return how far it has come, in the words of progress.xlsx."""
        row = state.progress
        if row is None:
            return ""
        told = (("进展", row.words), ("原因", row.cause), ("下步措施", row.remedy))
        said = "".join(f"；{name}：{words.rstrip('。')}" for name, words in told if words)
        return f"{said}（{str(row.origin).removeprefix(f'{self.shown}/')}）"


def _served(aim: Aim) -> str:
    """Return what a task is told of an indicator that it serves."""
    aimed = f"{aim.named}年度目标拟{figure(aim.value)}{aim.part.measure}" if aim.value is not None else aim.named
    told = f"；{aim.told}" if aim.is_missed else ""
    return f"{aimed}：{aim.why}{told}"
