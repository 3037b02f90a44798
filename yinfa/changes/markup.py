"""What stood and stands in a paper, as markup for another one: its figures keep their values and their cells."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from yinfa.changes.elements import Marked
from yinfa.compose.figures import figure
from yinfa.derive.facts import Fact
from yinfa.document.inlines import Num

CUT = "……"


def cut(text: str, longest: int) -> str:
    """Return a text of at most so many characters, with what is left out shown."""
    return text if len(text) <= longest else f"{text[: longest - len(CUT)]}{CUT}"


def marked(text: str, of: Iterable[Marked | Fact]) -> Markup:
    """Return a text with those figures marked that it prints, in their order; of facts, one that it is as a whole."""
    said, at = Markup(""), 0
    for each in (each for each in of if isinstance(each, Num | Fact)):
        words = each.text if isinstance(each, Num) else each.value
        place = text.find(words, at) if words else -1
        if place >= 0:
            value, origin = (each.value, each.origin) if isinstance(each, Num) else (None, each.place)
            said += escape(text[at:place]) + figure(words, value, origin)
            at = place + len(words)
    return said + escape(text[at:])
