"""Bindings that a test names itself, whatever the checks would find."""

import re

from yinfa.mend.binding import Binding
from yinfa.mend.fix import Find
from yinfa.model.plan import Plan
from yinfa.model.walk import each_of
from yinfa.sources.text import Text


def calling(*calls: tuple[str, str]) -> Find:
    """Return what finds each of some figures in the texts of a plan, to be bound by its call."""

    def find(plan: Plan) -> list[Binding]:
        return [
            Binding(text, found.start(), found.end(), call)
            for words in plan.words.values()
            for text in each_of(Text, words)
            for literal, call in calls
            for found in re.finditer(re.escape(literal), text)
        ]

    return find
