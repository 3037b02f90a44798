"""plan.yaml changes how much a rule matters, and silences what may stand: with a reason, said aloud, never a fault."""

from pathlib import Path

import pytest

from tests.plans import Change, only_fault, write_plan
from yinfa.checking import findings_in
from yinfa.diagnostics import Faults, Report
from yinfa.issuing import build
from yinfa.pipeline import Request, galleys_of
from yinfa.styling import load_style

pytestmark = pytest.mark.slow

TEXT = "text/plan.yaml"
GAP: Change = ("项目!B3", 5)
HALF: Change = (TEXT, "重点如下。", "重点如下,分两项。")
OPEN: Change = (TEXT, "打击假冒。", "打击XX假冒。")
IS_GAP, IS_HALF = "projects.xlsx!项目!C3: 警告[id-gap]", f"{TEXT}:23:23: 警告[punctuation]"
IS_OPEN = f"{TEXT}:27:31: 问题[placeholder]"


def wanting(*lines: str, key: str = "checks") -> Change:
    """Return the change of plan.yaml that adds lines to `checks` or to `silenced`."""
    listed = "".join(f"  - {{{line}}}\n" for line in lines)
    return ("plan.yaml", "documents:\n", f"{key}:\n{listed}documents:\n")


def silencing(*lines: str) -> Change:
    """Return the change of plan.yaml that silences something."""
    return wanting(*lines, key="silenced")


def told(
    folder: Path, *changes: Change, kinds: tuple[str, ...] = (), name: str = "a", action: bool = False
) -> list[str]:
    """Return the place and the code of all that a run tells of the plan with `changes`, notices with their message."""
    plan, report = write_plan(folder / name, *changes, action=action), Report()
    galleys_of(Request((plan,), folder / "output", kinds), load_style(), report)
    lines = [str(each).split("\n")[0].replace(f"{plan}/", "") for each in report]
    return [each if "提示[" in each else each.split("]")[0] + "]" for each in lines]


def test_without_a_wish_everything_is_told_as_the_tables_say(tmp_path: Path) -> None:
    assert told(tmp_path, GAP, HALF, OPEN) == [IS_GAP, IS_OPEN, IS_HALF]


@pytest.mark.parametrize(
    ("severity", "said", "done"),
    [("error", ["projects.xlsx!项目!C3: 问题[id-gap]"], "按问题处理 1 处"), ("off", [], "已关闭，没有列出 1 处")],
)
def test_a_plan_changes_the_severity_of_a_rule_and_the_reason_is_told(
    tmp_path: Path, severity: str, said: list[str], done: str
) -> None:
    wish = wanting(f"code: id-gap, severity: {severity}, reason: 序号沿用上级文件")
    notice = f"plan.yaml:14:12: 提示[check-changed] 检查“id-gap”{done}：序号沿用上级文件"
    assert told(tmp_path, GAP, wish) == [*said, notice]


def test_an_error_that_is_made_a_warning_does_not_stop_a_strict_build(tmp_path: Path) -> None:
    """Nor does one that is silenced; and a warning that is made an error does."""
    plan = write_plan(tmp_path / "bad", OPEN)
    with pytest.raises(Faults):
        build(Request((plan,), tmp_path / "output", strict=True, formats=("docx",)))
    wish = wanting("code: placeholder, severity: warning, reason: 征求意见时留空")
    milder = write_plan(tmp_path / "milder", OPEN, wish)
    assert build(Request((milder,), tmp_path / "output", strict=True, formats=("docx",)))
    silent = write_plan(
        tmp_path / "silent", OPEN, silencing(f"code: placeholder, at: {TEXT}, words: 打击, reason: 代号")
    )
    assert build(Request((silent,), tmp_path / "output", strict=True, formats=("docx",)))
    harder = write_plan(tmp_path / "harder", GAP, wanting("code: id-gap, severity: error, reason: 序号须连续"))
    with pytest.raises(Faults):
        build(Request((harder,), tmp_path / "output", strict=True, formats=("docx",)))


def test_of_several_folders_each_has_its_own_wishes(tmp_path: Path) -> None:
    """What one plan makes of a rule is nothing to the other, even where its name begins alike."""
    wish = wanting("code: id-gap, severity: error, reason: 序号须连续")
    one, other = write_plan(tmp_path / "one", GAP, wish), write_plan(tmp_path / "one-more", GAP)
    report = Report()
    galleys_of(Request((one, other), tmp_path / "output"), load_style(), report)
    gaps = {str(each.origin): str(each.severity) for each in report if each.code == "id-gap"}
    assert gaps == {f"{one}/projects.xlsx!项目!C3": "error", f"{other}/projects.xlsx!项目!C3": "warning"}


@pytest.mark.parametrize(
    ("changes", "silence", "said"),
    [
        (
            [GAP],
            "code: id-gap, at: projects.xlsx!项目!C3, reason: 两项已并入",
            "projects.xlsx!项目!C3: 提示[id-gap] 序号 5 之前缺 2（已静默：两项已并入）",
        ),
        (
            [HALF],
            f'code: punctuation, at: {TEXT}, words: "重点如下,", reason: 照录原文',
            f"{TEXT}:23:23: 提示[punctuation] 中文里用了半角的“,”（已静默：照录原文）",
        ),
        (
            [
                (
                    TEXT,
                    "                - 重点如下。",
                    "                - >-\n                  重点如下：\n                  待定",
                )
            ],
            f"code: placeholder, at: {TEXT}, words: 待定, reason: 专名",
            f"{TEXT}:25:19: 提示[placeholder] 留有待填的“待定”（已静默：专名）",
        ),
        (
            [("项目!M1", "多余")],
            "code: header-unknown, at: projects.xlsx!项目!M1, reason: 内部用",
            "projects.xlsx!项目!M1: 提示[header-unknown] 表头“多余”不认识，此列不会被读取（已静默：内部用）",
        ),
        (
            [(TEXT, '{{ target("产品抽查合格率") }}', '{{ target("产品抽查合格率") }}%')],
            f"code: measure-twice, at: {TEXT}, words: 合格率达到, reason: 照录原文",
            f"{TEXT}:9:9: 提示[measure-twice] 计量单位“%”重复（已静默：照录原文）",
        ),
    ],
)
def test_what_is_silenced_is_told_as_a_notice_with_the_reason(
    tmp_path: Path, changes: list[Change], silence: str, said: str
) -> None:
    """Whatever stage found it: a rule, the reader of a workbook, the prose of a paper; in any line of a text."""
    assert told(tmp_path, *changes, silencing(silence)) == [said]


def test_only_what_is_meant_is_silenced(tmp_path: Path) -> None:
    """The same code elsewhere is told, and so is another code at the same place."""
    two: Change = (TEXT, "加强领导，", "加强领导,")
    silence = silencing(f'code: punctuation, at: {TEXT}, words: "重点如下,", reason: 照录')
    found = told(tmp_path, HALF, two, OPEN, silence)
    assert [each for each in found if "提示" not in each] == [
        IS_OPEN,
        f"{TEXT}:31:17: 警告[punctuation]",
    ]


def test_of_two_findings_in_a_line_the_one_that_quotes_the_words_is_meant(tmp_path: Path) -> None:
    """A silence is for one thing looked at, not for whatever else comes to stand beside it."""
    opinion = "text/opinion.yaml"
    line: Change = (
        opinion,
        "article: 指导思想。, text: 坚持质量第一。",
        "article: 指导(思想)。, text: 坚持!质量第一。",
    )
    silence = silencing(f"code: punctuation, at: {opinion}, words: 坚持!质量, reason: 照录")
    assert told(tmp_path, line, silence, action=True) == [
        f"{opinion}:7:21: 警告[punctuation]",
        f"{opinion}:7:36: 提示[punctuation] 中文里用了半角的“!”（已静默：照录）",
    ]


@pytest.mark.parametrize(
    "silence",
    [
        "code: id-gap, at: projects.xlsx!项目!C2, reason: 已并入",
        "code: id-gap, at: projects.xlsx!项目, reason: 已并入",
        "code: group-split, at: projects.xlsx!项目!C3, reason: 已并入",
        f"code: id-gap, at: {TEXT}, words: 打击, reason: 已并入",
        f"code: placeholder, at: {TEXT}, words: 加强领导, reason: 已并入",
    ],
)
def test_a_silence_that_silences_nothing_is_told(tmp_path: Path, silence: str) -> None:
    found = told(tmp_path, GAP, OPEN, silencing(silence))
    assert found == [IS_GAP, IS_OPEN, "plan.yaml:14:12: 警告[silence-unused]"]


def test_a_silence_that_was_used_is_not_called_unused_by_a_build(tmp_path: Path) -> None:
    """Which looks at what was told once more after the pages, when the finding is a notice already."""
    plan = write_plan(tmp_path, OPEN, silencing(f"code: placeholder, at: {TEXT}, words: 打击, reason: 代号"))
    told = build(Request((plan,), tmp_path / "output", formats=("docx",)))
    assert [(each.code, each.message) for each in told] == [("placeholder", "留有待填的“XX”（已静默：代号）")]


def test_what_was_not_looked_for_is_not_called_unused(tmp_path: Path) -> None:
    """The papers that are left out, and everything while there are faults."""
    silence = silencing(f"code: measure-twice, at: {TEXT}, words: 合格率, reason: 照录")
    unused = "plan.yaml:14:12: 警告[silence-unused]"
    assert told(tmp_path, silence) == [unused]
    assert told(tmp_path, silence, kinds=("plan",), name="b") == []
    faulty = told(tmp_path, silence, ("指标!L2", "#REF!"), name="c")
    assert faulty != []
    assert unused not in faulty


@pytest.mark.parametrize(
    ("key", "line", "said", "hint"),
    [
        ("checks", "code: idgap, severity: off, reason: 无", "错误[check-unknown] 没有检查“idgap”", "是否指“id-gap”"),
        ("silenced", "code: placehold, at: projects.xlsx, reason: 无", "没有检查“placehold”", "是否指“placeholder”"),
        (
            "silenced",
            "code: id-gap, at: project.xlsx!项目!C3, reason: 无",
            "错误[silence-file] 本规划没有用到文件“project.xlsx”",
            "是否指“projects.xlsx”",
        ),
    ],
)
def test_a_wish_for_what_there_is_not_is_a_fault_that_names_the_nearest(
    tmp_path: Path, key: str, line: str, said: str, hint: str
) -> None:
    plan, report = write_plan(tmp_path, wanting(line, key=key)), Report()
    galleys_of(Request((plan,), tmp_path / "output"), load_style(), report)
    (fault,) = report
    assert said in str(fault)
    assert fault.hint.startswith(hint)


def test_a_rule_is_set_once(tmp_path: Path) -> None:
    """Else nobody could say what holds."""
    wish = wanting(*(f"code: id-gap, severity: {each}, reason: 无" for each in ("off", "error")))
    assert [each for each in told(tmp_path, wish) if "check-twice" in each] == [
        f"plan.yaml:{line}:12: 错误[check-twice]" for line in (14, 15)
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (wanting("code: id-gap, severity: off"), "plan.yaml:14:5: 错误[yaml-missing] 缺少“reason”"),
        (wanting('code: id-gap, severity: off, reason: " "'), "plan.yaml:14:43: 错误[yaml-blank] “reason”是空的"),
        (
            wanting("code: id-gap, severity: 关闭, reason: 无"),
            "plan.yaml:14:30: 错误[yaml-literal-error] “severity”的值“关闭”不在可选范围内",
        ),
        (
            silencing(f"code: id-gap, at: '{TEXT}:27:29', words: 打击, reason: 无"),
            f"plan.yaml:14:24: 错误[yaml-pattern] “at”的值“{TEXT}:27:29”不合写法：行号会变动",
        ),
        (
            silencing("code: id-gap, at: 项目!C3, reason: 无"),
            "plan.yaml:14:24: 错误[yaml-pattern] “at”的值“项目!C3”不合写法",
        ),
        (
            silencing(f"code: id-gap, at: {TEXT}, reason: 无"),
            f"plan.yaml:14:5: 错误[yaml-value-error] “silenced 第1项”：静默 {TEXT} 里的一处，要有 words",
        ),
        (
            silencing("code: id-gap, at: projects.xlsx!项目!C3, words: 打击, reason: 无"),
            "plan.yaml:14:52: 错误[yaml-value-error] “words”：工作簿里的一处由单元格指明，不用 words",
        ),
    ],
)
def test_a_wish_that_is_written_wrong_is_a_fault_at_its_place(tmp_path: Path, change: Change, said: str) -> None:
    assert only_fault(tmp_path, change) == said


def test_a_fault_cannot_be_talked_away(tmp_path: Path) -> None:
    """Whatever its code: what cannot be issued stays so."""
    fault: Change = ("指标!L2", "#REF!")
    before = told(tmp_path, fault)
    wish = wanting("code: cell-error, severity: off, reason: 无")
    after = told(tmp_path, fault, wish, name="b")
    assert [each for each in after if "check-unknown" not in each] == before
    assert len(after) == len(before) + 1


@pytest.mark.parametrize("key", ["checks", "silenced"])
def test_a_wish_for_a_fault_is_told_that_it_is_one(tmp_path: Path, key: str) -> None:
    """Not that there is no such code: the message has just named it."""
    line = "code: cell-error, " + ("severity: off" if key == "checks" else "at: indicators.xlsx!指标!L2")
    report = Report()
    plan = write_plan(tmp_path, ("指标!L2", "#REF!"), wanting(f"{line}, reason: 无", key=key))
    galleys_of(Request((plan,), tmp_path / "output"), load_style(), report)
    said = [str(each).splitlines() for each in report if each.code == "check-unknown"]
    assert said == [
        [
            f"{plan}/plan.yaml:14:12: 错误[check-unknown] “cell-error”是错误，不能静默，也不能改级别",
            "    改法：照它的改法改好，删去这一项",
        ]
    ]


def test_a_run_that_looks_at_pages_too_tells_nothing_twice(tmp_path: Path) -> None:
    """What was silenced or changed before the pages were looked at stays so, and is no silence without use."""
    wishes = "checks:\n  - {code: id-gap, severity: error, reason: 序号须连续}\nsilenced:\n"
    silence = f"  - {{code: placeholder, at: {TEXT}, words: 打击, reason: 代号}}\n"
    both: Change = ("plan.yaml", "documents:\n", f"{wishes}{silence}documents:\n")
    plan = write_plan(tmp_path, GAP, OPEN, both)
    codes = [each.diagnostic.code for each in findings_in([plan], pages=True).found]
    assert sorted(set(codes) - {"runt-page"}) == ["check-changed", "id-gap", "placeholder"]  # of a very short plan
