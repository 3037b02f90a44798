"""Charts in the DOCX: Word's own, to be edited with their figures, and readable in black and white."""

import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook
from PIL import Image

from tests.openxml import sdk_faults
from tests.word import R
from tests.writers.docx.drawn import BESIDE, CHARTS, PATH, STACKED, TASKS, rates
from tests.writers.docx.reading import STYLE, Node, find, paper_of, parts_of, style_of, written
from tests.writers.libreoffice import docx_to_pdf
from tests.writers.pdf_measure import pages_of
from yinfa.document.tree import Chart, Document, Figure, Num, Paragraph, Series, Text
from yinfa.document.walk import text_of
from yinfa.paths import ROOT
from yinfa.proof.said_docx import said_by_docx
from yinfa.proof.said_tree import said_by_tree
from yinfa.writers.charts import frame_of
from yinfa.writers.labels import CUT

pytestmark = pytest.mark.slow

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
EMU_PER_MM = 36000
ALL = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)


def paper_with(*charts: Chart) -> Document:
    """Return a paper with charts, no two of one id."""
    numbered = (replace(each, id=f"figure-{n}", ordinal=f"图{n}") for n, each in enumerate(charts, 1))
    return paper_of(Paragraph((Text("完成情况见图。"),)), *numbered, Paragraph((Text("正文。"),)))


def part_of(chart: Chart) -> Node:
    """Return the root of a chart's part."""
    return parts_of(written(paper_with(chart)))["charts/chart1.xml"]


def c(root: Node, path: str) -> list[Any]:
    """Return what a path of charts' and drawings' names leads to."""
    return list(root.xpath(path, namespaces={"c": C, "a": A, "wp": WP}))


def said(root: Node, path: str, attribute: str = "val") -> list[str]:
    """Return an attribute of everything that a path leads to."""
    return [each.get(attribute) for each in c(root, path)]


def book_in(docx: bytes, number: int = 1) -> Any:
    """Return the workbook of a chart, opened."""
    with ZipFile(BytesIO(docx)) as archive:
        return load_workbook(BytesIO(archive.read(f"word/embeddings/chart{number}.xlsx")))


def cells_at(book: Any, place: str) -> list[Any]:
    """Return the values of the cells that a reference of a chart leads to."""
    sheet, _, cells = place.rpartition("!")
    found = book[sheet.strip("'")][cells.replace("$", "")]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


def cached(reference: Node) -> list[str | None]:
    """Return what a reference was when the paper was made, point by point, None where there is nothing."""
    points = {int(each.get("idx")): each.findtext(f"{{{C}}}v") for each in c(reference, ".//c:pt")}
    return [points.get(n) for n in range(int(said(reference, ".//c:ptCount")[0]))]


def whole(labels: list[Any]) -> list[str]:
    """Return labels on one line each."""
    return [label.replace("\n", "") for label in labels]


def numbers(series: Series) -> list[Decimal | None]:
    """Return the values of a series."""
    return [None if each is None else each.value for each in series.values]


# --- the file ---------------------------------------------------------------------------


def test_the_open_xml_sdk_finds_no_error(tmp_path: Path) -> None:
    assert sdk_faults(written(paper_with(*CHARTS.values())), tmp_path / "paper.docx") == ""


def test_a_chart_of_gaps_is_valid(tmp_path: Path) -> None:
    gaps = replace(TASKS, series=(replace(TASKS.series[0], values=(None, None, None)),))
    assert sdk_faults(written(paper_with(gaps)), tmp_path / "paper.docx") == ""


def test_two_builds_are_the_same_to_the_byte() -> None:
    paper = paper_with(*CHARTS.values())
    assert written(paper) == written(paper)


def test_a_paper_without_charts_loads_no_openpyxl() -> None:
    program = (
        "import sys;from tests.specimen import specimen;from tests.writers.docx.reading import written;"
        "written(specimen(1));print('openpyxl' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_no_clock_is_looked_at() -> None:
    with ZipFile(BytesIO(written(paper_with(TASKS)))) as archive:
        book = ZipFile(BytesIO(archive.read("word/embeddings/chart1.xlsx")))
    core = etree.fromstring(book.read("docProps/core.xml"))
    assert {each.text for each in core if "W3CDTF" in str(each.attrib)} == {"2011-11-01T00:00:00Z"}
    assert {each.date_time for each in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_each_part_is_of_its_type_and_leads_to_the_next() -> None:
    parts = parts_of(written(paper_with(TASKS, PATH)))
    types = {each.get("PartName"): each.get("ContentType") for each in parts["[Content_Types].xml"]}
    for n, space in enumerate((parts["charts/chart1.xml"], parts["charts/chart2.xml"]), 1):
        assert types[f"/word/charts/chart{n}.xml"].endswith("drawingml.chart+xml")
        assert types[f"/word/embeddings/chart{n}.xlsx"].endswith("spreadsheetml.sheet")
        link = {each.get("Id"): each for each in parts[f"charts/_rels/chart{n}.xml.rels"]}
        target = link[said(space, "c:externalData", f"{R}id")[0]]
        assert target.get("Target") == f"../embeddings/chart{n}.xlsx"
        assert target.get("Type").endswith("/package")
        assert said(space, "c:externalData/c:autoUpdate") == ["0"]
    related = {each.get("Id"): each.get("Target") for each in parts["_rels/document.xml.rels"]}
    drawn = [related[each] for each in said(parts["document.xml"], ".//c:chart", f"{R}id")]
    assert drawn == ["charts/chart1.xml", "charts/chart2.xml"]


def test_no_two_drawings_have_one_number() -> None:
    picture = Figure("figure-p", (Text("照片"),), _picture(), "说明")
    paper = paper_with(TASKS, PATH)
    blocks = (*paper.sections[0].blocks, picture)
    root = parts_of(written(paper_of(*blocks)))["document.xml"]
    assert len(set(said(root, ".//wp:docPr", "id"))) == 3


def _picture() -> bytes:
    stream = BytesIO()
    Image.new("L", (4, 3)).save(stream, "PNG")
    return stream.getvalue()


# --- the figures ------------------------------------------------------------------------


@ALL
def test_word_shows_the_figures_of_the_tree_before_anyone_edits_them(chart: Chart) -> None:
    drawn = c(part_of(chart), ".//c:ser")
    assert [cached(c(each, "c:tx/c:strRef")[0]) for each in drawn] == [[each.name] for each in chart.series]
    for series, each in zip(drawn, chart.series, strict=True):
        assert whole(cached(c(series, "c:cat/c:strRef")[0])) == list(chart.labels)
        found = cached(c(series, "c:val/c:numRef")[0])
        assert [each and Decimal(each) for each in found] == numbers(each)


@pytest.mark.parametrize("value", ["70.6", "99.1", "12345678901.25", "0.0000001", "-0.7"])
def test_what_word_shows_is_not_the_nearest_binary_fraction(value: str) -> None:
    one = replace(TASKS, labels=("甲",), series=(Series("任务", "solid", (Num(value, Decimal(value)),)),))
    assert [Decimal(each or 0) for each in cached(c(part_of(one), ".//c:val/c:numRef")[0])] == [Decimal(value)]


@ALL
def test_the_workbook_holds_the_same_where_the_chart_looks_for_it(chart: Chart) -> None:
    docx = written(paper_with(chart))
    book = book_in(docx)
    for series, each in zip(c(parts_of(docx)["charts/chart1.xml"], ".//c:ser"), chart.series, strict=True):
        name, labels, values = (cells_at(book, c(series, f"c:{part}//c:f")[0].text) for part in ("tx", "cat", "val"))
        assert (name, whole(labels)) == ([each.name], list(chart.labels))
        assert [None if value is None else Decimal(str(value)) for value in values] == numbers(each)


def test_the_workbook_holds_nothing_else() -> None:
    (sheet,) = book_in(written(paper_with(PATH))).worksheets
    assert (sheet.max_row, sheet.max_column, sheet["A1"].value) == (6, 3, None)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s", "n"}


def test_words_stay_words_whatever_they_begin_with() -> None:
    docx = written(paper_with(replace(TASKS, labels=("=1+1", "-2", "@x"))))
    cells = [book_in(docx).worksheets[0].cell(row, 1) for row in (2, 3, 4)]
    assert [(each.value, each.data_type) for each in cells] == [("=1+1", "s"), ("-2", "s"), ("@x", "s")]


def test_a_gap_is_an_empty_cell_and_zero_a_zero() -> None:
    docx = written(paper_with(TASKS))
    assert [book_in(docx).worksheets[0].cell(row, 2).value for row in (2, 3, 4)] == [12, 0, None]
    root = parts_of(docx)["charts/chart1.xml"]
    assert said(root, ".//c:dispBlanksAs") == ["gap"]
    assert said(root, ".//c:numCache/c:pt", "idx") == ["0", "1"]


def test_a_long_label_is_in_lines_that_the_plot_leaves_room_for() -> None:
    """In the chart as in the workbook, for LibreOffice breaks few by itself."""
    chart, docx = rates(), written(paper_with(rates()))
    lines = cached(c(parts_of(docx)["charts/chart1.xml"], ".//c:cat/c:strRef")[0])[4]
    assert lines == "\n".join(frame_of(chart, STYLE).labels[4])
    assert lines.count("\n") == 1
    cell = book_in(docx).worksheets[0]["A6"]
    assert (cell.value, cell.alignment.wrap_text) == (lines, True)


def test_a_label_is_never_cut_off() -> None:
    """Where the page has no room for all its lines, it is left to Word as it is."""
    long = replace(rates(30), labels=tuple(f"{n}.{'指标' * 60}" for n in range(30)))
    assert frame_of(long, STYLE).labels[0][-1].endswith(CUT)
    assert cached(c(part_of(long), ".//c:cat/c:strRef")[0]) == list(long.labels)


# --- the labels of bars and points -------------------------------------------------------


def form_of(series: Node, at: int) -> str:
    """Return the number format of a point's label."""
    own = c(series, f"c:dLbls/c:dLbl[c:idx/@val='{at}']/c:numFmt") or c(series, "c:dLbls/c:numFmt")
    assert own[0].get("sourceLinked") == "0"
    return str(own[0].get("formatCode"))


@pytest.mark.parametrize(
    ("printed", "value", "form"),
    [
        ("95.0%", "95.0", '0.0"%"'),
        ("17", "17", "0"),
        ("-3.25", "-3.25", "0.00"),
        ("约95%", "94.6", '"约95%"'),
        ('5"', "6", '"5"\\"""'),
    ],
)
def test_a_label_prints_what_the_tree_prints(printed: str, value: str, form: str) -> None:
    """By a format that goes on to hold when the figure is edited, or by the words themselves where it is rounded."""
    one = replace(TASKS, labels=("甲",), series=(Series("任务", "solid", (Num(printed, Decimal(value)),)),))
    docx = written(paper_with(one))
    assert form_of(c(parts_of(docx)["charts/chart1.xml"], ".//c:ser")[0], 0) == form
    assert book_in(docx).worksheets[0].cell(2, 2).number_format == form


def test_figures_of_one_series_keep_their_own_decimals() -> None:
    actual = c(part_of(PATH), ".//c:ser")[1]
    assert [form_of(actual, at) for at in (0, 1, 3, 4)] == ["0", "0.0", "0", "0"]


@ALL
def test_labels_say_the_figure_and_nothing_else(chart: Chart) -> None:
    for labels in c(part_of(chart), ".//c:dLbls | .//c:dLbl"):
        assert said(labels, "c:showVal") == ["1"]
        assert sorted(said(labels, "c:*[starts-with(local-name(), 'show')]")) == [*"000001"]


def test_labels_stand_behind_bars_upon_stacked_ones_and_off_the_other_line() -> None:
    assert set(said(part_of(TASKS), ".//c:dLblPos")) == {"outEnd"}
    assert set(said(part_of(STACKED), ".//c:dLblPos")) == {"ctr"}
    target, actual = c(part_of(PATH), ".//c:ser")
    for at, (mine, theirs) in {0: ("t", "b"), 1: ("b", "t"), 3: ("b", "t"), 4: ("t", "b")}.items():
        for series, place in ((target, mine), (actual, theirs)):
            own = said(series, f"c:dLbls/c:dLbl[c:idx/@val='{at}']/c:dLblPos") or said(series, "c:dLbls/c:dLblPos")
            assert own == [place], at


def test_a_bar_that_is_cut_has_its_figure_upon_it() -> None:
    root = part_of(rates(8, "912.3", 200))
    assert said(root, ".//c:valAx/c:scaling/c:max") == ["199.9"]
    (cut,) = c(root, ".//c:dLbl[c:dLblPos/@val='inEnd']")
    assert (said(cut, "c:idx"), said(cut, "c:numFmt", "formatCode")) == (["7"], ['0.0"%"'])


# --- the looks --------------------------------------------------------------------------


def test_bars_go_across_the_first_label_on_top_and_the_axis_below() -> None:
    root = part_of(rates())
    assert said(root, ".//c:barChart/c:barDir") == ["bar"]
    assert said(root, ".//c:catAx/c:scaling/c:orientation") == ["maxMin"]
    assert said(root, ".//c:valAx/c:crosses") == ["max"]
    assert said(root, ".//c:catAx/c:tickLblSkip") == ["1"]


@pytest.mark.parametrize(
    ("chart", "grouping", "overlap", "gap"),
    [(rates(), "clustered", "100", 1), (STACKED, "stacked", "100", 1), (BESIDE, "clustered", "0", 2)],
    ids=["one a row", "stacked", "side by side"],
)
def test_bars_fill_their_part_of_the_row(chart: Chart, grouping: str, overlap: str, gap: int) -> None:
    """The gap is told by the thickness of a bar."""
    root = part_of(chart)
    assert (said(root, ".//c:grouping"), said(root, ".//c:overlap")) == ([grouping], [overlap])
    part = gap / (gap + int(said(root, ".//c:gapWidth")[0]) / 100)
    assert part == pytest.approx(STYLE.chart.thick, abs=0.01)


def test_the_limit_is_a_black_line_of_the_grid_which_is_grey_elsewhere() -> None:
    root = part_of(rates())
    assert (said(root, ".//c:valAx/c:majorUnit"), said(root, ".//c:valAx/c:numFmt", "formatCode")) == (
        ["100"],
        ['0"%"'],
    )
    assert said(root, ".//c:majorGridlines//a:srgbClr") == ["000000"]
    assert said(root, ".//c:minorGridlines//a:srgbClr") == [STYLE.chart.grid]
    assert said(root, ".//c:valAx/c:scaling/c:min") == ["0"]
    assert said(part_of(TASKS), ".//c:majorGridlines//a:srgbClr") == [STYLE.chart.grid]


def test_there_is_one_line_of_the_limit_where_the_axis_reaches_twice_as_far() -> None:
    """The axis ends a hair before, so that neither Word nor LibreOffice draws another black line there."""
    scaling = c(part_of(rates(7, "912.3", 200)), ".//c:valAx/c:scaling")[0]
    assert 199 < float(said(scaling, "c:max")[0]) < 200
    assert said(part_of(rates(7)), ".//c:valAx/c:scaling/c:max") == ["140"]


def test_the_limit_is_met_where_bars_go_below_zero() -> None:
    """Word counts the lines of its grid from the beginning of the axis."""
    figures = Num("-20%", Decimal(-20)), Num("120%", Decimal(120))
    below = replace(rates(2), labels=("甲", "乙"), series=(Series("完成率", "solid", figures),))
    assert said(part_of(below), ".//c:valAx/c:scaling/c:min") == ["-100"]


def test_bars_are_told_apart_without_colours() -> None:
    fills = [c(series, "c:spPr/a:*[1]")[0] for series in c(part_of(STACKED), ".//c:ser")]
    looks = STYLE.chart.looks
    assert [etree.QName(each).localname for each in fills] == ["solidFill", "solidFill", "pattFill", "solidFill"]
    assert [said(each, ".//a:srgbClr")[-1] for each in fills] == [
        looks[each] for each in ("solid", "light", "hatched", "blank")
    ]
    assert said(fills[2], ".", "prst") == ["wdUpDiag"]


@ALL
def test_there_are_greys_only(chart: Chart) -> None:
    colours = set(said(part_of(chart), ".//a:srgbClr"))
    assert {each for each in colours if each[:2] == each[2:4] == each[4:]} == colours
    assert not c(part_of(chart), ".//a:schemeClr")


def test_a_label_is_black_and_has_white_ground_upon_strokes() -> None:
    solid, light, hatched, _ = (c(each, "c:dLbls")[0] for each in c(part_of(STACKED), ".//c:ser"))
    assert said(solid, "c:txPr//a:srgbClr") == ["000000"]
    assert said(light, "c:txPr//a:srgbClr") == ["000000"]
    assert said(hatched, "c:spPr/a:solidFill/a:srgbClr") == ["FFFFFF"]


def test_lines_are_dashed_or_not_and_have_markers() -> None:
    target, actual = c(part_of(PATH), ".//c:ser")
    assert said(target, "c:spPr/a:ln/a:prstDash") + said(actual, "c:spPr/a:ln/a:prstDash") == ["dash", "solid"]
    assert said(target, "c:marker/c:symbol") + said(actual, "c:marker/c:symbol") == ["diamond", "circle"]
    assert said(actual, "c:smooth") == ["0"]


@ALL
def test_type_is_of_the_form(chart: Chart) -> None:
    root = part_of(chart)
    assert set(said(root, ".//a:latin", "typeface")) == {"Times New Roman"}
    assert set(said(root, ".//a:ea", "typeface")) == {STYLE.faces[STYLE.chart.face].docx} == {"宋体"}
    assert {int(each) / 100 for each in said(root, ".//a:defRPr", "sz")} <= {STYLE.chart.size, STYLE.chart.least}
    assert said(root, "c:lang") == ["zh-CN"]


def test_there_is_a_legend_where_series_are_to_be_told_apart() -> None:
    assert len(c(part_of(STACKED), ".//c:legend")) == 1
    assert c(part_of(TASKS), ".//c:legend") == []


def test_the_measure_stands_above_and_no_title() -> None:
    root = part_of(TASKS)
    assert [each.text for each in c(root, ".//c:valAx/c:title//a:t")] == ["单位：项"]
    assert c(root, "c:chart/c:title") == []
    assert said(root, "c:chart/c:autoTitleDeleted") == ["1"]
    assert c(part_of(replace(TASKS, measure="")), ".//c:title") == []


def test_corners_are_square_and_dates_are_of_1900() -> None:
    root = part_of(TASKS)
    assert said(root, "c:roundedCorners") + said(root, "c:date1904") == ["0", "0"]


# --- in the paper -----------------------------------------------------------------------


def test_it_is_described_to_who_cannot_see_it() -> None:
    root = parts_of(written(paper_with(PATH)))["document.xml"]
    assert said(root, ".//wp:docPr", "descr") == [PATH.alt]


def test_it_stands_in_a_line_of_its_own_above_its_caption() -> None:
    root = parts_of(written(paper_with(PATH)))["document.xml"]
    drawn, caption = find(root, "w:body/w:p")[1:3]
    assert c(drawn, ".//wp:inline//c:chart")
    assert (style_of(drawn), style_of(caption)) == ("GwFigure", "GwFigureCaption")
    styles = parts_of(written(paper_with(PATH)))["styles.xml"]
    assert find(styles, "w:style[@w:styleId='GwFigure']/w:pPr/w:keepNext")


@pytest.mark.parametrize("chart", [CHARTS["many rates, one huge"], STACKED], ids=["many", "few"])
@pytest.mark.parametrize("page", ["body", "landscape"])
def test_it_is_within_the_type_area(chart: Chart, page: Any) -> None:
    root = parts_of(written(paper_of(chart, page=page)))["document.xml"]
    (extent,) = c(root, ".//wp:extent")
    wide = page == "landscape"
    assert int(extent.get("cx")) / EMU_PER_MM <= STYLE.page.area(wide=wide)[0] + 0.01
    assert int(extent.get("cy")) / EMU_PER_MM <= STYLE.page.picture_height(wide=wide) + 0.01


def test_the_paper_says_what_the_tree_says() -> None:
    paper = paper_with(*CHARTS.values())
    assert said_by_docx(written(paper)) == said_by_tree(paper)


@pytest.mark.slow
def test_an_office_program_draws_it_all(tmp_path: Path) -> None:
    """Every label, name and figure as text, each chart on one page with its caption."""
    charts = list(CHARTS.values())
    pages = pages_of(docx_to_pdf(written(paper_with(*charts)), tmp_path).read_bytes())
    texts = ["".join((page.extract_text() or "").split()) for page in pages]
    for n, chart in enumerate(charts, 1):
        (page,) = (each for each in texts if f"图{n}{text_of(chart.caption)}" in each)
        assert all(figure.text in page for series in chart.series for figure in series.values if figure)
        assert all(series.name in page for series in chart.series if len(chart.series) > 1)
        assert all(label in page for label in chart.labels if len(label) < 12)


@pytest.mark.slow
def test_libreoffice_draws_one_line_of_the_limit(tmp_path: Path) -> None:
    """Beside it only the line at zero, from which the bars go, is black."""
    chart = rates(7, "912.3", 200)
    page, *_ = pages_of(docx_to_pdf(written(paper_with(chart)), tmp_path).read_bytes())
    upright = {round(each["x0"]) for each in page.lines if each["height"] > 50 and each["stroking_color"] == (0, 0, 0)}
    assert len(upright) == 2
