"""The prose of a plan is read once, however much of it there is."""

from dataclasses import replace

from tests.checks.prosing import PROSE
from tests.prose.stating import YEAR, clean
from yinfa.diagnostics import Origin
from yinfa.model.plan import Plan
from yinfa.model.words import PaperWords
from yinfa.prose.reading import reading_of
from yinfa.sources.text import Text

PARAGRAPHS, SENTENCES, INDICATORS = 150, 6, 300
SENTENCE = (
    "全县{}号街道产品抽查合格率达到95%以上，比上年提高2个百分点，新增企业30家，"
    "推动各乡镇加强质量管理，组织企业开展对标达标；质量工作责任落实到人。"
)


def large() -> Plan:
    """Return a plan of 300 indicators and of 60,000 characters that state a figure of each three times."""
    origin, known = Origin("text/large.yaml", 1, 1), clean().indicators
    indicators = tuple(
        replace(known[0], id=Text(f"x{each}", origin), name=Text(f"{each}号街道产品抽查合格率", origin))
        for each in range(INDICATORS)
    )
    numbers = [number % INDICATORS for number in range(PARAGRAPHS * SENTENCES)]
    texts = tuple(
        Text("".join(SENTENCE.format(each) for each in numbers[start : start + SENTENCES]), origin)
        for start in range(0, len(numbers), SENTENCES)
    )
    words = PaperWords.model_construct(preface=texts)
    return replace(clean(), indicators=indicators, words={**clean().words, YEAR: words})


def test_no_figure_of_a_large_plan_is_passed_over() -> None:
    """Every sentence has one that is wrong; what it takes to find them `make bench` measures."""
    plan = large()
    assert sum(map(len, plan.words[YEAR].preface)) > 60_000
    reading = reading_of(plan)
    wrong = [each for rule in PROSE.values() for each in rule(reading)]
    assert len(wrong) >= PARAGRAPHS * SENTENCES


def test_what_is_read_are_the_papers_their_statements_and_those_of_levels() -> None:
    reading = reading_of(clean())
    assert {str(paper.leaf.text) for paper in reading.papers} == set(clean().words)
    assert {each.statement for each in reading.levels} == {each for each in reading.statements if each.role != "change"}
