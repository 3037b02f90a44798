"""What the composed papers of a sample say of its tasks: in prose, in tables, on the sheets of units."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.extract.grid import Grid, grid_of
from tests.samples.conftest import galleys
from yinfa.document.tree import Document, Heading, Table
from yinfa.document.walk import blocks_of, text_of
from yinfa.proof.said import squeeze

SPLIT = ("类别", "序号", "任务", "目标", "牵头单位", "配合单位", "时限")  # the head of 责任分解表
SHEET = ("类别", "序号", "任务", "目标", "职责", "时限")
NOTHING = "—"
_SHARED = re.compile(r"(.+)牵头，(.+?)(配合|参与|按职责分工负责)")
_ALONE = re.compile(r"(责任单位：)?(.+?)(按职责分工负责|负责)?")


@dataclass(frozen=True)
class Duty:
    """Who is charged, as a bracket behind a task or a point says it: units in any order, and the word that tells how.

    `how` is 责任单位, 负责, or what those do who do not lead: 配合, 参与, 按职责分工负责.
    """

    lead: frozenset[str]
    support: frozenset[str]
    how: str


def papers(sample: str, kind: str) -> list[Document]:
    """Return the composed papers of a kind."""
    return [each.document for each in galleys(sample) if each.paper.kind == kind]


def tables(document: Document, head: tuple[str, ...]) -> Iterator[Grid]:
    """Yield the grid of each table whose head begins with these words."""
    for block in blocks_of(document):
        if isinstance(block, Table) and [squeeze(text_of(cell.children)) for cell in block.head[0]][: len(head)] == [
            *head
        ]:
            yield grid_of(block)


def units(names: str) -> frozenset[str]:
    """Return the units of a cell."""
    return frozenset() if names == NOTHING else frozenset(names.split("、"))


def duty(bracket: str) -> Duty:
    """Return what a bracket says, without its brackets."""
    if shared := _SHARED.fullmatch(bracket):
        return Duty(units(shared[1]), units(shared[2]), shared[3])
    alone = _ALONE.fullmatch(bracket)
    assert alone
    how = "责任单位" if alone[1] else alone[3]
    assert how, f"not a bracket of duties: {bracket}"
    return Duty(units(alone[2]), frozenset(), how)


def run_in(document: Document) -> Iterator[tuple[str, str]]:
    """Yield where each run-in heading stands (二（一）1) and its whole paragraph."""
    place: dict[int, str] = {}
    for block in blocks_of(document):
        if isinstance(block, Heading) and block.form in ("ordinal", "run-in"):
            place = {level: mark for level, mark in place.items() if level < block.level}
            place[block.level] = block.ordinal.strip("、.")
            if block.form == "run-in":
                yield "".join(place.values()), squeeze(text_of(block.children))


def bracket_at_end(words: str) -> str | None:
    """Return the words in the bracket that a text ends with, None without one."""
    found = re.search(r"（([^（）]*(?:（[^（）]*）[^（）]*)*)）$", words)
    return found[1] if found else None
