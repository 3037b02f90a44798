"""A YAML document as a tree: everything is text, everything knows its place, nothing clever is allowed.

Only mappings, sequences and texts are taken. Anchors, aliases, tags, merge keys, deep nesting and
duplicate keys are faults. The events come from libyaml, which does not recurse over them; the
tree is built here, at most `MAX_DEPTH` deep.
"""

import re
import unicodedata
from typing import Any, NoReturn, TypeAlias

import yaml

from yinfa.diagnostics import Origin, Report
from yinfa.sources.text import Text, clean
from yinfa.sources.yaml_troubles import SILENT, TEMPLATE

MAX_DEPTH = 20
MAX_EVENTS = 200_000
MAX_TROUBLES = 100
MAX_TEXT = 20_000  # characters of one text: laying out a paragraph of a million takes minutes

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MISSING = ("", "~", "null")
# What stands before a text that begins its line.
_INDENT = re.compile(r"[ -]*")
# The head of a block of text that says how deep it is indented: more likely, it says "greater than 5".
_INDENTED = re.compile(r"[|>][+-]?[0-9]")
# A mark of comment that may be text cut off: it has not two spaces before it and one behind.
_CUT_OFF = re.compile(r"(?!\s\s+#+(?:\s|$))\s+(#.{0,19})")
# What YAML can do and a plan does not need: the attribute of an event, and its name.
_NOT_TAKEN = (("anchor", "锚点（&）和别名（*）"), ("tag", "标签（!）"))


class Mapping(dict[str, "Node"]):
    """A YAML mapping that knows where it and each of its keys were written."""

    def __init__(self, origin: Origin) -> None:
        super().__init__()
        self.origin = origin
        self.keys_at: dict[str, Origin] = {}


class Sequence(list["Node"]):
    """A YAML sequence that knows where it and each of its items were written, also of those that are empty."""

    def __init__(self, origin: Origin) -> None:
        super().__init__()
        self.origin = origin
        self.items_at: list[Origin] = []


Node: TypeAlias = Text | Mapping | Sequence | None


class Stop(Exception):
    """There is no sense in reading on; the report says why."""


def _trouble(event: Any, problem: str) -> yaml.MarkedYAMLError:
    """Return the error to raise when a text is to blame for `problem`, in one of its lines."""
    return yaml.MarkedYAMLError("while reading a text", event.start_mark, problem, event.end_mark)


class Composer:
    """Builds the tree of one document from the events of the parser."""

    def __init__(self, lines: list[str], shown: str, report: Report) -> None:
        self._lines = lines
        self._shown = shown
        self._report = report
        self._events = yaml.parse("\n".join(lines), Loader=LOADER)
        self._count = 0
        self._reached = 0

    def suspects(self, error: Any) -> range:
        """Return the numbers of the lines in which the cause of `error` is to be looked for."""
        mark = getattr(error, "problem_mark", None)
        if mark is None or "end of stream" in error.problem:
            return range(0)
        return range(min(self._reached, mark.line), min(mark.line + 1, len(self._lines)))

    def document(self) -> Mapping | None:
        """Return the one mapping of the file, or report what stands there instead.

        Raises `yaml.YAMLError` where the file cannot be read, and `Stop` where it should not be.
        """
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            self._report.fault("yaml-shape", "文件是空的", Origin(self._shown), "至少写一行“键: 值”")
            return None
        root = self._root(self._next())
        self._next()
        if isinstance(event := self._next(), yaml.DocumentStartEvent):
            hint = "一个文件写一份：删去“---”，或分成几个文件"
            self._fault("yaml-shape", "“---”后面又起了一份文档", event, hint)
            return None
        return root

    def _root(self, event: Any) -> Mapping | None:
        """Return the outermost mapping; a file that is one text is a trouble of its lines."""
        if isinstance(event, yaml.ScalarEvent) and event.value.strip():
            raise _trouble(event, "the file is one text")
        node = self._node(event, 1)
        if isinstance(node, Mapping):
            return node
        what = "一列“- ”" if isinstance(node, Sequence) else "空的"
        self._fault("yaml-shape", f"文件的最外层是{what}", event, "最外层写作“键: 值”，列表放在某个键下面")
        return None

    def _next(self) -> Any:
        """Return the next event; stop when there are too many of them, or too many troubles."""
        event: Any = next(self._events)
        self._count += 1
        if self._count > MAX_EVENTS:
            self._stop("yaml-size", "文件里的条目太多", event, "拆成几个文件")
        if len(self._report.diagnostics) > MAX_TROUBLES:
            self._stop("yaml-size", f"前面已有 {MAX_TROUBLES} 处问题，以下未再检查", event, "先改好以上各处")
        plain = isinstance(event, yaml.ScalarEvent) and not event.style
        self._reached = (event.start_mark if plain else event.end_mark).line
        return event

    def _node(self, event: Any, depth: int) -> Node:
        """Return the node that begins with `event`."""
        if depth > MAX_DEPTH:
            self._stop("yaml-depth", f"嵌套超过 {MAX_DEPTH} 层", event, "减少层次")
        self._refuse_marks(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        return None

    def _refuse_marks(self, event: Any) -> None:
        """Report an anchor, an alias or a tag."""
        for attribute, name in _NOT_TAKEN:
            if mark := getattr(event, attribute, None):
                named = mark.replace("tag:yaml.org,2002:", "!!")[:40]
                hint = "把内容直接写出来；若是文字，给整段加引号"
                self._fault("yaml-mark", f"不能用{name}“{named}”", event, hint)

    def _scalar(self, event: Any) -> Text | None:
        """Return a value, or `None` for one that is missing."""
        if not event.style:
            self._look_at_lines(event)
            self._warn_if_cut_off(event)
            if event.value in _MISSING:
                return None
        elif _INDENTED.match(self._lines[event.start_mark.line], event.start_mark.column):
            raise yaml.MarkedYAMLError(problem="a sign of order", problem_mark=event.start_mark)
        if len(event.value) > MAX_TEXT:
            self._fault("yaml-size", f"一段文字超过 {MAX_TEXT} 字", event, "分成几段")
        origin = self._origin(event)
        return Text(clean(event.value, origin, self._report), origin)

    def _look_at_lines(self, event: Any) -> None:
        """Raise if one of the lines an unquoted text begins or fills was meant as something else."""
        first, last = event.start_mark.line, event.end_mark.line
        if not _INDENT.fullmatch(self._lines[first], 0, event.start_mark.column):
            first += 1
        for line in self._lines[first : last + 1]:
            if any(each.pattern.match(line) for each in SILENT):
                raise _trouble(event, "a line of text")

    def _warn_if_cut_off(self, event: Any) -> None:
        """Warn of a mark of comment that may have been meant as text."""
        end = event.end_mark
        if lost := _CUT_OFF.match(self._lines[end.line], end.column):
            place = Origin(self._shown, end.line + 1, lost.start(1) + 1)
            hint = "若是文字，给整段加引号；若是注释，# 前空两格、后空一格"
            self._report.warning("yaml-comment", f"“{lost[1]}”被当作注释略去了", place, hint)

    def _sequence(self, event: Any, depth: int) -> Sequence:
        """Return the sequence that begins with `event`."""
        sequence = Sequence(self._origin(event))
        while not isinstance(item := self._next(), yaml.SequenceEndEvent):
            sequence.items_at.append(self._origin(item))
            sequence.append(self._node(item, depth + 1))
        return sequence

    def _mapping(self, event: Any, depth: int) -> Mapping | None:
        """Return the mapping that begins with `event`, or `None` if it is a template's braces."""
        place = event.start_mark
        if self._lines[place.line].startswith(("{{", "{%"), place.column):
            self._fault(TEMPLATE.code, TEMPLATE.message, event, TEMPLATE.hint)
            self._skip(event)
            return None
        mapping = Mapping(self._origin(event))
        known: dict[str, Text] = {}
        while not isinstance(name := self._next(), yaml.MappingEndEvent):
            key = self._key(name)
            value = self._node(self._next(), depth + 1)
            if key is not None and self._is_new(key, known):
                mapping[key] = value
                mapping.keys_at[key] = key.origin
        return mapping

    def _key(self, event: Any) -> Text | None:
        """Return the key that begins with `event`, or `None` if it cannot be one."""
        self._refuse_marks(event)
        if not isinstance(event, yaml.ScalarEvent):
            self._fault("yaml-key", "键只能是文字", event, "键写成英文单词；若这一段是值，给它加引号")
            self._skip(event)
            return None
        if not event.style:
            self._look_at_lines(event)
        if event.value == "<<" and not event.style:
            self._fault("yaml-mark", "不能用合并键“<<”", event, "把要合并的内容直接写出来")
            return None
        origin = self._origin(event)
        return Text(clean(event.value, origin, self._report), origin)

    def _is_new(self, key: Text, known: dict[str, Text]) -> bool:
        """Return whether a mapping does not have `key` yet, in this or another width; report if it has."""
        first = known.setdefault(unicodedata.normalize("NFKC", key).strip(), key)
        if first is key:
            return True
        lines = f"第 {first.origin.line} 行和第 {key.origin.line} 行"
        same = f"键“{key}”写了两次：{lines}"
        alike = f"键“{first}”和“{key}”只差全角半角或空格：{lines}"
        self._report.fault("yaml-duplicate", same if first == key else alike, key.origin, "只留一处，或改名")
        return False

    def _skip(self, event: Any) -> None:
        """Read on to the end of the node that begins with `event`."""
        depth = 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return
            if depth > MAX_DEPTH:
                self._stop("yaml-depth", f"嵌套超过 {MAX_DEPTH} 层", event, "减少层次")
            event = self._next()

    def _origin(self, event: Any) -> Origin:
        """Return the place where an event begins."""
        mark = event.start_mark
        return Origin(self._shown, mark.line + 1, mark.column + 1)

    def _fault(self, code: str, message: str, event: Any, hint: str) -> None:
        """Report what is wrong with the node that begins with `event`."""
        self._report.fault(code, message, self._origin(event), hint)

    def _stop(self, code: str, message: str, event: Any, hint: str) -> NoReturn:
        """Report why there is no sense in reading on, and stop."""
        self._fault(code, message, event, hint)
        raise Stop
