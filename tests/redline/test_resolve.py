"""The resolver that the law is proved by, on changes as ECMA-376 and Word write them."""

import pytest
from lxml import etree

from tests.redline.normal import normal
from tests.redline.papers import LONG, marked, paper, text
from tests.redline.resolve import W, accepted, rejected
from yinfa.writers.archive import packed

INS, DEL = '<w:ins w:id="1"/>', '<w:del w:id="2"/>'


def run(words: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{words}</w:{tag}></w:r>"


def paragraph(content: str, mark: str = "") -> str:
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{content}</w:p>"


def row(words: str, mark: str = "") -> str:
    return f"<w:tr><w:trPr>{mark}</w:trPr><w:tc><w:p><w:pPr/>{run(words)}</w:p></w:tc></w:tr>"


def resolved(content: str) -> tuple[list[str], list[str]]:
    """Return the words of each paragraph where all is accepted, and where all is rejected."""
    body = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{content}<w:sectPr/></w:body></w:document>'
    docx = packed([("word/document.xml", body.encode())])
    accepting, rejecting = (
        ["".join(each.text or "" for each in p.iter(f"{W}t")) for p in found.iter(f"{W}p")]
        for found in (accepted(docx), rejected(docx))
    )
    return accepting, rejecting


@pytest.mark.parametrize(
    ("content", "accepting", "rejecting"),
    [
        (paragraph(f"<w:ins>{run('甲')}</w:ins>{run('乙')}"), ["甲乙"], ["乙"]),
        (paragraph(f"<w:del>{run('甲', 'delText')}</w:del>{run('乙')}"), ["乙"], ["甲乙"]),
        (paragraph(run("甲"), DEL) + paragraph(run("乙")), ["甲乙"], ["甲", "乙"]),
        (paragraph(run("甲"), INS) + paragraph(run("乙")), ["甲", "乙"], ["甲乙"]),
        (paragraph("", INS + DEL) + paragraph(run("乙")), ["乙"], ["乙"]),
        (paragraph(f"<w:ins>{run('甲')}</w:ins>", INS) + f"<w:tbl>{row('乙')}</w:tbl>", ["甲", "乙"], ["乙"]),
        (f"<w:tbl>{row('甲', DEL)}{row('乙')}</w:tbl>", ["乙"], ["甲", "乙"]),
        (f"<w:tbl>{row('甲', INS)}</w:tbl>{paragraph(run('乙'))}", ["甲", "乙"], ["乙"]),
        (paragraph(run("甲"), DEL), ["甲"], ["甲"]),
    ],
)
def test_changes_are_resolved(content: str, accepting: list[str], rejecting: list[str]) -> None:
    assert resolved(content) == (accepting, rejecting)


def test_the_form_that_papers_are_compared_in_tells_them_apart() -> None:
    docx = marked(paper(text(LONG)), paper(text(LONG + "又一句。")))
    assert normal(accepted(docx), docx) != normal(rejected(docx), docx)
    assert len(etree.tostring(accepted(docx))) > len(etree.tostring(rejected(docx)))
