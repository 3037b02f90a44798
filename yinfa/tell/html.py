"""For those who would rather click: one page that needs nothing beside it, neither scripts nor style sheets."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from yinfa.diagnostics import Severity
from yinfa.tell.findings import Findings, shortened, tally

FOLDER = Path(__file__).parent
PAGE = "page.html.j2"


def html(findings: Findings) -> str:
    """Return the findings as a page of HTML."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    severities = {each.diagnostic.severity for each in findings.found}
    return environment.get_template(PAGE).render(
        files=findings.by_file(),
        severities=[each for each in Severity if each in severities],
        sum=tally(findings.found),
        tally=tally,
        shortened=shortened,
    )
