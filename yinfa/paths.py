"""Where the project's own files stand: templates, styles, data, output, caches."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
STYLES = ROOT / "styles"
DATA = ROOT / "data"
OUTPUT = ROOT / "output"
FONTS = ROOT / ".fonts"  # what the set-up downloaded
CACHE = ROOT / ".cache"  # what can be made again at any time
