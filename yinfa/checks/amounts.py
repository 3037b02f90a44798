"""Amounts of money that cannot be."""

from decimal import Decimal

from yinfa.diagnostics import Report
from yinfa.model.plan import Plan
from yinfa.model.projects import MONEY, Project, Sum


def amount(plan: Plan, report: Report) -> None:
    """Report a project with a negative amount, or with more money in the period than in all."""
    for project in plan.projects:
        negative = [each for each in (project.investment, project.planned) if _is_negative(each)]
        for money in negative:
            report.error("amount", f"金额是负数：{money.value:f}{MONEY}", money.origin, "核对数额和正负号")
        if not negative:
            _more_than_all(project, report)


def _is_negative(money: Sum) -> bool:
    return isinstance(money.value, Decimal) and money.value < 0


def _more_than_all(project: Project, report: Report) -> None:
    whole, planned = project.investment.value, project.planned.value
    if isinstance(whole, Decimal) and isinstance(planned, Decimal) and planned > whole:
        message = f"计划投资 {planned:f}{MONEY}大于总投资 {whole:f}{MONEY}"
        report.warning("amount", message, project.planned.origin, "核对两栏数额，是否填反或单位不一")
