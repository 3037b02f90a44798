"""What must hold of the papers to issue: known kinds with the words they need, parts that exist."""

from yinfa.diagnostics import Report, nearest
from yinfa.kinds import KINDS
from yinfa.model.identity import Leaf, Paper, Part
from yinfa.model.link_charts import link_made
from yinfa.model.link_results import link_evaluation
from yinfa.model.link_units import span
from yinfa.model.plan import Plan
from yinfa.model.tasks import TaskBlock
from yinfa.model.told import either
from yinfa.model.walk import each_of
from yinfa.model.words import PaperWords


def link_papers(plan: Plan, report: Report) -> None:
    """Report what is wrong with a paper to issue: with its own kind and words, or with the parts it is to have."""
    for paper in plan.papers():
        _paper(plan, paper, report)


def is_sound(plan: Plan, paper: Paper) -> bool:
    """Return whether a paper can be composed: no fault of it or of its parts is told, nor of what they are to judge."""
    trial = Report()
    _paper(plan, paper, trial)
    for leaf in (paper, *paper.parts):
        if leaf.is_evaluation and not plan.is_dated(leaf):
            return False
        link_evaluation(plan, leaf, trial)
        link_made(plan, leaf, trial)
    return not trial.has_faults


def _paper(plan: Plan, paper: Paper, report: Report) -> None:
    _leaf(plan, paper, report)
    for part in paper.parts:
        if _is_itself(paper, part):
            hint = "删去这一部分，或改正它的 kind、text 和 title"
            report.fault("part-self", "文件不能把自己列为部分", part.kind.origin, hint)
        else:
            _leaf(plan, part, report)
            _part(part, report)
    _numbered_twice(plan, paper, report)
    _printed_twice(paper, report)


def _leaf(plan: Plan, leaf: Leaf, report: Report) -> None:
    """Report a paper or part of an unknown kind, without the words it needs, or bound apart and not there."""
    _year(plan, leaf, report)
    if leaf.kind not in KINDS:
        report.fault("kind", f"没有文种“{leaf.kind}”", leaf.kind.origin, nearest(leaf.kind, KINDS))
    elif maker := KINDS[leaf.kind].made_by:
        message = f"{KINDS[leaf.kind].label}（{leaf.kind}）不能列在 documents 中，它由命令 {maker} 生成"
        report.fault(
            "kind-made", message, leaf.kind.origin, f"删去这一份；用 python generate.py {maker} --help 查看用法"
        )
    elif isinstance(leaf, Part) and leaf.binding == "apart":
        _apart(plan, leaf, report)
    else:
        _needs(plan, leaf, report)


def _year(plan: Plan, leaf: Leaf, report: Report) -> None:
    """Warn of a year outside the period that is named beside it; in an evaluation it is a fault told elsewhere."""
    if leaf.is_evaluation:
        return
    period = plan.period(leaf.period) if leaf.period else None
    if leaf.period and period and period.years and leaf.year and leaf.year not in period.years:
        message = f"年份 {leaf.year} 不在时期“{period.id}”（{span(period.years)} 年）内"
        hint = "单位按 year 核对，指标和时限按 period 核对；核对这两项"
        report.warning("year-period", message, leaf.period.origin, hint)


def _is_itself(paper: Paper, part: Part) -> bool:
    if part.binding == "apart":
        return part.title == paper.title
    return bool(part.text) and (part.text, part.kind) == (paper.text, paper.kind)


def _numbered_twice(plan: Plan, paper: Paper, report: Report) -> None:
    """Report annexes of what follows a paper that has annexes itself: in one file 附件1 would be two."""
    if not (plan.words_of(paper).annexes or any(part.binding == "annex" for part in paper.parts)):
        return
    for part in paper.parts:
        if part.binding == "follows" and _is_printed(part) and plan.words_of(part).annexes:
            message = f"这份文件自己有附件，所附的“{part.title}”又有自己的附件，会有两个附件1"
            hint = f"把附件都写进 {part.text} 的 annexes；或让“{part.title}”另行装订（binding: apart）"
            report.fault("annex-twice", message, part.kind.origin, hint)


def _printed_twice(paper: Paper, report: Report) -> None:
    """Report a text that one file would print twice."""
    printed: set[str] = set()
    for leaf in (paper, *(part for part in paper.parts if not _is_itself(paper, part))):
        if leaf.text and leaf.text in printed and _is_printed(leaf):
            message = f"“{leaf.text}”在一份文件里印了两次"
            report.fault("part-twice", message, leaf.text.origin, "删去一处，或改正 text")
        if _is_printed(leaf):
            printed.add(str(leaf.text))


def _is_printed(leaf: Leaf) -> bool:
    """Return whether a paper or part prints its text, and not only a table of the tasks in it."""
    return leaf.kind in KINDS and not KINDS[leaf.kind].of_tasks


def _part(part: Part, report: Report) -> None:
    """Report a part of which every unit would get its own."""
    if part.binding != "apart" and part.kind in KINDS and KINDS[part.kind].each:
        message = f"{KINDS[part.kind].label}（{part.kind}）一个单位一份，不能放在另一份文件里"
        report.fault("part-kind", message, part.kind.origin, "移到 documents 下，单独成文")


def _apart(plan: Plan, part: Part, report: Report) -> None:
    """Report a part bound apart that has words of its own, or that is none of the documents."""
    if part.text:
        hint = "删去 text；它的文字写在 documents 中标题相同的那一份"
        report.fault("part-text", f"“{part.title}”另行装订（apart），这里不写 text", part.text.origin, hint)
    titles = [str(paper.title) for paper in plan.papers()]
    if part.title not in titles:
        hint = either(nearest(part.title, titles), "在 documents 中加上这一份")
        report.fault("part-missing", f"documents 中没有另行装订（apart）的“{part.title}”", part.title.origin, hint)


def _needs(plan: Plan, leaf: Leaf, report: Report) -> None:
    """Report what a kind of paper cannot do without and its text does not have."""
    kind = KINDS[leaf.kind]
    said = f"{kind.label}（{leaf.kind}）"
    if kind.needs and not leaf.text:
        keys = "、".join(kind.needs)
        report.fault("kind-needs", f"{said}缺少“text”", leaf.kind.origin, f"写明 text/… 文件，其中要有 {keys}")
    elif leaf.text in plan.words:  # else it could not be read, which is told already
        for key in kind.needs:
            if not _has(plan.words_of(leaf), key):
                hint = f"在 {leaf.text} 中写上“{key}”，或改正 kind"
                report.fault("kind-needs", f"{said}缺少“{key}”", leaf.text.origin, hint)


def _has(words: PaperWords, key: str) -> bool:
    """Return whether a text has a key at its top, or a task anywhere."""
    return any(each_of(TaskBlock, words)) if key == "task" else bool(getattr(words, key))
