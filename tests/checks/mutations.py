"""For each rule over a plan what makes a plan that is right wrong, and the one place where it is then told."""

from dataclasses import dataclass
from pathlib import Path

from tests.plans import Change, good_plan
from tests.prose.stating import sentence
from yinfa.checks import check
from yinfa.diagnostics import Report

PLAN, ACTION, NOTICE = "text/plan.yaml", "text/action.yaml", "text/notice.yaml"
CONSULT, OPINION, YEAR = "text/consult.yaml", "text/opinion.yaml", "text/evaluation-2013.yaml"
BOOK, DONE, PROJECT = "indicators.xlsx!指标!", "indicators.xlsx!完成值!", "projects.xlsx!项目!"
TASK, SPENT = "progress.xlsx!任务进展!", "progress.xlsx!项目进展!"
CONSULTATION = "consultation: {start: 2013-09-01, deadline: 2013-09-30}\n"
CONSULTED: Change = ("plan.yaml", "sample: true\n", f"sample: true\n{CONSULTATION}")
PROJECTS = """\
    orientation: landscape
    blocks:
      - table: projects
        caption: 重大项目表
        total: {measure: 亿元, decimals: 1}
"""
VERDICTS = """\
      - {table: verdicts, caption: 指标完成情况和评价, id: table-verdicts, notes: [注：数据截至2013年底。]}
"""

OF_THE_YEAR: tuple[
    Change, ...
] = (  # the plan of five years has the indicator of the plan of the year, and both a result
    ("指标!F7", "食品抽检合格率"),
    ("指标!H7", "%"),
    ("指标!K7", "≥"),
    ("指标!L7", 95),
    ("完成值!D5", 2013),
    ("完成值!E5", 95),
    *((f"完成值!{column}4", value) for column, value in zip("ABCD", ("2013", "food-rate", None, 2013), strict=True)),
)
AS_A_STOCK: tuple[Change, ...] = (  # what is added is told as a stock too, of 50 to begin with
    *(
        (f"指标!{column}11", value)
        for column, value in zip("FHIKLM", ("发明专利", "件", "累计", "≥", 200, 50), strict=True)
    ),
)
_TOTAL = ("brands", "是", "产品", 2, "品牌数", "合计", "个", "累计", "预期性", "区间", "25～40", 12)
WITH_A_TOTAL: tuple[Change, ...] = (  # the two parts of an indicator are added up in a third
    *((f"指标!{column}5", value) for column, value in zip("BCDEFGHIJKLM", _TOTAL, strict=True)),
    ("指标!L6", "完成上级任务"),
    ("完成值!C9", "二氧化硫"),
    *(
        (f"完成值!{column}18", value)
        for column, value in zip("BCDEF", ("brands", "合计", 2013, 20, "年报"), strict=True)
    ),
)
UNREVISED: tuple[Change, ...] = tuple((f"目标调整!{column}2", None) for column in "ABDEFG")
IN_MONEY: tuple[Change, ...] = tuple((f"指标!H{row}", "亿元") for row in (3, 4, 5))


@dataclass(frozen=True)
class Mutation:
    """The code that is told, the place within the plan's folder, and the changes of an edition that make it so.

    The edition is one of tests.plans: "evaluation", "action", or the plan alone, "".
    """

    edition: str
    code: str
    place: str
    changes: tuple[Change, ...]


def findings(folder: Path, mutation: Mutation) -> Report:
    """Return what the rules find in the plan that a mutation makes wrong."""
    report, edition = Report(), mutation.edition
    changed = good_plan(folder, *mutation.changes, action=edition == "action", evaluation=edition == "evaluation")
    check(changed, report)
    return report


def judged(code: str, place: str, *changes: Change) -> Mutation:
    """Return a mutation of the plan with evaluations."""
    return Mutation("evaluation", code, place, changes)


def action(code: str, place: str, *changes: Change) -> Mutation:
    """Return a mutation of the plan with papers of a year."""
    return Mutation("action", code, place, changes)


def plain(code: str, place: str, *changes: Change) -> Mutation:
    """Return a mutation of the plan alone."""
    return Mutation("", code, place, changes)


MUTATIONS: tuple[Mutation, ...] = (
    judged("added-gap", f"{DONE}E12", ("完成值!E11", None)),
    judged("added-gap", f"{DONE}E12", ("完成值!D10", 2014)),
    judged("added-jump", f"{DONE}E12", ("完成值!E12", 1001)),
    judged("added-jump", f"{DONE}E10", ("完成值!E10", 5000)),
    action("addressee-colon", f"{NOTICE}:2:12", (NOTICE, "县政府直属各单位：", "县政府直属各单位")),
    action("addressee-colon", f"{CONSULT}:6:12", (CONSULT, "社会各界：", "社会各界")),
    judged("aim-beyond", f"{DONE}I12", ("完成值!I12", 120)),
    judged("aim-beyond", f"{DONE}I16", ("完成值!I16", 2)),
    judged("aim-beyond", f"{DONE}I6", ("完成值!I6", "11～12")),
    plain("amount", f"{PROJECT}H2", ("项目!H2", -5)),
    plain("amount", f"{PROJECT}I3", ("项目!I3", -5)),
    plain("amount-planned", f"{PROJECT}I2", ("项目!I2", 90001)),
    plain("amount-planned", f"{PROJECT}I3", ("项目!I3", 200000)),
    action(
        "annex-empty", "text/adoption.yaml:7:14", ("text/adoption.yaml", "    blocks:\n      - {table: opinions}\n", "")
    ),
    plain("annex-empty", f"{PLAN}:35:14", (PLAN, PROJECTS, "")),
    action("annex-missing", f"{CONSULT}:8:5", (CONSULT, "附件2寄送", "附件3寄送")),
    action("annex-missing", f"{OPINION}:7:32", (OPINION, "坚持质量第一。", "坚持质量第一（见附件1）。")),
    action(
        "annex-typed",
        f"{CONSULT}:9:5",
        (CONSULT, "  - runin: 联系方式。", "  - 附件：2.公众意见反馈表\n  - runin: 联系方式。"),
    ),
    action("annex-typed", f"{OPINION}:7:32", (OPINION, "坚持质量第一。", "附件：1.任务表")),
    judged("baseline-same", f"{BOOK}M2", ("指标!P2", None)),
    judged("baseline-same", f"{BOOK}M2", ("指标!P2", "抽查结果")),
    judged("basis-name", f"{BOOK}F11", ("指标!F11", "新增绿地")),
    judged("basis-name", f"{BOOK}F11", ("指标!F11", "累计绿地"), ("指标!I11", "新增")),
    judged("coverage", "plan.yaml:18:30", (YEAR, VERDICTS, "")),
    judged("coverage", "plan.yaml:18:30", (YEAR, VERDICTS, VERDICTS * 2)),
    judged("cumulative", f"{DONE}E6", ("完成值!E5", 6)),
    judged("cumulative", f"{DONE}E8", ("完成值!E7", 16)),
    judged("cumulative", f"{DONE}E5", ("完成值!E5", 1)),
    action("deadline", f"{ACTION}:14:14", (ACTION, "due: 2013-09\n", "due: 2013-10\n")),
    action("deadline", f"{ACTION}:37:59", (ACTION, "text: 建立品牌名录。", "text: 9月底前建立品牌名录。")),
    action("deadline", f"{ACTION}:14:14", (ACTION, "goal: 9月底前具备验收条件", "goal: 2014年9月底前具备验收条件")),
    judged("direction", f"{BOOK}L11", ("指标!F11", "二氧化硫排放量"), ("指标!K11", "≥")),
    judged("direction", f"{BOOK}L11", ("指标!F11", "游客满意度")),
    plain(
        "empty-heading", f"{PLAN}:28:14", (PLAN, "  - heading: 保障措施", "  - heading: 结语\n  - heading: 保障措施")
    ),
    plain(
        "empty-heading",
        f"{PLAN}:10:18",
        (PLAN, "      - heading: 主要指标\n", "      - heading: 分项指标\n      - heading: 主要指标\n"),
    ),
    plain("group-split", f"{BOOK}F5", ("指标!D2", "环境")),
    judged("group-split", f"{BOOK}F9", ("指标!D7", "安全")),
    judged("growth-recalc", f"{YEAR}:36:20", sentence("检测服务业收入比上年增长9.1%。", YEAR)),
    judged("growth-recalc", f"{YEAR}:36:20", sentence("产品抽查合格率比上年提高1.2个百分点。", YEAR)),
    plain("id-gap", f"{PROJECT}C3", ("项目!B3", 5)),
    judged("id-gap", f"{BOOK}F10", ("指标!E10", 9)),
    action("imprint-date", f"{NOTICE}:10:9", (NOTICE, "  date: 2013年5月9日", "  date: 2013-05-08")),
    action("imprint-date", f"{NOTICE}:10:9", (NOTICE, "{date: 2013-05-09}", "{date: 2013-06-09}")),
    judged("increment-sum", f"{DONE}E10", *AS_A_STOCK, ("完成值!E18", 75)),
    judged("increment-sum", f"{DONE}E10", *AS_A_STOCK, ("完成值!E18", 69)),
    judged("list-count", f"{PLAN}:2:10", sentence("规划共设17项指标。", PLAN)),
    judged("list-count", f"{PLAN}:2:8", sentence("实施四大工程：品牌工程、标准工程、计量工程。", PLAN)),
    plain("list-count", f"{PLAN}:2:10", sentence("规划安排3个重大项目。", PLAN)),
    plain(
        "list-count",
        f"{PLAN}:2:42",
        sentence("实施质量提升、标准领跑、品牌培育三大工程，质量提升、标准领跑、品牌培育“四大工程”。", PLAN),
    ),
    judged("magnitude", f"{DONE}E14", ("完成值!E13", 3.6)),
    judged("magnitude", f"{DONE}E3", ("完成值!E2", 9)),
    judged("magnitude", f"{DONE}E15", ("完成值!E15", 81)),
    judged("measure-declared", f"{BOOK}L11", ("指标!H11", "/")),
    judged("measure-declared", f"{BOOK}L11", ("指标!H11", "无")),
    judged("measure-declared", f"{BOOK}L11", ("指标!H11", "（分贝）")),
    judged("measure-scale", f"{DONE}E14", ("完成值!E14", 410000)),
    judged("measure-scale", f"{BOOK}L8", ("指标!L8", 500000)),
    plain("measure-scale", f"{PROJECT}I3", ("项目!I3", 0.9)),
    plain("measure-scale", f"{PROJECT}H3", ("项目!H3", 1205430000)),
    judged("measure-scale", f"{SPENT}D4", ("项目进展!D4", 0.05)),
    judged("missed-target", f"{DONE}E12", ("完成值!L12", None)),
    judged("missed-target", f"{DONE}E21", ("完成值!M21", None)),
    judged("missed-target", f"{DONE}E12", ("完成值!L12", "无")),
    judged("missing-kind", f"{DONE}E13", ("完成值!E13", 0)),
    judged("missing-kind", f"{DONE}E17", ("完成值!H17", None)),
    judged("missing-kind", f"{DONE}E16", ("指标!F9", "二氧化硫浓度"), ("指标!H9", "微克/立方米")),
    judged("name-drift", f"{BOOK}F12", ("指标!F12", "产品监督抽查合格率")),
    judged("name-drift", f"{BOOK}F11", ("指标!F11", "“新增”发明专利"), ("指标!K11", "≥")),
    judged("name-drift", f"{BOOK}F14", ("指标!F14", "安全县的评定")),
    judged("negative", f"{DONE}E12", ("完成值!E12", -12)),
    judged("negative", f"{DONE}I14", ("完成值!I14", -40)),
    judged("no-data", f"{DONE}E16", ("完成值!E16", None)),
    judged("no-data", f"{BOOK}F9", ("完成值!D16", 2014)),
    judged(
        "no-rows",
        "indicators.xlsx!完成值",
        ("完成值!D4", 2014),
        ("完成值!D6", 2014),
        ("完成值!D8", 2014),
        ("完成值!D9", 2014),
        ("完成值!D12", 2014),
        ("完成值!D14", 2014),
        ("完成值!D16", 2014),
        ("完成值!D17", 2014),
    ),
    judged("no-rows", "indicators.xlsx!完成值", ("完成值!D20", 2008), ("完成值!D21", 2009), ("完成值!D22", 2009)),
    action("number-year", f"{NOTICE}:1:37", (NOTICE, "〔2013〕", "〔2012〕")),
    judged("number-year", f"{YEAR}:1:37", (YEAR, "〔2014〕", "〔2013〕")),
    action("opinion-date", "feedback.xlsx!意见!G2", CONSULTED, ("意见!G2", "2013-08-31")),
    action("opinion-date", "feedback.xlsx!意见!G3", CONSULTED, ("意见!G3", "2013-10-01")),
    action("opinion-reason", "feedback.xlsx!意见!F3", ("意见!F3", None)),
    action("opinion-reason", "feedback.xlsx!意见!F4", ("意见!F4", None)),
    judged("orphan-number", f"{PLAN}:2:15", sentence("产品抽查合格率达到92%以上。", PLAN)),
    judged("orphan-number", f"{YEAR}:36:24", sentence("2013年，产品抽查合格率为91.5%。", YEAR)),
    plain("orphan-number", f"{PLAN}:2:10", sentence("规划安排2个重大项目。", PLAN)),
    plain("orphan-number", f"{PLAN}:2:10", sentence("规划共设3项指标。", PLAN)),
    plain("paragraph-stop", f"{PLAN}:2:17", (PLAN, "编制本规划。", "编制本规划")),
    plain("paragraph-stop", f"{PLAN}:18:32", (PLAN, "不设数值。", "不设数值，")),
    judged("pace-unknown", f"{DONE}E4", ("指标!M2", None)),
    judged("pace-unknown", f"{DONE}E8", ("指标!M4", "—")),
    judged("pct-point", f"{YEAR}:36:22", sentence("产品抽查合格率比上年提高0.5%。", YEAR)),
    judged("pct-point", f"{YEAR}:36:22", sentence("检测服务业收入比上年增长12.3个百分点。", YEAR)),
    judged("pct-range", f"{DONE}E4", ("完成值!E4", 101)),
    judged("pct-range", f"{DONE}E2", ("完成值!E2", -3)),
    judged("pct-scale", f"{DONE}E3", ("完成值!E3", 9100)),
    judged("pct-scale", f"{BOOK}M2", ("指标!M2", 0.9)),
    judged("pct-scale", f"{BOOK}L2", ("指标!L2", 9)),
    plain("placeholder", f"{PLAN}:27:31", (PLAN, "打击假冒。", "打击XX假冒。")),
    action("placeholder", f"{ACTION}:11:15", (ACTION, "goal: 9月底前具备验收条件", "goal: 待定")),
    judged("placeholder", f"{DONE}L12", ("完成值!L12", "企业申报**件")),
    plain("placeholder", f"{PROJECT}G2", ("项目!G2", "建设实验用房×平方米，待定。")),
    action("point-stop", f"{ACTION}:34:23", (ACTION, "text: 推进企业技术改造。", "text: 推进企业技术改造")),
    action("point-stop", f"{ACTION}:37:24", (ACTION, "{text: 建立品牌名录。,", "{text: 建立品牌名录,")),
    action("postscript-brackets", f"{NOTICE}:6:13", (NOTICE, "（此件公开发布）", "此件公开发布")),
    action("postscript-brackets", f"{NOTICE}:6:13", (NOTICE, "（此件公开发布）", "此件发至县级")),
    judged("precision", f"{DONE}E3", ("完成值!E4", 91.53)),
    judged("precision", f"{DONE}E19", ("完成值!E19", 88)),
    judged("project-state", f"{SPENT}C2", ("项目进展!C2", "未开工")),
    judged("project-state", f"{SPENT}C3", ("项目进展!C2", "已完工"), ("项目进展!C3", "在建")),
    judged("prose-direction", f"{PLAN}:2:14", sentence('质量安全事故达到{{ target("质量安全事故") }}以上。', PLAN)),
    judged("prose-direction", f"{PLAN}:2:16", sentence('产品抽查合格率不超过{{ target("产品抽查合格率") }}。', PLAN)),
    judged("prose-table", f"{PLAN}:2:15", sentence("产品抽查合格率达到百分之九十五。", PLAN)),
    judged("prose-table", f"{YEAR}:36:24", sentence("2013年，产品抽查合格率为92.5%。", YEAR)),
    judged("provisional", f"{DONE}E20", ("完成值!G20", "是")),
    judged("provisional", f"{DONE}E21", ("完成值!G21", "是")),
    judged("provisional", f"{DONE}E6", ("完成值!H6", "快报数，以年报为准")),
    plain("punctuation", f"{PLAN}:23:23", (PLAN, "重点如下。", "重点如下,分两项。")),
    action("punctuation", "units.yaml:4:27", ("units.yaml", "name: 某县发展和改革局", "name: 某县发展(改革)局")),
    plain("punctuation", f"{PLAN}:27:33", (PLAN, "打击假冒。", "打击假冒。。")),
    plain("punctuation", f"{PLAN}:27:33", (PLAN, "打击假冒。", "打击假冒.")),
    judged("qualitative", f"{DONE}E9", ("完成值!K9", None)),
    judged(
        "qualitative",
        f"{DONE}E22",
        ("指标!K14", "定性"),
        ("指标!L14", "覆盖主要行业"),
        ("完成值!K22", "登记证书"),
        ("完成值!E22", "达到序时进度"),
    ),
    action("restated", f"{DONE}E4", *OF_THE_YEAR, ("完成值!E4", 96)),
    action("restated", f"{DONE}E4", *OF_THE_YEAR, ("完成值!E4", 95.5)),
    judged("revised-judgement", "indicators.xlsx!目标调整!D2", ("完成值!I14", None)),
    judged("revised-judgement", "indicators.xlsx!目标调整!D2", ("目标调整!D2", 20), ("完成值!I14", None)),
    judged("revisions-missing", f"{DONE}H13", *UNREVISED, ("完成值!H13", "目标调整为45亿元")),
    judged("revisions-missing", f"{YEAR}:36:9", *UNREVISED, (YEAR, "加强品牌培育。", "按调整后的目标继续推进。")),
    judged("rounding-note", f"{BOOK}M5", *WITH_A_TOTAL, *IN_MONEY, ("指标!M5", 12.3)),
    judged("rounding-note", f"{BOOK}M5", *WITH_A_TOTAL, *IN_MONEY, ("指标!M5", 11)),
    action("run-in-stop", f"{ACTION}:17:18", (ACTION, "heading: 创建示范园区。", "heading: 创建示范园区")),
    action("run-in-stop", f"{OPINION}:8:19", (OPINION, "article: 工作原则。", "article: 工作原则")),
    action(
        "signature-early",
        f"{NOTICE}:5:19",
        (NOTICE, "{date: 2013-05-09}", "{date: 2012-12-09}"),
        (NOTICE, "〔2013〕", "〔2012〕"),
    ),
    action(
        "signature-early",
        f"{CONSULT}:12:19",
        (CONSULT, "date: 2013-09-01", "date: 2012-12-30"),
        (CONSULT, "〔2013〕", "〔2012〕"),
    ),
    action(
        "signature-year",
        f"{NOTICE}:5:19",
        (NOTICE, "{date: 2013-05-09}", "{date: 2011-12-09}"),
        (NOTICE, "〔2013〕", "〔2011〕"),
    ),
    judged("signature-year", f"{YEAR}:37:19", (YEAR, "2014-01-20", "2015-01-01"), (YEAR, "〔2014〕", "〔2015〕")),
    judged("source", f"{DONE}E4", ("完成值!F4", None)),
    judged("source", f"{DONE}E10", ("完成值!F10", None)),
    judged("source", f"{DONE}E4", ("完成值!F4", "—")),
    judged("spent", f"{SPENT}D3", ("项目进展!D3", 90001)),
    judged("spent", f"{SPENT}D4", ("项目进展!D4", -5)),
    judged("spent-beyond", f"{SPENT}E3", ("项目进展!E3", 90001)),
    judged("spent-beyond", f"{SPENT}E4", ("项目进展!E4", 130000)),
    judged("sum-total", f"{BOOK}M5", *WITH_A_TOTAL, ("指标!M5", 13)),
    judged("sum-total", f"{DONE}E18", *WITH_A_TOTAL, ("完成值!E18", 21)),
    plain("sum-total", f"{PROJECT}C3", ("项目!C3", "合计")),
    plain("sum-total", f"{PROJECT}C3", ("项目!C3", "合 计（两个项目）")),
    judged("target-revised", "indicators.xlsx!目标调整!F2", ("目标调整!F2", "县领导同意")),
    judged("target-revised", f"{DONE}I20", ("完成值!I20", 85)),
    judged("task-reason", f"{TASK}D3", ("任务进展!F3", None)),
    judged("task-reason", f"{TASK}D4", ("任务进展!D4", "推进中"), ("任务进展!G4", "补充名录。")),
    judged("task-reason", f"{TASK}D3", ("任务进展!F3", "无")),
    judged("task-remedy", f"{TASK}D3", ("任务进展!G3", None)),
    judged("task-remedy", f"{TASK}D5", ("任务进展!G5", None)),
    plain("typed-ordinal", f"{PLAN}:28:14", (PLAN, "heading: 保障措施", "heading: 二、保障措施")),
    plain("typed-ordinal", f"{PLAN}:39:18", (PLAN, "caption: 重大项目表", "caption: 附件1 重大项目表")),
    judged("unit-owner", f"{BOOK}F7", ("指标!N7", None)),
    judged("unit-owner", f"{BOOK}F9", ("指标!N9", None)),
    judged("unreported", "text/tasks-2013.yaml:14:20", ("任务进展!C4", 1)),
    judged("unreported", f"{PROJECT}C3", ("项目进展!A4", 2014)),
    judged("verdict", f"{YEAR}:36:16", sentence("新增发明专利已完成。", YEAR)),
    judged("verdict", f"{YEAR}:36:16", sentence("国家级品牌数未完成。", YEAR)),
    judged("verdict", f"{YEAR}:36:16", sentence("新增发明专利达到序时进度。", YEAR)),
    judged("verdict", f"{TASK}E2", ("任务进展!E2", "尚未完成验收")),
    judged("whole", f"{DONE}E6", ("完成值!E6", 5.5)),
    judged("whole", f"{BOOK}M3", ("指标!M3", 2.5)),
    judged("wording-sign", f"{YEAR}:36:20", sentence("检测服务业收入比上年下降12.3%。", YEAR)),
    judged("wording-sign", f"{YEAR}:36:17", sentence("产品抽查合格率与上年持平。", YEAR)),
    judged(
        "zero-base",
        f"{YEAR}:36:19",
        sentence("质量安全事故比上年增长50%。", YEAR),
        ("完成值!E15", 0),
        ("完成值!E16", 1),
    ),
    judged(
        "zero-base", f"{YEAR}:36:18", sentence("质量安全事故同比上升100%。", YEAR), ("完成值!E15", 0), ("完成值!E16", 1)
    ),
)
