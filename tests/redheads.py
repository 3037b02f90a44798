"""Red-head papers made by hand, finished as `compose` leaves them: what the writers and the form are tried on.

`REDHEADS` names them all; each is a function that returns its tree.
"""

from collections.abc import Callable, Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from yinfa.document.tree import (
    Attachments,
    Block,
    Break,
    Cell,
    Document,
    Heading,
    Imprint,
    Paragraph,
    RedHead,
    RunIn,
    Section,
    Signature,
    Table,
    Text,
)

OFFICE = "某某县人民政府办公室"
DATE = "2013年5月9日"
SENTENCE = (
    "各乡镇、各部门要把质量工作摆在更加突出的位置，健全统筹协调、分工负责的推进机制，"
    "使产品、工程、服务、环境四类质量都有可以核对的年度数据，并按时向社会公布。"
)
IMPRINT = Imprint(
    "县委各部门，县人大常委会、县政协办公室，县人武部，县法院，县检察院，各人民团体，县属各企业，驻县各单位。",
    OFFICE,
    DATE,
)
LONG_ANNEX = "2013年度质量强县建设重点任务分解和年度目标任务完成情况统计报送表（试行）"
TARGETS = "2013年政府量化指标要求"


def document() -> Document:
    """Return a document of one office with all that a head can bear, two annexes (one landscape) and its 版记."""
    head = _head((OFFICE,), serial="000123", secrecy="秘密★1年", urgency="特急")
    annexes = (
        Section("landscape", (annex(1, LONG_ANNEX), table("table-1", LONG_ANNEX, 9))),
        Section("body", (annex(2, TARGETS), *prose(2), IMPRINT)),
    )
    return _paper(head, *_opening(), *body(), Attachments(_names(LONG_ANNEX, TARGETS)), *_end(), rest=annexes)


def joint() -> Document:
    """Return a document of three offices, signed by all of them and sealed."""
    organs = ("某某县人民政府", "某某县质量技术监督局", "某某县财政局")
    signed = Signature(organs, DATE, sealed=True)
    return _paper(_head(organs), *_opening(), *prose(4), signed, _postscript(), IMPRINT)


def upward_two() -> Document:
    """Return a document to a higher office with two signers."""
    return _upward("甲某某", "乙某")


def upward_three() -> Document:
    """Return a document to a higher office with three signers, on two lines."""
    return _upward("甲某某", "乙某", "丙某某")


def letter() -> Document:
    """Return a letter of two pages, whose 版记 is the 抄送 alone."""
    head = RedHead("letter", (OFFICE,), number="某政办函〔2013〕7号", serial="000123", urgency="加急")
    signed = Signature((OFFICE,), DATE, sealed=True)
    return _paper(head, *_opening(), *prose(6), signed, Imprint("县质监局、县发改局。"))


def order() -> Document:
    """Return an order."""
    head = RedHead("order", ("某某县人民政府令",), number="第12号")
    return _paper(head, *prose(3), Signature(("县长　某某",), DATE, sealed=True), Imprint("县委各部门。", OFFICE, DATE))


def minutes() -> Document:
    """Return the minutes of a meeting with its three lists of those who were there or were not."""
    present = "甲单位某某某、某某，乙单位某某某、某某，丙单位某某某、某某，丁单位某某某、某某，戊单位某某某。"
    lists = (("出席：", present), ("请假：", "己单位某某某。"), ("列席：", "庚单位某某。"))
    head = RedHead("minutes", ("某某县人民政府专题会议纪要",), number="〔2013〕8号")
    people = (Paragraph((RunIn(label), Text(names)), "participants") for label, names in lists)
    return _paper(head, _headline("关于质量强县建设有关问题的会议纪要"), *prose(4), *people, IMPRINT)


def unsealed() -> Document:
    """Return a document without a seal, whose office's name is longer than the date."""
    return _signed_without_seal(OFFICE, DATE)


def unsealed_long_date() -> Document:
    """Return a document without a seal, whose date is longer than its office's name."""
    return _signed_without_seal("某某县府", "2013年12月31日")


def sealed_long_name() -> Document:
    """Return a sealed document whose office's name is too long to be centred over the date."""
    name = "某某省某某市某某县质量强县建设工作领导小组办公室"
    return _paper(_head((OFFICE,)), *_opening(), *prose(3), Signature((name,), DATE, sealed=True), IMPRINT)


def sealed_by_picture() -> Document:
    """Return a sealed document with the picture of a seal."""
    signed = Signature((OFFICE,), DATE, sealed=True, seal=seal())
    return _paper(_head((OFFICE,)), *_opening(), *prose(3), signed, IMPRINT)


def ends_on_an_odd_page() -> Document:
    """Return a document whose text ends on page 1: the 版记 is alone on page 2."""
    return ending(1)


def ends_on_an_even_page() -> Document:
    """Return a document whose text ends in the middle of page 2: the 版记 stands at its foot."""
    return ending(10)


def ends_on_a_full_even_page() -> Document:
    """Return a document whose text leaves no room for the 版记 on page 2: it is alone on page 4."""
    return ending(22)


def ends_on_a_landscape_page() -> Document:
    """Return a document whose last annex is landscape: the 版记 has a page of its own."""
    last = Section("landscape", (annex(0, TARGETS), table("table-1", TARGETS, 5), IMPRINT))
    return _paper(_head((OFFICE,)), *_opening(), *prose(2), Attachments(_names(TARGETS)), *_end(), rest=(last,))


REDHEADS: dict[str, Callable[[], Document]] = {
    each.__name__: each
    for each in (
        *(document, joint, upward_two, upward_three, letter, order, minutes, unsealed, unsealed_long_date),
        *(sealed_long_name, sealed_by_picture, ends_on_an_odd_page, ends_on_an_even_page),
        *(ends_on_a_full_even_page, ends_on_a_landscape_page),
    )
}


def ending(lines: int) -> Document:
    """Return a document with so many paragraphs of one line between the addressee and the signature."""
    text = (Paragraph((Text(f"要把第{n}项工作按时做好。"),)) for n in range(1, lines + 1))
    return _paper(_head((OFFICE,)), *_opening(), *text, *_end(), IMPRINT)


def prose(paragraphs: int) -> tuple[Paragraph, ...]:
    """Return paragraphs of several lines."""
    return tuple(Paragraph((Text(f"关于第{n}点，" + SENTENCE * 2),)) for n in range(1, paragraphs + 1))


def body() -> tuple[Block, ...]:
    """Return headings of all levels with text below them, over more than a page."""
    levels = enumerate((("一、", "总体要求"), ("（一）", "主要目标"), ("1.", "产品质量"), ("（1）", "农产品")), 1)
    opened = (Heading(f"h-{n}", n, (Text(words),), ordinal=ordinal, number=1) for n, (ordinal, words) in levels)
    run_in = Heading("h-5", 2, (RunIn("加强领导。"), Text(SENTENCE)), form="run-in", ordinal="（二）", number=2)
    last = Heading("h-6", 1, (Text("工作保障"),), ordinal="二、", number=2)
    return (*opened, *prose(2), run_in, last, *prose(2))


def annex(number: int, title: str) -> Heading:
    """Return the heading of an annex; one alone has no number."""
    ordinal = f"附件{number}" if number else "附件"
    return Heading(f"annex-{number}", 1, (Text(title),), form="annex", ordinal=ordinal, number=number or 1)


def table(identity: str, title: str, rows: int) -> Table:
    """Return a table of so many rows."""
    texts = ((str(n), f"第{n}项重点工作", "县质监局") for n in range(1, rows + 1))
    head = tuple(Cell((Text(words),), role="head") for words in ("序号", "内容", "责任单位"))
    cells = tuple(tuple(Cell((Text(text),)) for text in row) for row in texts)
    return Table(identity, (Text(title),), (10, 60, 30), (head,), (cells,), ordinal="表1")


def seal() -> bytes:
    """Return the picture of a round seal: a red ring on a clear ground."""
    picture = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((5, 5, 395, 395), outline=(230, 0, 18, 255), width=12)
    stream = BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


def _paper(head: RedHead, *blocks: Block, rest: Sequence[Section] = ()) -> Document:
    sections = (Section("body", (head, *blocks), number_from=1), *rest)
    return Document("notice", "关于印发行动计划的通知", OFFICE, "2013-05-09", sections)


def _head(organs: tuple[str, ...], serial: str = "", secrecy: str = "", urgency: str = "") -> RedHead:
    return RedHead("document", organs, "文件", "某政办发〔2013〕62号", serial, secrecy, urgency)


def _headline(*lines: str) -> Paragraph:
    broken = [piece for line in lines for piece in (Break(), Text(line))]
    return Paragraph(tuple(broken[1:]), "headline")


def _opening() -> tuple[Block, ...]:
    title = _headline("某某县人民政府办公室", "关于印发2013年度质量强县", "建设行动计划的通知")
    return (title, Paragraph((Text("各乡镇人民政府、街道办事处，县政府直属各单位："),), "addressee"))


def _names(*titles: str) -> tuple[tuple[Text], ...]:
    return tuple((Text(title),) for title in titles)


def _postscript() -> Paragraph:
    return Paragraph((Text("（此件公开发布）"),), "postscript")


def _end() -> tuple[Block, ...]:
    return (Signature((OFFICE,), DATE, sealed=True), _postscript())


def _upward(*signers: str) -> Document:
    head = RedHead("document", ("某某县人民政府",), "文件", "某政〔2013〕8号", signers=signers)
    title = _headline("某某县人民政府", "关于质量强县建设情况的报告")
    addressee = Paragraph((Text("市人民政府："),), "addressee")
    return _paper(head, title, addressee, *prose(4), Signature(("某某县人民政府",), DATE, sealed=True), IMPRINT)


def _signed_without_seal(organ: str, date: str) -> Document:
    return _paper(_head((OFFICE,)), *_opening(), *prose(3), Signature((organ,), date), _postscript(), IMPRINT)
