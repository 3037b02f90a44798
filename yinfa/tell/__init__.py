"""What was found, for whoever is to read it: one function a format, one line in `FORMATS`."""

from collections.abc import Callable

from yinfa.tell.as_json import as_json
from yinfa.tell.findings import Findings
from yinfa.tell.html import html
from yinfa.tell.sarif import sarif
from yinfa.tell.text import text

FORMATS: dict[str, Callable[[Findings], str]] = {
    "text": text,
    "json": as_json,
    "sarif": sarif,
    "html": html,
}
