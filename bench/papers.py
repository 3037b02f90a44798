"""What the measured processes are given: `python -m bench.papers SOURCE FOLDER TIMES` writes it into FOLDER.

`data/` is the plan with its chapters repeated; from its one paper come the finished tree, the HTML and the style sheet
that WeasyPrint gets, and the bare paragraphs and tables that python-docx gets.
"""

import json
import pickle
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from yinfa.compose.compose import Composer
from yinfa.diagnostics import Report
from yinfa.document.tree import Block, Box, Contents, Document, Entry, Figure, Heading, ListBlock, Paragraph, Table
from yinfa.document.walk import blocks_of, text_of
from yinfa.model.load import load_plan
from yinfa.styling import load_style
from yinfa.writers.fonts import prepare_faces, write_font_config
from yinfa.writers.pdf.css import write_css
from yinfa.writers.pdf.html import write_html
from yinfa.writers.titles import with_ordinal

TEXT = "text/plan.yaml"
_NAMED = re.compile(r'(ref\(")([^"]+)("\))')


def repeat(source: Path, target: Path, times: int) -> Path:
    """Copy the plan in `source` to `target` with its chapters `times` times, ids and references kept apart."""
    shutil.copytree(source, target)
    words = yaml.safe_load((source / TEXT).read_text(encoding="utf-8"))
    own = set(_ids(words["chapters"]))
    words["chapters"] = [each for number in range(times) for each in _renamed(words["chapters"], own, number)]
    text = yaml.safe_dump(words, allow_unicode=True, sort_keys=False, width=1 << 30)
    (target / TEXT).write_text(text, encoding="utf-8")
    return target


def _ids(node: Any) -> Iterator[str]:
    """Yield every id given in a part of the text."""
    if isinstance(node, dict):
        yield from (value for key, value in node.items() if key == "id")
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        yield from _ids(child)


def _renamed(node: Any, own: set[str], number: int) -> Any:
    """Return a copy of a part of the text whose own ids, and references to them, bear the number of the copy."""
    if not number:
        return node
    if isinstance(node, dict):
        return {
            key: f"{value}-{number}" if key == "id" else _renamed(value, own, number) for key, value in node.items()
        }
    if isinstance(node, list):
        return [_renamed(each, own, number) for each in node]
    if isinstance(node, str):
        return _NAMED.sub(lambda ref: f"{ref[1]}{ref[2]}-{number}{ref[3]}" if ref[2] in own else ref[0], node)
    return node


def tree_of(folder: Path) -> Document:
    """Return the finished tree of the first paper of a plan. Raise Faults if it cannot be issued."""
    report = Report()
    plan = load_plan(folder, folder.name, report)
    document = Composer(plan, load_style(), report).compose(plan.papers()[0]) if plan else None
    report.stop(strict=False)
    assert document is not None  # noqa: S101  a paper that is not composed is a fault
    return document


def write_inputs(document: Document, folder: Path) -> None:
    """Write what the steps and the baselines are given: the tree, HTML, style sheet, fonts and bare blocks."""
    style = load_style()
    html = write_html(document, style)
    faces = prepare_faces(style.faces, html)  # the first time ever it makes them, which no step is to pay for
    config = write_font_config({each for several in faces.values() for each in several})
    (folder / "tree.pickle").write_bytes(pickle.dumps(document))
    (folder / "paper.html").write_text(html, encoding="utf-8")
    (folder / "paper.css").write_text(write_css(style, document, faces), encoding="utf-8")
    (folder / "fonts.txt").write_text(str(config), encoding="utf-8")
    blocks = [each for block in blocks_of(document) for each in bare(block)]
    (folder / "blocks.json").write_text(json.dumps(blocks), encoding="utf-8")


def bare(block: Block | Entry) -> Iterator[tuple[str, Any]]:
    """Yield a block as python-docx gets it: the name of a style and a text, or "table" and rows of texts."""
    match block:
        case Heading():
            yield f"Heading {block.level}", with_ordinal(block.ordinal, text_of(block.children))
        case Paragraph():
            yield "Title" if block.role == "title" else "Normal", text_of(block.children, "\n")
        case ListBlock():
            yield from (("List Bullet", item.marker + text_of(item.children)) for item in block.items)
        case Entry():
            yield "Normal", with_ordinal(block.ordinal, block.text)
        case Table():
            yield from _bare_table(block)
        case Box():
            yield "Caption", with_ordinal(block.ordinal, text_of(block.title))
            yield from (each for inner in block.blocks for each in bare(inner))
        case Contents():
            yield from (each for entry in block.entries for each in bare(entry))
        case Figure():
            yield "Caption", with_ordinal(block.ordinal, text_of(block.caption))


def _bare_table(table: Table) -> Iterator[tuple[str, Any]]:
    yield "Caption", with_ordinal(table.ordinal, text_of(table.caption))
    rows = [row for group in (table.head, *table.groups) for row in group]
    texts = [[text_of(cell.children, "\n") for cell in row] for row in rows]
    yield "table", [row + [""] * (len(table.columns) - len(row)) for row in texts]
    yield from (("Normal", text_of(note.children)) for note in table.notes)


def main() -> None:
    """Write everything for one size of text."""
    source, folder, times = sys.argv[1:]
    write_inputs(tree_of(repeat(Path(source), Path(folder, "data"), int(times))), Path(folder))


if __name__ == "__main__":
    main()
