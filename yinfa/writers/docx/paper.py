"""What every block needs to know of the paper that it stands in."""

from dataclasses import dataclass

from yinfa.document.tree import Document, Inlines, Page
from yinfa.styling import Style
from yinfa.writers.docx.inlines import Bookmarks, bookmarks_of, numbered_title, runs
from yinfa.writers.docx.numbering import Numbered, Numbers
from yinfa.writers.docx.package import Package
from yinfa.writers.docx.roles import looks_of, style_id
from yinfa.writers.docx.styles import PARTICIPANTS, RUN_IN
from yinfa.writers.docx.xml import Element, mm_twips, w
from yinfa.writers.layout import Layout


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper in the making, in a section of make `page`."""

    style: Style
    layout: Layout
    package: Package
    bookmarks: Bookmarks
    numbers: Numbers
    style_ids: dict[str, str]
    page: Page = "body"

    @property
    def text_width(self) -> int:
        """Return the width of the type area in twips."""
        return mm_twips(self.style.page.area(wide=self.page == "landscape")[0])

    def paragraph(
        self, key: str, *content: Element, numbered: Numbered | None = None, keep: bool = False, whole: bool = False
    ) -> Element:
        """Return a paragraph in the style `key`, if so asked numbered by itself, kept with the next, not cut."""
        properties = w("pPr", w("pStyle", val=self.style_ids[key]))
        properties.extend(w(name) for name, asked in (("keepNext", keep), ("keepLines", whole)) if asked)
        if numbered:
            properties.append(numbered.element())
        return w("p", properties, *content)

    def text(self, key: str, children: Inlines, *, keep: bool = False, whole: bool = False) -> Element:
        """Return a paragraph of text in the style `key`."""
        run_in = PARTICIPANTS if key.startswith("participants") else RUN_IN
        content = runs(children, self.bookmarks, run_in, in_cell=key.startswith("table-"))
        return self.paragraph(key, *content, keep=keep, whole=whole)

    def title(self, key: str, kind: str, identity: str, ordinal: str, words: Inlines) -> Element:
        """Return the title of a table, figure or box, under the pattern of its `kind`."""
        pattern = getattr(self.style.numbering, kind)
        return self.paragraph(key, *numbered_title(ordinal, pattern, words, self.bookmarks[identity], self.bookmarks))


def begin(document: Document, style: Style, layout: Layout, package: Package) -> Paper:
    """Return the paper that `document` becomes, with nothing on it yet."""
    ids = {key: style_id(key, look) for key, look in looks_of(style).items()}
    return Paper(style, layout, package, bookmarks_of(document), Numbers(style, document.sections), ids)
