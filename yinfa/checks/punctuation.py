"""Punctuation of Chinese text is full-width."""

import re
from collections.abc import Iterator

from yinfa.diagnostics import Report
from yinfa.model.plan import Plan
from yinfa.model.walk import printed_in
from yinfa.sources.text import Text

_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
HALF_WIDTH = re.compile(r"(?<=[\u4e00-\u9fff])[,;:!?()]|[,;:!?()](?=[\u4e00-\u9fff])")
FULL_WIDTH = str.maketrans(",;:!?()", "，；：！？（）")


def punctuation(plan: Plan, report: Report) -> None:
    """Warn of a half-width mark beside a Chinese character (GB/T 15834)."""
    for text in _texts(plan):
        if found := HALF_WIDTH.search(_CALL.sub("", text)):
            message = f"中文里用了半角的“{found[0]}”"
            report.warning("punctuation", message, text.origin, f"改为全角“{found[0].translate(FULL_WIDTH)}”")


def _texts(plan: Plan) -> Iterator[Text]:
    """Yield what is printed of a plan: its title and those of its papers, the names of units, the words."""
    yield plan.identity.title
    yield from (leaf.title for leaf in plan.leaves() if leaf.title is not plan.identity.title)
    yield from (name for unit in plan.registry.units for name in (unit.name, unit.short))
    for words in plan.words.values():
        yield from printed_in(words)
