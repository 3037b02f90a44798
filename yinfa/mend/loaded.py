"""Whether a file says, after it was changed, what it said before, but for the calls that were put in."""

from collections.abc import Iterator
from collections.abc import Mapping as Lookup

from yinfa.diagnostics import Origin, Report
from yinfa.mend.binding import GivenUp
from yinfa.sources.text import Text
from yinfa.sources.yaml_file import Mapping, Node, Sequence, parse_yaml


def read_soundly(text: str, shown: str) -> Mapping:
    """Return what a file holds. Raise `GivenUp` where anything in it is a fault."""
    report = Report()
    tree = parse_yaml(text, shown, report)
    if tree is None or report.has_faults:
        raise GivenUp("文件本身有错误，先改好")
    return tree


def differ_just_so(before: Mapping, after: Mapping, changed: Lookup[Origin, Text]) -> bool:
    """Return whether `after` is `before` with the texts at the places of `changed` replaced by these."""
    return list(_flat(before, changed)) == list(_flat(after, {}))


def texts_in(node: Node) -> Iterator[Text]:
    """Yield the texts of a tree, without its keys."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Mapping):
        for each in node.values():
            yield from texts_in(each)
    elif isinstance(node, Sequence):
        for each in node:
            yield from texts_in(each)


def _flat(node: Node, changed: Lookup[Origin, Text]) -> Iterator[tuple[str, str]]:
    """Yield the signs, keys and texts of a tree in their order."""
    if isinstance(node, Text):
        yield "text", str(changed.get(node.origin, node))
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield "key", str(key)
            yield from _flat(value, changed)
        yield "end of keys", ""
    elif isinstance(node, Sequence):
        for each in node:
            yield from _flat(each, changed)
        yield "end of list", ""
    else:
        yield "nothing", ""
