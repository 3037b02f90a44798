"""Amounts of money that cannot be."""

from collections.abc import Iterator
from decimal import Decimal

from yinfa.checks.figures import money_scale
from yinfa.checks.rule import Finding
from yinfa.model.plan import Plan
from yinfa.model.projects import MONEY, Project, Sum

LEAST, MOST = Decimal(1), Decimal(10_000_000)  # 万元: less is nothing to build with, more than a county has


def measure_scale(plan: Plan) -> Iterator[Finding]:
    """Find amounts of money in 亿元 or 元 among those in 万元: of indicators beside their others, of projects alone."""
    yield from money_scale(plan)
    for project in plan.projects:
        for money in (project.investment, project.planned):
            yield from _mixed(f"项目“{project.name}”的投资额", money)
        for row in (each for each in plan.project_progress if each.project == project.id):
            for money in (row.spent_this_year, row.spent):
                yield from _mixed(f"项目“{project.name}”{row.year} 年的投资额", money)


def _mixed(called: str, money: Sum) -> Iterator[Finding]:
    """Yield that an amount is too little or too much to be in 万元."""
    value = money.value
    if isinstance(value, Decimal) and 0 < value < LEAST:
        message = f"{called}是 {value:f}{MONEY}，只合 {value * 10_000:.0f} 元，像是按亿元填的"
        yield Finding(message, money.origin, f"按{MONEY}填写：0.42 亿元填 4200")
    elif isinstance(value, Decimal) and value >= MOST:
        message = f"{called}是 {value:f}{MONEY}，合 {value / 10_000:.0f} 亿元，像是按元填的"
        yield Finding(message, money.origin, f"按{MONEY}填写：42000000 元填 4200")


def amount(plan: Plan) -> Iterator[Finding]:
    """Find an amount of a project below zero."""
    for project in plan.projects:
        for money in _negative(project):
            yield Finding(f"金额是负数：{money.value:f}{MONEY}", money.origin, "核对数额和正负号")


def amount_planned(plan: Plan) -> Iterator[Finding]:
    """Find a project that is to get more money in the period than it costs in all."""
    for project in plan.projects:
        whole, planned = project.investment.value, project.planned.value
        is_more = isinstance(whole, Decimal) and isinstance(planned, Decimal) and planned > whole
        if is_more and not _negative(project):  # a slip of the sign is told already
            message = f"计划投资 {planned:f}{MONEY}大于总投资 {whole:f}{MONEY}"
            yield Finding(message, project.planned.origin, "核对两栏数额，是否填反或单位不一")


def _negative(project: Project) -> list[Sum]:
    """Return the amounts of a project that are below zero."""
    return [
        each for each in (project.investment, project.planned) if isinstance(each.value, Decimal) and each.value < 0
    ]
