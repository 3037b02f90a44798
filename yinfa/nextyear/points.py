"""What a turned task is made of: its points, or the only one left as its own words."""

from yinfa.nextyear.tree import MARK, Said, marked


def with_points(whole: dict[str, Said], points: list[Said]) -> dict[str, Said]:
    """Return a task with these points, without what none of them takes over from it."""
    every = [each.value for each in points if isinstance(each.value, dict)]
    unused = {key for key in ("lead", "due", "indicators", "duties") if all(key in each for each in every)}
    if not any("support" not in each and "lead" not in each for each in every):
        unused.add("support")
    return {key: said for key, said in whole.items() if key not in unused} | {"parts": Said(list[Said](points))}


def alone(whole: dict[str, Said], point: Said) -> dict[str, Said]:
    """Return a task whose only point left is its own words: one point is not printed as 一是."""
    assert isinstance(point.value, dict)  # noqa: S101
    own = dict(point.value)
    if "lead" in own and "support" not in own:
        whole = {key: said for key, said in whole.items() if key != "support"}
    text, before = own["text"], whole.get("text")
    if before is not None:
        words = f"{str(before.value).removeprefix(MARK)}{str(text.value).removeprefix(MARK)}"
        why = [reason for said in (text, before) if said.todo for reason in said.todo.why]
        own["text"] = marked(Said(words), text.todo.where if text.todo else "", tuple(dict.fromkeys(why)))
    kept = {key: said for key, said in whole.items() if key not in ("goal", "text")}
    order = ("task", "heading", "text", "goal", "lead", "support", "due", "indicators", "duties")
    merged = kept | own
    return {key: merged[key] for key in sorted(merged, key=lambda key: order.index(key) if key in order else 99)}
