"""What the head, the signature and the 版记 of a red-head document are made of."""

from typing import NamedTuple

from yinfa.document.tree import HeadForm
from yinfa.model.heads import Head
from yinfa.model.identity import Registry
from yinfa.model.words import PaperWords
from yinfa.sources.text import Text


class HeadMaking(NamedTuple):
    """A form of red-head document, and what stands behind the names of the offices that issue it."""

    form: HeadForm
    suffix: str


# The forms as an office calls them; the name of a 纪要 says itself what it is (gbt9704 12, 36-38).
FORMS: dict[str, HeadMaking] = {
    "文件": HeadMaking("document", "文件"),
    "信函": HeadMaking("letter", ""),
    "命令": HeadMaking("order", "令"),
    "纪要": HeadMaking("minutes", ""),
}


def form_of(head: Head) -> HeadMaking:
    """Return the form of a head; nothing is put behind names that end with it already."""
    found = FORMS[head.form]
    typed = all(organ.endswith(found.suffix) for organ in head.organs)
    return found._replace(suffix="") if typed else found


def signed_by(words: PaperWords) -> tuple[Text, ...]:
    """Return the offices that sign a paper: those named, else those of its head."""
    named = words.signature.organs if words.signature else ()
    return named or (words.head.organs if words.head else ())


class Organs:
    """The filter that prints the name of an office: as it is written, or in full for the id of a unit."""

    def __init__(self, registry: Registry) -> None:
        self._names = {str(unit.id): str(unit.name) for unit in registry.units}

    def __call__(self, name: str) -> str:
        """Return the name to print."""
        return self._names.get(str(name), str(name))


def day(date: str) -> str:
    """Return `2013-05-09` as a paper is dated (gbt9704 24): 2013年5月9日."""
    return "".join(f"{int(part)}{unit}" for part, unit in zip(date.split("-"), "年月日", strict=False))
