"""Figures typed in last year's words that the new year's proposed targets contradict: they become those."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from yinfa.model.plan import Plan
from yinfa.nextyear.tree import MARK, Said
from yinfa.prose.compare import Compared
from yinfa.prose.reading import reading_of

CHANGED = "文字中与拟定的年度目标不同的数，已改为拟定的数"


NEAR = 6  # characters before a figure by which it is known again in the goal of the task
Phrases = tuple[tuple[str, str], ...]  # words with a figure, and what they become; those further on in a text first


def settled(plan: Plan, files: Collection[str], year: int) -> dict[str, Phrases]:
    """Return the texts of these files that type another figure than the target of the year, and what is to change."""
    found: dict[str, list[Compared]] = {}
    for each in reading_of(plan).levels:
        text = each.statement.text
        nearest = each.facts[0] if each.differs else None
        is_new = text.origin.file.removeprefix(f"{plan.shown}/") in files
        if is_new and nearest and (nearest.sort, nearest.year) == ("yearly", year):
            found.setdefault(str(text), []).append(each)
    return {text: tuple(_phrases(text, every)) for text, every in found.items()}


def _phrases(text: str, every: list[Compared]) -> Iterator[tuple[str, str]]:
    for each in sorted(every, key=lambda each: each.statement.figure.start, reverse=True):
        start, literal = each.statement.figure.start, each.statement.literal
        before = text[max(0, start - NEAR) : start].removeprefix(MARK)
        yield before + literal, before + each.facts[0].shown


def corrected(said: Said, settled: Mapping[str, Phrases]) -> Said:
    """Return a tree with these texts changed; where a person has to look at one, it is told."""
    if isinstance(said.value, list):
        return replace(said, value=[corrected(each, settled) for each in said.value])
    if isinstance(said.value, dict):
        made = {key: corrected(each, settled) for key, each in said.value.items()}
        text, goal = said.value.get("text"), made.get("goal")
        if text and goal and str(text.value) in settled:
            made["goal"] = replace(goal, value=_with(str(goal.value), settled[str(text.value)]))
        return replace(said, value=made)
    if said.value not in settled:
        return said
    todo = replace(said.todo, why=(*said.todo.why, CHANGED)) if said.todo else None
    return replace(said, value=_with(said.value, settled[said.value]), todo=todo)


def _with(words: str, phrases: Phrases) -> str:
    for old, new in phrases:
        words = words.replace(old, new, 1)
    return words
