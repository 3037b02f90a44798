"""What plan.yaml says of the checks, put into practice on all that is told of a plan, whatever stage told it.

Faults stay as they are: what cannot be issued cannot be talked away.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace

from yinfa.checks.codes import CODES, Phase
from yinfa.checks.written import Written
from yinfa.diagnostics import Diagnostic, Origin, Report, Severity, nearest
from yinfa.model.plan import Plan
from yinfa.model.settings import Setting, Silence
from yinfa.model.walk import each_of
from yinfa.sources.text import Text

FINDINGS = (Severity.ERROR, Severity.WARNING)
QUOTED = re.compile("“([^“”]+)”")


def applied(plan: Plan, report: Report, looked: Collection[Phase]) -> None:
    """Silence in `report` what `plan` silences, and give every finding of it the severity that the plan wants.

    What was silenced becomes a notice with the reason. A silence that silences nothing is told if its phase is one of
    those that were `looked` at to the end. It may be done again when a later phase has told more.
    """
    _known(plan, report)
    used = _silence(plan, report)
    if not report.has_faults:  # else many a finding was not looked for
        _unused(plan, used, looked, report)
    _rate(plan, report)


def _known(plan: Plan, report: Report) -> None:
    """Report codes that there are none of, codes set twice, and files that the plan does not have."""
    told = {each.code: each.severity.label for each in report if each.code not in CODES}
    for code in (*(each.code for each in plan.identity.checks), *(each.code for each in plan.identity.silenced)):
        if code in told:
            message = f"“{code}”是{told[code]}，不能静默，也不能改级别"
            report.fault("check-unknown", message, code.origin, "照它的改法改好，删去这一项")
        elif code not in CODES:
            report.fault("check-unknown", f"没有检查“{code}”", code.origin, nearest(code, CODES))
    codes = Counter(setting.code for setting in plan.identity.checks)
    for setting in plan.identity.checks:
        if codes[setting.code] > 1:
            report.fault("check-twice", f"检查“{setting.code}”设了两次", setting.code.origin, "只留一处")
    for silence in plan.identity.silenced:
        if silence.place.file not in plan.inputs:
            message = f"本规划没有用到文件“{silence.place.file}”"
            report.fault("silence-file", message, silence.at.origin, nearest(silence.place.file, plan.inputs))


def _silence(plan: Plan, report: Report) -> set[Silence]:
    """Make notices of what is silenced. Return the silences that something was found for, be it an earlier time."""
    source, found = Source(plan), [each for each in report if each.silenced or _is_finding(plan, each)]
    by: dict[Diagnostic, Silence] = {}
    for silence in plan.identity.silenced:
        by |= dict.fromkeys(_meant(silence, found, source), silence)
    report.amend(lambda each: each if each.silenced or each not in by else _silenced(each, by[each]))
    return set(by.values())


def _meant(silence: Silence, found: Collection[Diagnostic], source: "Source") -> list[Diagnostic]:
    """Return what a silence silences: of several findings in a line those that quote its words, if any do."""
    there = [each for each in found if each.code == silence.code and source.holds(silence, each.origin)]
    return [each for each in there if _quotes(each.message, silence.words or "")] or there


def _quotes(message: str, words: str) -> bool:
    """Return whether a message speaks of some words, or of a part of them."""
    return bool(words) and (words in message or any(each in words for each in QUOTED.findall(message)))


def _silenced(each: Diagnostic, silence: Silence) -> Diagnostic:
    message = f"{each.message}（已静默：{silence.reason}）"
    return replace(each, severity=Severity.NOTICE, message=message, hint="", silenced=str(silence.reason))


def _unused(plan: Plan, used: Collection[Silence], looked: Collection[Phase], report: Report) -> None:
    """Warn of the silences of the phases looked at that silence nothing."""
    for silence in plan.identity.silenced:
        if silence not in used and CODES[silence.code].phase in looked:
            message = f"静默“{silence.code}”没有用上：{silence.at} 没有这样的问题或警告"
            report.warning("silence-unused", message, silence.code.origin, "核对 code、at、words；已改好的，删去这一项")


def _rate(plan: Plan, report: Report) -> None:
    """Give the findings the severity that the plan wants, and tell of each rule how many it was."""
    settings = {str(setting.code): setting for setting in plan.identity.checks}
    changed = Counter[str]()
    report.amend(_rated(plan, settings, changed))
    for code, number in changed.items():
        setting = settings[code]
        done = {"off": "已关闭，没有列出", "warning": "按警告处理", "error": "按问题处理"}[setting.severity]
        message = f"检查“{code}”{done} {number} 处：{setting.reason}"
        report.notice("check-changed", message, setting.code.origin)


def _rated(
    plan: Plan, settings: dict[str, Setting], changed: Counter[str]
) -> Callable[[Diagnostic], Diagnostic | None]:
    """Return what gives a finding the severity wanted, nothing for `off`, and counts in `changed` those it changes."""

    def rated(each: Diagnostic) -> Diagnostic | None:
        setting = settings.get(each.code)
        if setting is None or not _is_finding(plan, each) or setting.severity == each.severity:
            return each
        changed[each.code] += 1
        return None if setting.severity == "off" else replace(each, severity=Severity(setting.severity))

    return rated


def _is_finding(plan: Plan, each: Diagnostic) -> bool:
    """Return whether something is a finding in the folder of the plan."""
    return each.severity in FINDINGS and each.origin is not None and each.origin.file.startswith(f"{plan.shown}/")


@dataclass
class Source:
    """The files of a plan as they were written, to see what stands at a place; each is read once, if at all."""

    plan: Plan
    written: Written = field(init=False)
    _texts: dict[str, list[Text]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read nothing yet."""
        self.written = Written(self.plan)

    def holds(self, silence: Silence, origin: Origin | None) -> bool:
        """Return whether an origin is the place of a silence."""
        place = silence.place
        if origin is None or origin.file != f"{self.plan.shown}/{place.file}":
            return False
        if silence.words is None:
            return (origin.sheet, origin.cell) == (place.sheet, place.cell)
        return any(silence.words in text for text in self._there(origin))

    def _there(self, origin: Origin) -> Iterator[str]:
        """Yield the line at an origin, and the text around it that may go on for several lines."""
        lines = self.written.source(origin).split("\n")
        yield from lines[origin.line - 1 : origin.line] if origin.line else ()
        texts = self._of(origin.file)
        before = bisect_right(texts, _place(origin), key=lambda text: _place(text.origin))
        text = texts[before - 1] if before else None
        if text is not None and _place(origin) <= _place(self.written.end(text)):
            yield str(text)

    def _of(self, file: str) -> list[Text]:
        """Return the texts of a file in the order in which they stand."""
        if not self._texts:
            everything = (self.plan.identity, self.plan.registry, *self.plan.words.values())
            for text in sorted(each_of(Text, everything), key=lambda text: _place(text.origin)):
                self._texts.setdefault(text.origin.file, []).append(text)
        return self._texts.get(file, [])


def _place(origin: Origin) -> tuple[int, int]:
    return origin.line, origin.column
