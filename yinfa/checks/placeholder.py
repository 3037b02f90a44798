"""What was left to be filled in later and never was."""

import re
from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.model.plan import Plan
from yinfa.model.walk import printed_in

LEFT_OPEN = re.compile(r"\*\*|[X×Ｘ]{2,}|待定|TODO|（\s*）|“”|《》")


def placeholder(plan: Plan) -> Iterator[Finding]:
    """Find `**`, XX, ×××, 待定, TODO or an empty bracket left in prose."""
    for words in plan.words.values():
        for text in printed_in(words):
            found = LEFT_OPEN.search(text)
            if found:
                yield Finding(f"留有待填的“{found[0]}”", text.origin, "填上内容，或删去这句话")
