"""What must hold of the papers to issue: known kinds with the words they need, parts that exist, known periods."""

from yinfa.diagnostics import Report, nearest
from yinfa.kinds import KINDS
from yinfa.model.identity import Leaf, Part
from yinfa.model.plan import Plan
from yinfa.model.tasks import TaskBlock
from yinfa.model.walk import each_of
from yinfa.model.words import PaperWords


def link_papers(plan: Plan, report: Report) -> None:
    """Report every paper or part of an unknown kind or period, without words it needs, or bound apart and not there."""
    known = [str(period.id) for period in plan.identity.periods]
    for leaf in plan.leaves():
        if leaf.period and leaf.period not in known:
            report.fault("period", f"没有时期“{leaf.period}”", leaf.period.origin, nearest(leaf.period, known))
        if leaf.kind not in KINDS:
            report.fault("kind", f"没有文种“{leaf.kind}”", leaf.kind.origin, nearest(leaf.kind, KINDS))
        elif isinstance(leaf, Part) and leaf.binding == "apart":
            _apart(plan, leaf, report)
        else:
            _needs(plan, leaf, report)
            if isinstance(leaf, Part):
                _part(leaf, report)


def _part(part: Part, report: Report) -> None:
    """Report a part of which every unit would get its own."""
    if KINDS[part.kind].each:
        message = f"{KINDS[part.kind].label}（{part.kind}）一个单位一份，不能放在另一份文件里"
        report.fault("part-kind", message, part.kind.origin, "移到 documents 下，单独成文")


def _apart(plan: Plan, part: Part, report: Report) -> None:
    """Report a part bound apart that has words of its own, or that is none of the documents."""
    if part.text:
        hint = "删去 text；它的文字写在 documents 中标题相同的那一份"
        report.fault("part-text", f"“{part.title}”另行装订（apart），这里不写 text", part.text.origin, hint)
    titles = [str(paper.title) for paper in plan.papers()]
    if part.title not in titles:
        hint = f"{nearest(part.title, titles)} 或在 documents 中加上这一份"
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
