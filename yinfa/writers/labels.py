"""The labels of charts: how wide they are, and their lines."""

from collections.abc import Iterator, Sequence

from yinfa.fitting import breadth_of

CUT = "…"

_HAIR = 1e-6  # by which a room may be short that was made for the text
_LABEL_LINE, _TIGHT = 1.05, 0.95  # line pitch of labels by the type size, and at the least
_PERCENT = 0.34  # of a character by which % is wider than other ASCII characters are
_NOT_FIRST, _NOT_LAST = "，。、；：！？）》”’％%·～—", "（《“‘"


def room_of(text: str) -> float:
    """Return how many characters wide a text of a chart is, a percent sign by its true width."""
    return breadth_of(text) + _PERCENT * text.count("%")


def label_lines(text: str, room: float, most: int = 2) -> tuple[str, ...]:
    """Return a label in lines of at most `room` characters: as equal as may be; what has no room on them is cut off."""
    room += _HAIR
    if room_of(text) <= room:
        return (text,)
    if most > 1:
        halves = [(text[:at].rstrip(), text[at:]) for at in _breaks(text)]
        if fitting := [each for each in halves if max(map(room_of, each)) <= room]:
            return min(fitting, key=lambda each: max(map(room_of, each)))
        at = _most_of(text, room)
        return text[:at], *label_lines(text[at:], room, most - 1)
    return (text[: _most_of(text, room - 1)] + CUT,)


def lines_of_labels(
    labels: Sequence[str], room: float, pitch: float, most: float, em: float
) -> tuple[tuple[tuple[str, ...], ...], float]:
    """Return the labels in lines, and the pitch of their rows in mm: greater than `pitch` for labels that need it.

    It is no greater than `most`; labels that have no room on so many lines are cut off.
    """
    for count in range(1, max(1, int(most / (_TIGHT * em))) + 1):
        lines = tuple(label_lines(label, room, count) for label in labels)
        found = min(max(pitch, count * _LABEL_LINE * em), most)
        if not any(label[-1].endswith(CUT) for label in lines):
            break
    return lines, found


def _breaks(text: str) -> Iterator[int]:
    """Yield the places at which a label may be broken: not within figures or Latin words, nor before a full stop."""
    for at in range(1, len(text)):
        before, after = text[at - 1], text[at]
        inside = (before + after).isascii() and not before.isspace()
        if not inside and after not in _NOT_FIRST and before not in _NOT_LAST:
            yield at


def _most_of(text: str, room: float) -> int:
    """Return how many characters of a text have room, up to a place where it may be broken if there is one."""
    anywhere = max((at for at in range(1, len(text)) if room_of(text[:at]) <= room), default=1)
    return max((at for at in _breaks(text) if at <= anywhere), default=anywhere)
