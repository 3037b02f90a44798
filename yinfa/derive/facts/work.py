"""Facts of projects.xlsx, progress.xlsx and feedback.xlsx."""

from yinfa.derive.facts.fact import Facts, Thing, day_words
from yinfa.derive.facts.indicators import with_measure
from yinfa.model.opinions import Opinion
from yinfa.model.plan import Plan
from yinfa.model.progress import ProjectProgress
from yinfa.model.projects import MONEY, Project


def work_facts(plan: Plan, facts: Facts) -> None:
    """Tell projects and how far they have come, and opinions; how far tasks have come is told with the tasks."""
    things = {str(each.id): Thing("项目", (str(each.id),), str(each.name)) for each in plan.projects}
    for project in plan.projects:
        _project(project, things[str(project.id)], facts)
    for row in plan.project_progress:
        id_ = str(row.project)
        _progress(row, things.get(id_, Thing("项目", (id_,), id_)), facts)
    for opinion in plan.opinions:
        _opinion(opinion, facts)


def _project(project: Project, thing: Thing, facts: Facts) -> None:
    reason, row = str(project.note), project.origin
    facts.texts(
        thing,
        ("名称", project.name),
        ("编号", project.id),
        ("建设内容", project.content),
        ("来源", project.source),
        ("备注", project.note),
        reason=reason,
    )
    facts.put(thing, "序号", project.ordinal, project.ordinal_at, reason=reason)
    facts.put(thing, "建设性质", project.nature, getattr(project.nature, "origin", row), reason=reason)
    years = zip(("开工年份", "完工年份"), (project.start, project.end), project.years_at, strict=True)
    for what, year, cell in years:
        facts.put(thing, what, year, cell, reason=reason)
    for what, money in (("总投资", project.investment), ("计划投资", project.planned)):
        facts.put(thing, what, with_measure(money.value, MONEY), money.origin, reason=reason)
    facts.names(thing, "责任单位", project.units, reason)


def _progress(row: ProjectProgress, thing: Thing, facts: Facts) -> None:
    of, reason = f"{row.year}年", str(row.note)
    facts.put(thing, (of, "状态"), row.state, row.origin, reason=reason)
    for what, money in (("本年完成投资", row.spent_this_year), ("累计完成投资", row.spent)):
        facts.put(thing, (of, what), with_measure(money.value, MONEY), money.origin, reason=reason)
    facts.texts(thing, ((of, "形象进度"), row.words), ((of, "备注"), row.note), reason=reason)


def _opinion(opinion: Opinion, facts: Facts) -> None:
    thing, reason = Thing("意见", (str(opinion.id),), str(opinion.id)), str(opinion.note)
    facts.texts(
        thing,
        ("提出单位（个人）", opinion.giver),
        ("对应条款", opinion.passage),
        ("意见内容", opinion.content),
        ("理由说明", opinion.reason),
        ("备注", opinion.note),
        reason=reason,
    )
    facts.put(thing, "采纳情况", opinion.decision, opinion.decision.origin, reason=reason)
    if opinion.received:
        facts.put(thing, "收到日期", day_words(opinion.received.isoformat()), opinion.received_at, reason=reason)
