"""Paragraphs and notes end with a stop: one that is lost shows that something was cut off (GB/T 15834, 4.1)."""

import re
from collections.abc import Iterator, Sequence

from yinfa.checks.headings import STOPS, short
from yinfa.checks.rule import Finding, found_at
from yinfa.model.plan import Plan
from yinfa.model.tasks import ArticleBlock, TaskBlock
from yinfa.model.walk import each_of
from yinfa.model.words import Boxed, DashList, HeadingBlock, NumberedList, PaperWords, RunInText, TableBlock
from yinfa.sources.text import Text

CLOSING = "”’）》】"  # behind a stop
OTHERS = ("…", "—", ".", "?", "!", ";", ":")  # that a half-width mark is wrong is told otherwise
_LABEL = re.compile("(?!注|说明|备注)[^。，；]{1,12}：[^。，；]*")  # 联系电话：… is no sentence
_INNER = re.compile("[，。；]")


def paragraph_stop(plan: Plan) -> Iterator[Finding]:
    """Find a paragraph or a note of a table that ends without a stop, or with a comma."""
    for words in plan.words.values():
        for text in (*_paragraphs(words), *_notes(words)):
            if not _is_ended(text):
                wrong = f"是“{text[-1]}”" if text[-1] in "，、" else "没有标点"
                message = f"段末“{short(text)}”{wrong}"
                yield found_at(text, len(text) - 1, message, "补上句末的“。”；后面有漏掉的话的，补全")


def _is_ended(text: Text) -> bool:
    """Return whether a text ends as a sentence does, or is none: a line of what somebody is called, all in brackets."""
    bare = text.rstrip(CLOSING)
    whole = text.startswith(("（", "《", "“")) and text != bare
    return not bare or whole or bare.endswith((*STOPS, *OTHERS)) or bool(_LABEL.fullmatch(text))


def _paragraphs(words: PaperWords) -> Iterator[Text]:
    """Yield the texts that are paragraphs of their own, and what follows a heading in its paragraph."""
    yield from words.preface
    yield from (each for each in words.blocks if isinstance(each, Text))
    for heading in each_of(HeadingBlock, words):
        yield from (each for each in heading.blocks if isinstance(each, Text))
    for box in each_of(Boxed, words):
        yield from (each for each in box.blocks if isinstance(each, Text))
    yield from (each.text for each in each_of(RunInText, words))
    yield from (each.text for each in each_of(ArticleBlock, words))
    yield from (each.text for each in each_of(TaskBlock, words) if each.text)
    for listed in each_of(DashList, words):
        yield from _like_their_others(listed.dash)
    for numbered in each_of(NumberedList, words):
        yield from _like_their_others(numbered.list)


def _like_their_others(items: Sequence[object]) -> Iterator[Text]:
    """Yield the items of a list of sentences, as those are of which one ends with a stop."""
    texts = [each for each in items if isinstance(each, Text)]
    if any(each.rstrip(CLOSING).endswith(STOPS) for each in texts):
        yield from texts


def _notes(words: PaperWords) -> Iterator[Text]:
    """Yield the notes of tables that are sentences, or stand beside others that are."""
    for table in each_of(TableBlock, words):
        is_ended = any(each.endswith(STOPS) for each in table.notes)
        yield from (each for each in table.notes if is_ended or _INNER.search(each))
