"""A DOCX that Microsoft's own validator accepts, the same to the byte whenever and wherever it is made."""

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.api import Document as OpenedDocument

from tests.openxml import sdk_faults
from tests.redheads import REDHEADS
from tests.slowly import with_slow
from tests.specimen import specimen
from tests.writers.docx.reading import STYLE, find, paper_of, parts_of, written
from yinfa.document.tree import Blank, Box, Contents, Document, Heading, Paragraph, RunIn, Section, Table, Text
from yinfa.paths import ROOT
from yinfa.writers.docx.settings import ALTERNATIVES
from yinfa.writers.docx.xml import w_name

pytestmark = pytest.mark.slow

PAPERS: dict[str, Document] = {
    "specimen": specimen(3),
    "nothing": Document("plan", "题", "局", "2011-11-01", ()),
    "empty section": Document("plan", "题", "局", "2011-11-01", (Section("body", ()), Section("landscape", ()))),
    "bare blocks": paper_of(
        Heading("h", 1, (Text("前言"),), form="plain"),
        Box("b", (), ()),
        Table("t", (), (1,), (), ()),
        Contents("目录", 2),
        Paragraph(()),
    ),
    "blanks": paper_of(
        Paragraph((Blank("unit", "单位名称", lines=3), Blank("agree", "同意", "check"))),
        Paragraph((Blank("who", "反馈者类别：机关", "check"), Text("机关"))),
    ),
    "run-in headings": paper_of(Heading("h", 2, (RunIn("抓质量。"), Text("各部门")), "run-in", "（一）", 1)),
    **{name: made() for name, made in REDHEADS.items()},
}


@pytest.mark.parametrize("paper", with_slow(PAPERS, PAPERS.keys() - {"document"}))
def test_the_open_xml_sdk_finds_no_error(paper: Document, tmp_path: Path) -> None:
    assert sdk_faults(written(paper), tmp_path / "paper.docx") == ""


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_what_the_sdk_overlooks(paper: Document) -> None:
    """Word refuses a cell that does not end with a paragraph, and wants one at the end of all."""
    parts = parts_of(written(paper))
    for part in parts.values():
        assert all(each[-1].tag == w_name("p") for each in find(part, ".//w:tc"))
    body = parts["document.xml"][0]
    assert [each.tag for each in body[-2:]] == [w_name("p"), w_name("sectPr")] or not paper.sections


def test_python_docx_reads_it() -> None:
    paper = OpenedDocument(BytesIO(written(specimen(1))))
    assert len(paper.sections) == 4
    assert paper.tables[0].cell(1, 2).text == "产品质量合格率（第1项）"


def test_it_tells_what_it_is() -> None:
    core = OpenedDocument(BytesIO(written(specimen(1)))).core_properties
    assert (core.title, core.subject, core.language) == ("某县质量强县发展规划（样张）", "规划", "zh-CN")
    assert core.author == core.last_modified_by == "某县质量强县工作领导小组办公室"
    assert {str(core.created), str(core.modified)} == {"2011-11-01 00:00:00+00:00"}
    assert core.comments == ""


def test_it_holds_no_more_than_it_needs() -> None:
    with ZipFile(BytesIO(written(specimen(1)))) as archive:
        entries = archive.infolist()
    names = [each.filename for each in entries]
    assert names == sorted(names)
    assert {each.date_time for each in entries} == {(1980, 1, 1, 0, 0, 0)}
    margins = {f"word/{kind}{n}.xml" for kind in ("header", "footer") for n in range(1, 7)}
    kept = {f"word/{each}.xml" for each in ("document", "styles", "numbering", "settings", "fontTable")}
    about = {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels"}
    assert set(names) == margins | kept | about


@pytest.mark.slow
def test_the_bytes_are_the_same_in_every_process() -> None:
    program = (
        "import hashlib;from tests.specimen import specimen;from tests.writers.docx.reading import written;"
        "print(hashlib.sha256(written(specimen(2))).hexdigest())"
    )
    expected = hashlib.sha256(written(specimen(2))).hexdigest()
    for seed in ("0", "4711"):
        run = subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Shanghai"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == expected


def test_an_office_that_lacks_a_font_is_told_another() -> None:
    table = parts_of(written(specimen(1)))["fontTable.xml"]
    for face in STYLE.faces.values():
        assert len(find(table, f"w:font[@w:name='{face.docx}']")) == 1
        if face.docx in ALTERNATIVES:
            assert find(table, f"w:font[@w:name='{face.docx}']/w:altName[@w:val='{ALTERNATIVES[face.docx]}']")


@pytest.mark.parametrize("words", ["<w:t>&amp;</w:t>", "  两端空格  ", "]]>", "镕𠀀"])
def test_words_come_through_as_they_are(words: str) -> None:
    paper = OpenedDocument(BytesIO(written(paper_of(Paragraph((Text(words),))))))
    assert paper.paragraphs[0].text == words
