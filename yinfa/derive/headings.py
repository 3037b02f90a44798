"""The headings of a paper by the word that they end in: of 四大工程 each is a heading, 品牌提升工程."""

from collections.abc import Iterator

from yinfa.model.base import Model
from yinfa.model.tasks import ArticleBlock, TaskBlock
from yinfa.model.walk import each_of
from yinfa.model.words import HeadingBlock, PaperWords
from yinfa.sources.text import Text


def headed_by(words: PaperWords, what: str) -> tuple[Text, ...]:
    """Return the headings of a paper that end in `what`, those that open a paragraph too, in their order."""
    return tuple(each for each in _headings(words) if each.rstrip("。：”").endswith(what))


def _headings(words: PaperWords) -> Iterator[Text]:
    for block in each_of(Model, words):
        match block:
            case ArticleBlock():
                yield block.article
            case HeadingBlock() | TaskBlock():
                yield block.heading
