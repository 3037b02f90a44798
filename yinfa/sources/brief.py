"""A workbook may be wrong in one way a thousand times: some are said one by one, the rest counted."""

from collections import Counter
from dataclasses import dataclass, field

from yinfa.diagnostics import Origin, Report, Severity
from yinfa.sources import limits


@dataclass
class Brief(Report):
    """A report that says the first diagnostics of each kind one by one, and counts the rest."""

    said: Counter[tuple[Severity, str]] = field(default_factory=Counter)

    def add(self, severity: Severity, code: str, message: str, origin: Origin | None, hint: str = "") -> None:
        """Write down one diagnostic unless its kind has been said often enough."""
        self.said[severity, code] += 1
        if self.said[severity, code] <= limits.SAME_CODE:
            super().add(severity, code, message, origin, hint)

    def pass_on(self, report: Report, origin: Origin) -> None:
        """Hand everything over to `report`, and how many there were besides."""
        for each in self.diagnostics:
            report.take(each)
        for (severity, code), count in self.said.items():
            if count > limits.SAME_CODE:
                report.add(severity, code, f"同类情形还有 {count - limits.SAME_CODE} 处，未逐一列出", origin)
