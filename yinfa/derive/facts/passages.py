"""Facts of the prose in text/*.yaml: each passage, under the headings that it stands under."""

from collections.abc import Iterator

from pydantic import BaseModel

from yinfa.derive.facts.fact import Facts, Thing
from yinfa.model.plan import Plan
from yinfa.model.tasks import TaskBlock
from yinfa.model.walk import UNREAD
from yinfa.sources.text import Text

PASSAGE = "文字"
_SHOWN = 12  # characters by which a passage is known
_NAMES = ("heading", "title", "article", "runin", "label", "caption")  # by what is inside them, things are known


def passage_facts(plan: Plan, facts: Facts) -> None:
    """Tell every text that is printed and is none of a task's; those of one name in their order."""
    for file, words in plan.words.items():
        for path, text in _texts(words, ()):
            short = f"{text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}"
            facts.put(Thing(PASSAGE, (file, *path), short), "", text)


def _texts(value: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Text]]:
    """Yield each text with the path that leads to it: the keys, and the headings in place of numbers."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, TaskBlock):
        return
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each, path)
    elif isinstance(value, BaseModel):
        inside = (*path, *_name(value))
        for name in type(value).model_fields:
            if name not in UNREAD:
                yield from _texts(getattr(value, name), (*inside, name))


def _name(value: BaseModel) -> Iterator[str]:
    """Yield the words by which a block is known, the first that it has."""
    words = (getattr(value, name, None) for name in _NAMES)
    yield from (str(each) for each in list(filter(None, words))[:1])
