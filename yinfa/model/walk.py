"""The way through the words of a paper that links and checks share."""

from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel

Kind = TypeVar("Kind")


def each_of(kind: type[Kind], value: object) -> Iterator[Kind]:
    """Yield every `kind` in `value` and inside it, in the order in which it is written."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from each_of(kind, getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from each_of(kind, each)
