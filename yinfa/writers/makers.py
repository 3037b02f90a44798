"""What makes a file out of a tree: told apart by a digest, so that a file is made anew when its maker has changed."""

import hashlib
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from zlib import ZLIB_RUNTIME_VERSION

from yinfa.paths import ROOT, STYLES
from yinfa.styling import Style
from yinfa.writers.fonts import files_of

# Whose other version may make other bytes of the same tree.
LIBRARIES = (
    *("weasyprint", "tinyhtml5", "tinycss2", "cssselect2", "pyphen", "pydyf", "fonttools", "pillow"),
    *("python-docx", "lxml", "openpyxl", "et-xmlfile"),
)


def makers(style: Style) -> str:
    """Return a digest (hexadecimal) of all that makes files: this program, the form, the libraries, the fonts.

    Not in it are libraries of the system, such as Pango: after their renewal `make clean` has all papers laid out anew.
    """
    digest = hashlib.sha256()
    for line in _described(style):
        digest.update(line + b"\0")
    return digest.hexdigest()


def _described(style: Style) -> Iterator[bytes]:
    for file in (*_files(ROOT / "yinfa", "*.py"), *_files(STYLES, "*")):
        yield file.relative_to(ROOT).as_posix().encode()
        yield file.read_bytes()
    yield f"{sys.version} {ZLIB_RUNTIME_VERSION}".encode()
    yield from (f"{library} {version(library)}".encode() for library in LIBRARIES)
    yield from (identity.encode() for identity in files_of(style.faces))


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.rglob(pattern) if path.is_file())
