"""Figures in prose: what is one, its number, its measure, and what the words about it say."""

from decimal import Decimal

import pytest

from yinfa.prose.figures import Written, base_of, figures_in

MEASURES = frozenset({"个", "家", "项", "件", "亿元", "平方米", "分", "微克/立方米", "张", "起/万台", "人次"})


def brief(figure: Written) -> str:
    """Return a figure in short: `5-10家`."""
    high = "" if figure.high is None else f"-{figure.high:f}"
    return f"{figure.low:f}{high}{figure.measure}"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("合格率92%", ["92%"]),
        ("合格率９２％", ["92%"]),
        ("合格率92％", ["92%"]),
        ("合格率９２．５％", ["92.5%"]),
        ("合格率百分之九十二", ["92%"]),
        ("合格率百分之九十二点五", ["92.5%"]),
        ("合格率百分之92", ["92%"]),
        ("死亡率千分之三", ["3‰"]),
        ("九成企业", ["90%"]),
        ("八成五", ["85%"]),
        ("达到98.5%以上", ["98.5%"]),
        ("50个左右", ["50个"]),
        ("五十个", ["50个"]),
        ("两家", ["2家"]),
        ("十二家", ["12家"]),
        ("一百零五家", ["105家"]),
        ("5～10家", ["5-10家"]),
        ("5~10家", ["5-10家"]),
        ("5—10家", ["5-10家"]),
        ("5-10家", ["5-10家"]),
        ("5至10家", ["5-10家"]),
        ("５～１０家", ["5-10家"]),
        ("5家至10家", ["5-10家"]),
        ("5%～8%", ["5-8%"]),
        ("五至十家", ["5-10家"]),
        ("1,200家", ["1200家"]),
        ("60万平方米", ["600000平方米"]),
        ("3.5亿元", ["3.5亿元"]),
        ("35000万元", ["35000万元"]),
        ("三千五百万元", ["35000000元"]),
        ("35微克/立方米", ["35微克/立方米"]),
        ("0.48起/万台", ["0.48起/万台"]),
        ("提高2个百分点", ["2个百分点"]),
        ("提高1.2百分点", ["1.2百分点"]),
        ("100人次以上", ["100人次"]),
        ("国家级5个、省级20个", ["5个", "20个"]),
        ("由55家增至60家", ["55家", "60家"]),
        ("85分", ["85分"]),
        ("新增 30 家", ["30家"]),
        # what is no figure
        ("2015年", []),
        ("2011—2015年", []),
        ("2015年12月31日", []),
        ("第三项任务", []),
        ("第12项", []),
        ("一是抓质量", []),
        ("（一）加强领导", []),
        ("〔2013〕62号", []),
        ("PM2.5浓度", []),
        ("一项工作", []),
        ("一批企业", []),
        ("一体化发展", []),
        ("一次通过", []),
        ("一家企业", []),
        ("十分重要", []),
        ("百家争鸣", []),
        ("千家万户", []),
        ("万家灯火", []),
        ("一成不变", []),
        ("三成果", []),
        ("“十四五”期间", []),
        ("五年规划", []),
        ("12365热线", []),
        ("B2家", []),
        ("5+5家", []),
        ("12月", []),
        ("几家企业", []),
        ("", []),
    ],
)
def test_a_figure_is_found_and_nothing_else_is(text: str, figures: list[str]) -> None:
    assert [brief(each) for each in figures_in(text, MEASURES)] == figures


@pytest.mark.parametrize(
    ("text", "bound", "about"),
    [
        ("达到60%以上", "≥", False),
        ("达到60%及以上", "≥", False),
        ("达到60%（含）以上", "≥", False),
        ("不低于60%", "≥", False),
        ("不少于60家", "≥", False),
        ("至少60家", "≥", False),
        ("超过60家", "≥", True),
        ("突破60家", "≥", True),
        ("高于60%", "≥", False),
        ("不超过37个", "≤", False),
        ("不高于35微克/立方米", "≤", False),
        ("控制在3家以内", "≤", False),
        ("控制在3家", "≤", False),
        ("低于60%", "≤", False),
        ("少于60家", "≤", False),
        ("60家以下", "≤", False),
        ("60家之内", "≤", False),
        ("达到60%", "", False),
        ("50个左右", "", True),
        ("约50个", "", True),
        ("近50个", "", True),
        ("50个，以上内容", "", False),
    ],
)
def test_the_words_about_a_figure_bound_it(text: str, bound: str, about: bool) -> None:
    (figure,) = figures_in(text, MEASURES)
    assert (figure.bound, figure.about) == (bound, about)


@pytest.mark.parametrize(
    ("text", "moved", "change"),
    [
        ("提高2个百分点", "提高", True),
        ("提高了2个百分点", "提高", True),
        ("增长5.3%", "增长", True),
        ("增长约5.3%", "增长", True),
        ("下降8%", "下降", True),
        ("减少2家", "减少", True),
        ("增加5家", "增加", True),
        ("增幅为5%", "增幅", True),
        ("高出2个百分点", "高出", True),
        ("比上年2个百分点", "", True),
        ("提高到92%", "", False),
        ("增长至60家", "", False),
        ("增至60家", "", False),
        ("降至3家", "", False),
        ("达到92%", "", False),
        ("新增30家", "", False),
    ],
)
def test_a_change_is_told_from_a_level(text: str, moved: str, change: bool) -> None:
    (figure,) = figures_in(text, MEASURES)
    assert (figure.moved, figure.tells_change) == (moved, change)


def test_a_figure_knows_its_place() -> None:
    """Also in full-width digits, and the place of the word for a change."""
    text = "合格率提高了１．２个百分点。"
    (figure,) = figures_in(text, MEASURES)
    assert text[figure.start : figure.end] == "１．２个百分点"
    assert text[figure.moved_at :].startswith("提高")


@pytest.mark.parametrize(
    ("measure", "scale", "base"),
    [
        ("万元", 10_000, "元"),
        ("亿元", 100_000_000, "元"),
        ("万平方米", 10_000, "平方米"),
        ("个", 1, "个"),
        ("万", 1, "万"),
    ],
)
def test_measures_convert_by_their_myriads(measure: str, scale: int, base: str) -> None:
    assert base_of(measure) == (Decimal(scale), base)
