"""Totals of the projects that prose types: 总投资合计210亿元."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yinfa.model.projects import MONEY, Sum, total_of
from yinfa.prose.figures import WIDE, base_of, cut_to
from yinfa.prose.reading import Reading
from yinfa.prose.spans import masked
from yinfa.sources.text import Text

_TOTAL = re.compile(
    r"(?:(?P<one>总投资|计划投资)(?:合计|总计|共计|总额|总额合计)|(?:合计|总计|共计)(?P<other>总投资|计划投资))"
    r"(?:为|达|达到|是)?(?P<figure>(?P<number>[0-9]{1,15}(?:,[0-9]{3})*(?:\.[0-9]{1,6})?)(?P<measure>万元|亿元|元))"
)


@dataclass(frozen=True, slots=True)
class Total:
    """A total that is typed: where it stands, the number and its measure, and the exact sum in that measure."""

    text: Text
    start: int
    end: int
    column: str
    typed: Decimal
    measure: str
    exact: Decimal

    @property
    def decimals(self) -> int:
        """Return how many decimals are typed."""
        return max(0, -int(self.typed.as_tuple().exponent))

    @property
    def rounded(self) -> Decimal:
        """Return the sum with as many decimals, halves up."""
        return cut_to(self.exact, self.decimals)

    @property
    def literal(self) -> str:
        """Return it as it is typed."""
        return str(self.text)[self.start : self.end]

    @property
    def call(self) -> str:
        """Return the call that prints it."""
        return f'{{{{ total("{self.column}", "{self.measure}", {self.decimals}) }}}}'


def totals_in(reading: Reading) -> Iterator[Total]:
    """Yield the totals of all projects that are typed in prose; none where there are no projects."""
    plan = reading.plan
    columns: dict[str, tuple[Sum, ...]] = {
        "总投资": tuple(each.investment for each in plan.projects),
        "计划投资": tuple(each.planned for each in plan.projects),
    }
    for paper in reading.papers if plan.projects else ():
        for text in paper.texts:
            for found in _TOTAL.finditer(masked(text).translate(WIDE)):
                column = found["one"] or found["other"]
                exact = total_of(columns[column]) * base_of(MONEY)[0] / base_of(found["measure"])[0]
                typed = Decimal(found["number"].replace(",", ""))
                yield Total(text, *found.span("figure"), column, typed, found["measure"], exact)
