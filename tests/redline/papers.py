"""Pairs of papers, an old one and a new one, each pair about one thing that changes."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from io import BytesIO

from PIL import Image

from tests.specimen import specimen
from tests.trees import document_of
from tests.writers.docx.reading import STYLE
from yinfa.document.tree import (
    Attachments,
    Blank,
    Block,
    Box,
    Cell,
    Chart,
    Contents,
    Document,
    Entry,
    Figure,
    Heading,
    Imprint,
    Inline,
    ListBlock,
    ListItem,
    Num,
    Paragraph,
    RedHead,
    Ref,
    Row,
    Section,
    Series,
    Signature,
    Table,
    Text,
)
from yinfa.redline import redlined
from yinfa.writers.docx import write_docx
from yinfa.writers.layout import Layout

LONG = "各有关部门要把质量工作摆在更加突出的位置，健全统筹协调、分工负责的推进机制。"


def text(words: str) -> Paragraph:
    """Return a paragraph of these words."""
    return Paragraph((Text(words),))


def paper(*blocks: Block) -> Document:
    """Return a paper of one section."""
    return document_of(Section("body", blocks, number_from=1))


@cache
def marked(old: Document, new: Document) -> bytes:
    """Return the redline of two papers whose headings and the like stand on no known page."""
    laid = [(each, _on_no_page(each)) for each in (old, new)]
    return redlined(laid[0], laid[1], STYLE, author="某局", date="2012-03-01")


@cache
def plainly_written(document: Document) -> bytes:
    """Return such a paper as the writer writes it."""
    return write_docx(document, STYLE, _on_no_page(document))


def _on_no_page(document: Document) -> Layout:
    return Layout({}, 1, lambda: b"", document)


def heading(identity: str, words: str, number: int, level: int = 1) -> Heading:
    """Return a numbered heading."""
    return Heading(identity, level, (Text(words),), ordinal=f"{number}", number=number)


Line = tuple[str, ...]  # the words of a row's cells, the first of them its name


def grid(
    *groups: tuple[str, Sequence[Line]], columns: int = 3, notes: Sequence[str] = (), title: str = "主要指标"
) -> Table:
    """Return a table of groups under their labels; a row is counted, named and has figures."""
    count, made = 0, list[tuple[Row, ...]]()
    for label, lines in groups:
        rows: list[Row] = []
        for n, line in enumerate(lines):
            count += 1
            cells = [Cell((Text(str(count)),)), Cell((Text(line[0]),), align="left"), *map(_figure, line[1:])]
            opening = [] if n else [Cell((Text(label),), rowspan=len(lines), role="group")]
            rows.append((*opening, *cells))
        made.append(tuple(rows))
    heads = ["分类", "序号", "指标名称", *(f"{2010 + n}年" for n in range(columns - 2))]
    head = tuple(Cell((Text(each),), role="head") for each in heads)
    under = tuple(Paragraph((Text(each),), "note") for each in notes)
    return Table("t", (Text(title),), (10, 8, 30, *[12] * (columns - 2)), (head,), tuple(made), under, "表1", keys=3)


def _figure(words: str) -> Cell:
    return Cell((Num(words, Decimal(1)),))


def lines(*names: str, figure: str = "92%") -> list[Line]:
    """Return rows of these names, all of one figure."""
    return [(name, figure) for name in names]


A, B, C, D, E = "产品抽检合格率", "工程优良率", "环境达标率", "服务满意度", "品牌数"


def _table(*groups: tuple[str, Sequence[Line]], **more: int) -> Document:
    return paper(text(LONG), grid(*groups, **more), text("表后说明。"))  # type: ignore[arg-type]


ROWS: dict[str, tuple[Document, Document]] = {
    "a figure": (_table(("甲", [(A, "92%"), (B, "90%")])), _table(("甲", [(A, "93%"), (B, "90%")]))),
    "a row comes in the middle": (_table(("甲", lines(A, B))), _table(("甲", lines(A, C, B)))),
    "a row comes last": (
        _table(("甲", lines(A, B)), ("乙", lines(C))),
        _table(("甲", lines(A, B, D)), ("乙", lines(C))),
    ),
    "a row comes first": (_table(("甲", lines(A, B))), _table(("甲", lines(C, A, B)))),
    "a row goes in the middle": (_table(("甲", lines(A, B, C))), _table(("甲", lines(A, C)))),
    "the first row goes": (_table(("甲", lines(A, B, C, D))), _table(("甲", lines(B, C, D)))),
    "the last row goes": (_table(("甲", lines(A, B, C))), _table(("甲", lines(A, B)))),
    "one of two rows goes": (_table(("甲", lines(A, B)), ("乙", lines(C))), _table(("甲", lines(A)), ("乙", lines(C)))),
    "a second row comes": (_table(("甲", lines(A)), ("乙", lines(C))), _table(("甲", lines(A, B)), ("乙", lines(C)))),
    "two rows change places": (_table(("甲", lines(A, B, C, D))), _table(("甲", lines(A, C, B, D)))),
    "a row moves to the end": (_table(("甲", lines(A, B, C, D))), _table(("甲", lines(B, C, D, A)))),
    "a row moves to another group": (
        _table(("甲", lines(A, B)), ("乙", lines(C, D))),
        _table(("甲", lines(A)), ("乙", lines(C, B, D))),
    ),
    "a group goes": (_table(("甲", lines(A, B)), ("乙", lines(C, D))), _table(("乙", lines(C, D)))),
    "a group is renamed": (_table(("甲", lines(A, B, C))), _table(("质量", lines(A, B, C)))),
    "rows of one name": (_table(("甲", [(A, "1"), (A, "2"), (A, "3")])), _table(("甲", [(A, "1"), (A, "3")]))),
    "another column": (
        _table(("甲", [(A, "92%"), (B, "90%")])),
        _table(("甲", [(A, "92%", "93%"), (B, "90%", "91%")]), columns=4),
    ),
    "all rows": (_table(("甲", lines(A, B))), _table(("乙", lines(C, D, E)))),
}


def _picture(shade: int) -> bytes:
    stream = BytesIO()
    Image.new("L", (30, 10), shade).save(stream, "PNG")
    return stream.getvalue()


def _drawn(figure: str, shade: int) -> Document:
    series = Series("实绩", "solid", (Num("1", Decimal(1)), Num(figure, Decimal(figure))))
    chart = Chart("c", (Text("完成率"),), "bars", ("甲", "乙"), (series,), f"乙为{figure}", ordinal="图1")
    picture = Figure("f", (Text("流程"),), _picture(shade), "流程", ordinal="图2")
    return paper(text(LONG), chart, text("中间。"), picture, text("末段。"))


def _chaptered(*words: str) -> Document:
    """Return a paper with contents and a chapter, of one paragraph, for each of the words."""
    blocks: list[Block] = []
    for n, each in enumerate(words, 1):
        blocks += [heading(f"h{each}", each, n), heading(f"s{each}", f"{each}要点", 1, 2), text(each * 5 + LONG)]
    entries = tuple(Entry(f"h{each}", 1, f"{n}、", each) for n, each in enumerate(words, 1))
    return document_of(
        Section("contents", (Contents("目录", 2, entries),)), Section("body", tuple(blocks), number_from=1)
    )


def _cited(*boxes: str) -> Document:
    """Return a paper with boxes and a sentence that cites the last of them."""
    made = tuple(
        Box(each, (Text(each),), (text(each * 6), ListBlock("ordered", _items(each, "共同项"))), f"专栏{n}")
        for n, each in enumerate(boxes, 1)
    )
    return paper(Paragraph((Text("重点见"), Ref(boxes[-1], f"专栏{len(boxes)}"), Text("。"))), *made, text("末段。"))


def _items(*words: str) -> tuple[ListItem, ...]:
    return tuple(ListItem((Text(each),), f"{n}.") for n, each in enumerate(words, 1))


def _listed(*words: str) -> Document:
    return paper(
        text("如下："), ListBlock("ordered", _items(*words)), text("又如："), ListBlock("ordered", _items("一", "二"))
    )


def _letter(organ: str, number: str, annexes: Sequence[str], copies: str, form: str = "document") -> Document:
    head = RedHead("letter" if form == "letter" else "document", (organ,), "文件", number)
    named = [Attachments(tuple((Text(each),) for each in annexes))] if annexes else []
    return paper(
        head,
        Paragraph((Text("关于质量工作的通知"),), "title"),
        text(LONG),
        *named,
        Signature((organ,), "2012年3月1日"),
        Imprint(copies, f"{organ}办公室", "2012年3月2日"),
    )


def _covered(title: str) -> Document:
    cover = (Paragraph((Text(title),), "title"), Paragraph((Text("某局"),), "issuer"))
    return document_of(Section("cover", cover), Section("body", (text(LONG),), number_from=1))


def _annexed(*annexes: tuple[str, bool]) -> Document:
    """Return a paper with annexes, each by its title, on a landscape page if so said."""
    sections = [Section("body", (text(LONG), heading("h1", "总体", 1), text("正文末段。")), number_from=1)]
    for n, (title, wide) in enumerate(annexes, 1):
        mark = Heading(f"a{title}", 1, (Text(title),), form="annex", ordinal=f"附件{n}")
        table = replace(grid(("甲", lines(title, A))), id=f"t{title}")
        inner = (mark, heading(f"i{title}", "说明", 1), table, text(f"{title}完。"))
        sections.append(Section("landscape" if wide else "body", inner if n % 2 else inner[:-1], opens=True))
    return document_of(*sections)


def _articles(chapters: int, through: int) -> Document:
    """Return a paper of chapters with two articles each, numbered on through the chapters or in each of them."""
    blocks: list[Block] = []
    for n in range(chapters):
        first = 2 * n if through else 0
        blocks += [heading(f"h{n}", f"第{n}部分", n + 1), heading(f"a{n}", "目标", first + 1, 2), text(LONG)]
        blocks += [heading(f"b{n}", "措施", first + 2, 2), text(f"落实{n}项。")]
    return document_of(Section("body", tuple(blocks), number_from=1, through=through))


def _noted(*notes: str) -> Document:
    return paper(text(LONG), grid(("甲", lines(A, B)), notes=notes), text("表后说明。"))


def _asked(*names: str) -> Document:
    asked: list[Inline] = [each for name in names for each in (Text(f"{name}："), Blank(name, name), Text("。"))]
    return paper(text(LONG), Paragraph(tuple(asked)), text("末段。"))


_WHOLE = specimen(2)
TEXTS: dict[str, tuple[Document, Document]] = {
    "nothing": (_WHOLE, _WHOLE),
    "a word": (paper(text(f"合格率由92%提高到93%。{LONG}")), paper(text(f"合格率由92%提高到95%，超过目标。{LONG}"))),
    "quotation marks": (paper(text(f"实施质量工程。{LONG}")), paper(text(f"实施“质量”工程。{LONG}"))),
    "another paragraph": (paper(text("原来的话。"), text(LONG)), paper(text("全不相干的一句新内容。"), text(LONG))),
    "the last paragraph": (paper(text(LONG), text("甲乙丙。")), paper(text(LONG), text("甲乙丙。"), text("丁戊己。"))),
    "the last paragraph goes": (paper(text(LONG), text("甲乙丙。")), paper(text(LONG))),
    "a paragraph moves": (
        paper(text("子丑寅卯。"), text(LONG), text("末段。")),
        paper(text(LONG), text("子丑寅卯。"), text("末段。")),
    ),
    "the end of a paragraph and another": (
        paper(text("合格率为92%"), text("末段。")),
        paper(text("合格率为93%"), text("新来的一段。"), text("末段。")),
    ),
    "a paragraph before one whose beginning changes": (
        paper(text("甲乙丙丁。"), text("前年合格率为92%"), text("末段。")),
        paper(text("去年合格率为92%"), text("末段。")),
    ),
    "a role": (paper(text(LONG), text("末段。")), paper(Paragraph((Text(LONG),), "label"), text("末段。"))),
    "a chapter comes": (_chaptered("甲章", "乙章"), _chaptered("新章", "甲章", "乙章")),
    "a chapter goes": (_chaptered("甲章", "乙章", "丙章"), _chaptered("甲章", "丙章")),
    "one chapter is left": (_chaptered("甲章", "乙章"), _chaptered("乙章")),
    "contents come": (paper(text(LONG), heading("h甲章", "甲章", 1)), _chaptered("甲章", "乙章")),
    "a box comes": (_cited("甲项", "乙项"), _cited("新项", "甲项", "乙项")),
    "a box goes": (_cited("甲项", "乙项"), _cited("乙项")),
    "an item comes": (_listed("甲", "丙"), _listed("甲", "乙", "丙")),
    "a list goes": (
        _listed("甲", "丙"),
        paper(text("如下："), text("又如："), ListBlock("ordered", _items("一", "二"))),
    ),
    "a note": (_noted("注：甲。"), _noted("注：甲和乙。", "又注。")),
    "notes go": (_noted("注：甲。", "注：乙。"), _noted()),
    "a table comes": (paper(text(LONG), text("末。")), paper(text(LONG), grid(("甲", lines(A))), text("末。"))),
    "a table goes": (paper(text(LONG), grid(("甲", lines(A))), text("末。")), paper(text(LONG), text("末。"))),
    "a table at the end goes": (paper(text(LONG), grid(("甲", lines(A)))), paper(text(LONG))),
    "a bare table is another": (
        paper(replace(grid(("甲", lines(A))), caption=(), ordinal="")),
        paper(replace(grid(("甲", [(A, "1", "2")]), columns=4), caption=(), ordinal="")),
    ),
    "a chart": (_drawn("2", 200), _drawn("3", 200)),
    "a picture": (_drawn("2", 200), _drawn("2", 90)),
    "a chart moves": (
        _drawn("2", 200),
        document_of(replace(_drawn("2", 200).sections[0], blocks=_drawn("2", 200).sections[0].blocks[::-1])),
    ),
    "a letter's head": (
        _letter("某县政府", "某政发〔2012〕1号", ["甲表"], "各局。"),
        _letter("某县政府", "某政发〔2012〕2号", ["甲表", "乙表"], "各局，各镇。"),
    ),
    "no annex named": (
        _letter("某县政府", "某政发〔2012〕1号", ["甲表", "乙表"], "各局。"),
        _letter("某县政府", "某政发〔2012〕1号", [], "各局。"),
    ),
    "another organ": (
        _letter("某县政府", "某政发〔2012〕1号", [], "各局。"),
        _letter("某县质量强县工作领导小组", "某质强〔2012〕1号", [], ""),
    ),
    "a longer title on the cover": (_covered("质量发展规划"), _covered("质量发展规划" * 5)),
    "a landscape annex comes": (_annexed(("甲表", False)), _annexed(("甲表", False), ("乙表", True))),
    "an annex comes between": (
        _annexed(("甲表", False), ("丙表", False)),
        _annexed(("甲表", False), ("乙表", True), ("丙表", False)),
    ),
    "the last annex goes": (_annexed(("甲表", True), ("乙表", True)), _annexed(("甲表", True))),
    "the only annex comes": (_annexed(), _annexed(("甲表", True))),
    "an annex turns": (_annexed(("甲表", False)), _annexed(("甲表", True))),
    "articles run through the chapters": (_articles(2, 0), _articles(2, 2)),
    "articles run no more": (_articles(2, 2), _articles(3, 0)),
    "an annex turns between others": (
        _annexed(("甲表", False), ("乙表", False), ("丙表", False)),
        _annexed(("甲表", False), ("乙表", True), ("丙表", False)),
    ),
    "blanks change places": (_asked("单位", "电话"), _asked("电话", "单位")),
    "a blank": (_asked("单位"), _asked("单位", "电话")),
    "everything": (_WHOLE, _annexed(("甲表", True))),
}
PAIRS = {**{f"rows: {name}": pair for name, pair in ROWS.items()}, **TEXTS}
