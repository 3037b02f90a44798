"""Each node of the tree becomes the element that means the same, with every word as it is printed."""

import pytest

from tests.specimen import specimen
from yinfa.document.tree import (
    Attachments,
    Blank,
    Block,
    Box,
    Break,
    Cell,
    Contents,
    Document,
    Entry,
    Figure,
    Heading,
    Imprint,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    Ref,
    Row,
    RunIn,
    Section,
    Signature,
    Table,
    Text,
)
from yinfa.styling import load_style
from yinfa.writers.pdf.html import write_html

STYLE = load_style()


def _body(*blocks: Block, page: Page = "body") -> str:
    """Return what stands in the only section of a document of these blocks."""
    html = write_html(Document("plan", "题", "单位", "2011-11-01", (Section(page, blocks),)), STYLE)
    return html.split(f'<section class="{page}">\n')[1].split("\n</section>")[0]


def _cells(*words: str) -> Row:
    return tuple(Cell((Text(word),)) for word in words)


CASES: dict[str, tuple[Block, str]] = {
    "heading": (
        Heading("h-1", 2, (Text("发展现状"),), ordinal="（一）"),
        '<h2 id="h-1" title="（一）发展现状">（一）发展现状</h2>',
    ),
    "run-in heading": (
        Heading("h-2", 2, (RunIn("加强领导。"), Text("后文"), RunIn("一是"), Text("健全")), "run-in", "（二）"),
        (
            '<p id="h-2" class="run-in-2" title="（二）加强领导。">'
            '<span class="words">（二）加强领导。</span>后文<b>一是</b>健全</p>'
        ),
    ),
    "attachment": (
        Attachments(((Text("要求"),),)),
        (
            '<div class="attached">\n<p class="attachments" style="margin-left:78.750pt;text-indent:-47.250pt">'
            "附件：要求</p>\n</div>"
        ),
    ),
    "imprint of a letter": (
        Imprint("县委。"),
        (
            '<div class="closing">\n<div class="imprint-part">\n'
            '<p class="imprint" style="padding-left:42.000pt;text-indent:-42.000pt">抄送：县委。</p>\n</div>\n</div>'
        ),
    ),
    "signature": (
        Signature(("某某县人民政府办公室",), "2013年5月9日"),
        (
            '<div class="signed" style="padding-top:28.95pt">\n'
            '<p class="signature" style="margin-right:31.500pt">某某县人民政府办公室</p>\n'
            '<p class="signature-date" style="margin-right:63.000pt">2013年5月9日</p>\n</div>'
        ),
    ),
    "blanks": (
        Paragraph((Blank("a", "甲"), Blank("b", "乙", lines=3), Blank("c", "丙", "check"), Text("是"))),
        (
            '<p><input type="text" name="a" title="甲"><textarea name="b" title="乙" style="height:3lh"></textarea>'
            '<input type="checkbox" name="c" title="丙">是</p>'
        ),
    ),
    "annex": (
        Heading("a-1", 1, (Text("项目表"),), form="annex", ordinal="附件1"),
        (
            '<h1 id="a-1" class="annex" title="附件1\u3000项目表">'
            '<span class="annex-mark">附件1</span><span class="annex-title">项目表</span></h1>'
        ),
    ),
    "body": (Paragraph((Text("质量<强>县&"),)), "<p>质量&lt;强&gt;县&amp;</p>"),
    "role": (Paragraph((Text("一行"), Break(), Text("二行")), "title"), '<p class="title">一行<br>二行</p>'),
    "run-in": (Paragraph((RunIn("段首。"), Text("后文"))), "<p><b>段首。</b>后文</p>"),
    "reference": (Paragraph((Text("见"), Ref("t-1", "表1"))), '<p>见<a href="#t-1">表1</a></p>'),
    "list": (
        ListBlock("ordered", (ListItem((Text("甲"),), "1."), ListItem((Text("乙"),), "2."))),
        '<ol class="ordered">\n<li>1.甲</li>\n<li>2.乙</li>\n</ol>',
    ),
    "box": (
        Box("b-1", (Text("重点"),), (Paragraph((Text("文"),)),), "专栏1"),
        '<div id="b-1" class="box">\n<p class="box-title">专栏1\u3000重点</p>\n<p>文</p>\n</div>',
    ),
    "contents": (
        Contents("目录", 1, (Entry("h-1", 1, "一、", "基础"),)),
        (
            '<p class="contents-title">目录</p>\n<ul class="contents">\n'
            '<li class="contents-1"><a href="#h-1">一、基础</a></li>\n</ul>'
        ),
    ),
    "figure": (
        Figure("f-1", (Text("走势"),), b"\x89PNG", "上升的线", 120, "图1"),
        (
            '<figure id="f-1"><img src="data:image/png;base64,iVBORw==" alt="上升的线" style="width:120mm">'
            "<figcaption>图1\u3000走势</figcaption></figure>"
        ),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_block(case: str) -> None:
    """One block of each kind, whole."""
    block, expected = CASES[case]
    assert _body(block) == expected


def test_table() -> None:
    """Columns have their share of the width; what is not usual of a cell is said."""
    head = (Cell((Text("名"),), role="head"), Cell((Text("值"),), role="head"))
    total = (Cell((Text("总"),), colspan=2, align="right", role="total"),)
    table = Table("t-1", (Text("表题"),), (1, 3), (head,), ((_cells("甲", "9"),), (total,)), (), "表1")
    assert _body(table).splitlines() == [
        '<table id="t-1">',
        "<caption>表1\u3000表题</caption>",
        '<colgroup><col style="width:25.0000%"><col style="width:75.0000%"></colgroup>',
        "<thead>",
        "<tr><th>名</th><th>值</th></tr>",
        "</thead>",
        "<tbody>",
        '<tr class="next"><td>甲</td><td>9</td></tr>',  # a total does not stand alone
        "</tbody>",
        "<tbody>",
        '<tr><td class="total right" colspan="2">总</td></tr>',
        "</tbody>",
        "</table>",
    ]


@pytest.mark.parametrize(
    ("rows", "page", "kept"), [(11, "body", True), (12, "body", False), (8, "landscape", True), (9, "landscape", False)]
)
def test_rows_that_share_a_cell_stay_together(rows: int, page: Page, kept: bool) -> None:
    """Where they would leave much of a page empty only the first two do, and the last two."""
    first = (Cell((Text("组"),), rowspan=rows, role="group"), *_cells("甲"))
    table = Table("t-1", (), (1, 1), (), ((first, *(_cells("乙") for _ in range(rows - 1))),))
    assert _body(table, page=page).count('<tr class="next">') == (rows - 1 if kept else 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("使“产品”好", "使|“产品”|好"),  # a line may end before and after
        ("（“产品”）", "（“产品”）"),  # but not between two marks that stand together
        ("《纲要》“产品”，好", "《纲要》|“产品”，好"),
        ("国·外5～8%", "国+·外5+～8%"),  # and none begins with these
    ],
)
def test_breaks_about_quotation_marks(text: str, expected: str) -> None:
    """Where the engine knows less of Chinese than Word does, it is told: `|` a line may break, `+` it must not."""
    marks = str.maketrans({"|": "\u200b", "+": "\u2060"})
    assert _body(Paragraph((Text(text),))) == f"<p>{expected.translate(marks)}</p>"


def test_head() -> None:
    """Language, title, author, subject and date come from the document."""
    head = write_html(specimen(1), STYLE).split("<body>")[0]
    assert '<html lang="zh-CN">' in head
    assert "<title>某县质量强县发展规划（样张）</title>" in head
    for name in ("author", "description", "dcterms.created", "dcterms.modified"):
        assert f'<meta name="{name}" content="' in head
