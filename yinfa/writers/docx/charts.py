"""Charts as Word's own: editable, with their figures in a workbook inside the file."""

from dataclasses import replace
from datetime import datetime
from typing import cast

from docx.oxml.shape import CT_Inline
from docx.shared import Mm

from yinfa.document.tree import Chart
from yinfa.writers.charts import Frame, frame_of
from yinfa.writers.docx.paper import Paper
from yinfa.writers.docx.xml import C, Element, c, w
from yinfa.writers.labels import CUT

AIR = 2  # mm: Word leaves room around its legend


def chart_paragraphs(chart: Chart, paper: Paper) -> list[Element]:
    """Return the chart's paragraph, kept with the next, and its caption's."""
    drawn = paper.paragraph("figure", w("r", w("drawing", _drawing(chart, paper))))
    return [drawn, paper.title("figure-caption", "figure", chart.id, chart.ordinal, chart.caption)]


def _drawing(chart: Chart, paper: Paper) -> Element:
    # openpyxl is loaded by papers that have a chart: it takes as long as a DOCX
    from yinfa.writers.docx.chart_book import chart_book
    from yinfa.writers.docx.chart_space import chart_space

    frame, number = _frame(chart, paper), paper.bookmarks[chart.id].number
    chart = replace(chart, labels=tuple(map(_in_lines, chart.labels, frame.labels)))
    book = chart_book(chart, datetime.fromisoformat(paper.layout.document.date))
    relation = paper.package.add_chart(chart_space(chart, frame, paper.style), book)
    inline = CT_Inline.new(Mm(frame.width), Mm(frame.height), number, c("chart", relation=relation))
    inline.graphic.graphicData.uri = C
    inline.docPr.attrib.update({"name": f"chart{number}", "descr": chart.alt})
    return cast(Element, inline)


def _frame(chart: Chart, paper: Paper) -> Frame:
    """Return the frame of both formats, with a little more room for a legend right above the plot."""
    wide = paper.page == "landscape"
    frame = frame_of(chart, paper.style, wide=wide)
    if not frame.legend or frame.limit is not None:
        return frame
    height = min(frame.height + AIR, paper.style.page.picture_height(wide=wide))
    return replace(frame, height=height, top=frame.top + AIR)


def _in_lines(label: str, lines: tuple[str, ...]) -> str:
    """Return a label in its lines, for LibreOffice breaks few by itself; whole where one would be cut."""
    return label if lines[-1].endswith(CUT) else "\n".join(lines)
