"""Which table goes on which sheet, and what the sheets are called."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from yinfa.document.tree import Document, Heading, Paragraph, Section, Table
from yinfa.document.walk import text_of, words_of
from yinfa.writers.titles import with_ordinal

LONGEST = 31  # characters of a sheet's name
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A table under its label, which may be nothing."""

    label: str
    table: Table


@dataclass(slots=True)
class Sheet:
    """A sheet in the making: its name, the title over it, whether it is printed across, and its tables."""

    name: str
    title: str
    wide: bool
    tables: list[Labelled] = field(default_factory=list)


def sheets_of(document: Document) -> list[Sheet]:
    """Return a sheet for every table; one without a caption goes below the one before it under the same heading.

    A sheet is named by its table's caption, else by the heading above it, else by the kind of paper; names are such
    as spreadsheets take and no two are alike.
    """
    sheets = [sheet for section in document.sections for sheet in _of_section(section, document)]
    taken: set[str] = set()
    for sheet in sheets:
        sheet.name = _unlike(sheet.name, taken)
        taken.add(sheet.name.casefold())
    return sheets


def _of_section(section: Section, document: Document) -> Iterator[Sheet]:
    wide = section.page == "landscape"
    sheet, label = None, ""
    name, title = document.subject, document.title
    for block in section.blocks:
        match block:
            case Heading():
                sheet, label = None, ""
                name = title = words_of(block)
                if block.form == "plain":  # one of many parts of the paper that this alone does not tell
                    title = f"{document.title}（{name}）"
            case Paragraph():
                label = text_of(block.children) if block.role == "label" else ""
            case Table(caption=caption) if caption:
                words = text_of(caption)
                yield Sheet(words, with_ordinal(block.ordinal, words), wide, [Labelled("", block)])
                sheet = None
            case Table():
                if sheet is None:
                    sheet = Sheet(name, title, wide)
                    yield sheet
                sheet.tables.append(Labelled(label, block))


def _unlike(wanted: str, taken: set[str]) -> str:
    """Return `wanted` as a spreadsheet takes it, with a number behind it where another sheet has that name."""
    clean = _FORBIDDEN.sub("_", wanted).strip() or "_"
    name, number = clean[:LONGEST], 1
    while name.casefold() in taken:
        number += 1
        name = f"{clean[: LONGEST - len(str(number)) - 2]}（{number}）"
    return name
