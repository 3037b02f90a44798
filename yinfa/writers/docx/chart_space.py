"""A chart as Word keeps it (c:chartSpace), with its axes, its limit and its legend."""

from decimal import ROUND_FLOOR, Decimal

from lxml import etree
from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.axis import ChartLines, NumericAxis, Scaling, TextAxis
from openpyxl.chart.chartspace import ChartContainer, ChartSpace
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.plotarea import PlotArea
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.text import Paragraph, ParagraphProperties, RegularTextRun, RichTextProperties
from openpyxl.xml.functions import tostring

from yinfa.document.tree import Chart
from yinfa.styling import Style
from yinfa.writers.axes import Axis
from yinfa.writers.charts import MEASURE, Frame, pieces_of
from yinfa.writers.docx.chart_book import format_of
from yinfa.writers.docx.chart_looks import BLACK, NOTHING, WHITENED, characters, stroke, type_of
from yinfa.writers.docx.chart_series import series_of
from yinfa.writers.docx.xml import C, Element
from yinfa.writers.labels import room_of

LABELS, FIGURES = 1, 2  # the numbers of the axes
_HAIR = Decimal("0.9995")  # less than the stroke of a bar


def chart_space(chart: Chart, frame: Frame, style: Style) -> Element:
    """Return the root of the chart's part."""
    drawn = LineChart(marker=True) if chart.form == "lines" else _bars(chart, style)
    drawn.ser = series_of(chart, frame, style)
    drawn.x_axis, drawn.y_axis = _labels_axis(chart, style), _figures_axis(chart, frame, style)
    plot = PlotArea(layout=_plot(frame), spPr=NOTHING, _charts=[drawn])
    container = ChartContainer(autoTitleDeleted=True, plotArea=plot, legend=_legend(frame), dispBlanksAs="gap")
    space = ChartSpace(
        date1904=False,
        lang="zh-CN",
        roundedCorners=False,
        chart=container,
        spPr=WHITENED,
        txPr=type_of(style, frame.size),
    )
    return _mended(etree.fromstring(tostring(space.to_tree())))


def _mended(space: Element) -> Element:
    """Return the part with what openpyxl leaves out: that labels have a format of their own, not their cells'.

    Figures are as exact as a workbook holds them: of 70.6 openpyxl makes 70.59999999999999.
    """
    for each in space.iter(f"{{{C}}}numFmt"):
        each.set("sourceLinked", "0")
    for each in space.iterfind(f".//{{{C}}}numCache//{{{C}}}v"):
        each.text = f"{float(each.text):.15g}"
    return space


def _bars(chart: Chart, style: Style) -> BarChart:
    """Return bars across: stacked, or each in its row, or side by side where a row has several."""
    alone = chart.form == "stacked" or all(len(pieces_of(chart, row)) < 2 for row in range(len(chart.labels)))
    gap = (1 / style.chart.thick - 1) * (1 if alone else len(chart.series))  # by the thickness of a bar
    grouping = "stacked" if chart.form == "stacked" else "clustered"
    return BarChart(round(100 * gap), 100 if alone else 0, barDir="bar", grouping=grouping, varyColors=False)


def _labels_axis(chart: Chart, style: Style) -> TextAxis:
    """Return the axis of the labels: of bars down the left side, the first on top; of lines below."""
    across = chart.form == "lines"
    return TextAxis(
        axId=LABELS,
        crossAx=FIGURES,
        scaling=Scaling(orientation="minMax" if across else "maxMin"),
        delete=False,
        axPos="b" if across else "l",
        tickLblPos="low",
        spPr=GraphicalProperties(ln=stroke(BLACK, style.chart)),
        crosses="autoZero",
        auto=False,
        lblOffset=30,
        tickLblSkip=1,
        noMultiLvlLbl=True,
    )


def _figures_axis(chart: Chart, frame: Frame, style: Style) -> NumericAxis:
    """Return the axis of the figures with a grid; a limit is the coarse grid, and the fine one is that of the steps."""
    axis, limit, grid = frame.axis, frame.limit, ChartLines(_thin(style.chart.grid, style))
    return NumericAxis(
        axId=FIGURES,
        crossAx=LABELS,
        scaling=Scaling(min=float(_least(axis, limit)), max=float(_most(axis, limit))),
        delete=False,
        axPos="l" if chart.form == "lines" else "b",
        majorGridlines=ChartLines(_thin(BLACK, style)) if limit else grid,
        minorGridlines=grid if limit else None,
        title=_measure(chart, frame, style),
        numFmt=format_of(chart.limit) if limit and chart.limit else "General",
        tickLblPos="nextTo",
        spPr=NOTHING,
        crosses="autoZero" if chart.form == "lines" else "max",  # of a reversed axis the end is below
        crossBetween="between",
        majorUnit=float(limit or axis.step),
        minorUnit=float(axis.step) if limit else None,
    )


def _thin(colour: str, style: Style) -> GraphicalProperties:
    return GraphicalProperties(ln=stroke(colour, style.chart))


def _least(axis: Axis, limit: Decimal | None) -> Decimal:
    """Return where the axis begins: the grid is counted from there, and has to meet the limit."""
    return axis.least if not limit else limit * (axis.least / limit).to_integral_value(ROUND_FLOOR)


def _most(axis: Axis, limit: Decimal | None) -> Decimal:
    """Return where the axis ends: a hair before twice the limit, where its line would be drawn again."""
    return axis.most * _HAIR if limit and axis.most == 2 * limit else axis.most


def _plot(frame: Frame) -> Layout:
    """Return the place of the plot, by the size of the chart; its axes are not counted in."""
    x, w = frame.names / frame.width, frame.plot / frame.width
    y, h = frame.top / frame.height, 1 - (frame.top + frame.bottom) / frame.height
    return Layout(ManualLayout("inner", xMode="edge", yMode="edge", x=x, y=y, w=w, h=h))


def _legend(frame: Frame) -> Legend | None:
    """Return the legend on top at the left, as large as it comes: in too small a box Word leaves out entries."""
    corner = Layout(ManualLayout(xMode="edge", yMode="edge", x=0, y=0))
    return Legend("t", layout=corner, overlay=False) if frame.legend else None


def _measure(chart: Chart, frame: Frame, style: Style) -> Title | None:
    """Return the measure of the figures, above the plot at its right end."""
    if not chart.measure:
        return None
    words = MEASURE + chart.measure
    properties = ParagraphProperties(defRPr=characters(style, frame.size))
    line = Paragraph(pPr=properties, r=[RegularTextRun(characters(style, frame.size), words)])
    left = 1 - (room_of(words) + 1) * frame.em / frame.width
    place = Layout(ManualLayout(xMode="edge", yMode="edge", x=left, y=0))
    return Title(Text(rich=RichText(RichTextProperties(rot=0, vert="horz"), p=[line])), place, overlay=True)
