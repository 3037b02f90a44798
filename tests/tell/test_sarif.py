"""SARIF 2.1.0, held against the part of its schema that is used here: no key beside those of the standard."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests.tell.faulty import findings
from yinfa.checks import RULES
from yinfa.diagnostics import Diagnostic, Origin, Severity
from yinfa.tell.findings import Findings, gather
from yinfa.tell.sarif import sarif


def an_object(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    """Return the schema of an object with these keys and no others."""
    return {"type": "object", "additionalProperties": False, "required": list(required), "properties": properties}


def a_list(items: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return the schema of a list."""
    return {"type": "array", "items": items, **more}


WORDS = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
MESSAGE = an_object(("text",), text=WORDS, markdown=WORDS)
RULE = an_object(("id",), id=WORDS, shortDescription=MESSAGE, help=MESSAGE)
PHYSICAL = an_object(
    ("artifactLocation",),
    artifactLocation=an_object(("uri",), uri={**WORDS, "pattern": "^[!-~]+$"}),
    region=an_object(("startLine",), startLine=COUNT, startColumn=COUNT),
)
LOGICAL = an_object(name=WORDS, fullyQualifiedName=WORDS, kind=WORDS)
SUPPRESSION = an_object(("kind",), kind={"enum": ["inSource", "external"]}, justification={"type": "string"})
RESULT = an_object(
    ("message",),
    ruleId=WORDS,
    ruleIndex={"type": "integer", "minimum": 0},
    level={"enum": ["none", "note", "warning", "error"]},
    message=MESSAGE,
    locations=a_list(an_object(physicalLocation=PHYSICAL, logicalLocations=a_list(LOGICAL, uniqueItems=True))),
    suppressions=a_list(SUPPRESSION, uniqueItems=True),
)
RUN = an_object(
    ("tool",),
    tool=an_object(("driver",), driver=an_object(("name",), name=WORDS, version=WORDS, rules=a_list(RULE))),
    language={"pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=a_list(RESULT),
)
LOG = Draft7Validator(
    an_object(("version", "runs"), **{"$schema": {"format": "uri"}, "version": {"const": "2.1.0"}, "runs": a_list(RUN)})
)


def run_of(found: Findings) -> dict[str, Any]:
    """Return the one run of the log, once it is held against the schema."""
    log = json.loads(sarif(found))
    LOG.validate(log)
    (run,) = log["runs"]
    return dict(run)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return the run over a plan full of faults."""
    monkeypatch.chdir(tmp_path)
    return run_of(findings(tmp_path))


def result(run: dict[str, Any], code: str) -> dict[str, Any]:
    """Return the result with this code."""
    (found,) = [each for each in run["results"] if each["ruleId"] == code]
    return dict(found)


def test_a_log_is_what_the_standard_wants(run: dict[str, Any]) -> None:
    assert len(run["results"]) >= 5


def test_a_finding_in_yaml_has_its_region(run: dict[str, Any]) -> None:
    found = result(run, "placeholder")
    assert found["level"] == "error"
    assert found["message"]["text"] == "留有待填的“XX”\n改法：填上内容，或删去这句话"
    (location,) = found["locations"]
    assert location == {
        "physicalLocation": {
            "artifactLocation": {"uri": "xian/text/plan.yaml"},
            "region": {"startLine": 25, "startColumn": 25},
        }
    }


def test_a_finding_in_a_workbook_has_its_file_and_the_name_of_its_cell(run: dict[str, Any]) -> None:
    (location,) = result(run, "cell-choice")["locations"]
    assert location == {
        "physicalLocation": {"artifactLocation": {"uri": "xian/projects.xlsx"}},
        "logicalLocations": [
            {"name": "D2", "fullyQualifiedName": "xian/projects.xlsx!项目!D2", "kind": "cell"},
        ],
    }


def test_every_result_points_to_its_rule(run: dict[str, Any]) -> None:
    """Each rule once, those of checks with what they catch and where their page is."""
    rules, catches = run["tool"]["driver"]["rules"], {rule.code: rule.catches for rule in RULES}
    assert [each["id"] for each in rules] == sorted({each["ruleId"] for each in run["results"]})
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    described = {each["id"]: each["shortDescription"]["text"] for each in rules if "shortDescription" in each}
    assert described == {code: words for code, words in catches.items() if code in {each["id"] for each in rules}}
    assert "见 docs/checks/placeholder.md" in [each["help"]["text"] for each in rules if "help" in each]


@pytest.mark.parametrize(
    ("origin", "uri"),
    [
        (Origin("数据/a b.yaml"), "%E6%95%B0%E6%8D%AE/a%20b.yaml"),
        (Origin("/tmp/a b.yaml"), "file:///tmp/a%20b.yaml"),  # noqa: S108  nothing is written there
    ],
)
def test_a_file_is_named_by_a_uri(origin: Origin, uri: str) -> None:
    (found,) = run_of(gather([Diagnostic("c", Severity.WARNING, "错", origin)]))["results"]
    assert found["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": uri}}
    assert found["level"] == "warning"


def test_what_is_silenced_is_suppressed_with_its_reason() -> None:
    (found,) = run_of(gather([Diagnostic("c", Severity.NOTICE, "错", silenced="有意")]))["results"]
    assert found["suppressions"] == [{"kind": "external", "justification": "有意"}]


def test_a_finding_without_a_place_has_none() -> None:
    (found,) = run_of(gather([Diagnostic("c", Severity.FAULT, "错")]))["results"]
    assert found["locations"] == []
