"""The one parse: what the vocabulary has becomes the tree, what it has not is refused, nothing is lost."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from tests.compose.composing import composed, document_of, templates
from tests.dump import dump
from yinfa.compose.parse import BadMarkup, parse
from yinfa.document.tree import Num, Paragraph, Ref, RunIn, Text


def blocks(markup: str) -> str:
    """Return the blocks of a body as text."""
    sections = parse(f'<article><section class="body">{markup}</section></article>', {"图.png": b"png"})
    return dump(document_of(*sections)).split("[body]\n")[1].rstrip("\n")


def words(markup: str) -> str:
    """Return the words of a paragraph as text."""
    return blocks(f"<p>{markup}</p>").removeprefix("p.body ")


def refusal(markup: str) -> str:
    """Return why the blocks of a body are refused."""
    with pytest.raises(BadMarkup) as found:
        blocks(markup)
    return str(found.value)


@pytest.mark.parametrize(
    ("markup", "tree"),
    [
        ('<h2 id="a" at="f:1:2">甲</h2>', "h2 #a |甲 @ f:1:2"),
        ('<h1 class="annex">甲</h1>', "h1.annex # |甲"),
        ('<p class="note" at="f:1:2">甲</p>', "p.note 甲 @ f:1:2"),
        ("<ul><li>甲</li><li at='f:1:2'>乙</li></ul>", "li |甲\nli |乙 @ f:1:2"),
        ("<aside id='b'><header>甲</header><p>乙</p></aside>", "box #b |甲\n  p.body 乙"),
        (
            '<table columns="1 2" keys="1"><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>',
            "table # | (2 columns, 1 keys)\n  ----\n  ----\n  甲 | 乙",
        ),
        ('<p><time datetime="2013-09">2013年9月</time>底</p>', "p.body {2013年9月 = 2013-09}底"),
        ('<nav title="目录" depth="2"/>', "contents 目录, 2 deep"),
        (
            '<figure src="图.png" alt="线" width="90"><figcaption>甲</figcaption></figure>',
            "figure # |甲 (3 bytes, 90 mm, 线)",
        ),
        (
            (
                '<table columns="1 2"><caption>甲</caption><thead><tr><th colspan="2">乙</th></tr></thead>'
                '<tbody><tr><td rowspan="2" class="group">丙</td><td class="left">丁</td></tr>'
                '<tr><td class="total right">戊</td></tr></tbody><tfoot><p class="note">注</p></tfoot></table>'
            ),
            "table # |甲 (2 columns)\n  ----\n  2x1 head: 乙\n  ----\n  1x2 group: 丙 | <丁\n  >total: 戊\n  note 注",
        ),
    ],
)
def test_every_tag_becomes_its_node(markup: str, tree: str) -> None:
    """With id, place and attributes."""
    assert blocks(markup) == tree


def test_inlines_keep_their_values_and_places() -> None:
    """A figure knows its cell, a reference the paragraph that it stands in."""
    (section,) = parse(
        '<article><section class="body"><p at="f:1:2"><b>甲。</b>乙<data value="92" at="s!c">92%</data>'
        '<a href="#t"></a></p></section></article>',
        {},
    )
    assert section.blocks == (
        Paragraph(
            (RunIn("甲。"), Text("乙"), Num("92%", Decimal(92), "s!c"), Ref("t", origin="f:1:2")), origin="f:1:2"
        ),
    )


@pytest.mark.parametrize(
    ("markup", "folded"),
    [
        ("甲\n  乙", "甲乙"),
        ("  甲 \n", "甲"),
        ("甲 A B 乙", "甲A B乙"),
        ("GB/T\n  9704 标准", "GB/T 9704标准"),
        ("甲 <data value='1'>1</data> 乙", "甲[1 = 1]乙"),
        ("A <data value='1'>1</data> B", "A [1 = 1] B"),
        ("见 <a href='#t'></a> 。", "见< -> t>。"),
        ("甲<br/> 乙", "甲/乙"),
        ("A“B” C", "A“B”C"),
        ("甲\u3000乙", "甲\u3000乙"),
    ],
)
def test_blanks_are_folded_and_gone_beside_han(markup: str, folded: str) -> None:
    """A line break in a template is no blank on paper."""
    assert words(markup) == folded


@given(st.text(st.sampled_from("甲乙，A1 \n"), max_size=12), st.integers(0, 12))
def test_where_a_text_is_cut_changes_nothing_but_ends(text: str, cut: int) -> None:
    """Folding a text in two pieces with a figure between folds each as its neighbours want, and loses no character."""
    markup = f"{escape(text[:cut])}<data value=''>甲</data>{escape(text[cut:])}"
    kept = words(markup).replace("[甲 = None]", "甲")
    whole = words(str(escape(f"{text[:cut]}甲{text[cut:]}")))
    assert kept == whole


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ("<div>甲</div>", "模板用了未定义的标签 <div>"),
        ('<p style="x">甲</p>', "标签 <p> 没有属性“style”"),
        ('<p class="red">甲</p>', "标签 <p> 没有类“red”"),
        ("甲", "<section> 里不能直接写文字“甲”"),
        ("<p>甲</p>乙", "<section> 里不能直接写文字“乙”"),
        ("<ul>甲</ul>", "<ul> 里不能直接写文字“甲”"),
        ("<ul><p>甲</p></ul>", "<ul> 里不能有 <p>"),
        ("<p><p>甲</p></p>", "<p> 里不能有 <p>"),
        ("<li>甲</li>", "<section> 里不能有 <li>"),
        ("<p><b><a href='#x'/></b></p>", "<b> 里不能有 <a>"),
        ("<aside><p>甲</p></aside>", "<aside> 要有一个 <header>"),
        ("<aside/>", "<aside> 要有一个 <header>"),
        ("<aside><header>甲</header><table columns='1'/></aside>", "<aside> 里不能有 <table>"),
        ("<nav title='目录'/>", "<nav> 缺少属性“depth”"),
        ("<nav title='目录' depth='二'/>", "<nav> 的 depth“二”不是整数"),
        ("<p><data value='九'>九</data></p>", "<data> 的 value“九”不是数"),
        ("<p><data>九</data></p>", "<data> 缺少属性“value”"),
        ("<figure src='x' alt=''><figcaption/></figure>", "<figure> 要有一个 <figcaption>"),
        ("<p>甲", "模板产生的标记有误：标签没有成对"),
        ("<p>&nbsp;</p>", "模板产生的标记有误"),
        ("<p>\x07</p>", "模板产生的标记有误：含有不能印的字符"),
        ("<!DOCTYPE x>", "模板产生的标记有误"),
    ],
)
def test_what_the_vocabulary_has_not_is_refused(markup: str, why: str) -> None:
    """In Chinese; nothing is left out silently."""
    assert refusal(markup).startswith(why)


def test_half_a_character_is_no_crash() -> None:
    """The data cannot hold one; a template of our own might."""
    assert blocks("<p>\ud800</p>") == "p.body ?"


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ("<tr><td/></tr>", "表格的一行占 1 列，应为 3 列"),
        ("<tr><td/><td/><td/><td/></tr>", "表格的一行占 4 列，应为 3 列"),
        ("<tr><td colspan='4'/></tr>", "表格的一行占 4 列，应为 3 列"),
        ("<tr><td rowspan='2'/><td/><td/></tr>", "表格的跨行单元格超出了它的分组"),
        ("<tr><td rowspan='2'/><td/><td/></tr><tr><td/><td/><td/></tr>", "表格的一行占 4 列，应为 3 列"),
        ("<tr><td/><td rowspan='2'/><td/></tr><tr><td colspan='2'/></tr>", "表格的跨列单元格被上面的跨行单元格隔断"),
        ("<tr><td colspan='0'/></tr>", "colspan=“0”超出范围"),
        ("<tr><td colspan='65'/></tr>", "colspan=“65”超出范围"),
        ("<tr><td colspan='1000000000'/></tr>", "<td> 的 colspan“1000000000”不是整数"),
        ("<tr><td colspan='1e9'/></tr>", "<td> 的 colspan“1e9”不是整数"),
        ("<tr><td rowspan='1025'/></tr>", "rowspan=“1025”超出范围"),
    ],
)
def test_a_row_that_does_not_fill_the_grid_is_refused(rows: str, why: str) -> None:
    """Also behind what hangs into it from above."""
    assert refusal(f"<table columns='1 1 1'><tbody>{rows}</tbody></table>") == why


@pytest.mark.parametrize("columns", ["", "a", "1,2", "0 1", "1  2", "-1", " ".join(["1"] * 513)])
def test_columns_that_are_no_row_of_numbers_are_refused(columns: str) -> None:
    """At most 64 of them."""
    assert "应是一列整数" in refusal(f"<table columns='{columns}'/>")


@given(st.integers(1, 5), st.data())
def test_every_grid_made_of_whole_cells_is_taken(width: int, data: st.DataObject) -> None:
    """A grid cut into rectangles fills itself."""
    height = data.draw(st.integers(1, 4))
    taken: set[tuple[int, int]] = set()
    rows = []
    for row in range(height):
        cells = []
        for column in range(width):
            if (row, column) in taken:
                continue
            free = next((n for n in range(column, width) if (row, n) in taken), width) - column
            across, down = data.draw(st.integers(1, free)), data.draw(st.integers(1, height - row))
            taken |= {(row + y, column + x) for y in range(down) for x in range(across)}
            cells.append(f'<td colspan="{across}" rowspan="{down}"/>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    markup = f"<table columns='{' '.join(['1'] * width)}'><tbody>{''.join(rows)}</tbody></table>"
    assert blocks(markup).startswith("table")


def test_an_unknown_tag_is_told_with_template_and_line(tmp_path: Path) -> None:
    """Before anything is rendered, and every one of them; also in files that a paper includes."""
    paper = "<article>\n  <section class='body'>\n    <dvi/><p clas='x'/>\n</section></article>"
    folder = templates(tmp_path, paper=paper, other="<p>\n<script>alert()</script></p>")
    _, found = composed(tmp_path, templates=folder)
    assert [line.split("\n")[0] for line in found[:3]] == [
        "templates/plan/other.j2:2:1: 错误[template-tag] 模板用了未定义的标签 <script>",
        "templates/plan/paper.j2:3:5: 错误[template-tag] 模板用了未定义的标签 <dvi>",
        "templates/plan/paper.j2:3:11: 错误[template-tag] 标签 <p> 没有属性“clas”",
    ]


def test_bad_markup_is_told_with_the_template_and_what_it_gave(tmp_path: Path) -> None:
    """The line that is wrong is shown."""
    folder = templates(tmp_path, paper="<article>\n<section class='body'>{{ paper.title }}</section></article>")
    document, (only,) = composed(tmp_path, templates=folder)
    assert document is None
    assert only.startswith(
        "templates/plan/paper.j2: 错误[template-markup] <section> 里不能直接写文字“某县质量强县规划”"
    )
    assert "出错的标记：<section class='body'>某县质量强县规划</section></article>" in only


def test_bad_markup_around_data_is_told_at_the_data(tmp_path: Path) -> None:
    """The drafter may have caused it: a reference in a run-in heading is not printable."""
    _, (only,) = composed(tmp_path, ("text/plan.yaml", "runin: 品牌建设。", "runin: '{{ ref(\"goals\") }}'"))
    assert only.startswith("data/xian/text/plan.yaml:12:20: 错误[template-markup] <b> 里不能有 <a>")


@pytest.mark.parametrize("date", ["", "2013年9月", "2013-13", "2013-02-30", "2013"])
def test_a_time_that_is_no_date_is_refused(date: str) -> None:
    """A workbook could not sort it."""
    assert refusal(f'<p><time datetime="{date}">某日</time></p>') == f"<time> 的 datetime“{date}”不是日期"
