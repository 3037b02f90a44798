"""A drafted tree as YAML, in the layout of the samples: two spaces, short lists in brackets, comments above."""

import json
from collections.abc import Iterator

import yaml

from yinfa.nextyear.tree import Said, Value
from yinfa.sources.yaml_tree import LOADER

WIDTH = 60  # characters of a line of comment, of a list in brackets
# Lists of words of their own, which stand in brackets on one line; all others have a line for each.
SHORT = ("lead", "support", "indicators", "organs", "headline", "copies", "signers")
_SIGNS = frozenset("{}[]#&*!|>%@`\"'")
_BREAKS = "；，。：）"
_APART = ("chapters", "annexes", "signature", "imprint")  # keys with a blank line before them
_NOTHING = ("", "~", "null")


def written(said: Said) -> Iterator[str]:
    """Yield the lines of a mapping at the top of a file."""
    assert isinstance(said.value, dict)  # noqa: S101  what a text of a plan is
    for number, (key, each) in enumerate(said.value.items()):
        if key in _APART and number:
            yield ""
        yield from _mapping({key: each}, "")


def comments(lines: tuple[str, ...], indent: str = "") -> Iterator[str]:
    """Yield lines as comments, long ones folded."""
    for line in lines:
        for number, piece in enumerate(_folded(line)):
            yield f"{indent}# {'  ' if number else ''}{piece}".rstrip()


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces, broken behind a sign where there is one near the end."""
    while len(line) > WIDTH:
        end = max(line.rfind(sign, 0, WIDTH) for sign in _BREAKS) + 1
        end = end if end > WIDTH // 2 else WIDTH
        yield line[:end]
        line = line[end:]
    yield line


def scalar(text: str, *, in_flow: bool = False) -> str:
    """Return a text as YAML reads it: plain where it may be, else in single quotes, with escapes where it has lines."""
    if "\n" in text:
        return json.dumps(text, ensure_ascii=False)
    return text if _is_plain(text, in_flow=in_flow) else "'" + text.replace("'", "''") + "'"


def _is_plain(text: str, *, in_flow: bool) -> bool:
    """Return whether YAML reads a text without quotes as what it is: asked of the parser itself."""
    if text in _NOTHING or text != text.strip() or _SIGNS & set(text) or (in_flow and "," in text):
        return False
    try:
        events = list(yaml.parse(f"[{text}]" if in_flow else f"- {text}", Loader=LOADER))
    except yaml.YAMLError:
        return False
    read = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    return len(read) == 1 and read[0].value == text and not any(isinstance(e, yaml.MappingStartEvent) for e in events)


def _mapping(mapping: dict[str, Said], indent: str) -> Iterator[str]:
    for key, said in mapping.items():
        yield from comments(said.comments, indent)
        yield from _entry(f"{indent}{key}:", key, said.value, indent)


def _entry(head: str, key: str, value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{head} {scalar(value)}"
    elif isinstance(value, dict):
        yield head
        yield from _mapping(value, f"{indent}  ")
    elif key in SHORT and (line := _in_brackets(value)):
        yield f"{head} {line}"
    else:
        yield head
        yield from _list(value, f"{indent}  ", apart=key == "chapters")


def _list(items: list[Said], indent: str, *, apart: bool = False) -> Iterator[str]:
    """Yield the lines of a list, its items with a blank line between them if they stand apart."""
    for number, said in enumerate(items):
        if apart and number:
            yield ""
        yield from _item(said, indent)


def _item(said: Said, indent: str) -> list[str]:
    """Return the lines of an item: comments above it, its dash in the place of the first two blanks."""
    above = list(comments(said.comments, indent))
    if isinstance(said.value, str):
        return [*above, f"{indent}- {scalar(said.value)}"]
    if isinstance(said.value, list):
        return [*above, f"{indent}-", *_list(said.value, f"{indent}  ")]
    first, *rest = said.value.items()
    above += comments(first[1].comments, indent)  # what stands behind a dash has no line above it
    lines = [*_mapping({first[0]: Said(first[1].value)}, f"{indent}  "), *_mapping(dict(rest), f"{indent}  ")]
    return [*above, f"{indent}- {lines[0].lstrip()}", *lines[1:]]


def _in_brackets(items: list[Said]) -> str:
    """Return a list of texts on one line; nothing where one of them has a comment, or it is too long."""
    texts = [each.value for each in items if isinstance(each.value, str) and not each.comments]
    line = f"[{', '.join(scalar(text, in_flow=True) for text in texts)}]"
    return line if len(texts) == len(items) and len(line) <= 2 * WIDTH and "\n" not in line else ""
