"""What sentences call an indicator."""

from yinfa.model.indicators import Indicator, Part
from yinfa.sources.text import Text


def name_of(indicator: Indicator, part: Part | None = None) -> Text:
    """Return the name of an indicator and of its part; one that holds a comma of lists is put in quotation marks."""
    name = str(indicator.name)
    if "、" in name:
        name = f"“{name.replace('“', '‘').replace('”', '’')}”"
    return Text(f"{name}（{part.name}）" if part and part.name else name, indicator.name.origin)
