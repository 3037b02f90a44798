"""Papers laid out for those who cite, search and compare them: no file is made."""

from dataclasses import replace

from yinfa.document.printing import Printing
from yinfa.document.spots import spots_of
from yinfa.pipeline import Galley
from yinfa.proof import Printed
from yinfa.proof.pages import pages_of
from yinfa.styling import Style
from yinfa.writers.formats import UNPAGED
from yinfa.writers.pdf import lay_out


def printing(galley: Galley, style: Style) -> Printing:
    """Return a paper with its pages."""
    unit = str(galley.unit.id) if galley.unit else None
    return Printing(galley.document, galley.paper.year, unit, _pages(galley, style))


def _pages(galley: Galley, style: Style) -> tuple[int, ...]:
    if all(format_ in UNPAGED for format_ in galley.formats):
        return (0,) * len(spots_of(galley.document))
    layout = lay_out(galley.document, style)
    return pages_of(Printed(replace(galley.composed(style), document=layout.document), layout.look()))
