"""What stands inside a paragraph as HTML: words broken as Chinese is, references, run-in headings, blanks."""

import re
from collections.abc import Iterable
from html import escape

from yinfa.document.tree import Blank, Break, Inline, Inlines, Ref, RunIn
from yinfa.document.walk import plain

# Unicode forbids a break on either side of a quotation mark; Chinese allows one outside of it, where no other
# punctuation stands, and so does Word. A zero width space says so.
_OUTSIDE_QUOTES = re.compile(r"(?<=[\u3400-\u9fff\d%，。、；：！？）》])(?=[“‘])|(?<=[”’])(?=[\u3400-\u9fff\d（《])")
_UNPARTED = re.compile(r"(?=[·～])")  # Word begins no line with these


def div(name: str, parts: Iterable[str], form: str = "") -> str:
    """Return a division of the class `name`, a line for each part that is not empty; `form` is a CSS of its own."""
    attribute = f' style="{form}"' if form else ""
    inner = "\n".join(filter(None, parts))
    return f'<div class="{name}"{attribute}>\n{inner}\n</div>'


def inlines(children: Inlines) -> str:
    """Return the HTML of what stands in a paragraph."""
    return "".join(map(_inline, plain(children)))


def words(text: str) -> str:
    """Return mere text as HTML, with the places marked where a line may or must not be broken."""
    return _UNPARTED.sub("\u2060", _OUTSIDE_QUOTES.sub("\u200b", escape(text, quote=False)))


def _inline(inline: Inline) -> str:
    match inline:
        case Break():
            return "<br>"
        case RunIn(text=text):
            return f"<b>{words(text)}</b>"
        case Ref(target=target, text=text):
            return f'<a href="#{escape(target)}">{words(text)}</a>'
        case Blank():
            return _blank(inline)
        case _:
            return words(inline.text)


def _blank(blank: Blank) -> str:
    """Return the field of a form; it shows nothing until it is filled in, on paper as on the screen."""
    named = f'name="{escape(blank.name)}" title="{escape(blank.label)}"'
    if blank.kind == "check":
        return f'<input type="checkbox" {named}>'
    if blank.lines == 1:
        return f'<input type="text" {named}>'
    return f'<textarea {named} style="height:{blank.lines}lh"></textarea>'
