"""Where two texts differ, for a test to say."""

from itertools import zip_longest


def first_difference(one: str, other: str) -> str:
    """Return the surroundings of the first place where two texts differ, nothing where they are equal."""
    for place, (left, right) in enumerate(zip_longest(one, other)):
        if left != right:
            near = slice(max(0, place - 20), place + 30)
            return f"at {place}: …{one[near]}… against …{other[near]}…"
    return ""
