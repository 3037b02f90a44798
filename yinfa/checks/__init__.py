"""The checks: one rule a function, one line in a table. A finding never stops the others.

`PLAN_RULES` look at the plan, `PROSE_RULES` at its prose, which is read once for all of them.
"""

from collections.abc import Iterable
from typing import Any

from yinfa.checks.absences import missing_kind
from yinfa.checks.aims import added_jump, aim_beyond, negative
from yinfa.checks.amounts import amount, amount_planned, measure_scale
from yinfa.checks.annexes import annex_empty, annex_missing, annex_typed
from yinfa.checks.closing import addressee_colon, postscript_brackets
from yinfa.checks.dates import imprint_date, number_year, signature_early, signature_year
from yinfa.checks.deadlines import deadline
from yinfa.checks.figures import cumulative, magnitude, pct_range, pct_scale
from yinfa.checks.groups import group_split
from yinfa.checks.headings import empty_heading, point_stop, run_in_stop, typed_ordinal
from yinfa.checks.names import measure_declared, name_drift, unit_owner
from yinfa.checks.opinions import opinion_date, opinion_reason
from yinfa.checks.ordinals import id_gap
from yinfa.checks.placeholder import placeholder
from yinfa.checks.progress import overspent, project_state, spent, task_reason, task_remedy, unreported
from yinfa.checks.prose_bounds import pct_point, prose_direction
from yinfa.checks.prose_changes import growth_recalc, wording_sign, zero_base
from yinfa.checks.prose_counts import list_count
from yinfa.checks.prose_facts import orphan_number, prose_table
from yinfa.checks.prose_verdicts import verdict
from yinfa.checks.punctuation import punctuation
from yinfa.checks.results import (
    added_gap,
    coverage,
    missed_target,
    no_data,
    no_rows,
    pace_unknown,
    provisional,
    qualitative,
    source,
)
from yinfa.checks.revised import revised_judgement, revisions_missing, target_revised
from yinfa.checks.rule import Finding, Rule
from yinfa.checks.series import baseline_same, increment_sum, restated
from yinfa.checks.stops import paragraph_stop
from yinfa.checks.targets import basis_name, direction, precision, whole
from yinfa.checks.totals import rounding_note, sum_total
from yinfa.checks.written import Written
from yinfa.diagnostics import Report, Severity
from yinfa.model.plan import Plan
from yinfa.prose.reading import Reading, reading_of

E, W = Severity.ERROR, Severity.WARNING

PLAN_RULES: tuple[Rule[Plan], ...] = (
    Rule("added-gap", E, "口径为新增的指标，规划期内有年份没有完成值，算不出累计", added_gap),
    Rule("added-jump", W, "一年的新增超过整个规划目标的 10 倍", added_jump),
    Rule("addressee-colon", W, "主送机关末尾没有全角冒号", addressee_colon),
    Rule("aim-beyond", W, "年度目标的要求高于规划目标", aim_beyond),
    Rule("amount", E, "项目的金额是负数", amount),
    Rule("amount-planned", W, "项目的计划投资大于总投资", amount_planned),
    Rule("annex-empty", E, "附件没有内容", annex_empty),
    Rule("annex-missing", E, "正文提到的附件、附表不存在", annex_missing),
    Rule("annex-typed", E, "手写的附件说明与程序编排的重复", annex_typed),
    Rule("baseline-same", E, "基期值与上一时期末年同名指标的完成值不同", baseline_same),
    Rule("basis-name", W, "指标名称说是新增或累计，“口径”却不是", basis_name),
    Rule("coverage", E, "评估报告漏印或重复印指标完成情况和评价表、未完成指标表", coverage),
    Rule("cumulative", E, "累计数比上年或基期少", cumulative),
    Rule("deadline", E, "任务的时限与文字里写的、或另一文件里写的不同", deadline),
    Rule("direction", E, "越少越好的指标用了 ≥，或越多越好的用了 ≤", direction),
    Rule("empty-heading", W, "标题下没有内容", empty_heading),
    Rule("group-split", W, "同一分类的指标在表中分成了两处", group_split),
    Rule("id-gap", W, "指标或项目的序号不连续", id_gap),
    Rule("imprint-date", E, "印发日期早于成文日期", imprint_date),
    Rule("increment-sum", E, "各年新增之和与同名累计数的变化不同", increment_sum),
    Rule("magnitude", W, "相邻两年、基期与第一年的数相差 10 倍以上", magnitude),
    Rule("measure-declared", E, "计量单位填了“/”“无”“（%）”“个数”或数字", measure_declared),
    Rule("measure-scale", E, "万元、亿元填混：与同一指标的其他数相差约一万倍，项目金额小得或大得不可能", measure_scale),
    Rule("missed-target", E, "没有完成的指标没有填写原因或改进措施", missed_target),
    Rule("missing-kind", E, "没有数的填成 0，或填“不适用”而没有说明", missing_kind),
    Rule("name-drift", W, "同一指标前后名称不同", name_drift),
    Rule("negative", W, "完成值或年度目标是负数", negative),
    Rule("no-data", W, "指标没有当年的完成值，只能评价为缺数据", no_data),
    Rule("no-rows", E, "“完成值”表没有所评年度的任何一行", no_rows),
    Rule("number-year", E, "发文字号的年份与成文日期不同", number_year),
    Rule("opinion-date", W, "意见的收到日期不在征求意见的期限内", opinion_date),
    Rule("opinion-reason", E, "未采纳或部分采纳的意见没有理由", opinion_reason),
    Rule("pace-unknown", E, "没有年度目标也没有基期值，判断不了当年是否达到进度", pace_unknown),
    Rule("paragraph-stop", W, "段落、表注末尾没有标点，或以逗号结束", paragraph_stop),
    Rule("pct-range", W, "百分数不在 0 至 100 之间", pct_range),
    Rule("pct-scale", E, "百分数与同一指标的其他数相差约一百倍：0.92 与 92；目标值少写一位：9 与 90", pct_scale),
    Rule("placeholder", E, "文字、表格里留有 **、XX、待定、空括号等待填的内容", placeholder),
    Rule("point-stop", W, "任务的分点末尾没有标点", point_stop),
    Rule("postscript-brackets", W, "附注没有加圆括号", postscript_brackets),
    Rule("precision", W, "同一指标各年完成值的小数位数不一", precision),
    Rule("project-state", E, "项目的状态与投资额或后一年的状态矛盾", project_state),
    Rule("provisional", W, "快报数当作正式数：终期评估用了快报数，备注说是快报而没有标", provisional),
    Rule("punctuation", W, "中文里用了半角标点，标点重复，引号、括号不成对，标题末尾有句号", punctuation),
    Rule("qualitative", E, "定性指标没有证据就作了评价，或到期末仍填“达到进度”", qualitative),
    Rule("restated", E, "同一指标同一年的完成值在两个时期里不同", restated),
    Rule("revised-judgement", W, "按调整前的目标评价，结论不同", revised_judgement),
    Rule("revisions-missing", W, "文字说到目标调整，数据里没有目标调整", revisions_missing),
    Rule("rounding-note", W, "合计与分项之和因四舍五入不同，没有说明", rounding_note),
    Rule("run-in-stop", W, "段首标题末尾没有标点，与正文连成一句", run_in_stop),
    Rule("signature-early", W, "成文日期在文件所属年份的上一年", signature_early),
    Rule("signature-year", E, "成文日期不在文件所属的年份内", signature_year),
    Rule("source", W, "评价所依据的完成值没有来源", source),
    Rule("spent", E, "项目的投资额不可能：负数、累计少于本年或上年", spent),
    Rule("spent-beyond", W, "项目累计完成投资大于总投资", overspent),
    Rule("sum-total", E, "合计与分项之和不同，或项目中有合计行", sum_total),
    Rule("target-revised", E, "目标变了而没有目标调整，或调整没有依据文件", target_revised),
    Rule("task-reason", E, "未完成的任务没有填写原因", task_reason),
    Rule("task-remedy", W, "未完成的任务没有填写下步措施", task_remedy),
    Rule("typed-ordinal", W, "手写的序号与程序编排的重复", typed_ordinal),
    Rule("unit-owner", E, "列入主表的指标没有责任单位", unit_owner),
    Rule("unreported", W, "任务或项目没有填报当年的进展", unreported),
    Rule("whole", W, "一个一个数的东西有小数：3.5家", whole),
)

PROSE_RULES: tuple[Rule[Reading], ...] = (
    Rule("growth-recalc", E, "文中的增幅、增减量与按数据算出的不同", growth_recalc),
    Rule("list-count", E, "“四大工程”“17项指标”“26个重大项目”一类的数与所列的个数不同", list_count),
    Rule("orphan-number", W, "文中手写的数与数据相同，却没有引用数据", orphan_number),
    Rule("pct-point", E, "% 与百分点混用", pct_point),
    Rule("prose-direction", E, "“以上”“不超过”一类的话与指标的比较方向相反", prose_direction),
    Rule("prose-table", E, "文中的数与它所说指标的数据不同", prose_table),
    Rule("verdict", E, "文中写的完成情况与按数据的评价矛盾，任务、项目的状态与进展矛盾", verdict),
    Rule("wording-sign", E, "“增长”“下降”“持平”与数据的变化相反", wording_sign),
    Rule("zero-base", W, "基数为零或负数，却写增长百分之几", zero_base),
)

RULES: tuple[Rule[Plan] | Rule[Reading], ...] = (*PLAN_RULES, *PROSE_RULES)


def check(plan: Plan, report: Report) -> None:
    """Write into `report` what every rule finds in `plan`."""
    written, reading = Written(plan), reading_of(plan)
    for rule in PLAN_RULES:
        _tell(rule, rule.find(plan), written, report)
    for each in PROSE_RULES:
        _tell(each, each.find(reading), written, report)


def _tell(rule: Rule[Any], findings: Iterable[Finding], written: Written, report: Report) -> None:
    for found in findings:
        report.add(rule.severity, rule.code, found.message, written.place(found), found.hint)
