"""What is still missing of a year, and from whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yinfa.collect.lines import Questions


@dataclass(frozen=True, slots=True)
class Missing:
    """The rows that a unit has not answered yet: form by form, what they are called and what is missing."""

    unit: str
    rows: tuple[tuple[str, str], ...]


def missing_in(questions: Iterable[Questions]) -> tuple[Missing, ...]:
    """Return what the data lack of what was asked, in the order of the units; none for who has told all."""
    found = (Missing(str(each.unit.short), tuple(_rows(each))) for each in questions)
    return tuple(each for each in found if each.rows)


def _rows(questions: Questions) -> Iterator[tuple[str, str]]:
    for sheaf in questions.sheaves:
        for line in sheaf.lines:
            if line.awaited and not line.text(sheaf.form.answer):
                yield line.label, sheaf.form.answer


def lines_of(missing: Iterable[Missing], year: int) -> list[str]:
    """Return the list as it is printed."""
    found = tuple(missing)
    if not found:
        return [f"{year}年的完成情况已经报齐。"]
    total = sum(len(each.rows) for each in found)
    lines = [f"{year}年还缺 {total} 项，来自 {len(found)} 个单位："]
    for each in found:
        lines.append(f"  {each.unit}（{len(each.rows)}项）")
        lines += [f"    {label}：{answer}" for label, answer in each.rows]
    return lines
