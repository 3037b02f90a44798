"""What of a long passage is to be shown of a change: the sentences that are not what they were."""

import re
from collections.abc import Sequence

from yinfa.changes.pairing import likeness_of, paired

SHORT = 40  # characters of a text that is shown whole
_SENTENCE = re.compile(r"[^。；！？]*[。；！？][”）]*|[^。；！？]+$")
_CLAUSE = re.compile(r"[^，、：（）]*[，、：（）]?")
_GAP = "……"


def excerpts(before: str, after: str, longest: int = 0) -> tuple[str, str]:
    """Return the sentences of two texts that differ, what lies between left out; short texts whole.

    With `longest`, of sentences beyond so many characters only the clauses that differ.
    """
    found = (
        _differing(_SENTENCE.findall(before), _SENTENCE.findall(after))
        if len(before + after) > 2 * SHORT
        else (before, after)
    )
    if longest and max(map(len, found)) > longest:
        return _differing(_CLAUSE.findall(found[0]), _CLAUSE.findall(found[1]))
    return found


def _differing(old: Sequence[str], new: Sequence[str]) -> tuple[str, str]:
    pairs = paired(old, new, lambda each: each, likeness_of)
    apart = [(i, k) for i, k in pairs if i is None or k is None or old[i] != new[k]]
    was = _joined(old, [i for i, _ in apart if i is not None])
    return was, _joined(new, [k for _, k in apart if k is not None])


def _joined(pieces: Sequence[str], chosen: Sequence[int]) -> str:
    """Return pieces joined, a gap shown where some between them are left out."""
    words, last = "", -1
    for each in chosen:
        gap = _GAP if (words or each) and each != last + 1 else ""
        words, last = f"{words}{gap}{pieces[each]}", each
    return words + (_GAP if chosen and chosen[-1] < len(pieces) - 1 and any(pieces[chosen[-1] + 1 :]) else "")
