"""Titles in lines: no word broken, no line too wide, a trapezoid or a rhombus (gbt9704 17)."""

from itertools import combinations, pairwise, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfa.compose.titles import is_shapely, title_lines, words_of_title
from yinfa.fitting import breadth_of

WIDTH = 20.1
MOST = 4
NAMES = ("天台县", "天台县人民政府", "天台县人民政府办公室", "天台县发展和改革局", "县质监局")


def lines(title: str) -> list[str]:
    """Return the lines of a title."""
    return list(title_lines(title, NAMES, WIDTH, MOST))


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("2013年度天台县质量强县建设行动计划", "2013年度天台县质量强县建设行动计划"),
        (
            "天台县人民政府办公室关于印发2013年天台县质量强县建设行动计划的通知",
            "天台县人民政府办公室/关于印发2013年天台县质量强县/建设行动计划的通知",
        ),
        (
            "天台县人民政府办公室关于公开征求《天台县质量强县“十四五”规划》意见的通知",
            "天台县人民政府办公室/关于公开征求《天台县质量强县/“十四五”规划》意见的通知",
        ),
        ("天台县人民政府关于加强质量工作的若干意见", "天台县人民政府/关于加强质量工作的若干意见"),
        (
            "2013年度天台县质量强县建设行动计划任务单（县质监局）",
            "2013年度天台县质量强县/建设行动计划任务单（县质监局）",
        ),
    ],
)
def test_a_title_is_broken_as_an_office_would(title: str, wanted: str) -> None:
    """Before 关于, never around 的, no name in two."""
    assert lines(title) == wanted.split("/")


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("天台县发展和改革局关于加强重点产业质量基础设施一站式服务平台建设的实施意见", "天台县发展和改革局"),
        ("天台县人民政府关于印发天台县质量发展规划（2021—2025年）重点任务分工方案的通知", "（2021—2025年）"),
        ("天台县人民政府关于深入开展2021—2025年度“质量月”主题宣传系列活动的实施意见", "2021—2025年度"),
        ("天台县人民政府关于深入开展2021—2025年度“质量月”主题宣传系列活动的实施意见", "“质量月”"),
        ("天台县人民政府关于深入开展2021—2025年度“质量月”主题宣传系列活动的实施意见", "活动的实施意见"),
        ("天台县人民政府办公室关于印发天台县创建ISO9001质量管理体系认证示范县方案的通知", "ISO9001"),
    ],
)
def test_what_belongs_together_stands_on_one_line(title: str, whole: str) -> None:
    """Names, brackets, quotes, years, and 的 with what stands on both its sides."""
    assert any(whole in line for line in lines(title))


def test_no_line_begins_with_a_mark_that_closes_or_ends_with_one_that_opens() -> None:
    """《 goes to the next line, 》 stays on its own."""
    found = lines("天台县人民政府办公室关于公开征求《天台县国民经济和社会发展第十二个五年总体规划纲要》意见的通知")
    assert len(found) > 1
    assert not any(line[0] in "》，、）" or line[-1] in "《（" for line in found)


def test_a_blank_between_two_offices_stands_at_no_end_of_a_line() -> None:
    """A line is centred without it."""
    title = "天台县人民政府办公室\u3000天台县发展和改革局关于进一步加强全县质量工作的通知"
    assert lines(title) == ["天台县人民政府办公室\u3000天台县发展和改革局", "关于进一步加强全县质量工作的通知"]
    title = title.replace("天台县发展和改革局", "天台县工业发展和改革局")
    assert lines(title) == ["天台县人民政府办公室", "天台县工业发展和改革局", "关于进一步加强全县质量工作的通知"]
    assert lines("天台县人民政府\u3000县质监局通知") == ["天台县人民政府\u3000县质监局通知"]


@pytest.mark.parametrize("between", [" ", ""])
def test_offices_that_need_a_line_each_stand_above_the_rest(between: str) -> None:
    """As a block of their own, which the shape of the lines below does not reckon with; known by blank or by name."""
    first, second = "天台县质量强县工作领导小组办公室", "天台县质量技术监督局"
    title = f"{first}{between}{second}关于印发天台县2012年质量强县行动计划的通知"
    assert list(title_lines(title, (*NAMES, first, second), WIDTH, MOST)) == [
        "天台县质量强县工作领导小组办公室",
        "天台县质量技术监督局",
        "关于印发天台县2012年",
        "质量强县行动计划的通知",
    ]


def test_a_title_too_long_for_its_lines_has_none() -> None:
    """Four lines of twenty characters hold eighty."""
    assert len(lines("国" * 80)) == 4
    assert lines("国" * 81) == []


def test_a_name_wider_than_a_line_is_broken_after_all() -> None:
    """Better than no title."""
    name = "天台县推进质量基础设施一站式服务平台建设工作领导小组办公室"
    found = title_lines(f"{name}关于加强质量工作的通知", [name], WIDTH, MOST)
    assert "".join(found) == f"{name}关于加强质量工作的通知"


@pytest.mark.parametrize(
    ("widths", "shapely"),
    [
        ((5,), True),
        ((5, 9), True),
        ((9, 5), True),
        ((5, 9, 7), True),
        ((5, 7, 9, 9), True),
        ((9, 5, 9), False),
        ((5, 9, 5, 6), False),
    ],
)
def test_a_shape_widens_to_one_line_and_narrows_from_it(widths: tuple[int, ...], shapely: bool) -> None:
    """No hourglass."""
    assert is_shapely(widths) == shapely


WORDS = (
    *NAMES,
    "关于",
    "印发",
    "2013年",
    "质量",
    "强县",
    "建设",
    "行动计划",
    "的",
    "通知",
    "和",
    "《纲要》",
    "“十二五”",
    "A1",
)
TITLES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=16).map("".join)


def shapes(words: tuple[str, ...]) -> bool:
    """Return whether any way to put words on lines has the shape."""
    for count in range(MOST):
        for cuts in combinations(range(1, len(words)), count):
            widths = [breadth_of("".join(words[a:b])) for a, b in pairwise([0, *cuts, len(words)])]
            if max(widths) <= WIDTH and is_shapely(widths):
                return True
    return False


def below(found: list[str]) -> list[str]:
    """Return the lines below several offices with a line each, else all."""
    offices = list(takewhile(lambda line: line in NAMES, found))
    rest = found[len(offices) :]
    return rest if len(offices) > 1 and rest and rest[0].startswith("关于") else found


@given(TITLES)
def test_lines_join_to_the_title_fit_and_have_the_shape(title: str) -> None:
    """Whenever any arrangement of its words has."""
    found, words = lines(title), words_of_title(title, NAMES, WIDTH)
    assert "".join(words) == title
    if not found:
        assert breadth_of(title) > 0.5 * MOST * WIDTH
        return
    assert "".join(found) == title
    assert all(breadth_of(line) <= WIDTH for line in found)
    assert len(found) <= MOST
    shaped = below(found)
    shapely = is_shapely([breadth_of(line) for line in shaped])
    assert shapely == shapes(words) or (shapely and len(shaped) < len(found))


@given(TITLES)
def test_no_word_is_broken(title: str) -> None:
    """Every line is made of whole words."""
    words = list(words_of_title(title, NAMES, WIDTH))
    for line in lines(title):
        taken = ""
        while taken != line:
            assert line.startswith(taken)
            taken += words.pop(0)
