"""Cases 1-28 of the hostile inputs: each gets its Chinese line, its place, and its end in good time."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.yaml_cases import FILES, HEAVY, MISSING, SCALARS, SHOWN, FileCase, ScalarCase
from tests.slowly import with_slow
from yinfa.diagnostics import Diagnostic, Origin, Report, Severity
from yinfa.sources.scalars import as_date, as_decimal, as_integer
from yinfa.sources.text import Text
from yinfa.sources.yaml_file import Mapping, parse_yaml, read_yaml

SLOW = ("size-slow-mends", "size-entries", "size-one-line")
SECONDS = 10
BYTES = 500 * 1024 * 1024

# Run in a process of its own, which may not take more memory: prints the time and the diagnostics.
CHILD = """
import resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
from yinfa.diagnostics import Report
from yinfa.sources.yaml_file import read_yaml
report = Report()
read_yaml(Path(sys.argv[1]), sys.argv[3], report)
print(*report, sep="\\n")
"""


def read(content: bytes, folder: Path) -> tuple[Mapping | None, list[Diagnostic]]:
    """Return the tree of a file with this content, and all diagnostics."""
    path = folder / "plan.yaml"
    path.write_bytes(content)
    report = Report()
    return read_yaml(path, SHOWN, report), list(report)


@pytest.mark.parametrize("case", [case for case in FILES if case.code], ids=str)
def test_a_bad_file_gets_one_line_with_place_and_remedy(case: FileCase, tmp_path: Path) -> None:
    """The first diagnostic is the one expected; the others, if any, are of the same kind."""
    _, found = read(case.content, tmp_path)
    first = found[0]
    assert (first.code, first.severity) == (case.code, case.severity)
    assert str(first.origin) == ":".join(part for part in (SHOWN, case.place) if part)
    assert case.words in first.message + first.hint
    assert first.hint
    assert {each.code for each in found} == {case.code}


@pytest.mark.parametrize("case", [case for case in FILES if case.tree is not ...], ids=str)
def test_what_was_meant_is_saved_from_a_bad_file(case: FileCase, tmp_path: Path) -> None:
    """Reading goes on behind a mended line, so that later stages find their faults too."""
    tree, _ = read(case.content, tmp_path)
    assert tree == case.tree


def test_26_byte_order_mark_and_crlf_are_accepted_without_a_word(tmp_path: Path) -> None:
    """What Windows writes is no fault."""
    case = next(case for case in FILES if case.name.startswith("26"))
    assert read(case.content, tmp_path)[1] == []


@pytest.mark.parametrize("case", with_slow({str(case): case for case in HEAVY}, SLOW))
def test_a_heavy_file_ends_within_ten_seconds_and_500_mb(case: FileCase, tmp_path: Path) -> None:
    """A bomb gets its line; the process neither crashes nor grows."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(case.content)
    command = [sys.executable, "-c", CHILD, str(path), str(BYTES), SHOWN]
    child = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert (child.returncode, child.stderr) == (0, "")
    place = ":".join(part for part in (SHOWN, case.place) if part)
    first = child.stdout.splitlines()[0]
    assert first.startswith(f"{place}: 错误[{case.code}]")
    assert case.words in child.stdout


def leaf(written: str) -> Text:
    """Return the text of a file's only value, which must be as it was written."""
    report = Report()
    tree = parse_yaml(f"value: {written}\n", SHOWN, report)
    assert tree is not None
    value = tree["value"]
    assert isinstance(value, Text)
    assert (value, list(report)) == (written, [])
    return value


@pytest.mark.parametrize("case", [case for case in SCALARS if not case.words], ids=str)
def test_a_value_is_text_until_the_schema_types_it(case: ScalarCase) -> None:
    """YAML makes no number, date or boolean of anything; the reader asked for does."""
    report = Report()
    arguments = () if case.reader is str else (report,)
    value = case.reader(leaf(case.written), *arguments)
    assert (value, type(value)) == (case.value, type(case.value))
    assert str(value) == str(case.value)
    assert [each.severity for each in report] == [Severity.NOTICE] * bool(case.notice)
    assert all(case.notice in each.message and each.origin == Origin(SHOWN, 1, 8) for each in report)


@pytest.mark.parametrize("case", [case for case in SCALARS if case.words], ids=str)
def test_a_value_that_could_mislead_is_refused_in_chinese(case: ScalarCase) -> None:
    """The sentence quotes what was written and says what is wrong with it."""
    with pytest.raises(ValueError, match=case.words) as refusal:
        case.reader(leaf(case.written))
    assert f"“{case.written}”" in str(refusal.value)


@pytest.mark.parametrize("written", MISSING, ids=["17-empty", "17-tilde", "17-null"])
def test_a_missing_value_is_none_and_never_a_word(written: str) -> None:
    """The key stays known, with its place, so that the schema can ask for its value."""
    report = Report()
    tree = parse_yaml(f"value: {written}\n", SHOWN, report)
    assert tree == {"value": None}
    assert tree.keys_at == {"value": Origin(SHOWN, 1, 1)}
    assert list(report) == []


@pytest.mark.parametrize("reader", [as_integer, as_decimal, as_date])
def test_an_endless_value_is_refused_in_chinese_too(reader: type) -> None:
    """Python's own refusal of long digits never shows."""
    with pytest.raises(ValueError, match=r"[一-鿿]"):
        reader("9" * 100_000)
