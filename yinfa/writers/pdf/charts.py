"""Charts as vector pictures (SVG) in the page, with real text in the faces of the paper."""

from collections.abc import Iterator
from html import escape

from yinfa.document.tree import Chart, Series
from yinfa.styling import Style
from yinfa.writers.charts import GAP, LINE, MEASURE, SWATCH, Frame, entry_room, frame_of, words_in
from yinfa.writers.fonts import prepare_faces
from yinfa.writers.pdf.chart_bars import bar, bars
from yinfa.writers.pdf.chart_lines import lines, sample
from yinfa.writers.pdf.html_inlines import inlines
from yinfa.writers.pdf.svg import Area, mm, words
from yinfa.writers.titles import with_ordinal


def write_chart(chart: Chart, style: Style, *, wide: bool = False) -> str:
    """Return the chart with its caption below, as high as its page has room for; a turned one if `wide`."""
    caption = escape(with_ordinal(chart.ordinal, "")) + inlines(chart.caption)
    drawing = _drawing(chart, frame_of(chart, style, wide=wide), style)
    return f'<figure id="{escape(chart.id)}">{drawing}<figcaption>{caption}</figcaption></figure>'


def _drawing(chart: Chart, frame: Frame, style: Style) -> str:
    """Return the picture; its title is what the PDF has as the text in its stead (/Alt)."""
    width, height = mm(frame.width), mm(frame.height)
    form = f'width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
    type_ = f'font-family="{_families(chart, style)}" font-size="{mm(frame.em)}"'
    draw = lines if chart.form == "lines" else bars
    shapes = "".join([*_head(chart, frame, style), *draw(chart, frame, style.chart)])
    title = f"<title>{escape(chart.alt, quote=False)}</title>"
    return f'<svg xmlns="http://www.w3.org/2000/svg" {form} {type_}>{title}{shapes}</svg>'


def _families(chart: Chart, style: Style) -> str:
    """Return the names of the prepared faces that set the chart, latin first as in all text."""
    names = ("latin", style.chart.face)
    faces = prepare_faces({name: style.faces[name] for name in names}, "".join(words_in(chart)))
    return ",".join(face.family for face in faces[style.chart.face])


def _head(chart: Chart, frame: Frame, style: Style) -> Iterator[str]:
    """Yield the legend, and at the right the measure of the figures."""
    line = LINE * frame.em
    for n, entries in enumerate(frame.legend):
        left = 0.0
        for series in entries:
            yield from _entry(series, Area(left, (n + 0.15) * line, SWATCH * frame.em, 0.7 * line), chart, frame, style)
            left += entry_room(series) * frame.em
    if chart.measure:
        yield words(MEASURE + chart.measure, (frame.width, line / 2), frame.em, "end")


def _entry(series: Series, swatch: Area, chart: Chart, frame: Frame, style: Style) -> Iterator[str]:
    middle = swatch.top + swatch.height / 2
    yield from sample(series, swatch, style.chart) if chart.form == "lines" else bar(swatch, series.look, style.chart)
    yield words(series.name, (swatch.right + GAP * frame.em, middle), frame.em)
