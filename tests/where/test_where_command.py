"""`generate.py where` on a small plan: what a drafter reads, and how they are told what is not there."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.plans import Change, write_plan
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT, DONE, WRONG_USAGE

pytestmark = pytest.mark.slow

Ask = Callable[..., str]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Return what asks a question of the small plan with evaluations, and returns what is answered."""

    def asked(*arguments: str, code: int = DONE, changes: tuple[Change, ...] = ()) -> str:
        monkeypatch.chdir(tmp_path)
        write_plan(tmp_path, *changes, evaluation=True)
        assert run(["where", "xian", *arguments]) == code
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return out if code == DONE else err

    return asked


@pytest.mark.slow
def test_a_figure_is_answered_with_its_cell_and_the_row_it_stands_in(ask: Ask) -> None:
    said = ask("91.5", "--kind", "evaluation")
    assert "91.5 ← indicators.xlsx!完成值!E4 指标“产品抽查合格率”2013年完成值" in said
    assert "【完成值：91.5】" in said
    assert "第" in said.split("《")[1]


@pytest.mark.slow
def test_a_figure_with_its_measure_is_found_where_the_measure_has_a_column_of_its_own(ask: Ask) -> None:
    said = ask("92%", "--kind", "plan")
    assert "2015年目标值：≥【92】" in said
    assert "≥92 ← indicators.xlsx!指标!L2" in said


@pytest.mark.slow
def test_a_derived_figure_names_its_cells_and_how_to_have_it_explained(ask: Ask) -> None:
    said = ask("95.0%")
    assert "由 5 处数据得出：indicators.xlsx!完成值!E10..E12、indicators.xlsx!指标!L7、M7" in said
    assert "怎样得出：python generate.py explain xian 新增发明专利 --year 2013 --period 12-5" in said


@pytest.mark.slow
def test_a_word_is_answered_with_the_cell_of_a_table_and_the_line_of_a_text(ask: Ask) -> None:
    said = ask("研发投入不足")
    assert "研发投入不足。 ← indicators.xlsx!完成值!" in said


@pytest.mark.slow
def test_a_cell_is_answered_with_all_that_prints_it_what_stands_in_it_first(ask: Ask) -> None:
    said = json.loads(ask("indicators.xlsx!完成值!E4", "--format", "json"))
    assert said["place"] == "xian/indicators.xlsx!完成值!E4"
    for paper in said["papers"]:
        numbers = [len(source["cells"]) for place in paper["places"] for source in place["sources"]]
        assert numbers[0] == 1
        assert numbers == sorted(numbers, key=lambda each: each > 1)
    found = [place for paper in said["papers"] for place in paper["places"]]
    assert len(found) == said["number"]
    assert {"91.5"} <= {place["text"][place["start"] : place["end"]] for place in found}


@pytest.mark.slow
def test_a_row_is_answered_with_all_of_its_cells(ask: Ask) -> None:
    row = json.loads(ask("indicators.xlsx!完成值!4", "--format", "json"))["number"]
    cell = json.loads(ask("indicators.xlsx!完成值!E4", "--format", "json"))["number"]
    assert row >= cell > 0


@pytest.mark.slow
def test_a_line_is_answered_with_the_paragraph_that_prints_it(ask: Ask, tmp_path: Path) -> None:
    """Also one in the middle of a value that begins above."""
    folded = ("text/plan.yaml", "- 到2015年，合格率达到", "- >-\n        到2015年，\n        合格率达到")
    ask("indicators.xlsx!指标!B2", changes=(folded,))
    lines = (tmp_path / "xian/text/plan.yaml").read_text(encoding="utf-8").split("\n")
    number = next(count for count, line in enumerate(lines, 1) if "合格率达到" in line)
    said = ask(f"text/plan.yaml:{number}", changes=(folded,))
    assert f"text/plan.yaml:{number}印在 1 份文件的 1 处" in said
    assert f"← text/plan.yaml:{number - 2}:" in said


@pytest.mark.slow
def test_a_page_and_a_word_name_one_place(ask: Ask) -> None:
    pages = {
        place["page"]
        for paper in json.loads(ask("产品抽查合格率", "--format", "json", "--kind", "plan"))["papers"]
        for place in paper["places"]
    }
    page = min(pages)
    said = ask("产品抽查合格率", "--page", str(page), "--kind", "plan")
    assert f"第{page}页" in said
    other = ask("产品抽查合格率", "--page", "99", "--kind", "plan")
    assert "没有印在第99页" in other
    assert f"第{page}" in other


def test_what_nothing_prints_is_said_with_what_is_near(ask: Ask) -> None:
    assert "最接近的是“92%”" in ask("91.6%")
    assert "产品抽查合格率" in ask("产品抽检合格率")
    assert "位置要连工作簿一起写" in ask("完成值!E57")


def test_a_cell_that_nothing_prints_is_said_with_why(ask: Ask) -> None:
    assert "“编号”供各表互相对应" in ask("indicators.xlsx!指标!B2")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["indicator.xlsx!完成值!E4"], "没有文件“indicator.xlsx”"),
        (["indicators.xlsx!完成!E4"], "没有工作表“完成”"),
        (["indicators.xlsx!完成值!E400"], "没有 E400"),
        (["indicators.xlsx!完成值!ZZ4"], "没有 ZZ4"),
        (["indicators.xlsx!完成值!0"], "没有 0"),
        (["text/plan.yaml:9999"], "没有第 9999 行"),
        (["text/../plan.yaml:1"], "没有文件"),
        (["92%", "--paper", "没有的"], "没有文件“没有的”"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(arguments: list[str], said: str, ask: Ask) -> None:
    err = ask(*arguments, code=DATA_FAULT)
    assert said in err
    assert "改法" in err


@pytest.mark.parametrize(
    "arguments", [["92%", "--kind", "plans"], ["92%", "--format", "html"], ["92%", "--page", "0"], [], [" "]]
)
def test_wrong_usage_is_told(arguments: list[str], ask: Ask) -> None:
    ask(*arguments, code=WRONG_USAGE)
