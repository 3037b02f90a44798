"""What the form says of words: patterns of numbers and dates, and titles that must agree."""

import re
from collections.abc import Iterator

from yinfa.document.tree import Attachments, Document, Heading
from yinfa.document.walk import text_of

DATE = re.compile(r"(19|20)\d\d年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
ORDINALS = ("[一二三四五六七八九十]+、", "（[一二三四五六七八九十]+）", r"[1-9]\d*[.．、]", r"（[1-9]\d*）")
STOPS = "。，、；：！？.,;:"
NUMBER = re.compile(r"[\u4e00-\u9fff]+〔(19|20)\d\d〕[1-9]\d*号")


def announced_otherwise(document: Document) -> Iterator[str]:
    """Yield each annex whose title is not that which 附件说明 of its paper has in its place."""
    told: list[str] = []
    for section in document.sections:
        told = [] if section.opens else told
        for block in section.blocks:
            if isinstance(block, Attachments):
                told = [text_of(name) for name in block.names]
            elif isinstance(block, Heading) and block.form == "annex" and told:
                title = text_of(block.children)
                if told[block.number - 1 : block.number] != [title]:
                    yield f"{block.ordinal} is not titled as 附件说明 has it: {title}"
