"""The way through the words of a paper that links and checks share."""

from collections.abc import Container, Iterator
from typing import TypeVar

from pydantic import BaseModel

from yinfa.sources.text import Text

Kind = TypeVar("Kind")

# The fields that nobody reads on paper: ids, choices, names of files.
UNREAD = frozenset(
    (
        *("id", "task", "period", "indicators", "table", "figure", "seal"),
        *("chart", "indicator", "part", "summary"),
    )
)


def each_of(kind: type[Kind], value: object, without: Container[str] = ()) -> Iterator[Kind]:
    """Yield every `kind` in `value` and inside it, in the order of its fields; fields `without` are passed over."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in without:
                yield from each_of(kind, getattr(value, name), without)
    elif isinstance(value, tuple):
        for each in value:
            yield from each_of(kind, each, without)


def printed_in(words: BaseModel) -> Iterator[Text]:
    """Yield every text of a paper's words that is printed."""
    return each_of(Text, words, UNREAD)
