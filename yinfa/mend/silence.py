"""What a plan wants left as it is: figures of which it has silenced the warning, or all where it has the check off."""

import re
from collections.abc import Sequence

from yinfa.checks.settings import applied
from yinfa.diagnostics import Report, Severity
from yinfa.mend.binding import Binding
from yinfa.model.plan import Plan

CODE = "orphan-number"
GIVEN = re.compile('"([^"]*)"')  # what a call is given


def unsilenced(plan: Plan, bindings: Sequence[Binding]) -> list[Binding]:
    """Return the bindings of which a check of the plan would warn."""
    report = Report()
    for each in bindings:
        report.warning(CODE, _told(each), each.text.origin)
    applied(plan, report, ())
    warned = {(each.message, each.origin) for each in report if each.severity in (Severity.WARNING, Severity.ERROR)}
    return [each for each in bindings if (_told(each), each.text.origin) in warned]


def _told(each: Binding) -> str:
    """Return a message that quotes what that of the check quotes: a silence may mean it by the name of its fact."""
    names = "".join(f"“{name}”" for name in GIVEN.findall(each.call))
    return f"“{each.literal}”{names}（{each.start}）"
