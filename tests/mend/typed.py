"""Figures typed into a file, and the file with them bound: what the tests of mending share."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from yinfa.diagnostics import Report
from yinfa.mend.binding import Binding
from yinfa.mend.loaded import texts_in
from yinfa.mend.original import opened
from yinfa.mend.write import Mended, mended
from yinfa.sources.yaml_file import read_yaml

SHOWN = "data/xian/text/plan.yaml"
CALL = '{{ target("合格率") }}'
ESCAPED = CALL.replace('"', '\\"')  # as double quotes want it
QUOTED = "{{ target(\"县长'杯' \\\\ 奖\") }}"  # with all that some style of YAML must escape


def bindings_in(path: Path, calls: Mapping[str, str]) -> list[Binding]:
    """Return a binding for each of the figures that stands in a text of the file."""
    report = Report()
    tree = read_yaml(path, SHOWN, report)
    assert not report.has_faults, list(map(str, report))
    return [
        Binding(text, found.start(), found.end(), calls[found[0]])
        for text in texts_in(tree)
        for found in re.finditer("|".join(map(re.escape, calls)), text)
    ]


def texts(path: Path) -> list[str]:
    """Return the texts of the file as they are loaded."""
    return list(map(str, texts_in(read_yaml(path, SHOWN, Report()))))


def bound_in(
    folder: Path, content: bytes, calls: Mapping[str, str], of: Sequence[str] = ()
) -> tuple[Mended | None, list[str]]:
    """Return a file of this content with the figures (or only those `of` them) bound, and what is told."""
    path, report = folder / "plan.yaml", Report()
    path.write_bytes(content)
    found = [each for each in bindings_in(path, calls) if not of or each.literal in of]
    return mended(opened(path, SHOWN), found, report), [each.message for each in report]
