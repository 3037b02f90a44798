"""The number pass: gives every heading, box, table, figure, item and blank its ordinal, and every heading an id."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from yinfa.compose.numerals import han
from yinfa.document.tree import (
    Attachments,
    Blank,
    Block,
    Box,
    Chart,
    Document,
    Figure,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Section,
    Table,
)
from yinfa.document.walk import map_blocks, map_inlines, papers_of
from yinfa.styling import Numbering


def number(document: Document, patterns: Numbering) -> Document:
    """Return the document with its ordinals written by `patterns`.

    Headings are numbered through in their level and anew under each higher one (gbt9704 21), those of a section's
    level `through` also across it, and all anew in each annex. Boxes, tables and figures are numbered through the whole
    paper, a table without a caption not at all; a lone annex carries no number (27). A paper that follows another
    in one document begins anew with all of them.
    """
    sections: list[Section] = []
    for paper, run in enumerate(papers_of(document), 1):
        sections += _numbered(run, _Numberer(patterns, annexes_of(run), f"part-{paper}-" if paper > 1 else ""))
    names = count(1)

    def name(children: Inlines) -> Inlines:
        return tuple(
            replace(each, name=f"blank-{next(names)}") if isinstance(each, Blank) else each for each in children
        )

    return map_blocks(replace(document, sections=tuple(sections)), lambda block: map_inlines(block, name))


def annexes_of(run: Sequence[Section]) -> int:
    """Return how many annexes a paper has: as many as its 附件说明 announces, else as many as there are."""
    blocks = [block for section in run for block in section.blocks]
    announced = [len(block.names) for block in blocks if isinstance(block, Attachments)]
    return sum(announced) or sum(isinstance(block, Heading) and block.form == "annex" for block in blocks)


def annex_mark(patterns: Numbering, number: int, of: int) -> str:
    """Return the mark of an annex, without a number for the only one (gbt9704 27)."""
    return write(patterns.annex, number) if of > 1 else "附件"


def write(pattern: str, ordinal: int) -> str:
    """Return `pattern` with the ordinal in it, `{n}` in digits and `{han}` in Chinese numerals."""
    return pattern.format(n=ordinal, han=han(ordinal) if "{han}" in pattern else "")


def _numbered(run: Sequence[Section], numberer: "_Numberer") -> list[Section]:
    return [
        replace(section, blocks=tuple(numberer.visit(block, section.through) for block in section.blocks))
        for section in run
    ]


class _Numberer:
    def __init__(self, patterns: Numbering, annexes: int, prefix: str) -> None:
        self._patterns = patterns
        self._annexes = annexes
        self._prefix = prefix
        self._inside = ""
        self._levels = [0] * len(patterns.headings)
        self._counts: Counter[str] = Counter()

    def visit(self, block: Block, through: int) -> Block:
        """Return the block with its ordinal; headings of the level `through` are numbered on across higher ones."""
        match block:
            case Heading(form="annex"):
                return self._annex(block)
            case Heading(form="plain"):
                self._counts["plain"] += 1
                return replace(block, id=block.id or self._id("plain"))
            case Heading():
                return self._heading(block, through)
            case Box():
                inner = tuple(self._inner(each) for each in block.blocks)
                return replace(block, ordinal=self._next("box"), blocks=inner, id=block.id or self._id("box"))
            case Table():
                return self._table(block)
            case Figure() | Chart():
                return replace(block, ordinal=self._next("figure"), id=block.id or self._id("figure"))
            case ListBlock():
                return self._list(block)
        return block

    def _annex(self, heading: Heading) -> Heading:
        """Return the heading of an annex with the number it was given, else the next one."""
        given = heading.number or self._counts["annex"] + 1
        self._counts["annex"] = given
        self._levels = [0] * len(self._levels)
        self._inside = f"annex-{given}-"
        ordinal = annex_mark(self._patterns, given, self._annexes)
        return replace(heading, ordinal=ordinal, number=given, id=heading.id or self._id("annex"))

    def _heading(self, heading: Heading, through: int) -> Heading:
        level = heading.level
        lower = [kept if above == through else 0 for above, kept in enumerate(self._levels[level:], level + 1)]
        self._levels[level - 1 :] = [self._levels[level - 1] + 1, *lower]
        path = self._levels[:level]
        ordinal = write(self._patterns.headings[level - 1], path[-1])
        id_ = heading.id or f"{self._prefix}{self._inside}section-{'-'.join(map(str, path))}"
        return replace(heading, ordinal=ordinal, number=path[-1], id=id_)

    def _table(self, table: Table) -> Table:
        self._counts["any table"] += 1
        id_ = table.id or f"{self._prefix}table-{self._counts['any table']}"
        return replace(table, ordinal=self._next("table") if table.caption else "", id=id_)

    def _next(self, kind: str) -> str:
        self._counts[kind] += 1
        return write(getattr(self._patterns, kind), self._counts[kind])

    def _id(self, kind: str) -> str:
        return f"{self._prefix}{kind}-{self._counts[kind]}"

    def _inner(self, block: Paragraph | ListBlock) -> Paragraph | ListBlock:
        return self._list(block) if isinstance(block, ListBlock) else block

    def _list(self, block: ListBlock) -> ListBlock:
        return replace(
            block,
            items=tuple(
                replace(item, marker=self._patterns.dash if block.kind == "dash" else write(self._patterns.ordered, n))
                for n, item in enumerate(block.items, 1)
            ),
        )
