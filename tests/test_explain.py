"""The command that explains a verdict: what it prints, what it takes for granted, and how it is told what it cannot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.evaluations import JUDGED_INDICATORS
from tests.plans import Change, write_plan
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT, DONE, WRONG_USAGE

pytestmark = pytest.mark.slow

Golden = Callable[[str, str], None]
Ask = Callable[..., str]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Return what asks a question of the small plan, with `changes`, and returns what is answered."""

    def asked(*arguments: str, changes: tuple[Change, ...] = ()) -> str:
        monkeypatch.chdir(tmp_path)
        write_plan(tmp_path, *changes, evaluation=True)
        assert run(["explain", "xian", *arguments]) == DONE
        out, err = capsys.readouterr()
        assert changes or err == ""
        return out

    return asked


@pytest.fixture
def refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Return what asks a question that cannot be answered, and returns what is said of it."""

    def asked(*arguments: str, changes: tuple[Change, ...] = (), code: int = DATA_FAULT) -> str:
        monkeypatch.chdir(tmp_path)
        write_plan(tmp_path, *changes, evaluation=True)
        assert run(["explain", "xian", *arguments]) == code
        out, err = capsys.readouterr()
        assert out == ""
        assert "Traceback" not in err
        return err

    return asked


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("explain-at-least-at-the-end.txt", ["获认证企业"]),
        ("explain-added-in-a-year.txt", ["新增发明专利", "--year", "2011"]),
        ("explain-at-most-on-path.txt", ["质量安全事故"]),
        ("explain-words.txt", ["污染物排放"]),
        ("explain-all.txt", []),
        ("explain-rules.txt", ["--rules"]),
    ],
)
def test_an_explanation_in_full(name: str, arguments: list[str], ask: Ask, golden: Golden) -> None:
    golden(name, ask(*arguments))


def test_the_steps_name_every_cell_that_counts(ask: Ask) -> None:
    """A sum, on the path to a target in the last column but four."""
    lines = ask("新增发明专利").splitlines()
    for cell in ("指标!L7", "完成值!E10", "完成值!E11", "完成值!E12"):
        assert any(f"xian/indicators.xlsx!{cell}" in line for line in lines), cell
    assert "  历年合计：20 + 25 + 12 = 57件" in lines
    assert "  0 +（100 − 0）× 3 ÷ 5 = 60" in lines
    assert lines[-1] == "评价：未完成"


def test_a_revised_target_is_told_with_its_day_and_document_and_the_old_one(ask: Ask) -> None:
    lines = ask("检测服务业收入").splitlines()
    assert "规划目标：≥45亿元  〔xian/indicators.xlsx!目标调整!D2〕" in lines
    assert "  2012年10月30日由某政发〔2012〕30号调整，原为≥50亿元  〔xian/indicators.xlsx!指标!L8〕" in lines


def test_provisional_and_discontinued_figures_are_marked(ask: Ask) -> None:
    assert "完成值：2013年91.5%（快报数）" in ask("产品抽查合格率")
    assert "完成值：2010年1个（不再统计，按所列数评价）" in ask("质量协会")


def test_nothing_told_is_said_to_be_nothing(ask: Ask) -> None:
    """A row left blank, a year without a row, and what is marked as not applying."""
    blank = ("完成值!E4", None)
    assert "完成值：2013年未填报  〔xian/indicators.xlsx!完成值!E4〕" in ask("产品抽查合格率", changes=(blank,))
    assert "完成值：2011年未填报（没有这一年的行）" in ask("检测服务业收入", "--year", "2011")
    assert "完成值：2013年不适用" in ask("安全县评定")


def test_what_does_not_apply_in_the_year_judged_is_not_said_to_be_missing(ask: Ask) -> None:
    """Of a sum; a year before without a number is another thing."""
    assert "  历年合计：2013年不适用，不合计" in ask("新增发明专利", changes=(("完成值!E12", "不适用"),))
    hole = (("完成值!E11", "—"), ("text/evaluation-2013.yaml", "加强品牌培育", "加强培育"))
    assert "  历年合计：有一年没有数，不能合计" in ask("新增发明专利", changes=hole)


@pytest.mark.parametrize(
    ("baseline", "target", "due", "formula"),
    [
        (96, 100, "98.4%～100%", "96 +（100 − 96）× 3 ÷ 5 = 98.4"),
        (97, 92.5, "92.5%～94.30%", "97 +（92.5 − 97）× 3 ÷ 5 = 94.3"),
    ],
)
def test_the_path_of_a_state_to_be_just_so_leads_to_it(
    baseline: float, target: float, due: str, formula: str, ask: Ask
) -> None:
    """Up or down: what was reckoned is the end that is not the target."""
    changes = (("指标!K2", "="), ("指标!L2", target), ("指标!M2", baseline))
    lines = ask("产品抽查合格率", changes=changes).splitlines()
    assert f"2013年应达到：{due}  〔xian/indicators.xlsx!指标!L2〕" in lines
    assert f"  {formula}" in lines


def test_the_path_to_a_range_leads_to_its_nearer_end(ask: Ask) -> None:
    """From above it comes down to the upper end."""
    changes = (("指标!K2", "区间"), ("指标!L2", "80～85"), ("指标!M2", 95))
    answer = ask("产品抽查合格率", changes=changes)
    assert "2013年应达到：80%～89.0%" in answer
    assert "  95 +（85 − 95）× 3 ÷ 5 = 89\n" in answer


def test_by_default_it_is_the_latest_evaluation(ask: Ask) -> None:
    assert ask("quality").startswith("“十二五”（2011—2015年），2013年，年度评估\n指标：产品抽查合格率")


def test_an_indicator_of_an_earlier_period_is_found_with_its_own_evaluation(ask: Ask) -> None:
    assert ask("质量协会").startswith("“十一五”（2006—2010年），2010年，终期评估\n")


def test_a_year_has_its_period(ask: Ask) -> None:
    assert "规划目标：≥90%" in ask("产品抽查合格率", "--year", "2010")
    assert ask("--year", "2009").startswith("“十一五”（2006—2010年），2009年，年度评估\n")


def test_without_a_paper_of_the_period_it_is_the_last_year_told(ask: Ask) -> None:
    changes = (
        (
            "plan.yaml",
            "  - {kind: evaluation, text: text/evaluation-2013.yaml",
            "  - {kind: plan, text: text/plan.yaml",
        ),
        ("完成值!D4", 2014),
    )
    assert "，2014年，" in ask("产品抽查合格率", "--period", "12-5", changes=changes)


def test_one_part_is_explained_alone(ask: Ask) -> None:
    whole, one = ask("品牌数"), ask("品牌数", "--part", "省级")
    assert ("分项：国家级" in whole, "各分项中以最差的为准：基本完成" in whole) == (True, True)
    assert ("分项：国家级" in one, "分项：省级" in one, one.endswith("评价：基本完成\n")) == (False, True, True)


def test_every_listed_indicator_has_one_line(ask: Ask) -> None:
    lines = ask().splitlines()
    for name in {str(row[5]) for row in JUDGED_INDICATORS if row[0] == "12-5" and row[2] == "是"}:
        assert sum(f". {name}：" in line for line in lines) == 1, name
    assert not any("噪声" in line for line in lines)


# --- what cannot be answered --------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["产品抽查合格"], ("指标: 错误[explain-unknown] 没有指标“产品抽查合格”", "是否指“产品抽查合格率”？")),
        (["获认证企业", "--period", "12-5"], ("没有指标“获认证企业”", "可用的有：产品抽查合格率、品牌数")),
        (["产品抽查合格率", "--period", "12-6"], ("plan.yaml: 错误[explain-unknown] 没有时期“12-6”", "是否指“12-5”")),
        (["品牌数", "--part", "省"], ("indicators.xlsx!指标!F3: 错误[explain-unknown] 没有分项“省”", "“省级”")),
        (["产品抽查合格率", "--part", "省"], ("没有分项“省”", "改法：这里没有任何分项")),
        (["--year", "2030"], ("错误[explain-year] 2030年不在时期“12-5”（2011—2015年）内", "--year")),
        (["--year", "2010", "--period", "12-5"], ("2010年不在时期“12-5”",)),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest(arguments: list[str], words: tuple[str, ...], refused: Ask) -> None:
    err = refused(*arguments)
    for each in words:
        assert each in err


def test_faults_of_the_data_are_told_as_by_a_build(refused: Ask) -> None:
    """All of them, and no verdict in spite of them."""
    err = refused("产品抽查合格率", changes=(("完成值!E4", "#REF!"), ("指标!L7", "一百")))
    assert "xian/indicators.xlsx!完成值!E4: 错误[" in err
    assert "xian/indicators.xlsx!指标!L7: 错误[" in err
    assert "共 2 个错误" in err


def test_warnings_stand_beside_the_explanation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, so that the explanation can be kept."""
    monkeypatch.chdir(tmp_path)
    write_plan(tmp_path, ("text/evaluation-2013.yaml", "加强品牌培育", "加强XX培育"), evaluation=True)
    assert run(["explain", "xian", "产品抽查合格率"]) == DONE
    out, err = capsys.readouterr()
    assert "问题[placeholder]" in err
    assert out.endswith("评价：达到序时进度\n")


@pytest.mark.parametrize("arguments", [["--year", "去年"], ["产品抽查合格率", "品牌数", "多余"], ["--nian", "2013"]])
def test_a_wrong_command_line_is_wrong_usage(arguments: list[str], refused: Ask) -> None:
    assert refused(*arguments, code=WRONG_USAGE).startswith("用法不对：")


def test_a_folder_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "data/nowhere"]) == WRONG_USAGE
    assert "没有数据文件夹“data/nowhere”" in capsys.readouterr().err


def test_the_help_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "--help"]) == DONE
    out = capsys.readouterr().out
    assert "说明指标的评价怎样得出" in out
    assert "Usage" not in out
