"""Facts that an evaluation derives: what was due, rates, verdicts, changes on the year before, tallies."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from yinfa.derive.evaluation import Evaluation, Judgement, Result, evaluation_of
from yinfa.derive.facts.fact import Facts, Thing
from yinfa.derive.facts.indicators import part_words, target_words, thing_of, with_measure
from yinfa.derive.movement import growth
from yinfa.derive.tally import Tally, best, by_group, by_nature, change_of, changes, tally_of, worst
from yinfa.diagnostics import Origin
from yinfa.model.identity import Leaf
from yinfa.model.plan import Plan
from yinfa.model.quantity import Verdict

QUOTES = "“”"  # of 十四五, which is quoted once more where it is named


def judged_facts(plan: Plan, leaf: Leaf, facts: Facts) -> None:
    """Tell what an evaluation says of each part, of each indicator and of all together."""
    evaluation = evaluation_of(plan, leaf)
    if evaluation is None:
        return
    for result in evaluation.results:
        for judgement in result.judgements:
            _judgement(plan, judgement, evaluation.year, facts)
        if len(result.judgements) > 1:
            _result(result, evaluation.year, facts)
    whole = tally_of(evaluation.results)
    of = Thing(
        "评估",
        (str(evaluation.period.id), str(evaluation.year)),
        f"{evaluation.period.name.strip(QUOTES)}{evaluation.year}年",
    )
    _tally(whole, evaluation.results, (), of, facts)
    for tally in by_nature(evaluation):
        own = [each for each in evaluation.results if each.indicator.nature == tally.name]
        _tally(tally, own, (f"“{tally.name}”",), of, facts)
    for tally in by_group(evaluation):
        own = [each for each in evaluation.results if each.indicator.group == tally.name]
        _tally(tally, own, (f"“{tally.name}”",), of, facts)
    _extremes(evaluation, of, facts)
    _moves(plan, evaluation, of, facts)


def cells_behind(judgement: Judgement) -> Iterator[Origin]:
    """Yield the cells that a verdict rests on: the result or those of a sum, what was due, where it all began."""
    course = judgement.course
    yield from (each.origin for each in course.summed or filter(None, (judgement.actual,)))
    yield judgement.goal.origin
    if judgement.aim:
        yield judgement.aim.origin
        if judgement.aim.basis == "序时进度":
            yield course.part.baseline_at


def _judgement(plan: Plan, judgement: Judgement, year: int, facts: Facts) -> None:
    thing = thing_of(judgement.indicator)
    of, measure = (*part_words(judgement.part.name), f"{year}年"), judgement.part.measure
    cells = tuple(cells_behind(judgement))
    if judgement.aim:
        own = (judgement.aim.origin, judgement.goal.origin, judgement.course.part.baseline_at)
        facts.derive(thing, (*of, "应达到的目标"), target_words(judgement.aim.target, measure), own)
        facts.derive(thing, (*of, "评价标准"), judgement.aim.basis, own)
    if judgement.summed and isinstance(judgement.case.total, Decimal):
        summed = (each.origin for each in judgement.summed)
        facts.derive(thing, (*of, "累计完成值"), with_measure(judgement.case.total, measure), summed)
    if judgement.rate_shown is not None:
        facts.derive(thing, (*of, "完成率"), f"{judgement.rate_shown:f}%", cells)
    facts.derive(thing, (*of, "评价"), judgement.verdict, cells)
    if change := change_of(plan, judgement, year):
        told = growth(change.before.value, change.after.value, measure)
        facts.derive(thing, (*of, "比上年"), told, (change.before.origin, change.after.origin))


def _result(result: Result, year: int, facts: Facts) -> None:
    cells = [cell for each in result.judgements for cell in cells_behind(each)]
    facts.derive(thing_of(result.indicator), (f"{year}年", "整项评价"), result.verdict, cells)


def _cells(results: Iterable[Result]) -> list[Origin]:
    return [cell for each in results for judgement in each.judgements for cell in cells_behind(judgement)]


def _tally(tally: Tally, results: Iterable[Result], of: tuple[str, ...], thing: Thing, facts: Facts) -> None:
    cells = _cells(results)
    numbers = {"指标数": tally.total, "参评": tally.applicable, "达到目标要求": tally.met, "未达到": tally.missed}
    for what, number in (*numbers.items(), *((str(each), tally.of(each)) for each in Verdict)):
        facts.derive(thing, (*of, what), f"{number}项", cells)
    if tally.rate_shown is not None:
        facts.derive(thing, (*of, "指标完成率"), f"{tally.rate_shown:f}%", cells)


def _extremes(evaluation: Evaluation, thing: Thing, facts: Facts) -> None:
    for what, results in (("完成率最高", best(evaluation)), ("完成率最低", worst(evaluation))):
        facts.derive(thing, what, "、".join(str(each.indicator.name) for each in results), _cells(evaluation.results))

    unrated = sum(each.rate is None for each in evaluation.results)
    facts.derive(thing, "没有完成率", f"{unrated}项", _cells(evaluation.results))


def _moves(plan: Plan, evaluation: Evaluation, thing: Thing, facts: Facts) -> None:
    found = changes(plan, evaluation)
    cells = [origin for each in found for origin in (each.before.origin, each.after.origin)]
    moved = [each for each in found if each.difference]
    numbers = {
        "有可比数据": len(found),
        "好于上年": sum(bool(each.better) for each in moved),
        "差于上年": sum(each.better is False for each in moved),
        "与上年持平": len(found) - len(moved),
        "无可比数据": len(tuple(evaluation.judgements)) - len(found),
    }
    for what, number in numbers.items():
        told = cells if what != "无可比数据" else [*cells, *_cells(evaluation.results)]
        facts.derive(thing, what, f"{number}项", told)
