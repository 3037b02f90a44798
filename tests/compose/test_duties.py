"""The words behind a task: who is charged with it, in the manner of the office, in the order of the registry."""

import pytest

from yinfa.compose.duties import MANNERS, Duties
from yinfa.diagnostics import Origin
from yinfa.model.identity import Registry
from yinfa.model.tasks import Manner, TaskBlock
from yinfa.model.words import PaperWords
from yinfa.sources.text import Text

SHORTS = ("县发改局", "县质监局", "县环保局", "相关部门")


def text(words: str) -> Text:
    """Return a text of the data."""
    return Text(words, Origin("f", 1, 1))


REGISTRY = Registry.model_validate(
    {
        "units": tuple(
            {"id": text(f"u{n}"), "name": text(f"某{name}"), "short": text(name), "level": "bureau"}
            for n, name in enumerate(SHORTS)
        )
    }
)


def task(lead: str = "", support: str = "", *parts: dict[str, Text], **more: Text) -> TaskBlock:
    """Return a task with these units and points."""
    points = tuple({"text": text("甲")} | part for part in parts)
    named = {"lead": text(lead), "support": text(support), "parts": points}
    return TaskBlock.model_validate({"task": text("t"), "heading": text("甲。")} | named | more)


def said(manner: str, of: TaskBlock) -> str:
    """Return the words behind a task in a manner."""
    return Duties(PaperWords.model_validate({"duties": manner}), REGISTRY)(of).striptags()


@pytest.mark.parametrize(
    ("manner", "shared", "alone"),
    [
        ("牵头配合", "（县质监局牵头，县环保局、相关部门配合）", "（县质监局负责）"),
        ("牵头参与", "（县质监局牵头，县环保局、相关部门参与）", "（县质监局负责）"),
        ("分工负责", "（县质监局牵头，县环保局、相关部门按职责分工负责）", "（县质监局负责）"),
        ("负责", "（县质监局负责）", "（县质监局负责）"),
        ("责任单位", "（责任单位：县质监局、县环保局、相关部门）", "（责任单位：县质监局）"),
    ],
)
def test_each_manner_has_its_words(manner: Manner, shared: str, alone: str) -> None:
    """With those who support, and without."""
    assert said(manner, task("县质监局", "县环保局、相关部门")) == shared
    assert said(manner, task("县质监局")) == alone
    assert manner in MANNERS


def test_several_who_lead_alone_share_the_duties() -> None:
    assert said("牵头配合", task("县质监局、县环保局")) == "（县质监局、县环保局负责）"
    assert said("分工负责", task("县质监局、县环保局")) == "（县质监局、县环保局按职责分工负责）"


def test_nobody_is_charged_where_nobody_leads() -> None:
    assert said("牵头配合", task("没有的局")) == ""


def test_units_stand_in_the_order_of_the_registry_by_their_short_names() -> None:
    """Whatever the order and the names that were typed."""
    assert said("牵头配合", task("某县质监局、u0", "相关部门，县环保局")) == (
        "（县发改局、县质监局牵头，县环保局、相关部门配合）"
    )


def test_a_task_may_have_a_manner_of_its_own() -> None:
    assert said("牵头配合", task("县质监局", duties=text("责任单位"))) == "（责任单位：县质监局）"


def test_where_a_point_names_units_every_point_says_who_is_charged_with_it() -> None:
    """One that names nobody with the units of the task, one that names only who supports with its lead."""
    whole = task("县质监局", "相关部门", {"lead": text("县环保局")}, {"support": text("县发改局")}, {})
    duties = Duties(PaperWords(), REGISTRY)
    assert [duties(whole, part).striptags() for part in whole.parts] == (
        ["（县环保局负责）", "（县质监局牵头，县发改局配合）", "（县质监局牵头，相关部门配合）"]
    )
    assert duties(whole) == ""


def test_where_no_point_names_units_the_task_says_who_is_charged_with_all() -> None:
    """Once, at its end."""
    whole = task("县质监局", "", {}, {})
    duties = Duties(PaperWords(), REGISTRY)
    assert [duties(whole, part).striptags() for part in (*whole.parts, None)] == ["", "", "（县质监局负责）"]


def test_a_point_may_have_a_manner_of_its_own() -> None:
    whole = task("县质监局", "", {"lead": text("县环保局"), "duties": text("责任单位")})
    assert Duties(PaperWords(), REGISTRY)(whole, whole.parts[0]).striptags() == "（责任单位：县环保局）"


def test_a_unit_is_called_as_it_was_in_the_year_of_the_paper() -> None:
    """Though its full name, by which the text names it, stayed."""
    old = REGISTRY.units[0].model_copy(update={"until": 2013})
    new = old.model_copy(update={"id": text("new"), "short": text("县发改委"), "since": 2014, "until": None})
    registry = Registry(units=(old, new))
    for year, short in ((2013, "县发改局"), (2014, "县发改委")):
        assert Duties(PaperWords(), registry, year)(task("某县发改局")).striptags() == f"（{short}负责）"
