"""The table of judges: for each rule of docs/gbt9704.md what finds a breach of it on pages and in a DOCX's XML."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.form import docx_foot, docx_forms, docx_head, docx_text, pdf_closing, pdf_foot, pdf_forms, pdf_head, pdf_text
from tests.form.docx_paper import Written
from tests.form.page import Printed

PageJudge = Callable[[Printed], Iterator[str]]
XmlJudge = Callable[[Written], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Who judges a rule; `xml` is None where only pages laid out can tell."""

    pages: PageJudge
    xml: XmlJudge | None


RULES: dict[int, Rule] = {
    8: Rule(pdf_head.rule_8, docx_head.rule_8),
    9: Rule(pdf_head.rule_9, docx_head.rule_9),
    10: Rule(pdf_head.rule_10, docx_head.rule_10),
    11: Rule(pdf_head.rule_11, docx_head.rule_11),
    12: Rule(pdf_head.rule_12, docx_head.rule_12),
    13: Rule(pdf_head.rule_13, docx_head.rule_13),
    14: Rule(pdf_head.rule_14, docx_head.rule_14),
    15: Rule(pdf_head.rule_15, docx_head.rule_15),
    16: Rule(pdf_head.rule_16, docx_head.rule_16),
    17: Rule(pdf_text.rule_17, docx_text.rule_17),
    18: Rule(pdf_text.rule_18, docx_text.rule_18),
    19: Rule(pdf_text.rule_19, None),
    20: Rule(pdf_text.rule_20, docx_text.rule_20),
    21: Rule(pdf_text.rule_21, docx_text.rule_21),
    22: Rule(pdf_closing.rule_22, docx_text.rule_22),
    23: Rule(pdf_closing.rule_23, docx_text.rule_23),
    24: Rule(pdf_closing.rule_24, docx_text.rule_24),
    25: Rule(pdf_closing.rule_25, None),
    26: Rule(pdf_closing.rule_26, docx_text.rule_26),
    27: Rule(pdf_closing.rule_27, docx_text.rule_27),
    28: Rule(pdf_foot.rule_28, docx_foot.rule_28),
    29: Rule(pdf_foot.rule_29, docx_foot.rule_29),
    30: Rule(pdf_foot.rule_30, docx_foot.rule_30),
    31: Rule(pdf_foot.rule_31, docx_foot.rule_31),
    32: Rule(pdf_foot.rule_32, docx_foot.rule_32),
    33: Rule(pdf_foot.rule_33, docx_foot.rule_33),
    34: Rule(pdf_foot.rule_34, docx_foot.rule_34),
    35: Rule(pdf_foot.rule_35, docx_foot.rule_35),
    36: Rule(pdf_forms.rule_36, docx_forms.rule_36),
    37: Rule(pdf_forms.rule_37, docx_forms.rule_37),
    38: Rule(pdf_forms.rule_38, docx_forms.rule_38),
}


def broken_on_pages(paper: Printed) -> dict[int, list[str]]:
    """Return by its number what breaks each rule on the pages of a paper."""
    found = {number: list(rule.pages(paper)) for number, rule in RULES.items()}
    return {number: told for number, told in found.items() if told}


def broken_in_xml(paper: Written) -> dict[int, list[str]]:
    """Return by its number what breaks each rule in the XML of a paper's DOCX."""
    found = {number: list(rule.xml(paper)) for number, rule in RULES.items() if rule.xml}
    return {number: told for number, told in found.items() if told}
