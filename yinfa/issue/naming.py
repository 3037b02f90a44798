"""File names that every system accepts, made from titles."""

import unicodedata
from collections.abc import Iterable

MAX_BYTES = 255  # what common file systems take for one name

# Names that Windows keeps for devices, with any ending (COM¹ is one of them too).
DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"
}
FORBIDDEN = str.maketrans(dict.fromkeys([*'<>:"/\\|?*', *map(chr, range(32))], "_"))


def file_name(title: str, ending: str) -> str:
    """Return a file name for `title` with `ending` (such as `.docx`) that is safe and at most 255 bytes long.

    What a path or a system would read as something else becomes `_`; a device's name is prefixed with it.
    """
    stem = unicodedata.normalize("NFC", title).translate(FORBIDDEN).strip(" .") or "_"
    stem = _shorten(stem, MAX_BYTES - len(ending.encode()))
    return f"{'_' if is_device(stem) else ''}{stem}{ending}"


def is_device(stem: str) -> bool:
    """Return whether Windows would open a device under this name."""
    return stem.split(".")[0].rstrip(" ").upper() in DEVICES


def _shorten(stem: str, size: int) -> str:
    while len(stem.encode()) > size:
        stem = stem[:-1].rstrip(" .")
    return stem


def collisions(names: Iterable[str]) -> set[str]:
    """Return the names that some file system takes for another one of them, be it but for case or composition."""
    alike: dict[str, list[str]] = {}
    for name in names:
        alike.setdefault(unicodedata.normalize("NFC", name).casefold(), []).append(name)
    return {name for several in alike.values() if len(several) > 1 for name in several}
