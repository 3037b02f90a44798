"""The texts of a plan as they were written, to see where something stands; each file is read once, if at all."""

from dataclasses import dataclass, field

from yinfa.checks.rule import Finding
from yinfa.diagnostics import Origin, Report
from yinfa.model.plan import Plan
from yinfa.prose.places import place_in
from yinfa.sources.text import Text, decode


@dataclass
class Written:
    """The files of a plan."""

    plan: Plan
    _sources: dict[str, str] = field(default_factory=dict)

    def place(self, found: Finding) -> Origin | None:
        """Return where a finding is, to the character if it says so."""
        if found.spot is None:
            return found.origin
        text = found.spot.text
        return place_in(text, found.spot.start, self.source(text.origin))

    def end(self, text: Text) -> Origin:
        """Return where the last character of a text is."""
        return place_in(text, len(text) - 1, self.source(text.origin)) if text else text.origin

    def source(self, origin: Origin) -> str:
        """Return the characters of a file that was read before, whose faults are told already."""
        if origin.file not in self._sources:
            path = self.plan.folder / origin.file.removeprefix(f"{self.plan.shown}/")
            text = decode(path.read_bytes(), origin.file, Report()) if path.is_file() else None
            self._sources[origin.file] = text or ""
        return self._sources[origin.file]
