"""Punctuation of Chinese text is full-width."""

import re

from yinfa.diagnostics import Report
from yinfa.model.plan import Plan
from yinfa.model.walk import printed_in

_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
HALF_WIDTH = re.compile(r"(?<=[\u4e00-\u9fff])[,;:!?()]|[,;:!?()](?=[\u4e00-\u9fff])")
FULL_WIDTH = str.maketrans(",;:!?()", "，；：！？（）")


def punctuation(plan: Plan, report: Report) -> None:
    """Warn of a half-width mark beside a Chinese character (GB/T 15834, docs/gbt9704.md 40)."""
    for words in plan.words.values():
        for text in printed_in(words):
            if found := HALF_WIDTH.search(_CALL.sub("", text)):
                message = f"中文里用了半角的“{found[0]}”"
                report.warning("punctuation", message, text.origin, f"改为全角“{found[0].translate(FULL_WIDTH)}”")
