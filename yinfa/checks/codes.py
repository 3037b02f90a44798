"""Every code that is told as 问题 or 警告: those of the rules, and those of what is seen on the way to a paper."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from yinfa.checks import RULES
from yinfa.checks.rule import Checked, Finding, Rule
from yinfa.diagnostics import Severity

E, W = Severity.ERROR, Severity.WARNING


class Phase(StrEnum):
    """When a code is told: while the data are read and checked, the papers composed, or their pages looked at."""

    DATA = "data"
    PAPERS = "papers"
    PAGES = "pages"


DATA, PAPERS, PAGES = Phase.DATA, Phase.PAPERS, Phase.PAGES


@dataclass(frozen=True, slots=True)
class Told:
    """A code, how much it matters unless plan.yaml says otherwise, when it is told, and what it catches, in Chinese."""

    code: str
    severity: Severity
    phase: Phase
    catches: str


OTHERS: tuple[Told, ...] = (
    Told("aim-unused", W, DATA, "年度目标填了“—”或“不适用”，没有用上"),
    Told("annex-alone", W, PAGES, "附件标题独占一页"),
    Told("baseline-unused", W, DATA, "定性目标填了用不上的基期值"),
    Told("cell-overflow", E, PAGES, "表中文字超出单元格"),
    Told("cell-precision", W, DATA, "单元格里的数超过 15 位有效数字，Excel 已丢失精度"),
    Told("column-missing", W, DATA, "工作表缺少影响评价的列：基期值、年度目标、快报、不再统计"),
    Told("date-1900", W, DATA, "日期落在 1900 年初，Excel 的日期可能差一天"),
    Told("date-with-time", W, DATA, "日期带有时刻"),
    Told("date-without-year", W, DATA, "日期显示时不含年份，可能是被 Excel 自动改成了日期的文字"),
    Told("docx-pdf", E, PAGES, "DOCX、PDF 与编排的内容不同：文字、表格单元格、图"),
    Told("empty-page", E, PAGES, "文件中间或末尾有空白页"),
    Told("empty-paragraph", W, PAPERS, "空段落、没有文字的列表项"),
    Told("external-link", W, DATA, "工作簿链接到别的文件"),
    Told("form-annex", E, PAGES, "附件字样、附件标题的位置不对，或与附件说明不同（GB/T 9704）"),
    Told("form-attachments", E, PAGES, "附件说明的位置、排列不对，或末尾有标点（GB/T 9704）"),
    Told("form-black", E, PAGES, "发文机关标志以外的文字不是黑色（GB/T 9704）"),
    Told("form-first-page", E, PAGES, "首页没有正文（GB/T 9704）"),
    Told("form-grid", W, PAGES, "正文不是 3 号字、每页 22 行、每行 28 字（GB/T 9704）"),
    Told("form-head", E, PAGES, "版头各要素的位置、次序、字体不对（GB/T 9704）"),
    Told("form-imprint", E, PAGES, "版记不在最后一个双页的版心下边缘（GB/T 9704）"),
    Told("form-indent", E, PAGES, "段落没有左空二字，或回行没有顶格（GB/T 9704）"),
    Told("form-page", E, PAGES, "纸张不是 A4，或页边、版心不对（GB/T 9704）"),
    Told("form-page-number", E, PAGES, "页码缺、错，或形式、位置不对（GB/T 9704）"),
    Told("form-postscript", E, PAGES, "附注不在成文日期的下一行（GB/T 9704）"),
    Told("form-red-rule", E, PAGES, "红色分隔线缺，或长短、颜色、位置不对（GB/T 9704）"),
    Told("form-signature", E, PAGES, "署名、成文日期的位置不对，或所在页没有正文（GB/T 9704）"),
    Told("form-title", E, PAGES, "标题、主送机关的位置不对（GB/T 9704）"),
    Told("glyph", W, PAPERS, "字体中没有的字，印不出来"),
    Told("head-missing", W, PAGES, "续表没有重复表头"),
    Told("header-unknown", W, DATA, "不认识的列，或有内容而没有表头的列，不会被读取"),
    Told("hidden", W, DATA, "隐藏的工作表、行、列，其中的内容仍会被读取"),
    Told("id-folder", W, DATA, "plan.yaml 的 id 与文件夹名不同"),
    Told("measure-twice", E, PAPERS, "嵌入的数已带计量单位，后面又写了一次"),
    Told("numbering", E, PAPERS, "一、（一）1.（1）以及表、图、专栏、附件的序号有缺有重"),
    Told("organ-near", W, DATA, "没有登记的机关，与登记的只差几个字"),
    Told("parted-caption", W, PAGES, "表题、图题、专栏题与内容不在同一页"),
    Told("progress-unused", W, DATA, "各分点都填了进展，整个任务的一行没有用上"),
    Told("provisional-discontinued", W, DATA, "完成值同时标了快报和不再统计"),
    Told("restated-issued", E, DATA, "已印发的完成值、目标值改了，没有说明"),
    Told("revision-same", W, DATA, "调整后的目标与原目标相同"),
    Told("row-cut", W, PAGES, "表的一行跨在两页上"),
    Told("runt-page", W, PAGES, "最后一页只有一行"),
    Told("silence-unused", W, DATA, "plan.yaml 里的静默没有对应的问题或警告"),
    Told("stranded-heading", W, PAGES, "标题落在页末"),
    Told("table-head-only", W, PAPERS, "只有表头没有内容的表"),
    Told("task-empty", W, DATA, "任务只有标题，没有内容"),
    Told("task-untabled", W, DATA, "通知自己的任务不进任何责任分解表"),
    Told("text-outside", E, PAGES, "文字超出版心（GB/T 9704）"),
    Told("text-overlap", E, PAGES, "两行文字重叠"),
    Told("title-broken", W, PAGES, "标题把一个词拆在两行（GB/T 9704）"),
    Told("title-shape", W, PAPERS, "标题的分行不成梯形或菱形"),
    Told("xref", E, PAPERS, "引用的表、图、专栏、标题不存在，或与所指的序号不同"),
    Told("yaml-comment", W, DATA, "文字中的“ #”使后面的内容被当作注释略去"),
    Told("year-period", W, DATA, "文件的年份不在它的时期内"),
)

CODES: dict[str, Told] = {
    each.code: each
    for each in sorted(
        (*OTHERS, *(Told(rule.code, rule.severity, DATA, rule.catches) for rule in RULES)), key=lambda told: told.code
    )
}


def rule_of(code: str, find: Callable[[Checked], Iterable[Finding]]) -> Rule[Checked]:
    """Return a rule over papers or pages, whose code stands in `OTHERS`."""
    told = CODES[code]
    return Rule(code, told.severity, told.catches, find)
