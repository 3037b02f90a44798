"""For programs: a list of objects, one a finding."""

import json

from yinfa.tell.findings import Findings, level


def as_json(findings: Findings) -> str:
    """Return what is wrong as JSON: code, severity (error or warning), place, message, hint.

    What was silenced is a warning that has its reason beside them.
    """
    listed = [
        {
            "code": each.diagnostic.code,
            "severity": level(each),
            "place": each.place,
            "message": each.diagnostic.message,
            "hint": each.diagnostic.hint,
        }
        | ({"silenced": each.diagnostic.silenced} if each.is_silenced else {})
        for each in findings.for_machines()
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2)
