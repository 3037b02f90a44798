"""Units in the new year: who has a unit's duties then, and what is to be looked at."""

import re
from dataclasses import dataclass

from yinfa.model.identity import Registry, Unit
from yinfa.nextyear.tree import MARK


@dataclass(frozen=True, slots=True)
class Offices:
    """The registry, as it is asked for a name of last year in the year that is drafted."""

    registry: Registry
    last: int

    @property
    def year(self) -> int:
        """Return the year that is drafted."""
        return self.last + 1

    def heir(self, unit: Unit) -> Unit | None:
        """Return the unit that has its duties in the new year: itself, or the first heir there is; None for nobody."""
        return next((each for each in (unit, *self.registry.line(unit)) if each.held_in(self.year)), None)

    def named(self, names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the names in the new year, each unit once, and what is to be looked at; nobody is the mark."""
        found: dict[str, str] = {}
        doubts: list[str] = []
        for name in names:
            unit = self.registry.find(name, self.last)
            heir = self.heir(unit) if unit else None
            if unit is None or heir is None:
                found.setdefault("", MARK)
                doubts.append(f"“{name}”到{self.year}年已不存在，units.yaml 没有写承接单位：定下由谁接替")
                continue
            found.setdefault(str(heir.id), self._like(name, unit, heir))
            doubts += self._doubts(name, unit, heir)
        return tuple(found.values()), tuple(doubts)

    def id_of(self, name: str) -> str:
        """Return the id of the unit that has a name in the new year; the name itself where nobody has."""
        unit = self.registry.find(name, self.year)
        return str(unit.id) if unit else name

    def _like(self, name: str, unit: Unit, heir: Unit) -> str:
        """Return the name of the heir of the sort that the unit was called by: full, short, or its id."""
        if heir is unit:
            return name
        return str(heir.name if name == unit.name else heir.id if name == unit.id else heir.short)

    def _doubts(self, name: str, unit: Unit, heir: Unit) -> list[str]:
        if heir is not unit:
            return [f"“{name}”的职责已由“{heir.short}”承接，单位已改，核对职责是否相符"]
        if unit.until == self.year and (line := self.registry.line(unit)):
            return [f"“{name}”的名称到{self.year}年为止，此后由“{line[0].short}”承接：定下用哪个名称"]
        return []

    def prose(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return a text with units that have another name in the new year called by it, and what is to be looked at."""
        gone = self._gone()
        if not gone:
            return text, ()
        names = "|".join(re.escape(each) for each in sorted(gone, key=len, reverse=True))
        doubts: dict[str, None] = {}

        def new(match: re.Match[str]) -> str:
            heir = gone[match[0]]
            if heir is None:
                doubts[f"“{match[0]}”到{self.year}年已不存在，units.yaml 没有写承接单位"] = None
                return match[0]
            doubts[f"“{match[0]}”已改为“{heir}”"] = None
            return heir

        return re.sub(names, new, text), tuple(doubts)

    def _gone(self) -> dict[str, str | None]:
        """Return the names that no unit has any more in the new year, and the name in their place."""
        held = {
            str(name) for unit in self.registry.units if unit.held_in(self.year) for name in (unit.name, unit.short)
        }
        gone: dict[str, str | None] = {}
        for unit in self.registry.units:
            if unit.held_in(self.last) and not unit.held_in(self.year):
                heir = self.heir(unit)
                gone[str(unit.name)] = str(heir.name) if heir else None
                gone[str(unit.short)] = str(heir.short) if heir else None
        return {name: heir for name, heir in gone.items() if name not in held}
