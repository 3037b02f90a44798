"""For people at a terminal: file by file, each finding with the line or row it is about, and a sum at the end.

The colours are in the text; click takes them out where it does not print on a terminal.
"""

from collections.abc import Iterable, Iterator, Sequence

import click

from yinfa.diagnostics import Severity
from yinfa.tell.excerpt import Line, Row
from yinfa.tell.findings import Findings, Found, shortened, tally
from yinfa.tell.width import width

NOTHING = "没有发现问题。"
NEWLINE = "\n"
NO_FILE = "（不在某一个文件中）"
COLOURS = {Severity.FAULT: "red", Severity.ERROR: "magenta", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}


def text(findings: Findings) -> str:
    """Return the findings as they are read on a terminal."""
    if not findings.found:
        return NOTHING
    groups = [_group(file, found) for file, found in findings.by_file().items()]
    return "\n\n".join([*groups, "\n".join(_sum(findings))])


def _group(file: str, found: Iterable[Found]) -> str:
    """Return the findings in one file, under its name."""
    heading = click.style(file or NO_FILE, bold=True)
    return "\n".join([heading, *(line for each, others in shortened(found).items() for line in _lines(each, others))])


def _lines(found: Found, others: Sequence[str]) -> Iterator[str]:
    """Yield the lines of one finding, and the places of others that say the same."""
    told = found.diagnostic
    place = f"{found.place}: " if found.place else ""
    yield f"{place}{_coloured(f'{told.severity.label}[{told.code}]', told.severity)} {told.message}"
    match found.excerpt:
        case Line() as line:
            yield from _line(line, told.severity)
        case Row() as row:
            yield _row(row, told.severity)
    if told.hint:
        yield f"    改法：{told.hint.replace(NEWLINE, f'{NEWLINE}          ')}"
    if others:
        yield f"    同样的还有 {len(others)} 处："
        yield from (f"      {place}" for place in others)


def _line(line: Line, severity: Severity) -> Iterator[str]:
    """Yield a line of a file, and below it a caret where the place is."""
    number = str(line.number)
    caret = "^" * max(width(line.mark), 1)
    yield f"    {number} │ {line.before}{line.mark}{line.after}"
    yield f"    {' ' * len(number)} │ {' ' * width(line.before)}{_coloured(caret, severity)}"


def _row(row: Row, severity: Severity) -> str:
    """Return a row of a sheet, the cell meant in brackets."""
    said = ((each.meant, f"{each.header}：{each.value}" if each.header else each.value) for each in row.fields)
    cells = (_coloured(f"【{words}】", severity) if meant else words for meant, words in said)
    return f"    第{row.number}行 │ {' │ '.join(cells)}"


def _sum(findings: Findings) -> Iterator[str]:
    """Yield how many findings there are, in all and in each file."""
    yield f"共 {tally(findings.found)}："
    for file, group in findings.by_file().items():
        yield f"  {file or NO_FILE}：{tally(group)}"


def _coloured(words: str, severity: Severity) -> str:
    return click.style(words, fg=COLOURS[severity], bold=severity is Severity.FAULT or None)
