"""Which table goes on which sheet, and what the sheets are called."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yinfa.document.tree import Document, Heading, Paragraph, Section, Table
from yinfa.document.walk import text_of, words_of
from yinfa.writers.titles import with_ordinal

LONGEST = 31  # characters of a sheet's name
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, the title over it, whether it is printed across, its table, and the label over that or ""."""

    name: str
    title: str
    wide: bool
    table: Table
    label: str = ""


def sheets_of(document: Document) -> list[Sheet]:
    """Return a sheet for every table, so that each has its own filter and its own head on every page.

    A sheet is named by its table's caption, else by the heading above it, else by the kind of paper; a second one under
    the same heading by that and its label. Names are such as spreadsheets take and no two are alike.
    """
    sheets: list[Sheet] = []
    taken: set[str] = set()
    for sheet in (sheet for section in document.sections for sheet in _of_section(section, document)):
        sheets.append(replace(sheet, name=_unlike(sheet.name, taken)))
        taken.add(sheets[-1].name.casefold())
    return sheets


def _of_section(section: Section, document: Document) -> Iterator[Sheet]:
    wide = section.page == "landscape"
    label, begun = "", False
    name, title = document.subject, document.title
    for block in section.blocks:
        match block:
            case Heading():
                label, begun = "", False
                name = title = words_of(block)
                if block.form == "plain":  # one of many parts of the paper that this alone does not tell
                    title = f"{document.title}（{name}）"
            case Paragraph():
                label = text_of(block.children) if block.role == "label" else ""
            case Table(caption=caption) if caption:
                words = text_of(caption)
                yield Sheet(words, with_ordinal(block.ordinal, words), wide, block)
            case Table():
                yield Sheet(f"{name}（{label}）" if begun and label else name, title, wide, block, label)
                begun = True


def _unlike(wanted: str, taken: set[str]) -> str:
    """Return `wanted` as a spreadsheet takes it, with a number behind it where another sheet has that name."""
    clean = _FORBIDDEN.sub("_", wanted).strip() or "_"
    name, number = clean[:LONGEST], 1
    while name.casefold() in taken:
        number += 1
        name = f"{clean[: LONGEST - len(str(number)) - 2]}（{number}）"
    return name
