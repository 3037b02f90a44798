"""The same findings as every format has them."""

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from lxml import html

from tests.tell.faulty import findings
from yinfa.diagnostics import Diagnostic, Origin, Severity
from yinfa.tell import FORMATS
from yinfa.tell.findings import Findings, gather

Golden = Callable[[str, str], None]


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Findings:
    """Return what is to be told of a plan full of faults, its folder named as one who stands beside it would."""
    monkeypatch.chdir(tmp_path)
    return findings(tmp_path)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_faulty_plan_reads_as_its_golden_file_says(format_: str, faulty: Findings, golden: Golden) -> None:
    golden(f"findings.{format_}.txt", click.unstyle(FORMATS[format_](faulty)) + "\n")


def test_every_format_tells_every_finding_that_something_is_to_be_done_about(faulty: Findings) -> None:
    told = {format_: writer(faulty) for format_, writer in FORMATS.items()}
    page = html.fromstring(told["html"]).text_content()
    assert len(faulty.for_machines()) >= 5
    for each in faulty.for_machines():
        code, message = each.diagnostic.code, each.diagnostic.message
        assert f"[{code}] {message}" in click.unstyle(told["text"])
        assert f"{code} {message}" in page
        assert any((said["code"], said["message"]) == (code, message) for said in json.loads(told["json"]))
        assert f'"ruleId": "{code}"' in told["sarif"]


def test_machines_hear_of_errors_and_warnings_and_of_nothing_else(faulty: Findings) -> None:
    """A fault is an error; a notice is for people."""
    listed = json.loads(FORMATS["json"](faulty))
    assert {tuple(each) for each in listed} == {("code", "severity", "place", "message", "hint")}
    assert {each["severity"] for each in listed} == {"error", "warning"}
    assert {each.diagnostic.severity for each in faulty.found} == set(Severity)
    assert "encoding" not in {each["code"] for each in listed}


def test_what_is_silenced_is_told_with_its_reason_in_every_format() -> None:
    """To machines as a warning that is marked, be it an error otherwise."""
    silenced = Diagnostic("c", Severity.NOTICE, "错（已静默：有意）", Origin("a.yaml", 1, 1), silenced="有意")
    told = {format_: writer(gather([silenced])) for format_, writer in FORMATS.items()}
    assert "提示[c] 错（已静默：有意）" in click.unstyle(told["text"])
    assert "错（已静默：有意）" in told["html"]
    (listed,) = json.loads(told["json"])
    assert (listed["severity"], listed["silenced"]) == ("warning", "有意")
    (result,) = json.loads(told["sarif"])["runs"][0]["results"]
    assert (result["level"], result["suppressions"]) == (
        "warning",
        [{"kind": "external", "justification": "有意"}],
    )


def test_what_says_the_very_same_many_times_is_named_by_its_places() -> None:
    """For people; machines get each."""
    many = gather(Diagnostic("c", Severity.WARNING, "错", Origin("a.yaml", row, 1)) for row in range(1, 9))
    text = click.unstyle(FORMATS["text"](many)).splitlines()
    assert text.count("    同样的还有 5 处：") == 1
    assert [each for each in text if each.startswith("      ")] == [f"      a.yaml:{row}:1" for row in range(4, 9)]
    assert text[-2] == "共 8 个警告："
    (others,) = html.fromstring(FORMATS["html"](many)).xpath("//details[@class='others']")
    assert [each.text_content() for each in others] == ["同样的还有 5 处", *(f"a.yaml:{row}:1" for row in range(4, 9))]
    assert len(json.loads(FORMATS["json"](many))) == len(json.loads(FORMATS["sarif"](many))["runs"][0]["results"]) == 8


def test_nothing_found_is_said_and_is_an_empty_list() -> None:
    assert FORMATS["text"](Findings()) == "没有发现问题。"
    assert json.loads(FORMATS["json"](Findings())) == []
    assert json.loads(FORMATS["sarif"](Findings()))["runs"][0]["results"] == []
    assert "没有发现问题。" in FORMATS["html"](Findings())


def test_the_page_needs_nothing_beside_it_and_runs_nothing(faulty: Findings) -> None:
    """Whatever stands in the data: what looks like markup is text."""
    page = html.fromstring(FORMATS["html"](faulty))
    assert not page.xpath("//script | //link | //img | //iframe | //object | //@src | //@href | //@onclick")
    assert "<建>" not in FORMATS["html"](faulty)
    (row,) = page.xpath("//td[@class='meant'][. = '新<建>']/..")
    assert [cell.text_content() for cell in row][:2] == ["p1", "1"]


def test_the_page_marks_the_words_that_are_meant(faulty: Findings) -> None:
    marked = [each.text_content() for each in html.fromstring(FORMATS["html"](faulty)).xpath("//mark")]
    assert marked == [",", "品牌树", "XX"]


def test_the_page_hides_by_a_box_for_each_severity_that_is_there(faulty: Findings) -> None:
    page = html.fromstring(FORMATS["html"](faulty))
    boxes = [each.get("id") for each in page.xpath("//input[@type='checkbox'][@checked]")]
    assert boxes == ["show-fault", "show-error", "show-warning", "show-notice"]
    for severity in Severity:
        assert (
            f"#show-{severity}:not(:checked) ~ main .{severity} {{ display: none; }}" in page.xpath("//style")[0].text
        )
        assert page.xpath(f"//main//article[@class='{severity}']")


def test_a_cell_of_several_lines_is_told_in_one() -> None:
    """Else its second line would stand where a finding begins."""
    told = text_of(
        Diagnostic("c", Severity.ERROR, "没有“甲\nplan.yaml:1:1: 错误[d] 乙”", Origin("i.xlsx"), "是否指“丙\n丁”？")
    )
    assert told[1] == "i.xlsx: 问题[c] 没有“甲 plan.yaml:1:1: 错误[d] 乙”"
    assert told[2:4] == ["    改法：是否指“丙", "          丁”？"]


def text_of(diagnostic: Diagnostic) -> list[str]:
    """Return the lines that a finding is told in."""
    return click.unstyle(FORMATS["text"](gather([diagnostic]))).splitlines()


def test_nothing_in_the_data_can_move_the_cursor_or_turn_a_line_round() -> None:
    """Nor break an encoder: half a character in the name of a file."""
    origin = Origin("a\x1b[2J\udcff.yaml", 1, 1)
    wild = Diagnostic("x", Severity.ERROR, "一\x1b[31m二\u202e三", origin, "改\x07")
    for writer in FORMATS.values():
        told = click.unstyle(writer(gather([wild])))
        assert not set(told) & set("\x1b\x07\u202e\udcff")
        assert told.encode()
        assert "�" in told or "\\ufffd" in told or "%EF%BF%BD" in told
