"""Amounts of money that cannot be."""

from collections.abc import Iterator
from decimal import Decimal

from yinfa.checks.rule import Finding
from yinfa.model.plan import Plan
from yinfa.model.projects import MONEY, Project, Sum


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
