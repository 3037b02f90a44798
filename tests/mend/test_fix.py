"""What is typed in a plan's prose and equals a fact is bound to it; every paper prints the same words as before."""

import re
from pathlib import Path

import pytest

from tests.dump import dump
from tests.mend.binding_by_hand import calling
from tests.plans import Change, write_plan
from yinfa.compose.compose import Composer
from yinfa.diagnostics import Report
from yinfa.issue.whole import Unwritable
from yinfa.kinds import KINDS
from yinfa.mend.binding import Binding
from yinfa.mend.fix import Find, fixed, typed
from yinfa.model.load import load_plan
from yinfa.model.plan import Plan
from yinfa.paths import shown
from yinfa.pipeline import silent
from yinfa.styling import load_style

pytestmark = pytest.mark.slow

QUALITY = '{{ target("产品抽查合格率") }}'
STATE = '{{ target("品牌数", "国家级") }}'
FILE = "text/plan.yaml"
TYPED: Change = (FILE, f"合格率达到{QUALITY}，", "产品抽查合格率达到92%，")
BOTH = (TYPED, (FILE, STATE, "5～10个"))
NUM = re.compile(r"\[([^\[\]|]*?) = [^\]]*\]")
PLACE = re.compile(r" @ \S+$", re.MULTILINE)


def told(folder: Path, find: Find = typed) -> list[str]:
    """Return what is told when the plan in `folder` is mended: place in it, code and message."""
    found = [f"{each.origin} [{each.code}] {each.message}" for each in fixed([folder], silent, find)]
    return [each.removeprefix(f"{shown(folder)}/") for each in found]


def dumped(folder: Path) -> str:
    """Return the trees of all papers of the plan, of which no fault is told."""
    report = Report()
    plan = load_plan(folder, "plan", report)
    assert plan is not None
    composer = Composer(plan, load_style(), report)
    documents = [composer.compose(paper, paged=not KINDS[paper.kind].each) for paper in plan.papers()]
    assert not report.has_faults
    return "\n".join(dump(each) for each in documents if each)


def words(folder: Path) -> str:
    """Return what the trees print, without what they know of their figures and places."""
    return PLACE.sub("", NUM.sub(r"\1", dumped(folder)))


def lines(folder: Path) -> list[str]:
    """Return the lines of the plan's text."""
    return (folder / FILE).read_text(encoding="utf-8").split("\n")


@pytest.mark.parametrize("words", ["产品抽查合格率达到90%，", "“十一五”产品抽查合格率达到90%，"])
def test_a_figure_is_not_bound_to_another_period_unless_words_tell_its_fact(tmp_path: Path, words: str) -> None:
    """The target of 11-5 is 90 %, and here so is what came of it; that of this plan is 92 %."""
    text = (FILE, f"到2015年，合格率达到{QUALITY}，", words)
    folder = write_plan(tmp_path, text, ("完成值!E3", 90))
    before = lines(folder)
    assert told(folder) == []
    assert lines(folder) == before


def test_a_typed_figure_is_bound_and_told(tmp_path: Path) -> None:
    """With its place, what it was and what it is now; the line alone differs."""
    folder = write_plan(tmp_path, TYPED)
    before = lines(folder)
    assert told(folder) == [f"{FILE}:9:25 [fixed] “92%”改成了 {QUALITY}"]
    after = lines(folder)
    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == [
        (before[8], before[8].replace("92%", QUALITY))
    ]


@pytest.mark.parametrize("evaluation", [False, True])
def test_every_paper_prints_the_same_words(tmp_path: Path, evaluation: bool) -> None:
    """Only that its figures now know their cells."""
    folder = write_plan(tmp_path, *BOTH, evaluation=evaluation)
    before, figures = words(folder), len(NUM.findall(dumped(folder)))
    made = [each for each in told(folder, calling(("92%", QUALITY), ("5～10个", STATE))) if "[fixed]" in each]
    assert len(made) == 2
    assert words(folder) == before
    assert len(NUM.findall(dumped(folder))) == figures + 2


def test_a_second_time_nothing_is_changed(tmp_path: Path) -> None:
    """And nothing told."""
    folder = write_plan(tmp_path, TYPED)
    assert len(told(folder)) == 1
    files = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}
    assert told(folder) == []
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()} == files


def test_the_same_words_at_two_places_are_both_bound(tmp_path: Path) -> None:
    """They are two texts, though they read alike."""
    folder = write_plan(tmp_path, (FILE, "培育名牌。", "达到92%。"), (FILE, "重点如下。", "达到92%。"))
    assert len(told(folder, calling(("92%", QUALITY)))) == 2
    assert "92%" not in "".join(lines(folder))


def test_what_shows_only_once_its_neighbour_is_bound_is_bound_in_the_same_run(tmp_path: Path) -> None:
    """And told at its place."""
    folder = write_plan(tmp_path, *BOTH)

    def find(plan: Plan) -> list[Binding]:
        quality, state = calling(("92%", QUALITY)), calling(("5～10个", STATE))
        return quality(plan) or state(plan)

    assert told(folder, find) == [
        f"{FILE}:9:25 [fixed] “92%”改成了 {QUALITY}",
        f"{FILE}:13:24 [fixed] “5～10个”改成了 {STATE}",
    ]
    assert not {"92%", "5～10个"} & set(re.findall("92%|5～10个", "".join(lines(folder))))


def test_a_figure_in_other_words_is_left(tmp_path: Path) -> None:
    """The paper would print other characters."""
    folder = write_plan(tmp_path, (FILE, f"合格率达到{QUALITY}，", "产品抽查合格率达到百分之九十二，"))
    before = lines(folder)
    assert told(folder) == [f"{FILE}:9:9 [fix-left] “百分之九十二”没有改动：{QUALITY} 印出来不是“百分之九十二”"]
    assert lines(folder) == before


@pytest.mark.parametrize(
    "call", ['{{ target("没有的") }}', "{{ target(", '{{ target("品牌数", "省级") }}', "{{ __import__ }}"]
)
def test_a_call_that_prints_something_else_is_not_made(tmp_path: Path, call: str) -> None:
    """Be it a fact there is not, no call at all, or another figure."""
    folder = write_plan(tmp_path, TYPED)
    before = lines(folder)
    assert told(folder, calling(("92%", call))) == [f"{FILE}:9:9 [fix-left] “92%”没有改动：{call} 印出来不是“92%”"]
    assert lines(folder) == before


def test_two_calls_for_one_figure_are_told_and_none_is_made(tmp_path: Path) -> None:
    """Which is meant nobody knows."""
    folder = write_plan(tmp_path, TYPED)
    before = lines(folder)
    other = '{{ target("quality") }}'
    said = told(folder, calling(("92%", QUALITY), ("92%", other)))
    assert said == [f"{FILE}:9:9 [fix-left] “92%”没有改动：同一处有几种写法，分不清是哪个指标"]
    assert lines(folder) == before


def test_a_text_of_two_papers_is_bound_only_where_it_is_right_in_both(tmp_path: Path) -> None:
    """The period meant is that of the paper."""
    other = '  - {kind: plan, title: 某县上期规划, text: text/plan.yaml, period: "11-5"}\n'
    folder = write_plan(tmp_path, TYPED, ("plan.yaml", "documents:\n", f"documents:\n{other}"))
    before = lines(folder)
    said = told(folder, calling(("92%", QUALITY)))
    assert said == [f"{FILE}:9:9 [fix-left] “92%”没有改动：{QUALITY} 印出来不是“92%”"]
    assert lines(folder) == before


def test_what_is_printed_as_it_stands_is_left_and_the_rest_bound(tmp_path: Path) -> None:
    """The lines of a title are no template: the paper would print the braces."""
    title = "title: 某县质量强县规划"
    folder = write_plan(
        tmp_path,
        *BOTH,
        ("plan.yaml", f"    {title}", f"    {title}92%"),
        (FILE, "preface:", "headline: [某县质量, 强县规划92%]\npreface:"),
    )
    assert told(folder, calling(("92%", QUALITY), ("5～10个", STATE))) == [
        f"{FILE}:1:18 [fix-left] “92%”没有改动：改了之后文件印出来的字不同",
        f"{FILE}:10:25 [fixed] “92%”改成了 {QUALITY}",
        f"{FILE}:14:24 [fixed] “5～10个”改成了 {STATE}",
    ]


def test_silenced_figures_are_left(tmp_path: Path) -> None:
    """The drafter said that they may stand; the others are bound."""
    silenced = f"silenced:\n  - {{code: orphan-number, at: {FILE}, words: 合格率达到92%, reason: 引文}}\n"
    folder = write_plan(tmp_path, *BOTH, ("plan.yaml", "documents:\n", f"{silenced}documents:\n"))
    said = told(folder, calling(("92%", QUALITY), ("5～10个", STATE)))
    assert [each.split(" ", 1)[1] for each in said] == [f"[fixed] “5～10个”改成了 {STATE}"]


def test_a_silence_that_names_one_fact_leaves_the_others_of_its_line(tmp_path: Path) -> None:
    """As it does when they are checked."""
    line: Change = (FILE, f"合格率达到{QUALITY}，", "产品抽查合格率达到92%，国家级品牌5～10个，")
    silenced = f"silenced:\n  - {{code: orphan-number, at: {FILE}, words: 年，产品抽查合格率达到, reason: 引文}}\n"
    folder = write_plan(tmp_path, line, ("plan.yaml", "documents:\n", f"{silenced}documents:\n"))
    said = told(folder, calling(("92%", QUALITY), ("5～10个", STATE)))
    assert [each.split(" ", 1)[1] for each in said] == [f"[fixed] “5～10个”改成了 {STATE}"]


def test_with_the_check_off_nothing_is_bound(tmp_path: Path) -> None:
    """For the whole plan."""
    off = "checks:\n  - {code: orphan-number, severity: 'off', reason: 数字由他处核定}\n"
    folder = write_plan(tmp_path, TYPED, ("plan.yaml", "documents:\n", f"{off}documents:\n"))
    assert told(folder) == []


def test_a_plan_with_faults_is_left(tmp_path: Path) -> None:
    """What it means is not known; others are mended."""
    bad = write_plan(tmp_path / "bad", TYPED, ("plan.yaml", "government: county", "government: 县政府"))
    good = write_plan(tmp_path / "good", TYPED)
    found = fixed([bad, good], silent)
    assert [(str(each.origin), each.code) for each in found] == [
        (f"{shown(bad)}/plan.yaml", "fix-left"),
        (f"{shown(good)}/{FILE}:9:25", "fixed"),
    ]
    assert "92%" in (bad / FILE).read_text(encoding="utf-8")


def test_gbk_stays_gbk_and_line_ends_stay(tmp_path: Path) -> None:
    """As a drafter's editor wrote them."""
    folder = write_plan(tmp_path, TYPED)
    data = "\r\n".join(lines(folder)).encode("gb18030")
    (folder / FILE).write_bytes(data)
    assert len([each for each in told(folder) if "[fixed]" in each]) == 1
    assert (folder / FILE).read_bytes() == data.replace("92%".encode("gb18030"), QUALITY.encode("gb18030"), 1)


def test_a_file_saved_between_reading_and_writing_is_left(tmp_path: Path) -> None:
    """Whether before the text is looked up in it, or after."""
    folder = write_plan(tmp_path, TYPED)

    def find(plan: Plan) -> list[Binding]:
        found = typed(plan)
        (folder / FILE).write_text("\n".join(lines(folder)).replace("到2015年", "至2015年"), encoding="utf-8")
        return found

    before = lines(folder)
    assert told(folder, find) == [f"{FILE}:9:9 [fix-left] “92%”没有改动：文件里这段文字已不是检查时的样子"]
    assert lines(folder) == [each.replace("到2015年", "至2015年") for each in before]


def test_of_several_plans_all_are_written_or_none(tmp_path: Path) -> None:
    """One file is set read-only."""
    folders = [write_plan(tmp_path / name, TYPED) for name in ("a", "b")]
    (folders[1] / FILE).chmod(0o444)
    with pytest.raises(Unwritable, match="文件设了只读"):
        fixed(folders, silent)
    assert all("92%" in (folder / FILE).read_text(encoding="utf-8") for folder in folders)
