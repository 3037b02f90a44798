"""The sample of Chengchuan shows what that of Tiantai has not: articles straight through, points, all manners."""

import re

from tests.samples.reading import SPLIT, bracket_at_end, duty, papers, run_in, tables, units
from yinfa.compose.numerals import han
from yinfa.document.tree import Attachments, Document, Heading
from yinfa.document.walk import blocks_of, text_of
from yinfa.proof.said_tree import pieces_of

POINT = re.compile(r"(?:^|[。）])([一二三四五六七八九])是")
AMONG = {"县质监局", "石桥镇政府", "澄川水务集团"}  # a bureau, a town and a company


def action() -> Document:
    (document,) = papers("chengchuan", "notice")
    return document


def opinion() -> Document:
    (document,) = papers("chengchuan", "opinion")
    return document


def points(words: str) -> list[tuple[str, str]]:
    """Return the points of a paragraph: their numbers and their words, brackets and all."""
    found = list(POINT.finditer(words))
    ends = [*(each.start(1) for each in found), len(words)][1:]
    return [(each[1], words[each.end() : end]) for each, end in zip(found, ends, strict=True)]


def said_apart(words: str) -> list[str]:
    """Return the words of each point of a paragraph, or all of it where it has none."""
    return [text for _, text in points(words)] or [words]


def test_the_articles_of_the_opinion_are_numbered_straight_through_its_chapters() -> None:
    headings = [each for each in blocks_of(opinion()) if isinstance(each, Heading)]
    articles = [each.ordinal for each in headings if each.form == "run-in"]
    assert len(articles) >= 20
    assert articles == [f"（{han(number)}）" for number in range(1, len(articles) + 1)]
    assert len([each for each in headings if each.level == 1 and each.form == "ordinal"]) > 1


def test_each_point_of_a_task_is_numbered_and_followed_by_who_is_charged_with_it() -> None:
    """一是……（……）二是……（……）: as many brackets as lines in the split of duties."""
    (rows,) = tables(action(), SPLIT)
    tasks = [words for _, words in run_in(action()) if bracket_at_end(words)]
    lines = [[(units(row[4]), units(row[5])) for row in rows if row[1] == str(n)] for n in range(1, len(tasks) + 1)]
    assert sum(map(len, lines)) == len(rows) > len(tasks)
    for words, wanted in zip(tasks, lines, strict=True):
        assert [number for number, _ in points(words)] == [han(n) for n in range(1, len(points(words)) + 1)]
        brackets = [bracket_at_end(text) for text in said_apart(words)]
        found = [duty(each) for each in brackets if each]
        assert len(found) == len(brackets), words
        assert [(each.lead, each.support) for each in found] == wanted


def test_a_bureau_a_town_and_a_company_are_charged() -> None:
    (rows,) = tables(action(), SPLIT)
    charged = frozenset().union(*(units(row[4]) | units(row[5]) for row in rows))
    assert charged >= AMONG


def test_all_five_manners_are_printed() -> None:
    brackets = [bracket_at_end(text) for _, words in run_in(action()) for text in said_apart(words)]
    found = {duty(each).how for each in brackets if each}
    assert found == {"配合", "参与", "按职责分工负责", "负责", "责任单位"}


def test_the_annexes_announced_are_those_that_follow() -> None:
    """附件说明 names them all in their order, and no 附件 is spoken of that does not follow."""
    for document in (opinion(), action(), *papers("tiantai", "notice")):
        blocks = list(blocks_of(document))
        annexes = [each for each in blocks if isinstance(each, Heading) and each.form == "annex"]
        assert annexes
        told = [text_of(name) for each in blocks if isinstance(each, Attachments) for name in each.names]
        assert told in ([text_of(each.children) for each in annexes], [])
        several = [f"附件{n}" for n in range(1, len(annexes) + 1)]
        assert [each.ordinal for each in annexes] == (several if len(annexes) > 1 else ["附件"])
        spoken = [piece for each in blocks if each not in annexes for piece in pieces_of(each)]
        assert {found for piece in spoken for found in re.findall(r"附件\d+", piece)} <= set(several)
