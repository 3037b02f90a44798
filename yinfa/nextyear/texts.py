"""The new year's texts as files: last year's turned, with all that is to be decided listed at the top."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yinfa.diagnostics import Report
from yinfa.model.identity import Leaf
from yinfa.nextyear.figures import Phrases, corrected
from yinfa.nextyear.known import Known
from yinfa.nextyear.papers import PLAN, texts_of
from yinfa.nextyear.proposed import first_plan, for_missed, with_proposed
from yinfa.nextyear.rows import NewRow
from yinfa.nextyear.tree import MARK, Said, Todo, todos_in
from yinfa.nextyear.turn import UNITS, Turn
from yinfa.nextyear.written import comments, written
from yinfa.sources.yaml_file import Mapping as Node
from yinfa.sources.yaml_file import parse_yaml, read_yaml

SCHEMA = "# yaml-language-server: $schema=../../../schema/text.json"


@dataclass(frozen=True, slots=True)
class Open:
    """A decision left to a person, and its line or its place in a workbook."""

    place: str
    todo: Todo

    def __str__(self) -> str:
        """Return it as one line."""
        where = "" if self.place.endswith(self.todo.where) else f" {self.todo.where}"
        return f"{self.place}{where}：{'；'.join(self.todo.why)}"


@dataclass(frozen=True, slots=True)
class NewText:
    """A text to write: its name in the folder, its bytes, and what is to be decided in it."""

    file: str
    data: bytes
    todos: tuple[Open, ...]


def new_texts(known: Known, rows: tuple[NewRow, ...], settled: Mapping[str, Phrases]) -> tuple[NewText, ...]:
    """Return each text of the new year that is not there yet; the first one lists all that is to be decided.

    `settled` are words that are to be others (`figures.py`).
    """
    made = {
        new: (old, corrected(Said(first_plan(known) if leaf is None else _turned(known, old, leaf)), settled))
        for old, leaf, new in names_of(known)
        if not (known.plan.folder / new).exists()
    }
    first = next(iter(made), "")  # the action plan's, where that is new
    beside = [(new, todo) for new, (_, tree) in made.items() if new != first for todo in todos_in(tree)]
    beside += [("", each.todo) for each in rows if each.todo]
    return tuple(_file(known, old, new, tree, beside if new == first else []) for new, (old, tree) in made.items())


def names_of(known: Known) -> Iterator[tuple[str, Leaf | None, str]]:
    """Yield last year's texts with who prints them, and their names in the new year; None for a first action plan."""
    if known.is_first:
        yield "", None, f"text/action-{known.year}.yaml"
    for old, leaf in texts_of(known.missing).items():
        yield old, leaf, known.file(old)


def _turned(known: Known, old: str, leaf: Leaf) -> dict[str, Said]:
    tree = read_yaml(known.plan.folder / old, f"{known.plan.shown}/{old}", Report())
    assert tree is not None  # noqa: S101  the plan has been read
    made = Turn(known.clock, known.offices, known.fates).text(tree)
    if leaf.kind != PLAN:
        return made
    groups = {str(name): str(each.group) for each in known.plan.indicators for name in (each.id, each.name)}
    return with_proposed(made, for_missed(known), groups)


def _file(known: Known, old: str, new: str, made: Said, beside: list[tuple[str, Todo]]) -> NewText:
    """Return a text as a file; `beside` are the decisions in other files, each with the name of its text."""
    todos = tuple(todos_in(made))
    listed = [("", todo) for todo in todos] + beside
    numbered = enumerate(listed, 1)
    source = f"由 {old} 和各工作簿起草" if old else "由指标表起草"
    head = (
        f"{known.year}年的草稿，{source}。打有{MARK}的地方要由人定：定下后删去{MARK}和它上面的说明。",
        f"待定事项共 {len(listed)} 项：",
        *(f"{number}. {f'{file} ' * bool(file)}{todo.where}：{todo.why[0]}" for number, (file, todo) in numbered),
    )
    lines = [SCHEMA, *comments(head), "", *written(made)]
    shown = f"{known.plan.shown}/{new}"
    _agree("\n".join(lines), made, shown)
    at = (number for number, line in enumerate(lines, 1) if _is_marked(line))
    return NewText(
        new,
        ("\n".join(lines) + "\n").encode(),
        tuple(Open(f"{shown}:{number}", todo) for number, todo in zip(at, todos, strict=True)),
    )


def _is_marked(line: str) -> bool:
    """Return whether a line prints the mark, in words and not as a unit."""
    words = line.lstrip(" -")
    return MARK in words and not words.startswith(("#", *(f"{each}:" for each in UNITS)))


def _agree(text: str, made: Said, shown: str) -> None:
    """See that YAML reads a file as it is meant."""
    report = Report()
    tree = parse_yaml(text, shown, report)
    report.stop(strict=False)
    if _plain(tree) != _bare(made):
        raise AssertionError(f"{shown} is read otherwise than it was meant")


def _bare(said: Said) -> object:
    if isinstance(said.value, dict):
        return {key: _bare(each) for key, each in said.value.items()}
    return [_bare(each) for each in said.value] if isinstance(said.value, list) else said.value


def _plain(node: object) -> object:
    if isinstance(node, Node):
        return {str(key): _plain(each) for key, each in node.items()}
    return [_plain(each) for each in node] if isinstance(node, list) else str(node)
