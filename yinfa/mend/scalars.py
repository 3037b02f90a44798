"""The scalars of a YAML file, each with the places of its characters."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from yinfa.mend.pieces import pieces_of
from yinfa.sources.text import BLANKS
from yinfa.sources.yaml_tree import LOADER


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar from `start` to `end` of its file: the sign its writing begins with, if any, and what it says.

    `place` is its line and column, counted from 1; `in_flow` says that it stands between brackets or braces.
    """

    place: tuple[int, int]
    start: int
    end: int
    style: str
    value: str
    in_flow: bool

    @property
    def lead(self) -> int:
        """Return how many blanks its value begins with, which its text does not have."""
        return len(self.value) - len(self.value.lstrip(BLANKS))

    def places(self, source: str) -> list[tuple[int, int]]:
        """Return where in `source` each character of the text begins and ends; none where that cannot be told."""
        pieces = pieces_of(source, self.style, self.start, self.end, self.value)
        places = [(piece.start, piece.end) for piece in pieces for _ in piece.said]
        return places[self.lead :]


def scalars_of(source: str) -> Iterator[Scalar]:
    """Yield the scalars of a file that can be parsed, keys among them, in its order."""
    depth = 0
    for event in yaml.parse(source, Loader=LOADER):
        if isinstance(event, yaml.ScalarEvent):
            yield _scalar(event, in_flow=depth > 0)
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += bool(event.flow_style or depth)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= depth > 0


def _scalar(event: Any, *, in_flow: bool) -> Scalar:
    start, end = event.start_mark, event.end_mark
    return Scalar((start.line + 1, start.column + 1), start.index, end.index, event.style or "", event.value, in_flow)
