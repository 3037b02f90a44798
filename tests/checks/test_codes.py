"""Every code that is told as 问题 or 警告 stands in one table, with its severity, and no other does."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from yinfa.checks import RULES
from yinfa.checks.codes import CODES, OTHERS
from yinfa.diagnostics import Severity
from yinfa.paths import ROOT
from yinfa.proof import PAGE_RULES, TREE_RULES

SOURCES = sorted(path for path in (ROOT / "yinfa").rglob("*.py") if path.parent.name != "mend")  # that tells nobody
TELLING = {"error": Severity.ERROR, "warning": Severity.WARNING}
ON_PAPER = {rule.code for rule in TREE_RULES} | {rule.code for rule in PAGE_RULES}


def reported(path: Path) -> Iterator[tuple[ast.expr, Severity]]:
    """Yield the codes that a module writes into a report, as they stand in its source."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        called = node.func if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
        if isinstance(node, ast.Call) and called and called.attr in TELLING and "report" in ast.unparse(called):
            yield node.args[0], TELLING[called.attr]


def told_on_the_way() -> dict[str, set[Severity]]:
    """Return the codes that any module reports, each with the severities with which it does."""
    found: dict[str, set[Severity]] = {}
    for path in SOURCES:
        for code, severity in reported(path):
            assert isinstance(code, ast.Constant), f"{path.name}: {ast.unparse(code)}"
            found.setdefault(str(code.value), set()).add(severity)
    return found


def test_the_table_of_others_is_what_the_modules_report_and_the_rules_over_papers_find() -> None:
    """Every code of it, and none besides; in order and each once."""
    codes = [each.code for each in OTHERS]
    assert codes == sorted(set(codes))
    assert set(codes) == set(told_on_the_way()) | ON_PAPER


def test_a_code_has_one_severity() -> None:
    """The one of the table, wherever it is told."""
    found = told_on_the_way()
    assert {code: {CODES[code].severity} for code in found} == found


def test_a_code_is_a_rule_s_or_another_s() -> None:
    """Never both, so that one page says what it means; but a character without a glyph is looked for in two places."""
    assert {rule.code for rule in RULES} & {each.code for each in OTHERS} == set()


@pytest.mark.parametrize("path", [path for path in SOURCES if path.parent.name in ("checks", "proof")], ids=str)
def test_a_rule_says_neither_code_nor_severity(path: Path) -> None:
    """They stand in the tables; only what plan.yaml wishes wrongly is reported from here."""
    if path.stem != "settings":
        assert list(reported(path)) == []
