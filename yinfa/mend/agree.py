"""Which bindings may be made: those with which every paper prints the very words that it prints without them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from yinfa.compose.prose import Prose
from yinfa.compose.results.facts import facts_of
from yinfa.confined import Progress
from yinfa.diagnostics import Origin, Report
from yinfa.mend.binding import Binding, GivenUp, bound
from yinfa.mend.original import Original, opened
from yinfa.mend.same_words import printed
from yinfa.mend.write import Mended, left, mended
from yinfa.model.build import build
from yinfa.model.plan import Plan
from yinfa.model.words import PaperWords
from yinfa.styling import Style

_MARKS = re.compile("</?(?:data|span)[^>]*>")  # of what comes out of the data
OTHERWISE = "改了之后文件印出来的字不同"


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a plan, as its files stand, and what its papers are composed with: their form, whom to tell."""

    plan: Plan
    style: Style
    progress: Progress
    files: dict[str, Original]

    def mended(self, bindings: Sequence[Binding], report: Report) -> list[Mended]:
        """Return the files of these `bindings` with them made; what is given up is told."""
        groups = {file: [each for each in bindings if each.text.origin.file == file] for file in self.files}
        found = (mended(self.files[file], group, report) for file, group in groups.items() if group)
        return [each for each in found if each is not None]

    def agreeing(self, bindings: Sequence[Binding], report: Report) -> list[Binding]:
        """Return those of the bindings with which all papers print the same; of the others it is told."""
        if not bindings or self._agree(bindings):
            return list(bindings)
        if len(bindings) == 1:
            left(bindings, OTHERWISE, report)
            return []
        middle = len(bindings) // 2
        return self.agreeing(bindings[:middle], report) + self.agreeing(bindings[middle:], report)

    def _agree(self, bindings: Sequence[Binding]) -> bool:
        changed = with_files(self.plan, self.mended(bindings, Report()))
        before, after = (printed(each, self.style, self.progress) for each in (self.plan, changed))
        return before is not None and before == after


def with_files(plan: Plan, files: Iterable[Mended]) -> Plan:
    """Return the plan as it is with these files; one whose words cannot be taken stays as it was."""
    built = {name_in(plan, each.file.shown): build(PaperWords, each.tree, Report()) for each in files}
    return replace(plan, words=plan.words | {name: words for name, words in built.items() if words is not None})


def name_in(plan: Plan, file: str) -> str:
    """Return the name that a file has within the plan's folder."""
    return file.removeprefix(f"{plan.shown}/")


def files_of(plan: Plan, bindings: Iterable[Binding], report: Report) -> dict[str, Original]:
    """Return the files in which the bindings are to be made; of one that cannot be read it is told."""
    files: dict[str, Original] = {}
    for file in dict.fromkeys(each.text.origin.file for each in bindings):
        try:
            files[file] = opened(plan.folder / name_in(plan, file), file)
        except GivenUp as why:
            report.notice("fix-left", f"没有改动：{why}", Origin(file))
    return files


def sound(plan: Plan, bindings: Sequence[Binding], report: Report) -> list[Binding]:
    """Return the bindings that go together and print what was typed; of the others it is told."""
    found = []
    each_once = list({each.place: each for each in bindings}.values())
    for each in each_once:
        if any(each.meets(other) for other in each_once if other is not each):
            left([each], "同一处有几种写法，分不清是哪个指标", report)
        elif not prints_the_same(plan, each):
            left([each], f"{each.call} 印出来不是“{each.literal}”", report)
        else:
            found.append(each)
    return found


def prints_the_same(plan: Plan, binding: Binding) -> bool:
    """Return whether the text prints the same with the binding made, in each paper that it is the text of."""
    name = name_in(plan, binding.text.origin.file)
    leaves = [leaf for leaf in plan.leaves() if leaf.text == name]
    return bool(leaves) and all(_same(Prose(facts_of(plan, leaf), Report()), binding) for leaf in leaves)


def _same(prose: Prose, binding: Binding) -> bool:
    before, after = (_MARKS.sub("", prose(each)) for each in (binding.text, bound(binding.text, [binding])))
    return before == after
