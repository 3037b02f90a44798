"""An item put behind the last one of a list in a YAML file: every other character stays, comments and layout too."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import yaml

from yinfa.mend.original import Replacement
from yinfa.nextyear.written import scalar
from yinfa.sources.yaml_tree import LOADER

_TAIL = re.compile(r"(?:[ \t]+#[^\n]*|[ \t]*)")  # what may stand behind an item on its last line


class Item(NamedTuple):
    """An item of a list: its characters from `start` to `end`, `column` where it begins in its line."""

    start: int
    end: int
    column: int


class Listed(NamedTuple):
    """A list under a key at the top of a file; `in_brackets` says that it is written [ , ]."""

    items: tuple[Item, ...]
    in_brackets: bool


def listed(source: str, key: str) -> Listed | None:
    """Return the list under `key` at the top of a file that can be read; None where there is none with an item."""
    events: Iterator[Any] = iter(yaml.parse(source, Loader=LOADER))
    for event in events:
        if isinstance(event, yaml.MappingStartEvent):
            break
    for name in events:
        if not isinstance(name, yaml.ScalarEvent):
            return None
        value = next(events)
        if name.value == key and isinstance(value, yaml.SequenceStartEvent):
            items = tuple(_items(events))
            return Listed(items, bool(value.flow_style)) if items else None
        _passed(value, events)
    return None


def _items(events: Iterator[Any]) -> Iterator[Item]:
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            return
        place: Any = event.start_mark
        yield Item(place.index, _passed(event, events), place.column)


def _passed(event: Any, events: Iterator[Any]) -> int:
    """Read on to the end of a node and return where its last character stands: behind a block there may be comments."""
    depth = 0
    end: int = event.end_mark.index
    while True:
        if _is_there(event):
            end = event.end_mark.index
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth == 0:
            return end
        event = next(events)


def _is_there(event: Any) -> bool:
    """Return whether an event is the end of a node that is written: a bracket, a scalar, but not the end of a block."""
    ends = isinstance(event, (yaml.ScalarEvent, yaml.CollectionEndEvent))
    return ends and bool(event.start_mark.index < event.end_mark.index)


def appended(source: str, key: str, items: list[str], newline: str) -> Replacement | None:
    """Return what puts `items` behind the last one under `key`, each written as it is to stand behind its dash.

    Their further lines stand as far in as they need behind a dash of two characters at the first column. None where
    there is no list under that key.
    """
    there = listed(source, key)
    if there is None:
        return None
    last = there.items[-1]
    if there.in_brackets:
        return Replacement(last.end, last.end, "".join(f", {each}" for each in items))
    dash = source.rindex("-", 0, last.start)
    indent = " " * (dash - (source.rfind("\n", 0, dash) + 1))
    tail = _TAIL.match(source, last.end)
    end = tail.end() if tail else last.end
    lines = [line for each in items for line in f"- {each}".split("\n")]
    written = newline.join(f"{indent}{line}" if line.strip() else "" for line in lines)
    has_ended = source[:end].endswith("\n")  # a block of text ends with its last line
    return Replacement(end, end, f"{written}{newline}" if has_ended else f"{newline}{written}")


def copied(source: str, item: Item, change: Callable[[tuple[str, ...], str], str]) -> str:
    """Return an item as it is written, comments and all, with each of its texts as `change` wants it by its keys.

    Its further lines are moved out by as much as its dash was indented.
    """
    written = source[item.start : item.end]
    for path, event in reversed(list(_texts(" " * item.column + written))):  # its lines begin at one column
        new = change(path, event.value)
        if new != event.value:
            start, end = (mark.index - item.column for mark in (event.start_mark, event.end_mark))
            written = written[:start] + _like(new, event.style) + written[end:]
    return re.sub(rf"\n {{0,{max(0, item.column - 2)}}}", "\n", written)


def _like(text: str, style: str | None) -> str:
    """Return a text in quotes as another one has them."""
    if style == '"':
        return json.dumps(text, ensure_ascii=False)
    return "'" + text.replace("'", "''") + "'" if style == "'" else scalar(text, in_flow=True)


def _texts(written: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the texts of a mapping with the keys that lead to them."""
    keys: list[str | None] = []
    path: list[str] = []
    for event in yaml.parse(written, Loader=LOADER):
        if isinstance(event, yaml.MappingStartEvent):
            keys.append(None)
        elif isinstance(event, yaml.SequenceStartEvent):
            keys.append("[]")
        elif isinstance(event, yaml.CollectionEndEvent):
            keys.pop()
        if isinstance(event, yaml.ScalarEvent) and keys and keys[-1] is None:
            keys[-1] = event.value
            path.append(event.value)
            continue
        if isinstance(event, yaml.ScalarEvent):
            yield tuple(path), event
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionEndEvent)) and keys and keys[-1] not in (None, "[]"):
            keys[-1] = None
            path.pop()
