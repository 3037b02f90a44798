"""Tasks that nobody has yet: for indicators that were missed, and for a first action plan, for all of them."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from yinfa.model.indicators import Indicator
from yinfa.model.plan import Plan
from yinfa.nextyear.aims import Aim
from yinfa.nextyear.known import Known
from yinfa.nextyear.tree import MARK, Said, marked


def for_missed(known: Known) -> Iterator[tuple[Aim, Said]]:
    """Yield a task for each indicator that was missed last year and is served by no task."""
    served = {name for state in known.states.values() for name in map(str, state.charge.indicators)}
    seen: set[str] = set()
    taken = {task for task, _ in known.states}
    for aim in known.results:
        indicator = aim.indicator
        if aim.is_missed and not served & {str(indicator.id), str(indicator.name)} and indicator.id not in seen:
            seen.add(str(indicator.id))
            yield aim, _for_aim(known, aim, _name(str(indicator.id), len(seen), taken))


def _name(id_: str, number: int, taken: set[str]) -> str:
    """Return the id of a task for an indicator: after it where that can be an id, else by its number."""
    names = (f"missed-{id_.lower()}", *(f"missed-{each}" for each in range(number, 1000)))
    return next(name for name in names if name not in taken and re.fullmatch("[a-z0-9-]{1,32}", name))


def _for_aim(known: Known, aim: Aim, task: str) -> Said:
    remedy = aim.judgement.actual.remedy if aim.judgement and aim.judgement.actual else ""
    cause = aim.judgement.actual.cause if aim.judgement and aim.judgement.actual else ""
    why = (
        aim.told,
        f"原因：{cause.rstrip('。')}" if cause else "完成值没有填写原因",
        aim.why,
        "没有任务服务这项指标，提议新增",
    )
    words = str(remedy) or f"针对“{aim.indicator.name}”没有完成的原因，提出并落实改进措施。"
    return _task(known, task, f"补上{aim.indicator.name}的短板。", words, (aim.indicator,), why)


def _task(
    known: Known, task: str, heading: str, words: str, indicators: Iterable[Indicator], why: tuple[str, ...]
) -> Said:
    """Return a proposed task for some indicators that the same units answer for: the first of these leads."""
    served = tuple(indicators)
    names, doubts = known.offices.named(tuple(map(str, served[0].units)))
    lead, *support = names or (MARK,)
    made = {
        "task": Said(task),
        "heading": Said(heading),
        "text": marked(Said(words), f"任务{task}", (*why, *doubts)),
        "lead": Said([Said(lead)]),
        "support": Said([Said(name) for name in support]),
        "due": Said(f"{known.year}-12"),
        "indicators": Said([Said(heir) for each in served if (heir := known.indicators.get(each.id, str(each.id)))]),
    }
    return Said({key: said for key, said in made.items() if said.value})


def first_plan(known: Known) -> dict[str, Said]:
    """Return the text of a plan's first action plan: a chapter for each 分类, a task for each group of units."""
    listed = sorted(known.plan.listed(str(known.period.id)), key=lambda each: each.ordinal)
    groups = {group: list(run) for group, run in groupby(listed, key=lambda each: str(each.group))}
    preface = f"为落实《{known.plan.identity.title}》，明确{known.year}年的任务和责任，制定本行动计划。"
    why = "plan.yaml 没有列过年度行动计划：以下任务按指标表的分类和责任单位拟出，任务内容、时限要重新定"
    counter = iter(range(1, 1000))
    chapters = [_chapter(known, group, found, counter) for group, found in groups.items()]
    title = Said(f"{known.year}年任务责任分解表")
    table = Said({"table": Said("duties")})
    annex = {"heading": title, "orientation": Said("landscape"), "blocks": Said([table])}
    return {
        "duties": Said("牵头配合"),
        "preface": Said([marked(Said(preface), "前言", (why,))]),
        "chapters": Said(chapters),
        "annexes": Said([Said(annex)]),
    }


def _chapter(known: Known, group: str, indicators: list[Indicator], counter: Iterator[int]) -> Said:
    teams: dict[tuple[str, ...], list[Indicator]] = {}
    for each in indicators:
        teams.setdefault(tuple(map(str, each.units)), []).append(each)
    tasks = [_of_team(known, next(counter), team) for team in teams.values()]
    return Said({"heading": Said(group), "blocks": Said(tasks)})


def _of_team(known: Known, number: int, indicators: list[Indicator]) -> Said:
    """Return the task of the units that answer for some indicators, with the targets of the whole period."""
    ids = {each.id for each in indicators}
    aims = [aim for aim in known.aims if aim.indicator.id in ids]
    targets = "、".join(words for each in indicators for words in _targets(each))
    words = f"按期完成规划目标：{targets}。具体措施由牵头单位提出。"
    names = [str(each.name) for each in indicators]
    heading = f"完成{'、'.join(names[:2])}{'等' if len(names) > 2 else ''}目标。"
    why = tuple(f"{aim.named}：{aim.why}" for aim in aims if aim.open)
    return _task(known, f"task-{number}", heading, words, indicators, ("提议的任务，内容由牵头单位提出", *why))


def _targets(indicator: Indicator) -> Iterator[str]:
    """Yield the calls that print the targets of an indicator, behind its name."""
    if len(indicator.parts) == 1 or indicator.spans:
        yield f'{indicator.name}{{{{ target("{indicator.id}") }}}}'
        return
    for part in indicator.parts:
        yield f'{indicator.named(part)}{{{{ target("{indicator.id}", part="{part.name}") }}}}'


def title_of(plan: Plan, year: int) -> str:
    """Return the title of a first action plan: that of the plan, with 规划 and its period left out."""
    stem = re.sub(r"(“[^”]*”)?(质量)?(发展)?规划$", "", str(plan.identity.title))
    return f"{stem}{year}年行动计划"


def with_proposed(
    made: dict[str, Said], proposed: Iterable[tuple[Aim, Said]], groups: dict[str, str]
) -> dict[str, Said]:
    """Return a text with proposed tasks, each in the chapter that serves its 分类, else in the first that has tasks.

    `groups` are the 分类 of indicators by id and name.
    """
    chapters = made["chapters"].value
    assert isinstance(chapters, list)  # noqa: S101
    found = list(chapters)
    for aim, task in proposed:
        place = _place(found, str(aim.indicator.group), groups)
        value = found[place].value
        assert isinstance(value, dict)  # noqa: S101
        blocks = value["blocks"].value if "blocks" in value else []
        assert isinstance(blocks, list)  # noqa: S101
        found[place] = Said(value | {"blocks": Said([*blocks, task])}, found[place].todo, found[place].remarks)
    return made | {"chapters": Said(found)}


def _place(chapters: list[Said], group: str, groups: dict[str, str]) -> int:
    served = [[groups.get(name, "") for name in _indicators_in(each)] for each in chapters]
    counts = [each.count(group) for each in served]
    if any(counts):
        return counts.index(max(counts))
    return next((place for place, each in enumerate(served) if each), 0)


def _indicators_in(said: Said) -> Iterator[str]:
    if isinstance(said.value, list):
        for each in said.value:
            yield from _indicators_in(each)
    elif isinstance(said.value, dict):
        for key, each in said.value.items():
            if key == "indicators" and isinstance(each.value, list):
                yield from (str(name.value) for name in each.value)
            else:
                yield from _indicators_in(each)
