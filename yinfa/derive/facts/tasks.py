"""Facts of the tasks in text/*.yaml: who does what until when, and how far each has come."""

from collections.abc import Mapping

from yinfa.derive.duties import tasks_in
from yinfa.derive.facts.fact import Facts, Thing, day_words
from yinfa.model.plan import Plan
from yinfa.model.tasks import Duty, TaskBlock
from yinfa.model.walk import each_of
from yinfa.model.words import PaperWords


def task_facts(plan: Plan, facts: Facts) -> None:
    """Tell the tasks of every text with their points, and what progress.xlsx says of them."""
    things: dict[str, Thing] = {}
    for file, words in plan.words.items():
        for task in each_of(TaskBlock, words):
            thing = Thing("任务", (file, str(task.task)), str(task.heading).rstrip("。"))
            things[str(task.task)] = thing
            _task(task, thing, facts)
        _stand(words, things, facts)
    _progress(plan, things, facts)


def point_of(number: int) -> tuple[str, ...]:
    """Return what names a point of a task in the name of a fact, nothing for the whole."""
    return (f"第{number}点",) if number else ()


def _stand(words: PaperWords, things: Mapping[str, Thing], facts: Facts) -> None:
    """Tell where each task stands: in which chapter, and as which of all."""
    for number, (chapter, task) in enumerate(tasks_in(words), 1):
        facts.put(things[str(task.task)], "所在章节", chapter or "", task.task.origin)
        facts.put(things[str(task.task)], "次序", number, task.task.origin)


def _task(task: TaskBlock, thing: Thing, facts: Facts) -> None:
    facts.texts(thing, ("标题", task.heading), ("内容", task.text))
    _duty(task, thing, (), facts)
    for number, part in enumerate(task.parts, 1):
        of = point_of(number)
        facts.texts(thing, ((*of, "内容"), part.text))
        _duty(part, thing, of, facts)


def _duty(duty: Duty, thing: Thing, of: tuple[str, ...], facts: Facts) -> None:
    facts.names(thing, (*of, "牵头单位"), duty.lead)
    facts.names(thing, (*of, "配合单位"), duty.support)
    facts.texts(thing, ((*of, "目标"), duty.goal))
    if duty.due:
        facts.put(thing, (*of, "时限"), day_words(duty.due), duty.due.origin)
    facts.names(thing, (*of, "涉及指标"), duty.indicators)


def _progress(plan: Plan, things: dict[str, Thing], facts: Facts) -> None:
    for row in plan.task_progress:
        id_, reason = str(row.task), str(row.note)
        thing, of = things.get(id_, Thing("任务", ("", id_), id_)), (*point_of(row.point), f"{row.year}年")
        facts.put(thing, (*of, "状态"), row.state, row.origin, reason=reason)
        facts.texts(
            thing,
            ((*of, "进展"), row.words),
            ((*of, "原因"), row.cause),
            ((*of, "下步措施"), row.remedy),
            ((*of, "备注"), row.note),
            reason=reason,
        )
