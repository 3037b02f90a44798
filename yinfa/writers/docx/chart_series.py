"""The series of a chart: where their figures stand, what they are as the paper is made, and how each is labelled."""

from collections import Counter
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series as Drawn
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties

from yinfa.document.charts import Chart, Series
from yinfa.document.inlines import Num
from yinfa.styling import Style
from yinfa.writers.charts import Frame
from yinfa.writers.docx.chart_book import figures_at, format_of, labels_at, name_at
from yinfa.writers.docx.chart_looks import WHITE, fill, label_looks, stroke

Position: TypeAlias = Literal["ctr", "inEnd", "outEnd", "t", "b"]

MARKER = 6  # pt
LINE = 2  # times the stroke of the form


def series_of(chart: Chart, frame: Frame, style: Style) -> list[Drawn]:
    """Return the series in the order of the chart."""
    return [_series(number, chart, frame, style) for number in range(len(chart.series))]


def _series(number: int, chart: Chart, frame: Frame, style: Style) -> Drawn:
    series = chart.series[number]
    drawn = Drawn(
        idx=number,
        order=number,
        tx=SeriesLabel(strRef=_words(name_at(number), (series.name,))),
        cat=AxDataSource(strRef=_words(labels_at(chart), chart.labels)),
        val=NumDataSource(numRef=_figures(number, chart)),
        dLbls=_labels(number, chart, frame, style),
    )
    if chart.form == "lines":
        drawn.spPr, drawn.marker, drawn.smooth = _line(series, style)
    else:
        drawn.spPr, drawn.invertIfNegative = fill(series.look, style.chart), False
    return drawn


def _words(place: str, words: tuple[str, ...]) -> StrRef:
    points = [StrVal(idx=at, v=each) for at, each in enumerate(words)]
    return StrRef(f=place, strCache=StrData(ptCount=len(words), pt=points))


def _figures(number: int, chart: Chart) -> NumRef:
    figures = chart.series[number].values
    points = [NumVal(idx=at, v=each.value) for at, each in enumerate(figures) if each]
    return NumRef(f=figures_at(number, chart), numCache=NumData(usual_format(figures), len(figures), points))


def usual_format(figures: tuple[Num | None, ...]) -> str:
    """Return the number format that most of the figures have."""
    formats = Counter(format_of(each) for each in figures if each)
    return formats.most_common(1)[0][0] if formats else "General"


def _line(series: Series, style: Style) -> tuple[GraphicalProperties, Marker, bool]:
    dashed = series.look == "dashed"
    colour = style.chart.looks[series.look]
    ground = GraphicalProperties(solidFill=WHITE if dashed else colour, ln=stroke(colour, style.chart))
    drawn = GraphicalProperties(ln=stroke(colour, style.chart, times=LINE, dashed=dashed))
    return drawn, Marker("diamond" if dashed else "circle", MARKER, ground), False


def _labels(number: int, chart: Chart, frame: Frame, style: Style) -> DataLabelList:
    """Return the labels of a series; one that is set or placed in a manner of its own stands by itself."""
    series = chart.series[number]
    usual = usual_format(series.values), _position(number, None, chart, frame)
    own = []
    for at, figure in enumerate(series.values):
        if figure and (manner := (format_of(figure), _position(number, at, chart, frame))) != usual:
            own.append(DataLabel(at, **_look(*manner, series, frame, style)))
    return DataLabelList(own, **_look(*usual, series, frame, style))


def _look(form: str, position: Position, series: Series, frame: Frame, style: Style) -> dict[str, Any]:
    ground, words = label_looks(series.look, style, frame.size, inside=position == "ctr")
    shown = dict.fromkeys(("showLegendKey", "showCatName", "showSerName", "showPercent", "showBubbleSize"), False)
    return {"numFmt": form, "spPr": ground, "txPr": words, "dLblPos": position, "showVal": True, **shown}


def _position(number: int, at: int | None, chart: Chart, frame: Frame) -> Position:
    """Return where a label stands: behind its bar, upon one that is cut, or of lines as the points lie."""
    if chart.form == "stacked":
        return "ctr"
    value = Decimal(0) if at is None else _value(chart.series[number], at)
    if chart.form == "bars":
        return "inEnd" if value > frame.axis.most else "outEnd"
    others = (_value(each, at) for each in chart.series if at is not None and each is not chart.series[number])
    return "b" if any(other > value for other in others) else "t"


def _value(series: Series, at: int) -> Decimal:
    """Return a value; a gap is less than any."""
    figure = series.values[at]
    return figure.value if figure and figure.value is not None else Decimal("-Infinity")
