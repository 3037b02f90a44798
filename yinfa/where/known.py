"""What is known of a place: which facts of the plan stand in its cells, or follow from them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from yinfa.derive.facts import Fact, facts_of
from yinfa.model.plan import Plan
from yinfa.sources.spans import cells_in

INDICATOR = "指标"
# Columns that no paper prints, and what they are for.
UNPRINTED = {
    "备注": "“备注”是填报人自己看的，不印在文件里；更正时作为更正的依据",
    "来源": "“来源”供核对，不印在文件里",
    "编号": "“编号”供各表互相对应，不印在文件里",
    "时期": "“时期”说明这一行属于哪个规划期，不印在文件里",
    "主表": "“主表”说明指标是否列入主要指标表，不印在文件里",
    "比较": "“比较”和目标值印在一起（≥92），在目标值的单元格查",
}


@dataclass(frozen=True)
class Known:
    """The facts of a plan by their cells."""

    plan: Plan

    @cached_property
    def _by_cells(self) -> dict[frozenset[str], list[Fact]]:
        found: dict[frozenset[str], list[Fact]] = defaultdict(list)
        for fact in facts_of(self.plan).values():
            found[frozenset(fact.cells)].append(fact)
        return found

    def fact(self, origin: str, text: str) -> Fact | None:
        """Return the fact that words of an origin print, None where none is known, or several may be.

        A count knows the cells of what it counts, a fact those of all that was looked at.
        """
        cells = cells_in(origin)
        own = self._by_cells.get(cells, ())
        said = [each for each in own if each.value == text] or [each for each in own if text and text in each.value]
        if said or (len(cells) == 1 and own):
            return next(iter(said or [each for each in own if not each.derived]), None)
        wider = [each for facts in self._wider(cells) for each in facts if each.value == text]
        return wider[0] if len(wider) == 1 else None

    def _wider(self, cells: frozenset[str]) -> Iterator[list[Fact]]:
        return (facts for known, facts in self._by_cells.items() if len(cells) > 1 and cells <= known)

    def following(self, cells: Iterable[str]) -> tuple[Fact, ...]:
        """Return the facts that follow from any of some cells."""
        wanted = frozenset(cells)
        return tuple(each for own, facts in self._by_cells.items() if wanted & own for each in facts if each.derived)

    def explained(self, fact: Fact, folder: str) -> str:
        """Return the command that tells how a derived fact of an indicator comes about, nothing of others."""
        year = next((each.removesuffix("年") for each in fact.key.what if each.endswith("年")), "")
        if not fact.derived or fact.key.thing.kind != INDICATOR or not year.isdigit():
            return ""
        period, _ = fact.key.thing.id
        return f"python generate.py explain {folder} {fact.key.thing.name} --year {year} --period {period}"
