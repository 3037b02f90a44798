"""What is to be bound, and what may stand in the way."""

from collections.abc import Sequence
from dataclasses import dataclass

from yinfa.diagnostics import Origin
from yinfa.sources.text import Text


class GivenUp(Exception):
    """Something is left as it was written: `str()` says why, in Chinese, to stand behind 没有改动：."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A typed figure that equals a fact: the characters `start` to `end` of `text`, and the `call` to stand there."""

    text: Text
    start: int
    end: int
    call: str

    @property
    def literal(self) -> str:
        """Return the figure as typed."""
        return self.text[self.start : self.end]

    @property
    def place(self) -> tuple[Origin, int, int, str]:
        """Return what tells it from every other: texts at two places may be the same words."""
        return self.text.origin, self.start, self.end, self.call

    def meets(self, other: "Binding") -> bool:
        """Return whether both are of one text and share characters of it."""
        same = self.text.origin == other.text.origin
        return same and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that was bound: where it stood, what it was, the call that stands there now."""

    origin: Origin
    literal: str
    call: str


def bound(text: Text, bindings: Sequence[Binding]) -> Text:
    """Return `text` with its bindings made; they do not meet."""
    written = str(text)
    for each in sorted(bindings, key=lambda each: each.start, reverse=True):
        written = written[: each.start] + each.call + written[each.end :]
    return Text(written, text.origin)
