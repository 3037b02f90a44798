"""What every format decides alike of a chart: its axis, its labels, its measures; worked out by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.writers.drawn import LIMIT, YEARS, chart, path, rates, series, units
from yinfa.document.charts import Chart
from yinfa.styling import load_style
from yinfa.writers.axes import Axis, axis_of, plain, shown_limit
from yinfa.writers.charts import behind_bar, frame_of, legend_of, words_in
from yinfa.writers.labels import label_lines, room_of

STYLE = load_style()
LONG = (
    "省级以上高新技术企业和科技型中小企业累计新增认定数量" + "占全部规模以上工业企业数量的比重比上年提高幅度与任务之比"
)


def _bars(*values: str | None, limit: bool = True) -> Chart:
    return chart("bars", ["甲"] * len(values), series("完成率", "solid", values), limit=LIMIT if limit else None)


def _lines(*values: str | None) -> Chart:
    return chart("lines", ["年"] * len(values), series("实际", "line", values))


def _axis(least: str, most: str, step: str) -> Axis:
    return Axis(Decimal(least), Decimal(most), Decimal(step))


@pytest.mark.parametrize(
    ("values", "axis"),
    [
        (("95", "60"), _axis("0", "100", "20")),
        (("101",), _axis("0", "120", "20")),
        (("-30", "90"), _axis("-40", "100", "20")),
        (("0", "0"), _axis("0", "100", "20")),
        ((None,), _axis("0", "100", "20")),
        (("80", "90", "250"), _axis("0", "250", "50")),
        (("80", "90", "251"), _axis("0", "100", "20")),
        (("80", "9000"), _axis("0", "100", "20")),
    ],
    ids=("below", "above", "negative", "zero", "gap", "great", "huge", "one of two huge"),
)
def test_bars_begin_at_zero_and_the_limit_is_on_the_axis(values: tuple[str | None, ...], axis: Axis) -> None:
    """A value of more than 2.5 times the limit does not make the others short."""
    assert axis_of(_bars(*values)) == axis


def test_without_a_limit_the_median_tells_what_is_huge() -> None:
    """One value by itself never is; zeros do not count."""
    assert axis_of(_bars("9000", limit=False)).most == 10000
    assert axis_of(_bars("0", "0", "4", limit=False)).most == 4
    assert axis_of(_bars("3", "4", "4", "11", limit=False)).most == 4


@pytest.mark.parametrize("drawn", [_bars("80", "9000"), _bars("80"), units()], ids=("huge", "small", "stacked"))
def test_bars_end_at_the_top_that_the_chart_has(drawn: Chart) -> None:
    """So that charts that go on have one scale, and a note can say where bars are cut; a step need not reach it."""
    axis = axis_of(replace(drawn, top=Decimal(170)))
    assert (axis.least, axis.most) == (Decimal(0), Decimal(170))
    assert list(axis.ticks[-2:]) == [Decimal(100), Decimal(150)]


def test_stacked_bars_are_measured_by_their_sums_in_whole_steps() -> None:
    """Nobody does half a task."""
    assert axis_of(units()) == _axis("0", "20", "5")
    few = chart("stacked", ["甲"], series("已办结", "solid", ["1"], ""), series("未启动", "hatched", ["1"], ""))
    assert axis_of(few) == _axis("0", "2", "1")


@pytest.mark.parametrize(
    ("values", "axis"),
    [
        (("2", "13"), _axis("0", "16", "2")),
        (("94.2", None, "97.3"), _axis("93.5", "98", "0.5")),
        (("50", "50"), _axis("44", "56", "2")),
        ((None, None), _axis("0", "1", "0.2")),
        (("-3", "2"), _axis("-4", "3", "1")),
        (("0", "0"), _axis("0", "1", "0.2")),
    ],
    ids=("from zero", "near", "level", "gaps", "negative", "zero"),
)
def test_lines_begin_near_their_least_figure_or_at_zero(values: tuple[str | None, ...], axis: Axis) -> None:
    """Zero, where the least is less than half of the greatest."""
    assert axis_of(_lines(*values)) == axis


def test_figures_at_the_axis_have_no_needless_digits() -> None:
    """They go by the step from the least to the most, and none is written as a power."""
    assert [plain(tick) for tick in _axis("0", "1.0", "0.5").ticks] == ["0", "0.5", "1"]
    assert [plain(tick) for tick in _axis("0", "2E+3", "1E+3").ticks] == ["0", "1000", "2000"]


def test_what_is_beyond_the_axis_lies_at_its_end() -> None:
    """Within it, it lies by its value."""
    axis = _axis("0", "100", "20")
    assert [axis.part(Decimal(value)) for value in (0, 25, 100, 9000)] == [0, 0.25, 1, 1]


def test_a_limit_is_drawn_across_bars_alone() -> None:
    """Not over lines, and none where the chart has none."""
    assert shown_limit(_bars("1")) == 100
    assert shown_limit(_bars("1", limit=False)) is None
    assert shown_limit(chart("lines", YEARS[:1], series("实际", "line", ["1"]), limit=LIMIT)) is None


def test_a_legend_tells_several_series_apart() -> None:
    """One series needs none; one without any figure is not in it."""
    assert legend_of(_bars("1")) == ()
    empty = series("基本完成", "light", [None] * 5)
    two = rates()
    three = chart("bars", two.labels, two.series[0], empty, two.series[1])
    assert [each.name for each in legend_of(three)] == ["达到目标", "未完成"]


def test_a_legend_goes_on_in_another_line_and_leaves_room_for_the_measure() -> None:
    """156 mm are 49 characters of 9 pt, of which the measure takes 5 and a half; an entry takes 11."""
    drawn = chart("stacked", ["甲"], *[series("七个字的图例名", "solid", ["1"], "") for _ in range(5)])
    frame = frame_of(drawn, STYLE)
    assert [len(line) for line in frame.legend] == [3, 2]
    assert frame.top == pytest.approx((2 + 0.3) * 1.3 * 9 * 25.4 / 72)
    assert [len(line) for line in frame_of(replace(drawn, measure=""), STYLE).legend] == [4, 1]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("十个汉字以内", ("十个汉字以内",)),
        ("化学需氧量排放总量减少率", ("化学需氧量排", "放总量减少率")),
        ("甲乙丙丁戊己，庚辛壬癸子", ("甲乙丙丁戊", "己，庚辛壬癸子")),
        ("甲乙丙丁戊（庚辛壬癸）", ("甲乙丙丁戊", "（庚辛壬癸）")),
        ("甲乙ABCDEFGHIJKLMNOP丙", ("甲乙", "ABCDEFGHIJKLMNOP丙")),
        ("一二三四五六七八九十" * 3, ("一二三四五六七八九十", "一二三四五六七八九…")),
        ("A" * 30, ("A" * 20, "A" * 10)),
    ],
    ids=("short", "equal", "comma", "bracket", "latin", "cut", "unbreakable"),
)
def test_long_labels_are_broken_into_two_lines(text: str, lines: tuple[str, ...]) -> None:
    """Equally long ones where Chinese may be broken, of ten characters at most; what is left over is cut off."""
    assert label_lines(text, 10) == lines


def test_labels_take_no_more_room_than_their_lines() -> None:
    """Broken in two, a label of 30 characters leaves the rest to the bars: 15 of 8 pt, and the gap behind them."""
    frame = frame_of(chart("bars", ["一二三四五六七八九十" * 3], series("完成率", "solid", ["1"])), STYLE)
    assert [len(line) for line in frame.labels[0]] == [15, 15]
    assert frame.names == pytest.approx((15 + 0.4) * 8 * 25.4 / 72)


def test_a_percent_sign_is_wider_than_a_digit() -> None:
    """By a third of a Han character."""
    assert room_of("100%") == pytest.approx(2.34)


def test_rows_are_higher_where_labels_need_more_lines() -> None:
    """As long as the page has room: then nothing of a label is cut off."""
    one = frame_of(chart("bars", [LONG, "短"], series("完成率", "solid", ["1", "2"])), STYLE)
    assert ("".join(one.labels[0]), len(one.labels[0])) == (LONG, 3)
    assert one.pitch == pytest.approx(3 * 1.05 * 8 * 25.4 / 72)
    many = frame_of(chart("bars", [LONG] * 30, series("完成率", "solid", ["1"] * 30)), STYLE)
    assert all(len(label) == 2 and label[-1].endswith("…") for label in many.labels)


@pytest.mark.parametrize(("wide", "tallest"), [(False, 175), (True, 106)])
@pytest.mark.parametrize("count", [1, 5, STYLE.chart.most])
def test_a_chart_is_no_higher_than_its_page_has_room_for(count: int, wide: bool, tallest: float) -> None:
    """Its rows are 6 mm high or less, and its type is 9 pt, or 8."""
    frame = frame_of(rates(count), STYLE, wide=wide)
    assert frame.height <= tallest + 1e-9
    assert frame.height == pytest.approx(frame.top + count * frame.pitch + frame.bottom)
    assert (frame.pitch, frame.size) == ((6, 9) if count < 6 else (pytest.approx(frame.pitch), 8))
    assert frame.pitch >= 8 * 25.4 / 72
    assert frame.width <= 156


def test_sixty_indicators_are_two_charts() -> None:
    """Each as many bars as a chart may have."""
    assert STYLE.chart.most * 2 == 60


def test_bars_end_where_their_values_are() -> None:
    """The plot begins behind the labels and leaves room for the figures."""
    frame = frame_of(_bars("50", "100"), STYLE)
    assert frame.across(Decimal(0)) == frame.names
    assert frame.across(Decimal(50)) == pytest.approx(frame.names + frame.plot / 2)
    assert frame.behind >= room_of("100%") * 9 * 25.4 / 72


def test_points_lie_the_higher_the_greater_they_are() -> None:
    """The least figure of the axis at its foot, the greatest at its top."""
    frame = frame_of(path(), STYLE)
    assert frame.up(frame.axis.least) == pytest.approx(frame.height - frame.bottom)
    assert frame.up(frame.axis.most) == pytest.approx(frame.top)


def test_a_stacked_bar_has_its_total_behind_it() -> None:
    """And its pieces, if they have no room for their figures; zero is a total, a gap is none."""
    gap = chart("stacked", ["甲"], series("已办结", "solid", [None]))
    assert [behind_bar(units(), row) for row in range(3)] == ["20", "8", "0"]
    assert behind_bar(units(), 0, pieces=True) == "12+2+6=20"
    assert behind_bar(gap, 0) == ""


def test_every_word_of_a_chart_is_known() -> None:
    """So that one that no face can print is told."""
    words = set(words_in(rates()))
    assert {"达到目标", "未完成", "驰名商标", "100%", "单位：项", "97%"} <= words
