"""Where a paper's parts came to stand, as its pages were laid out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from yinfa.document.tree import Document
from yinfa.writers.sheets import Sheet


@dataclass(frozen=True)
class Layout:
    """The pages of a paper.

    `page_of` maps the id of a heading, box, table or figure to its printed page number; what stands on a page without
    a number is not in it. `pdf` returns the bytes of the PDF. `document` is the tree as printed: labels that a page
    cuts stand on both, and 版记 in a section of its own where it has no room on an even last page. `runs_over` tells of
    a paper with one paragraph between head and signature, for which its page has no room: how many lines stand there.
    `look` returns what stands on the pages, for those who check them.
    """

    page_of: Mapping[str, str]
    page_count: int
    pdf: Callable[[], bytes]
    document: Document
    runs_over: int = 0
    look: Callable[[], tuple[Sheet, ...]] = tuple
