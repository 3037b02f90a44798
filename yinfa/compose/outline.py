"""The outline pass: writes the entries of the list of contents."""

from collections.abc import Sequence
from dataclasses import replace

from yinfa.document.tree import Block, Contents, Document, Entry, Heading, Section
from yinfa.document.walk import papers_of, words_of


def outline(document: Document) -> Document:
    """Return the document with each list of contents holding the headings of its paper down to its depth.

    Of an annex it holds the title alone: what is inside numbers its headings anew.
    """
    return replace(document, sections=tuple(section for run in papers_of(document) for section in _outlined(run)))


def _outlined(run: Sequence[Section]) -> list[Section]:
    headings = _headings(run)

    def visit(block: Block) -> Block:
        if not isinstance(block, Contents):
            return block
        return replace(block, entries=tuple(_entry(each) for each in headings if each.level <= block.depth))

    return [replace(section, blocks=tuple(visit(block) for block in section.blocks)) for section in run]


def _headings(run: Sequence[Section]) -> list[Heading]:
    """Return the headings of a paper, of its annexes the titles alone: annexes stand behind everything else."""
    headings = [block for section in run for block in section.blocks if isinstance(block, Heading)]
    first = next((at for at, each in enumerate(headings) if each.form == "annex"), len(headings))
    return headings[:first] + [each for each in headings[first:] if each.form == "annex"]


def _entry(heading: Heading) -> Entry:
    return Entry(heading.id, heading.level, heading.ordinal, words_of(heading))
