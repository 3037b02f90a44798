"""The split of duties: nothing lost, nothing twice, in the order of the registry."""

from collections import Counter
from itertools import chain
from random import Random
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfa.derive.duties import Charge, charged, charges_of, of_unit
from yinfa.diagnostics import Origin
from yinfa.model.identity import Level, Registry, Unit
from yinfa.model.tasks import TaskBlock, TaskPart
from yinfa.model.words import HeadingBlock, PaperWords
from yinfa.sources.text import Text

pytestmark = pytest.mark.slow

Given = dict[str, object]
NOWHERE = Origin("")


def said(words: str) -> Text:
    return Text(words, NOWHERE)


def named(names: str) -> tuple[Text, ...]:
    return tuple(map(said, names.split()))


def unit(id_: str, level: Level = "bureau") -> Unit:
    return Unit(id=said(id_), name=said(f"某县{id_}"), short=said(f"县{id_}"), level=level)


def task(name: str, lead: str = "", support: str = "", *parts: TaskPart, **more: object) -> TaskBlock:
    own = {"task": said(name), "heading": said(f"做好{name}。"), "parts": parts}
    return TaskBlock.model_validate({**own, "lead": named(lead), "support": named(support), **more})


def point(text: str, lead: str = "", support: str = "") -> TaskPart:
    return TaskPart(text=said(text), lead=named(lead), support=named(support))


def words(*tasks: TaskBlock | HeadingBlock) -> PaperWords:
    return PaperWords(chapters=(HeadingBlock.model_construct(heading=said("深化创建"), blocks=tasks),))


REGISTRY = Registry(units=tuple(map(unit, ("甲", "乙", "丙", "丁"))))


def names(units: tuple[Unit, ...]) -> str:
    return "".join(each.id for each in units)


def test_units_stand_in_the_order_of_the_registry_each_once() -> None:
    """However they were typed, by id, short or full name."""
    (charge,) = charges_of(words(task("t", "县丁 甲 某县丁", "丙 县乙")), REGISTRY)
    assert (names(charge.lead), names(charge.support)) == ("甲丁", "乙丙")


def test_every_point_is_a_line_under_the_number_of_its_task() -> None:
    """And a task without points is one line."""
    charges = charges_of(words(task("a", "甲", "", point("一", "乙"), point("二", "丙")), task("b", "丁")), REGISTRY)
    assert [(each.ordinal, each.task.task, names(each.lead)) for each in charges] == [
        (1, "a", "乙"),
        (1, "a", "丙"),
        (2, "b", "丁"),
    ]


def test_a_point_takes_over_from_its_task_what_it_does_not_say() -> None:
    """Units, term and indicators; never the words."""
    whole: Given = {"due": said("2013-12"), "indicators": named("food"), "goal": said("总目标"), "text": said("总的。")}
    own: Given = {"due": said("2013-06"), "indicators": named("air"), "goal": said("分目标")}
    points = point("一。"), point("二。", "丙").model_copy(update=own), point("三。", "", "丁")
    first, second, third = charges_of(words(task("t", "甲", "乙", *points, **whole)), REGISTRY)
    assert (names(first.lead), names(first.support), first.due, first.indicators) == (
        *("甲", "乙", "2013-12"),
        ("food",),
    )
    assert (names(second.lead), names(second.support), second.due, second.indicators) == (
        *("丙", "", "2013-06"),
        ("air",),
    )
    assert (names(third.lead), names(third.support)) == ("甲", "丁")
    assert [each.goal for each in (first, second, third)] == ["一。", "分目标", "三。"]


def test_the_goal_is_the_whole_text_where_none_is_given() -> None:
    """A task of a heading alone has neither."""
    charges = charges_of(words(task("a", "甲", text=said("全文。")), task("b", "甲")), REGISTRY)
    assert [each.goal for each in charges] == ["全文。", None]


def test_tasks_are_found_wherever_they_stand_with_the_heading_of_their_chapter() -> None:
    """In the body of a notice, below headings of any depth, in an annex."""
    deep = HeadingBlock.model_construct(heading=said("小节"), blocks=(task("b", "甲"),))
    annex = HeadingBlock.model_construct(heading=said("附表"), blocks=(task("c", "甲"),))
    text = words(task("a", "甲"), deep).model_copy(update={"blocks": (task("z", "甲"),), "annexes": (annex,)})
    found = [(each.task.task, each.chapter) for each in charges_of(text, REGISTRY)]
    assert found == [("z", None), ("a", "深化创建"), ("b", "深化创建"), ("c", "附表")]


def test_a_unit_that_was_renamed_is_charged_under_the_name_of_the_year() -> None:
    """Though its short name stayed."""
    old = unit("甲").model_copy(update={"until": 2013})
    new = unit("新").model_copy(update={"short": said("县甲"), "since": 2014})
    registry = Registry(units=(old, new))
    for year, name in ((2013, "甲"), (2014, "新")):
        one, other = charges_of(words(task("t", "县甲"), task("u", "乙", "县甲")), registry, year)
        assert (names(one.lead), names(other.support)) == (name, name)


def test_a_group_counts_as_one_unit() -> None:
    """Its members have sheets of their own only where they are named."""
    registry = Registry(units=(*REGISTRY.units, unit("成员单位", "group")))
    charges = charges_of(words(task("a", "甲", "成员单位")), registry)
    assert names(charged(charges, registry)) == "甲成员单位"


# --- over generated plans ---------------------------------------------------------------


class Typed(TypedDict):
    """Who leads and who supports, as typed."""

    lead: tuple[Text, ...]
    support: tuple[Text, ...]


IDS = [f"u{number}" for number in range(8)]


@st.composite
def duties(draw: st.DrawFn, least: int) -> Typed:
    """Return a lead of at least so many units and a support of others, in any order and by any name."""
    ids = draw(st.permutations(IDS))
    lead = draw(st.integers(least, 3))
    support = draw(st.integers(0, 4)) if lead else 0
    typed = [draw(st.sampled_from([id_, f"县{id_}", f"某县{id_}"])) for id_ in ids[: lead + support]]
    return Typed(lead=named(" ".join(typed[:lead])), support=named(" ".join(typed[lead:])))


@st.composite
def tasks(draw: st.DrawFn) -> TaskBlock:
    """Return a task with or without points, which have units of their own or not."""
    parts = tuple(TaskPart(text=said("一是"), **each) for each in draw(st.lists(duties(0), max_size=3)))
    return TaskBlock(task=said("t"), heading=said("题。"), parts=parts, **draw(duties(1)))


REGISTRIES = st.permutations(IDS).map(
    lambda ids: Registry(units=tuple(unit(id_, "group" if id_ == "u0" else "bureau") for id_ in ids))
)
PLANS = st.lists(tasks(), max_size=4)


@given(PLANS, REGISTRIES)
def test_the_sheets_of_all_units_cover_each_charge_exactly_as_often_as_it_has_units(
    plan: list[TaskBlock], registry: Registry
) -> None:
    """So nothing is lost, and nobody is told another's task."""
    charges = charges_of(words(*plan), registry)
    assert len(charges) == sum(len(each.parts) or 1 for each in plan)
    assert [each.ordinal for each in charges] == [
        ordinal for ordinal, each in enumerate(plan, 1) for _ in each.parts or (each,)
    ]
    sheets = Counter(map(id, chain.from_iterable(of_unit(charges, one) for one in charged(charges, registry))))
    assert sheets == {id(each): len(_typed(each)) for each in charges}


def _typed(charge: Charge) -> set[str]:
    """Return the ids of who is charged as the plan has them typed."""
    own = charge.part if charge.part and charge.part.lead else charge.task
    return {name.removeprefix("某").removeprefix("县") for name in (*own.lead, *own.support)}


@given(PLANS, REGISTRIES)
def test_units_stand_in_the_order_of_the_registry_everywhere(plan: list[TaskBlock], registry: Registry) -> None:
    """In lead, in support and in the list of sheets; every one of a sheet's lines names its unit."""
    order = [each.id for each in registry.units]
    charges = charges_of(words(*plan), registry)
    for units in (charged(charges, registry), *(each.lead for each in charges), *(each.support for each in charges)):
        places = [order.index(each.id) for each in units]
        assert places == sorted(set(places))
    for one in registry.units:
        mine = of_unit(charges, one)
        assert all(one.id in [each.id for each in charge.units] for charge in mine)
        assert [id(each) for each in mine] == [id(each) for each in charges if each in mine]


@given(PLANS, REGISTRIES, st.randoms())
def test_the_order_of_typing_does_not_matter(plan: list[TaskBlock], registry: Registry, chance: Random) -> None:
    """Names shuffled, the split stays."""

    def shuffled(given: tuple[Text, ...]) -> tuple[Text, ...]:
        return tuple(chance.sample(given, len(given)))

    def retyped(one: TaskBlock | TaskPart) -> dict[str, object]:
        return {"lead": shuffled(one.lead), "support": shuffled(one.support)}

    again = [
        each.model_copy(
            update=retyped(each) | {"parts": tuple(part.model_copy(update=retyped(part)) for part in each.parts)}
        )
        for each in plan
    ]
    split = [(names(each.lead), names(each.support)) for each in charges_of(words(*plan), registry)]
    assert [(names(each.lead), names(each.support)) for each in charges_of(words(*again), registry)] == split
