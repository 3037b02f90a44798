"""What a cell of a sheet cannot hold: openpyxl cuts it off and says nothing."""

from collections.abc import Iterator

from yinfa.document.tree import Document, Table
from yinfa.document.walk import blocks_of, text_of

CHARACTERS = 32_767  # of a cell; Excel's own limit


def too_long(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the text of every cell that is too long for a sheet, and the place in the data of its table or ""."""
    for table in (block for block in blocks_of(document) if isinstance(block, Table)):
        for row in (*table.head, *(row for group in table.groups for row in group)):
            for words in (text_of(cell.children) for cell in row):
                if len(words) > CHARACTERS:
                    yield words, table.origin
