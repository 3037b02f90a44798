"""What sentences call an indicator."""

from yinfa.model.indicators import Indicator, Part


def name_of(indicator: Indicator, part: Part | None = None) -> str:
    """Return the name of an indicator and of its part; one that holds a comma of lists is put in quotation marks."""
    name = str(indicator.name)
    if "、" in name:
        name = f"“{name.replace('“', '‘').replace('”', '’')}”"
    return f"{name}（{part.name}）" if part and part.name else name
