"""Charts on the page of the PDF: words that can be read and copied, bars as long as their figures, black and white."""

import re
from itertools import combinations, pairwise
from typing import Any

import pytest
from lxml import etree

from tests.writers.drawn import LIMIT, NAMES, chart, path, rates, series, units
from tests.writers.pdf_measure import TOP, document_of, lines_of, pages_of, pages_with
from yinfa.document.charts import Chart
from yinfa.document.tree import Block, Heading, Page, Paragraph, Section, Text
from yinfa.styling import MM_PER_PT, load_style
from yinfa.writers.charts import frame_of
from yinfa.writers.glyphs import missing_in
from yinfa.writers.pdf import lay_out
from yinfa.writers.pdf.chart_lines import figures_of, points_of, runs_of
from yinfa.writers.pdf.charts import write_chart
from yinfa.writers.pdf.svg import Area, hatching

pytestmark = pytest.mark.slow

STYLE = load_style()
NOWHERE = "\U0001f409"  # a dragon, which no Han face has
DARK, LIGHT, WHITE = (166 / 255,) * 3, (230 / 255,) * 3, (1.0,) * 3
EACH = pytest.mark.parametrize("drawn", [rates(), units(), path()], ids=("bars", "stacked", "lines"))


def _words(page: Any) -> str:
    """Return the words of the page as they are copied, without spaces."""
    return re.sub(r"\s", "", page.extract_text())


def _bars(page: Any, colour: tuple[float, ...]) -> list[Any]:
    """Return the filled rectangles of a grey from top to bottom, without the samples of the legend."""
    found = [each for each in page.rects if each["fill"] and _is(each["non_stroking_color"], colour)]
    return sorted((each for each in found if each["height"] > 6), key=lambda each: (each["top"], each["x0"]))[1:]


def _is(colour: Any, wanted: tuple[float, ...]) -> bool:
    return len(colour) == 3 and all(abs(a - b) < 0.01 for a, b in zip(colour, wanted, strict=True))


@EACH
def test_the_picture_is_well_formed(drawn: Chart) -> None:
    """And what is special in XML does not spoil it."""
    html = write_chart(drawn, STYLE)
    svg = etree.fromstring(html[html.index("<svg") : html.index("</svg>") + 6])
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    assert svg[0].text == drawn.alt
    assert "R&D经费占GDP比重" in {each.text for each in svg} or drawn.form != "bars"


@EACH
def test_every_word_and_figure_is_text_on_the_page(drawn: Chart) -> None:
    """Labels, names of series, figures, the measure, the limit, and the caption below."""
    (page,) = pages_with(drawn)
    said = _words(page)
    wanted = [*drawn.labels, *(each.name for each in drawn.series), "单位：项", "图1完成情况"]
    wanted += [
        each.text for row in drawn.series for each in row.values if each and (each.value or drawn.form == "bars")
    ]
    assert [word for word in wanted if word not in said] == []
    assert ("100%" in said) == (drawn.form == "bars")


@EACH
def test_type_is_of_the_faces_of_the_paper(drawn: Chart) -> None:
    """Figures in the latin face and Han in 宋体, at 9 pt."""
    (page,) = pages_with(drawn)
    chars = [char for char in page.chars if char["tag"] == "Figure"]
    fonts = {("ascii" if char["text"].isascii() else "han", char["fontname"].partition("+")[2]) for char in chars}
    assert fonts == {("ascii", "yinfa-LiberationSerif-Regular"), ("han", "yinfa-FandolSong-Regular")}
    assert {round(char["size"], 2) for char in chars} == {9}


@EACH
def test_the_picture_has_its_text_for_those_who_do_not_see_it(drawn: Chart) -> None:
    """In the structure tree; and the file is still one for archives."""
    pdf = lay_out(document_of(Section("body", (drawn,), 1)), STYLE).pdf()
    assert b'pdfaid:part="2" pdfaid:conformance="U"' in pdf
    (page,) = pages_of(pdf)
    figures = [each for each in _below(page.structure_tree) if each["type"] == "Figure"]
    assert [each.get("alt_text") for each in figures] == [drawn.alt]


def _below(elements: list[Any]) -> list[Any]:
    return [each for element in elements for each in (element, *_below(element.get("children", [])))]


@EACH
def test_nothing_is_coloured_and_nothing_shines_through(drawn: Chart) -> None:
    """All inks are greys, and no graphics state makes one transparent."""
    (page,) = pages_with(drawn)
    marks = [*page.rects, *page.lines, *page.curves, *page.chars]
    inks = {each[key] for each in marks for key in ("stroking_color", "non_stroking_color") if each[key]}
    assert all(max(ink) == min(ink) for ink in inks)
    states = (page.page_obj.resources.get("ExtGState") or {}).values()
    assert all(value == 1 for state in states for key, value in state.items() if key in ("ca", "CA"))
    assert not [state for state in states if "SMask" in state]


def test_bars_are_as_long_as_their_figures() -> None:
    """All begin at one place; what they measure is what they mean."""
    values = ["120", "95.5", "60", "30.25"]
    (page,) = pages_with(chart("bars", NAMES[:4], series("一", "solid", values), series("二", "light", [None] * 4)))
    bars = _bars(page, DARK)
    assert len({round(bar["x0"], 2) for bar in bars}) == 1
    per_cent = [bar["width"] / float(value) for bar, value in zip(bars, values, strict=True)]
    assert per_cent == pytest.approx([per_cent[0]] * 4, rel=1e-3)


def test_pieces_of_a_bar_are_as_long_as_their_figures() -> None:
    """Each begins where the one before ends."""
    (page,) = pages_with(units())
    dark, light, hatched = (_bars(page, each) for each in (DARK, LIGHT, WHITE))
    unit = dark[0]["width"] / 12
    assert dark[1]["width"] == pytest.approx(5 * unit, rel=1e-3)
    assert light[0]["width"] == pytest.approx(2 * unit, rel=1e-3)
    assert light[0]["x0"] == pytest.approx(dark[0]["x1"], abs=0.01)
    assert hatched[0]["x0"] == pytest.approx(light[0]["x1"], abs=0.01)
    assert hatched[0]["width"] == pytest.approx(6 * unit, rel=1e-3)


def _limit_of(page: Any) -> float:
    (x,) = {round(line["x0"], 2) for line in page.lines if line["dash"] and line["dash"][0]}
    return float(x)


def test_the_limit_stands_at_its_figure() -> None:
    """A bar of 100 ends there, and its label stands above it."""
    rows = series("一", "solid", ["100", "50"]), series("二", "light", [None, None])
    (page,) = pages_with(chart("bars", NAMES[:2], *rows, limit=LIMIT))
    limit = _limit_of(page)
    assert next(bar["x1"] for bar in _bars(page, DARK)) == pytest.approx(limit, abs=0.02)
    (label,) = [word for word in page.extract_words() if word["text"] == "100%" and word["x0"] < limit]
    assert (label["x0"] + label["x1"]) / 2 == pytest.approx(limit, abs=0.5)


def test_a_huge_figure_does_not_make_the_others_short() -> None:
    """Its bar ends with the axis and is broken; the figure says how long it were."""
    (page,) = pages_with(chart("bars", NAMES[:2], series("完成率", "solid", ["80", "1250"]), limit=LIMIT))
    other, huge = sorted(each["width"] for each in page.rects if each["fill"] and _is(each["non_stroking_color"], DARK))
    assert other == pytest.approx(huge * 0.8, rel=1e-3)
    assert "1250%" in _words(page)
    slanting = [line for line in page.lines if 1 < line["width"] < 5 and line["height"] > 10]
    assert len(slanting) == 3


def test_a_gap_draws_nothing_and_is_no_zero() -> None:
    """Neither bar nor figure stands beside its label; a zero has its figure."""
    (page,) = pages_with(chart("bars", ["甲", "乙", "丙"], series("完成率", "solid", ["50", None, "0"])))
    rows = {line.text[0]: line.text[1:].strip() for line in lines_of(page) if line.text[0] in "甲乙丙"}
    assert rows == {"甲": "50%", "乙": "", "丙": "0%"}
    assert len([each for each in page.rects if _is(each["non_stroking_color"], DARK)]) == 1


def test_a_chart_of_gaps_alone_is_drawn_too() -> None:
    """With its labels and its axis."""
    (page,) = pages_with(chart("bars", NAMES, series("完成率", "solid", [None] * 5), limit=LIMIT))
    assert all(name in _words(page) for name in NAMES)
    assert not [each for each in page.rects if _is(each["non_stroking_color"], DARK)]


def test_hatching_tells_series_apart_without_colour() -> None:
    """The bars of the hatched series, and its sample in the legend, have strokes across; the others have none."""
    (page,) = pages_with(rates())
    slanting = [line for line in page.lines if line["width"] > 2 and line["height"] > 2]
    bars = [*_bars(page, DARK), *[each for each in page.rects if each["height"] > 6 and each["fill"]]]
    hatched = {_across(bar, slanting) > 3 for bar in bars if _is(bar["non_stroking_color"], DARK)}
    assert hatched == {False}
    (sample, *missed) = [
        each for each in bars if _is(each["non_stroking_color"], WHITE) and _across(each, slanting) > 3
    ]
    assert sample["top"] < missed[0]["top"]
    assert len(missed) == sum(each is not None for each in rates().series[1].values)


def _across(bar: Any, strokes: list[Any]) -> int:
    inside = (bar["x0"] - 0.1, bar["x1"] + 0.1, bar["top"] - 0.1, bar["bottom"] + 0.1)
    return sum(
        inside[0] <= each["x0"] and each["x1"] <= inside[1] and inside[2] <= each["top"] and each["bottom"] <= inside[3]
        for each in strokes
    )


def test_hatching_keeps_to_its_area() -> None:
    """Strokes rise to the right, from edge to edge, one gap apart."""
    strokes = hatching(Area(10, 20, 4, 2), 1)
    assert strokes[0] == ((10.0, 21.0), (11.0, 20.0))
    assert all(10 <= x <= 14 and 20 <= y <= 22 for stroke in strokes for x, y in stroke)
    assert all(b[0][0] + b[0][1] - a[0][0] - a[0][1] == 1 for a, b in pairwise(strokes))


def test_figures_in_pieces_stand_out() -> None:
    """Black, as all text of a paper is (gbt9704 8), and upon hatching in a white box."""
    (page,) = pages_with(units())
    fills = {word: _ink_of(page, word) for word in ("12", "2", "6")}
    assert all(_is(fill, (0, 0, 0)) for fill in fills.values())
    six = next(char for char in page.chars if char["text"] == "6")
    boxes = [each for each in page.rects if _is(each["non_stroking_color"], WHITE) and each["width"] < 10]
    assert any(box["x0"] <= six["x0"] and six["x1"] <= box["x1"] for box in boxes)


def _ink_of(page: Any, word: str) -> Any:
    (found, *_) = [each for each in page.extract_words(extra_attrs=["non_stroking_color"]) if each["text"] == word]
    return found["non_stroking_color"]


def test_pieces_without_room_have_their_figures_behind_the_bar() -> None:
    """All of their bar, as the sum that they are."""
    done, late = series("已办结", "solid", ["190", "9"], ""), series("未启动", "hatched", ["1", "9"], "")
    (page,) = pages_with(chart("stacked", ["甲", "乙"], done, late))
    rows = {line.text[0]: line.text[1:] for line in lines_of(page) if line.text[0] in "甲乙"}
    assert rows["甲"] == "190+1=191"
    assert re.sub(r"\s", "", rows["乙"]) == "9918"


def test_a_line_ends_at_a_gap() -> None:
    """A point between gaps has no line; the others are joined."""
    (targets, actuals), frame = path().series, frame_of(path(), STYLE)
    assert [len(run) for run in runs_of(points_of(targets, frame))] == [5]
    assert [len(run) for run in runs_of(points_of(actuals, frame))] == [3]


def test_targets_have_hollow_points_and_actuals_full_ones() -> None:
    """And the line of targets is dashed: one point in the legend, one for each figure."""
    (page,) = pages_with(path())
    points = [each for each in page.curves if each["fill"]]
    assert sum(_is(each["non_stroking_color"], WHITE) for each in points) == 6
    assert sum(_is(each["non_stroking_color"], (0, 0, 0)) for each in points) == 5
    dashed = [each for each in (*page.lines, *page.curves) if each["dash"] and each["dash"][0]]
    assert len(dashed) == 2


def test_figures_of_lines_do_not_hide_each_other() -> None:
    """Also where both lines have nearly the same, they stand apart, each near its own point."""
    close = ["80", "80.1", "80", "80.4", "81"], ["80", "80", "80.2", "80.4", "80.9"]
    drawn = chart("lines", path().labels, series("目标", "dashed", close[0]), series("实际", "line", close[1]))
    (page,) = pages_with(drawn)
    figures = [word for word in page.extract_words() if word["text"].endswith("%")]
    assert len(figures) == 10
    for one, other in combinations(figures, 2):
        apart = one["x1"] <= other["x0"] or other["x1"] <= one["x0"]
        assert apart or abs(one["top"] - other["top"]) > 6.5
    assert len(figures_of(drawn, frame_of(drawn, STYLE))) == 10


@pytest.mark.parametrize("page", ["body", "landscape"])
def test_sixty_indicators_can_be_read_on_two_charts(page: Page) -> None:
    """Type of 8 pt, no label hiding another, each chart on a page with its headings and its caption."""
    headings = [Heading(f"h-{n}", n, (Text("题"),), ordinal=mark) for n, mark in ((1, "一、"), (2, "（一）"))]
    line, charts = Paragraph((Text("文"),)), [rates(STYLE.chart.most)] * 2
    blocks: tuple[Block, ...] = (*[line] * 5, *headings, *charts)
    _, *pages = pages_of(lay_out(document_of(Section(page, blocks, 1)), STYLE).pdf())
    pages = [each for each in pages if "图1" in _words(each)]
    assert len(pages) == 2
    assert "一、题" in _words(pages[0])
    for each in pages:
        assert {round(char["size"], 2) for char in each.chars if char["tag"] == "Figure"} == {8}
        labels = [n for n in range(1, 31) if f"{n}.{NAMES[n % 5]}" in _words(each)]
        assert labels == list(range(1, 31))
        tops = sorted({round(c["top"], 1) for c in each.chars if c["text"] == "%" and c["x0"] > 200 and c["upright"]})
        assert all(after - before > 7.9 for before, after in pairwise(tops))


def test_a_character_that_no_face_has_is_told() -> None:
    """Of a label, the name of a series, a figure or the measure."""
    charts = [
        chart("bars", [NOWHERE], series("一", "solid", ["1"])),
        chart("bars", ["甲"], series(NOWHERE, "solid", ["1"])),
        chart("bars", ["甲"], series("一", "solid", ["1"], NOWHERE)),
    ]
    for each in charts:
        assert missing_in(document_of(Section("body", (each,))), STYLE).keys() == {NOWHERE}


def test_a_character_of_a_rare_face_is_set_in_it() -> None:
    """Fandol lacks 䶮."""
    (page,) = pages_with(chart("bars", ["䶮湖"], series("一", "solid", ["1"])))
    assert "䶮湖" in _words(page)
    assert "NotoSerifCJK" in next(char["fontname"] for char in page.chars if char["text"] == "䶮")


@EACH
def test_a_chart_is_drawn_alike_every_time(drawn: Chart) -> None:
    """Byte by byte."""
    paper = document_of(Section("body", (drawn,), 1))
    assert lay_out(paper, STYLE).pdf() == lay_out(paper, STYLE).pdf()


@EACH
def test_nothing_leaves_the_type_area(drawn: Chart) -> None:
    """Neither words nor bars."""
    (page,) = pages_with(drawn)
    for each in (*page.chars, *page.rects, *page.lines, *page.curves):
        if each["tag"] == "Figure":
            assert each["x0"] * MM_PER_PT >= 28 - 0.3
            assert each["x1"] * MM_PER_PT <= 184 + 0.3


def test_a_chart_keeps_off_the_text_above() -> None:
    """By the space before it: the sample of its legend begins 0.15 of a line below its upper edge."""
    (page,) = pages_with(Paragraph((Text("文"),)), rates())
    first = min(each["top"] for each in page.rects) - TOP / MM_PER_PT
    line = STYLE.roles["body"].line
    assert first == pytest.approx(line + 6 + 0.15 * 1.3 * 9, abs=0.3)
