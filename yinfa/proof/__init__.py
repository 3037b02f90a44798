"""The document checked as composed and as printed: one rule a function, one line in a table."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from yinfa.checks.codes import rule_of
from yinfa.checks.rule import Checked, Rule
from yinfa.diagnostics import Diagnostic
from yinfa.proof.annexes import annex_place
from yinfa.proof.area import body_grid, text_outside
from yinfa.proof.breaks import annex_alone, empty_page, parted_caption, runt_page, stranded_heading
from yinfa.proof.empties import empty_paragraph, glyph, table_head_only
from yinfa.proof.heads import head_place
from yinfa.proof.numbering import numbering
from yinfa.proof.official import first_page_text, imprint_place, signature_place
from yinfa.proof.overlaps import text_overlap
from yinfa.proof.page_numbers import page_number
from yinfa.proof.paragraphs import attachments_place, indents, postscript_place, title_place
from yinfa.proof.printed import Composed, Printed
from yinfa.proof.red_rules import red_rule
from yinfa.proof.references import xref
from yinfa.proof.same import docx_pdf
from yinfa.proof.sheet_form import not_black, sheet_size
from yinfa.proof.tables import cell_overflow, head_missing, row_cut
from yinfa.proof.titles import title_broken
from yinfa.writers.docx import write_docx
from yinfa.writers.layout import Layout
from yinfa.writers.pdf import lay_out

__all__ = ["PAGE_RULES", "TREE_RULES", "Composed", "Printed", "proof_pages", "proof_tree", "proofs"]

TREE_RULES: tuple[Rule[Composed], ...] = (
    rule_of("empty-paragraph", empty_paragraph),
    rule_of("glyph", glyph),
    rule_of("numbering", numbering),
    rule_of("table-head-only", table_head_only),
    rule_of("xref", xref),
)

PAGE_RULES: tuple[Rule[Printed], ...] = (
    rule_of("annex-alone", annex_alone),
    rule_of("cell-overflow", cell_overflow),
    rule_of("docx-pdf", docx_pdf),
    rule_of("empty-page", empty_page),
    rule_of("form-annex", annex_place),
    rule_of("form-attachments", attachments_place),
    rule_of("form-black", not_black),
    rule_of("form-first-page", first_page_text),
    rule_of("form-grid", body_grid),
    rule_of("form-head", head_place),
    rule_of("form-imprint", imprint_place),
    rule_of("form-indent", indents),
    rule_of("form-page", sheet_size),
    rule_of("form-page-number", page_number),
    rule_of("form-postscript", postscript_place),
    rule_of("form-red-rule", red_rule),
    rule_of("form-signature", signature_place),
    rule_of("form-title", title_place),
    rule_of("head-missing", head_missing),
    rule_of("parted-caption", parted_caption),
    rule_of("row-cut", row_cut),
    rule_of("runt-page", runt_page),
    rule_of("stranded-heading", stranded_heading),
    rule_of("text-outside", text_outside),
    rule_of("text-overlap", text_overlap),
    rule_of("title-broken", title_broken),
)


def proofs(papers: Iterable[Composed]) -> Iterator[Diagnostic]:
    """Yield what the rules over pages find in papers, each laid out and written for it; as long as a build."""
    for paper in papers:
        layout = lay_out(paper.document, paper.style)
        yield from proof_pages(paper, layout, write_docx(layout.document, paper.style, layout), layout.pdf())


def proof_tree(paper: Composed) -> Iterator[Diagnostic]:
    """Yield what the rules find in a paper as composed."""
    yield from _told(TREE_RULES, paper)


def proof_pages(paper: Composed, layout: Layout, docx: bytes = b"", pdf: bytes = b"") -> Iterator[Diagnostic]:
    """Yield what the rules find on the pages of a paper; `docx` and `pdf` are its bytes where it is written so."""
    printed = replace(paper, document=layout.document)
    yield from _told(PAGE_RULES, Printed(printed, layout.look(), docx, pdf))


def _told(rules: Iterable[Rule[Checked]], paper: Checked) -> Iterator[Diagnostic]:
    for rule in rules:
        for found in rule.find(paper):
            yield Diagnostic(rule.code, rule.severity, found.message, found.origin, found.hint)
