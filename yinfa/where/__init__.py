"""Where a printed figure or word comes from, and where a cell or a line of the data is printed."""

from collections.abc import Callable

from yinfa.pipeline import Progress
from yinfa.where.answer import Answer, answer
from yinfa.where.as_json import as_json
from yinfa.where.asked import Question
from yinfa.where.text import text

__all__ = ["FORMATS", "Question", "told"]

FORMATS: dict[str, Callable[[Answer], str]] = {"text": text, "json": as_json}


def told(question: Question, format_: str, progress: Progress) -> str:
    """Return the answer in one of `FORMATS`. Raise `Faults` for what is not there."""
    return FORMATS[format_](answer(question, progress))
