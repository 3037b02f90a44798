"""What is drafted, as a tree: texts, lists and mappings, each with what a person has to decide about it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

MARK = "〔待定〕"  # printed where a person must decide; found by the check `placeholder`
Value: TypeAlias = "str | list[Said] | dict[str, Said]"


@dataclass(frozen=True, slots=True)
class Todo:
    """A decision left to a person: where, as a drafter names it, and why it is one."""

    where: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A value, the decision that it waits for, and remarks that need none: both stand above it as comments."""

    value: Value
    todo: Todo | None = None
    remarks: tuple[str, ...] = field(default=())

    @property
    def comments(self) -> tuple[str, ...]:
        """Return the lines that stand above it."""
        return (*(f"{MARK}{each}" for each in (self.todo.why if self.todo else ())), *self.remarks)


def marked(said: Said, where: str, why: tuple[str, ...]) -> Said:
    """Return a text with the mark before it, and one more reason if it has the mark already."""
    if not why:
        return said
    if said.todo is not None:
        return replace(said, todo=replace(said.todo, why=(*said.todo.why, *why)))
    return replace(said, value=f"{MARK}{said.value}", todo=Todo(where, why))


def todos_in(said: Said) -> Iterator[Todo]:
    """Yield all decisions in the order in which they are written."""
    if said.todo:
        yield said.todo
    if isinstance(said.value, dict):
        for each in said.value.values():
            yield from todos_in(each)
    elif isinstance(said.value, list):
        for each in said.value:
            yield from todos_in(each)
