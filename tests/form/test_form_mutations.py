"""Each rule of the form can be broken, and the judge sees it: on the pages and in the DOCX."""

import pytest

from tests.form.docx_paper import Written
from tests.form.mutations import MUTATIONS
from tests.form.page import Printed
from tests.form.rules import RULES
from tests.form.spoiling import Mutation

pytestmark = pytest.mark.slow


def named(mutation: Mutation) -> str:
    """Return how a mutation is called."""
    return f"{mutation.rule}: {mutation.what}"


@pytest.mark.parametrize("mutation", MUTATIONS, ids=named)
def test_a_spoilt_paper_is_caught_by_the_judge_of_its_rule(mutation: Mutation) -> None:
    rule, made = RULES[mutation.rule], mutation.made()
    if "pages" in mutation.seen:
        printed = Printed(mutation.told(made.printed.document), mutation.pdf(made.printed.pdf))
        assert list(rule.pages(printed)), "not seen on the pages"
    if "xml" in mutation.seen:
        assert rule.xml
        written = Written(mutation.told(made.written.document), mutation.docx(made.written.docx))
        assert list(rule.xml(written)), "not seen in the XML"


def test_every_rule_is_broken_at_least_once_in_each_format() -> None:
    seen = {(mutation.rule, where) for mutation in MUTATIONS for where in mutation.seen}
    wanted = {(number, "pages") for number in RULES} | {(number, "xml") for number, rule in RULES.items() if rule.xml}
    assert wanted <= seen
