"""The kinds of paper that can be issued: one line each, and a folder of that name in templates/."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: what an office calls it (文种); its template is templates/<name>/paper.j2."""

    label: str


KINDS: dict[str, Kind] = {
    "plan": Kind("规划"),
}
