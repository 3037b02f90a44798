"""The small HTML vocabulary that templates may emit: which tags, with which attributes and classes."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from jinja2 import Environment

from yinfa.diagnostics import Origin, Report, nearest

# tag -> the attributes it may carry.
TAGS: dict[str, tuple[str, ...]] = {
    "article": (),
    "section": ("class", "start"),
    "nav": ("title", "depth"),
    "h1": ("id", "class", "at"),
    "h2": ("id", "class", "at"),
    "h3": ("id", "class", "at"),
    "h4": ("id", "class", "at"),
    "p": ("class", "at"),
    "ul": (),
    "ol": (),
    "li": ("at",),
    "aside": ("id", "at"),
    "header": (),
    "table": ("id", "at", "columns"),
    "caption": (),
    "thead": (),
    "tbody": (),
    "tfoot": (),
    "tr": (),
    "th": ("colspan", "rowspan", "class"),
    "td": ("colspan", "rowspan", "class"),
    "figure": ("id", "at", "src", "alt", "width"),
    "figcaption": (),
    "b": (),
    "a": ("href",),
    "data": ("value", "at"),
    "br": (),
}

# tag -> the classes it may carry.
CLASSES: dict[str, tuple[str, ...]] = {
    "section": ("cover", "contents", "body", "landscape"),
    "h1": ("plain", "annex"),
    "h2": ("plain",),
    "h3": ("plain",),
    "h4": ("plain",),
    "p": ("title", "issuer", "date", "status", "label", "note"),
    "th": ("left", "right"),
    "td": ("left", "right", "group", "total"),
}

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def check_template(environment: Environment, name: str, report: Report) -> None:
    """Report every tag, attribute or class of the template `name` that the vocabulary does not have, with its line."""
    assert environment.loader is not None
    source, _, _ = environment.loader.get_source(environment, name)
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


def problems(tag: str, attributes: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    """Yield what the vocabulary does not allow of a start tag, each with a hint.

    A `?` stands for what is known only when the template is rendered, and is checked then.
    """
    if "?" in tag:
        return
    if tag not in TAGS:
        yield f"模板用了未定义的标签 <{tag}>", nearest(tag, TAGS)
        return
    for name in attributes.keys() - set(TAGS[tag]):
        if "?" not in name:
            yield f"标签 <{tag}> 没有属性“{name}”", nearest(name, TAGS[tag])
    given = attributes.get("class") or ""
    for each in given.split():
        if "?" not in each and each not in CLASSES.get(tag, ()):
            yield f"标签 <{tag}> 没有类“{each}”", nearest(each, CLASSES.get(tag, ()))
