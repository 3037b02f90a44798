"""Trees made by hand for a test: a document of whatever sections it is about."""

from yinfa.document.tree import Document, Section


def document_of(*sections: Section) -> Document:
    """Return a document of these sections."""
    return Document("plan", "题", "单位", "2011-11-01", sections)
