"""Where the project's own files stand (templates, styles, data, output, caches), and how a drafter names a folder."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
STYLES = ROOT / "styles"
DATA = ROOT / "data"
OUTPUT = ROOT / "output"
FONTS = ROOT / ".fonts"  # what the set-up downloaded
CACHE = ROOT / ".cache"  # what can be made again at any time


def shown(folder: Path) -> str:
    """Return a folder as the drafter names it: relative to where they are, if it is below."""
    try:
        return folder.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()
