"""The table of writers: each a function of the finished tree, its form and its laid-out pages, one line each."""

from collections.abc import Callable

from yinfa.document.tree import Document
from yinfa.styling import Style
from yinfa.writers.docx import write_docx
from yinfa.writers.layout import Layout
from yinfa.writers.pdf import write_pdf


def _write_xlsx(document: Document, style: Style, layout: Layout) -> bytes:
    from yinfa.writers.xlsx import write_xlsx  # openpyxl is loaded by who wants a workbook: it takes as long as a DOCX

    return write_xlsx(document, style, layout)


WRITERS: dict[str, Callable[[Document, Style, Layout], bytes]] = {
    "docx": write_docx,
    "pdf": write_pdf,
    "xlsx": _write_xlsx,
}
UNPAGED = ("xlsx",)  # they have no pages to lay out, and one file holds the papers of all units
