"""One step of the engine in a process of its own: `python -m bench.steps STEP FOLDER`, FOLDER as bench.papers wrote it.

What a step needs before it is read untimed; imports are on neither side.
"""

import os
import pickle
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.stopwatch import timed
from yinfa.document.tree import Contents, Document
from yinfa.document.walk import blocks_of
from yinfa.styling import load_style


def load_and_check(folder: Path) -> Callable[[], object]:
    """Return the step from the files of a plan to a checked model."""
    from yinfa.checks import check
    from yinfa.diagnostics import Report
    from yinfa.model.load import load_plan

    def step() -> None:
        report = Report()
        plan = load_plan(folder / "data", "data", report)
        report.stop(strict=False)
        assert plan is not None  # noqa: S101  no plan without a fault
        check(plan, report)

    return step


def compose(folder: Path) -> Callable[[], object]:
    """Return the step from a model to the finished tree."""
    from yinfa.compose.compose import Composer
    from yinfa.diagnostics import Report
    from yinfa.model.load import load_plan

    plan = load_plan(folder / "data", "data", Report())
    assert plan is not None  # noqa: S101  bench.papers has loaded it before
    return lambda: Composer(plan, load_style(), Report()).compose(plan.papers()[0])


def docx(folder: Path) -> Callable[[], object]:
    """Return the step from the finished tree and its layout to the bytes of the DOCX."""
    from yinfa.writers.docx import write_docx
    from yinfa.writers.layout import Layout

    document = _tree(folder)
    # The writer only looks the pages up: any number costs what the right one does.
    pages = {entry.target: "1" for each in blocks_of(document) if isinstance(each, Contents) for entry in each.entries}
    return partial(write_docx, document, load_style(), Layout(pages, 1, bytes, document))


def pdf(folder: Path) -> Callable[[], object]:
    """Return the step from the finished tree to the bytes of the PDF."""
    os.environ["FONTCONFIG_FILE"] = (folder / "fonts.txt").read_text(encoding="utf-8")  # before the engine is loaded
    import weasyprint  # noqa: F401  the step would import it itself

    from yinfa.writers.pdf import justify, lay_out, write_pdf  # noqa: F401  justify likewise

    document, style = _tree(folder), load_style()
    return lambda: write_pdf(document, style, lay_out(document, style))


STEPS = {"load": load_and_check, "compose": compose, "docx": docx, "pdf": pdf}


def _tree(folder: Path) -> Document:
    tree = pickle.loads((folder / "tree.pickle").read_bytes())  # noqa: S301  our own file, just written
    assert isinstance(tree, Document)  # noqa: S101
    return tree


if __name__ == "__main__":
    timed(STEPS[sys.argv[1]](Path(sys.argv[2])))
