"""Reading a YAML file as far as it can be read, with all its faults told at once."""

from itertools import islice
from pathlib import Path

import yaml

from yinfa.diagnostics import Diagnostic, Origin, Report
from yinfa.sources.text import UNPRINTABLE, decode, describe
from yinfa.sources.yaml_tree import MAX_TROUBLES, Composer, Mapping, Node, Sequence, Stop
from yinfa.sources.yaml_troubles import explain, mend

__all__ = ["MAX_BYTES", "Mapping", "Node", "Sequence", "parse_yaml", "read_yaml"]

MAX_BYTES = 8 * 1024 * 1024
MAX_MENDS = 50
MENDED_BYTES = 1024 * 1024  # a long file is mended less often: it takes long to read again


def read_yaml(path: Path, shown: str, report: Report) -> Mapping | None:
    """Return the mapping that a YAML file holds, every leaf a `Text`, or `None` if it has none.

    What is wrong is reported at its line and column. In spite of faults a mapping is returned if the
    file could be read to its end (lines that were mended as they were meant), so that its reader
    can find more; whether anything may be issued, the report says.
    """
    data = _read_bytes(path, shown, report)
    text = None if data is None else decode(data, shown, report)
    return None if text is None else parse_yaml(text, shown, report)


def parse_yaml(text: str, shown: str, report: Report) -> Mapping | None:
    """Return the mapping that a text holds, as `read_yaml` does; what is reported is in order of place."""
    found = Report()
    tree = _parse(_printable(text, shown, found), shown, found)
    for each in sorted(found, key=_place):
        report.add(each.severity, each.code, each.message, each.origin, each.hint)
    return tree


def _place(diagnostic: Diagnostic) -> tuple[bool, int, int]:
    """Return what diagnostics are sorted by: line and column, and what concerns the whole file last."""
    origin = diagnostic.origin or Origin("")
    return origin.line == 0, origin.line, origin.column


def _read_bytes(path: Path, shown: str, report: Report) -> bytes | None:
    """Return what a file holds, or report why it cannot be read."""
    try:
        if not path.is_file():
            message = "不是文件" if path.exists() else "找不到文件"
            report.fault("file", message, Origin(shown), "检查文件名和所在的文件夹")
            return None
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        report.fault("file", f"读不了文件（{error.strerror}）", Origin(shown), "关闭打开着它的程序，检查权限")
        return None
    if len(data) > MAX_BYTES:
        report.fault("file-size", f"文件超过 {MAX_BYTES >> 20} MB", Origin(shown), "拆成几个文件")
        return None
    return data


def _printable(text: str, shown: str, report: Report) -> str:
    """Return `text` without unprintable characters, each of them (up to a limit) a fault at its place."""
    for match in islice(UNPRINTABLE.finditer(text), MAX_TROUBLES):
        start = match.start()
        place = Origin(shown, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
        report.fault("character", f"文件中含有{describe(match[0])}", place, "删去它，或重新输入这一行")
    return UNPRINTABLE.sub("", text)


def _parse(source: str, shown: str, report: Report) -> Mapping | None:
    """Return the mapping in `source`, mending line after line until it can be read to its end."""
    lines = source.split("\n")
    tree = None
    for _ in range(1 + min(MAX_MENDS, MENDED_BYTES // (len(source) + 1))):
        attempt = Report()
        composer = Composer(lines, shown, attempt)
        try:
            tree = composer.document()
        except Stop:
            break
        except yaml.YAMLError as error:
            if mend(lines, composer.suspects(error), shown, report):
                continue
            explain(error, shown, report)
        break
    else:
        report.notice("yaml-size", "错处太多，文件没有查完", Origin(shown), "先改好已指出的各处")
    for each in attempt:
        report.take(each)
    return tree
