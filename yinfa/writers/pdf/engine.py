"""WeasyPrint, set up so that a paper comes out the same everywhere, without touching disk or net, and fast."""

import ctypes.util
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yinfa.writers.pdf.fields import complete_form

if TYPE_CHECKING:
    import weasyprint

_OPTIONS: dict[str, Any] = {"pdf_variant": "pdf/a-2u", "pdf_tags": True}
_FIELDS = ("<input ", "<textarea ")  # to be filled in


def render(html: str, css: str, font_config: Path) -> "weasyprint.Document":
    """Return the laid-out pages of an HTML page set in the fonts that `font_config` knows."""
    os.environ["FONTCONFIG_FILE"] = str(font_config)  # read when the engine is loaded, and for every document
    engine = _engine()
    # pictures are in the page itself; all else is refused
    fetcher = engine.urls.URLFetcher(allowed_protocols=("data",))
    fonts = engine.text.fonts.FontConfiguration()
    with _no_collector():
        sheet = engine.CSS(string=css, url_fetcher=fetcher, font_config=fonts)
        forms = any(tag in html for tag in _FIELDS)
        page = engine.HTML(string=html, url_fetcher=fetcher)
        return page.render(stylesheets=[sheet], font_config=fonts, pdf_forms=forms, **_OPTIONS)


def paint(pages: "weasyprint.Document") -> bytes:
    """Return the pages as PDF/A-2u with tags, what is to be filled in as the fields of a form."""
    with _no_collector():
        pdf: bytes = pages.write_pdf(finisher=_finish, **_OPTIONS)
    return pdf


@cache
def _engine() -> Any:
    """Return the engine, loaded and patched: once, when a paper is first laid out."""
    with _no_library_search():
        import weasyprint
        from weasyprint.pdf import pydyf
        from weasyprint.pdf.fonts import Font

        from yinfa.writers.pdf.justify import stretch_between_han

    stretch_between_han()
    pydyf.PDF.page_references = property(_page_references)
    Font.used_in_forms = property(lambda _: False, lambda *_: None)  # or a font that no field has would be in whole
    return weasyprint


def _finish(_: "weasyprint.Document", pdf: Any) -> None:
    """Leave the XMP stream uncompressed, as archives want it, and complete the form."""
    from weasyprint.pdf import pydyf

    for each in pdf.objects:
        if getattr(each, "extra", {}).get("Type") == "/Metadata":
            each.compress = False
    complete_form(pydyf, pdf)


def _page_references(pdf: Any) -> tuple[bytes, ...]:
    """Return the references of the pages, which pydyf itself makes anew for each thing on a page."""
    kids = pdf.pages["Kids"]
    if len(getattr(pdf, "known_references", ())) * 3 != len(kids):
        pdf.known_references = tuple(f"{number} 0 R".encode() for number in kids[::3])
    known: tuple[bytes, ...] = pdf.known_references
    return known


@contextmanager
def _no_library_search() -> Iterator[None]:
    """Let the engine load its libraries by their Linux names: it starts gcc and ld in search of others first."""
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda _: None  # type: ignore[assignment]  # lacks the name of its parameter
    try:
        yield
    finally:
        ctypes.util.find_library = search


@contextmanager
def _no_collector() -> Iterator[None]:
    """Stop the search for garbage in rings: it is a tenth of the engine's time and finds little."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
