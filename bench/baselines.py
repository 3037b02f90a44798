"""A bare baseline in a process of its own: `python -m bench.baselines BASELINE FOLDER`, as in bench.steps.

Each does with the libraries alone what anyone would write first. Nothing of the engine is imported here.
"""

import json
import os
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from bench.stopwatch import timed


def load(folder: Path) -> Callable[[], object]:
    """Return the bare reading of a plan's files: PyYAML's fast loader, and openpyxl's rows."""
    import openpyxl
    import yaml

    def step() -> None:
        for path in folder.glob("data/**/*.yaml"):
            yaml.load(path.read_bytes(), yaml.CSafeLoader)
        for path in folder.glob("data/*.xlsx"):
            for sheet in openpyxl.load_workbook(path):
                list(sheet.iter_rows(values_only=True))

    return step


def docx(folder: Path) -> Callable[[], object]:
    """Return the writing of the same paragraphs and tables by python-docx's high-level API, no cell merged."""
    from docx import Document

    blocks = json.loads((folder / "blocks.json").read_text(encoding="utf-8"))

    def step() -> None:
        document = Document()
        for style, content in blocks:
            if style == "table":
                table = document.add_table(len(content), len(content[0]), "Table Grid")
                for row, texts in zip(table.rows, content, strict=True):
                    for cell, text in zip(row.cells, texts, strict=True):
                        cell.text = text
            else:
                document.add_paragraph(content, style)
        document.save(BytesIO())

    return step


def pdf(folder: Path) -> Callable[[], object]:
    """Return WeasyPrint alone on the final HTML and CSS, with the same fonts and options, our patch left out."""
    os.environ["FONTCONFIG_FILE"] = (folder / "fonts.txt").read_text(encoding="utf-8")
    import weasyprint

    html = (folder / "paper.html").read_text(encoding="utf-8")
    css = (folder / "paper.css").read_text(encoding="utf-8")

    def step() -> None:
        sheets = [weasyprint.CSS(string=css)]
        weasyprint.HTML(string=html).write_pdf(stylesheets=sheets, pdf_variant="pdf/a-2u", pdf_tags=True)

    return step


def both(folder: Path) -> Callable[[], object]:
    """Return the two writers' baselines together."""
    steps = docx(folder), pdf(folder)
    return lambda: [step() for step in steps]


BASELINES = {"load": load, "docx": docx, "pdf": pdf, "both": both}

if __name__ == "__main__":
    timed(BASELINES[sys.argv[1]](Path(sys.argv[2])))
