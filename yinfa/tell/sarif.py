"""For editors and build servers: SARIF 2.1.0 (OASIS), the form in which analysers hand on what they found."""

import json
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from yinfa import __version__
from yinfa.diagnostics import Origin
from yinfa.tell.findings import Findings, Found, level

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
PAGE = "docs/checks/{}.md"  # what a check catches; `helpUri` would have to be absolute, so the page stands in `help`


def sarif(findings: Findings) -> str:
    """Return what is wrong as one SARIF log of one run."""
    found = findings.for_machines()
    codes = sorted({each.diagnostic.code for each in found})
    driver = {"name": "yinfa", "version": __version__, "rules": [_rule(code, findings) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes) for each in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str, findings: Findings) -> dict[str, Any]:
    """Return the description of a code: of a check what it catches, and where its page is."""
    catches = findings.catches.get(code)
    if catches is None:
        return {"id": code}
    page = PAGE.format(code)
    help_ = {"text": f"见 {page}", "markdown": f"见 [{page}]({page})"}
    return {"id": code, "shortDescription": {"text": catches}, "help": help_}


def _result(found: Found, codes: list[str]) -> dict[str, Any]:
    told = found.diagnostic
    hint = f"\n改法：{told.hint}" if told.hint else ""
    result = {
        "ruleId": told.code,
        "ruleIndex": codes.index(told.code),
        "level": level(found),
        "message": {"text": told.message + hint},
        "locations": [_location(told.origin)] if told.origin else [],
    }
    if found.is_silenced:
        result["suppressions"] = [{"kind": "external", "justification": told.silenced}]  # external: in plan.yaml
    return result


def _location(origin: Origin) -> dict[str, Any]:
    """Return a place: a region of a text file; a sheet or cell, which SARIF does not know, by its name."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(origin.file)}}
    if origin.line:
        physical["region"] = {"startLine": origin.line, "startColumn": max(origin.column, 1)}
    if not origin.sheet:
        return {"physicalLocation": physical}
    named = {
        "name": origin.cell or origin.sheet,
        "fullyQualifiedName": str(origin),
        "kind": "cell" if origin.cell else "sheet",
    }
    return {"physicalLocation": physical, "logicalLocations": [named]}


def _uri(file: str) -> str:
    path = PurePosixPath(file)
    return path.as_uri() if path.is_absolute() else quote(file)
