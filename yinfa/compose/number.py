"""The number pass: gives every heading, box, table, figure and item its ordinal, and every heading an id."""

from collections import Counter
from dataclasses import replace

from yinfa.compose.numerals import han
from yinfa.document.tree import Block, Box, Document, Figure, Heading, ListBlock, Paragraph, Table
from yinfa.document.walk import blocks_of, map_blocks
from yinfa.styling import Numbering


def number(document: Document, patterns: Numbering) -> Document:
    """Return the document with its ordinals written by `patterns`.

    Headings are numbered through in their level and anew under each higher one (gbt9704 rule 21); boxes, tables and
    figures through the whole paper; a lone annex carries no number (rule 27).
    """
    annexes = sum(1 for block in blocks_of(document) if isinstance(block, Heading) and block.form == "annex")
    return map_blocks(document, _Numberer(patterns, annexes).visit)


def write(pattern: str, ordinal: int) -> str:
    """Return `pattern` with the ordinal in it, `{n}` in digits and `{han}` in Chinese numerals."""
    return pattern.format(n=ordinal, han=han(ordinal) if "{han}" in pattern else "")


class _Numberer:
    def __init__(self, patterns: Numbering, annexes: int) -> None:
        self._patterns = patterns
        self._annexes = annexes
        self._levels = [0, 0, 0, 0]
        self._counts: Counter[str] = Counter()

    def visit(self, block: Block) -> Block:
        """Return the block with its ordinal."""
        match block:
            case Heading():
                return self._heading(block)
            case Box():
                inner = tuple(self._inner(each) for each in block.blocks)
                return replace(block, ordinal=self._next("box"), blocks=inner, id=block.id or self._id("box"))
            case Table():
                return replace(block, ordinal=self._next("table"), id=block.id or self._id("table"))
            case Figure():
                return replace(block, ordinal=self._next("figure"), id=block.id or self._id("figure"))
            case ListBlock():
                return self._list(block)
        return block

    def _heading(self, heading: Heading) -> Heading:
        if heading.form == "annex":
            self._counts["annex"] += 1
            ordinal = write(self._patterns.annex, self._counts["annex"]) if self._annexes > 1 else "附件"
            return replace(heading, ordinal=ordinal, id=heading.id or self._id("annex"))
        if heading.form == "plain":
            self._counts["plain"] += 1
            return replace(heading, id=heading.id or self._id("plain"))
        self._levels[heading.level - 1 :] = [self._levels[heading.level - 1] + 1] + [0] * (4 - heading.level)
        path = self._levels[: heading.level]
        ordinal = write(self._patterns.headings[heading.level - 1], path[-1])
        id_ = heading.id or f"section-{'-'.join(map(str, path))}"
        return replace(heading, ordinal=ordinal, number=path[-1], id=id_)

    def _next(self, kind: str) -> str:
        self._counts[kind] += 1
        return write(getattr(self._patterns, kind), self._counts[kind])

    def _id(self, kind: str) -> str:
        return f"{kind}-{self._counts[kind]}"

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
