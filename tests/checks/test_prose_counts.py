"""Counts that announce a list of another length."""

from pathlib import Path

import pytest

from tests.checks.prosing import PROSE, codes
from tests.plans import Change, good_plan
from tests.prose.stating import TASKS, WHOLE, sentence
from yinfa.prose.orphans import orphans_in
from yinfa.prose.reading import reading_of


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("规划共设17项指标。", True),
        ("规划共设十七项主要指标。", True),
        ("本规划确定了9项指标。", True),
        ("“十一五”规划共设5项指标。", True),
        ("两项指标不再统计。", False),
        ("共有17项指标未完成。", False),
        ("实施三大工程：品牌工程、标准工程、计量工程。", False),
        ("实施四大工程：品牌工程、标准工程、计量工程。", True),
        ("开展八项行动：甲行动、乙行动。", True),
        ("开展八项行动：重点推进甲，督查乙。", False),
        ("有两个方面短板：一是标准少，二是品牌弱。", False),
        ("有三个方面短板：一是标准少，二是品牌弱。", True),
        ("推进四大工程。", False),
        ("实施四大工程，即品牌工程、标准工程、计量工程。", True),
        ("实施三大工程（品牌工程、标准工程、计量工程），见效快。", False),
        ("实施四大工程（品牌工程、标准工程、计量工程），见效快。", True),
        ("实施质量提升、标准领跑、品牌培育三大工程。", False),
        ("实施质量提升、标准领跑、品牌培育“四大工程”。", True),
        ("在计量、标准领域实施质量、品牌两大工程。", False),
        ("安排重大项目3个，分年实施。", True),
        ("规划安排3个重大项目。", True),
        ("两个重点项目没有开工。", False),
        ("3个重点项目已完工。", False),
    ],
)
def test_a_count_is_compared_with_what_it_counts(tmp_path: Path, words: str, wrong: bool) -> None:
    assert codes(tmp_path, words, WHOLE) == (["list-count"] if wrong else [])


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ((WHOLE, "重点如下。", "重点有以下两项："), None),
        ((WHOLE, "重点如下。", "重点有以下三项："), "23:19"),
        ((WHOLE, "重点如下。", "重点有下列5个方面："), "23:19"),
        ((WHOLE, "heading: 发展目标", "heading: 抓好三项重点工作"), None),
    ],
)
def test_a_count_before_a_list_is_its_length(tmp_path: Path, change: Change, place: str | None) -> None:
    found = [str(each.origin) for each in PROSE["list-count"](reading_of(good_plan(tmp_path, change)))]
    assert found == ([f"data/xian/text/plan.yaml:{place}"] if place else [])


@pytest.mark.parametrize(("count", "wrong"), [("两项", False), ("三项", True), ("五大", True)])
def test_a_heading_counts_those_under_it(tmp_path: Path, count: str, wrong: bool) -> None:
    under = "".join(f"      - {{heading: {each}, blocks: [重视。]}}\n" for each in ("质量创新", "质量基础"))
    chapter = f"  - heading: 抓好{count}重点工作\n    blocks:\n{under}"
    found = list(
        PROSE["list-count"](
            reading_of(good_plan(tmp_path, (WHOLE, "  - heading: 保障措施\n", f"{chapter}  - heading: 保障措施\n")))
        )
    )
    assert bool(found) is wrong


@pytest.mark.parametrize(
    ("words", "call", "shown"),
    [
        ("规划共设7项指标。", '{{ count("指标") }}', "7项"),
        ("规划共设七项主要指标。", '{{ count("指标") }}', "7项"),
        ("“十一五”规划共设3项指标。", '{{ count("指标", period="11-5") }}', "3项"),
        ("规划安排2个重大项目。", '{{ count("项目") }}', "2个"),
        ("规划安排重大项目两个。", '{{ count("项目") }}', "2个"),
    ],
)
def test_a_count_that_is_right_is_to_be_bound(tmp_path: Path, words: str, call: str, shown: str) -> None:
    (orphan,) = orphans_in(good_plan(tmp_path, sentence(words, WHOLE), evaluation=True))
    assert (orphan.call, orphan.shown) == (call, shown)
    assert orphan.literal in words


@pytest.mark.parametrize(("tasks", "told"), [(3, "orphan-number"), (5, "list-count")])
def test_the_tasks_of_a_paper_are_counted(tmp_path: Path, tasks: int, told: str) -> None:
    assert codes(tmp_path, f"全年安排任务{tasks}项。", TASKS) == [told]
