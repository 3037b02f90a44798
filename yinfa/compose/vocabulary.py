"""The small HTML vocabulary that templates may emit: what each tag may carry and hold."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from jinja2 import Environment

from yinfa.diagnostics import Origin, Report, nearest


@dataclass(frozen=True, slots=True)
class Tag:
    """What a tag may hold (other tags, and with `words` text), and which attributes and classes it may carry.

    `needs` are the attributes it cannot do without.
    """

    holds: tuple[str, ...] = ()
    words: bool = False
    attributes: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


BLOCKS = ("h1", "h2", "h3", "h4", "p", "ul", "ol", "aside", "table", "figure", "chart", "nav")
OFFICIAL = ("redhead", "attachments", "signature", "imprint")
INLINES = ("b", "a", "data", "span", "time", "br", "input")

_HEADING = Tag(INLINES, words=True, attributes=("id", "class", "at"), classes=("plain", "run-in"))
_NAME = Tag(words=True)
_LIST = Tag(("li",))
_TITLE = Tag(INLINES, words=True)
_ROWS = Tag(("tr",))
_CELL = Tag(INLINES, words=True, attributes=("colspan", "rowspan", "class"), classes=("left", "right"))

TAGS: dict[str, Tag] = {
    "article": Tag(("section",)),
    "section": Tag(
        BLOCKS + OFFICIAL,
        attributes=("class", "start", "through"),
        classes=("cover", "contents", "body", "landscape"),
        needs=("class",),
    ),
    "nav": Tag(attributes=("title", "depth"), needs=("title", "depth")),
    "h1": Tag(INLINES, words=True, attributes=("id", "class", "value", "at"), classes=("plain", "run-in", "annex")),
    "h2": _HEADING,
    "h3": _HEADING,
    "h4": _HEADING,
    "p": Tag(
        INLINES,
        words=True,
        attributes=("class", "at"),
        classes=(
            *("headline", "title", "issuer", "date", "status", "label", "note"),
            *("addressee", "participants", "postscript"),
        ),
    ),
    "ul": _LIST,
    "ol": _LIST,
    "li": Tag(INLINES, words=True, attributes=("at",)),
    "aside": Tag(("header", "p", "ul", "ol"), attributes=("id", "at")),
    "header": _TITLE,
    "table": Tag(
        ("caption", "thead", "tbody", "tfoot"),
        attributes=("id", "at", "columns", "keys"),
        needs=("columns",),
    ),
    "caption": _TITLE,
    "thead": _ROWS,
    "tbody": _ROWS,
    "tfoot": Tag(("p",)),
    "tr": Tag(("th", "td")),
    "th": _CELL,
    "td": Tag(
        INLINES,
        words=True,
        attributes=("colspan", "rowspan", "class"),
        classes=("left", "right", "group", "total"),
    ),
    "figure": Tag(("figcaption",), attributes=("id", "at", "src", "alt", "width"), needs=("src", "alt")),
    "figcaption": _TITLE,
    "chart": Tag(
        ("figcaption", "label", "series", "data"),  # the figure by itself is the limit
        attributes=("id", "at", "form", "measure", "top", "alt"),
        needs=("form", "alt"),
    ),
    "label": _NAME,
    "series": Tag(("data",), attributes=("name", "look"), needs=("name", "look")),
    "redhead": Tag(
        ("organ", "signer"),
        attributes=("form", "number", "serial", "secrecy", "urgency", "suffix", "at"),
        needs=("form",),
    ),
    "organ": _NAME,
    "signer": _NAME,
    "attachments": Tag(("li",), attributes=("at",)),
    "signature": Tag(("organ",), attributes=("date", "sealed", "seal", "at"), needs=("date", "sealed")),
    "imprint": Tag(attributes=("copies", "printer", "date", "at")),
    "b": Tag(("data",), words=True),
    "a": Tag(attributes=("href",), needs=("href",)),
    "data": Tag(words=True, attributes=("value", "at"), needs=("value",)),
    "span": Tag(words=True, attributes=("at",), needs=("at",)),
    "time": Tag(words=True, attributes=("datetime", "at"), needs=("datetime",)),
    "br": Tag(),
    "input": Tag(attributes=("label", "type", "lines"), needs=("label", "type")),
}

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def check_template(environment: Environment, name: str, report: Report) -> None:
    """Report every tag, attribute or class of the template `name` that the vocabulary does not have, with its line."""
    source = environment.loader.get_source(environment, name)[0] if environment.loader else ""
    checker = _Checker(f"templates/{name}", report)
    checker.feed(_JINJA.sub(_blank, source))
    checker.close()


def _blank(found: re.Match[str]) -> str:
    """Return what keeps the template's lines and stands for a value known only when it is rendered."""
    return "?" + "\n" * found[0].count("\n")


class _Checker(HTMLParser):
    def __init__(self, shown: str, report: Report) -> None:
        super().__init__()
        self._shown = shown
        self._report = report

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for problem, hint in problems(tag, dict(attrs)):
            line, column = self.getpos()
            self._report.fault("template-tag", problem, Origin(self._shown, line, column + 1), hint)


def problems(tag: str, attributes: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """Yield what the vocabulary does not allow of a start tag, each with a hint.

    A `?` stands for what is known only when the template is rendered, and is checked then.
    """
    if "?" in tag:
        return
    if tag not in TAGS:
        yield f"模板用了未定义的标签 <{tag}>", nearest(tag, TAGS)
        return
    known = TAGS[tag]
    for name in attributes:
        if "?" not in name and name not in known.attributes:
            yield f"标签 <{tag}> 没有属性“{name}”", nearest(name, known.attributes)
    for each in (attributes.get("class") or "").split():
        if "?" not in each and each not in known.classes:
            yield f"标签 <{tag}> 没有类“{each}”", nearest(each, known.classes)
