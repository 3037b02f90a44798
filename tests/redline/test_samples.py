"""A sample plan corrected: the redline of its notice with the annexes."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.openxml import sdk_faults
from tests.redline.normal import normal
from tests.redline.resolve import W, accepted, body_in, rejected
from yinfa.diagnostics import Report
from yinfa.document.tree import Document
from yinfa.paths import ROOT
from yinfa.pipeline import Request, galleys_of
from yinfa.redline import redline
from yinfa.styling import load_style
from yinfa.writers.docx import write_docx
from yinfa.writers.pdf import lay_out

pytestmark = pytest.mark.slow
STYLE = load_style()
NAME, COUNT, LIMIT = 5, 4, 11  # columns of the sheet of indicators


def notice(folder: Path) -> Document:
    report = Report()
    (galley,) = galleys_of(Request((folder,), folder, ("notice",), ("docx",)), STYLE, report)
    return galley.document


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Document]:
    """Return the notice as it is, and with two indicators that change places, one gone and one come."""
    folder = tmp_path_factory.mktemp("plan") / "tiantai"
    shutil.copytree(ROOT / "data" / "tiantai", folder)
    book = load_workbook(folder / "indicators.xlsx")
    sheet = book["指标"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    rows[0], rows[1] = rows[1], rows[0]
    rows[0][COUNT], rows[1][COUNT] = 1, 2
    rows[3][NAME], rows[3][LIMIT] = "校园食品检验合格率", 97
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
    book.save(folder / "indicators.xlsx")
    return notice(ROOT / "data" / "tiantai"), notice(folder)


def test_the_corrected_notice_comes_out_of_its_redline_and_so_does_the_old_one(
    papers: tuple[Document, Document], tmp_path: Path
) -> None:
    docx = redline(*papers, STYLE, author="县府办", date="2013-06-01")
    for resolved, document in ((accepted, papers[1]), (rejected, papers[0])):
        plain = write_docx(document, STYLE, lay_out(document, STYLE))
        assert normal(resolved(docx), docx) == normal(body_in(plain), plain)
    assert sdk_faults(docx, tmp_path / "redline.docx") == ""


def test_only_the_rows_that_have_changed_are_marked(papers: tuple[Document, Document]) -> None:
    rows = body_in(redline(*papers, STYLE, author="县府办", date="2013-06-01")).iter(f"{W}tr")
    told = dict.fromkeys(("ins", "del"), 0)
    for row in rows:
        for tag in told:
            told[tag] += row.find(f"{W}trPr/{W}{tag}") is not None
    assert told == {"ins": 2, "del": 2}
