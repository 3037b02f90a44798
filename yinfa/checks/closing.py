"""主送机关 and 附注: the marks that belong to them."""

from collections.abc import Iterator

from yinfa.checks.rule import Finding
from yinfa.model.plan import Plan


def addressee_colon(plan: Plan) -> Iterator[Finding]:
    """Find a 主送机关 without a colon at its end (gbt9704 18); that it is full-width is a matter of punctuation."""
    for words in plan.words.values():
        if words.addressee and not words.addressee.endswith(("：", ":")):
            message = "主送机关末尾没有全角冒号“：”"
            yield Finding(message, words.addressee.origin, "末尾加上“：”")


def postscript_brackets(plan: Plan) -> Iterator[Finding]:
    """Find a 附注 that does not stand in brackets (gbt9704 26); that they are full-width is told elsewhere."""
    for words in plan.words.values():
        note = words.postscript
        if note and not (note.startswith(("（", "(")) and note.endswith(("）", ")"))):
            message = f"附注“{note}”没有加圆括号（ ）"
            yield Finding(message, note.origin, "写成（此件公开发布）这样，括号用全角")
