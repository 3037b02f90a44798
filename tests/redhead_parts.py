"""What red-head papers made by hand are put together from: heads, titles, text, annexes, what closes them."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from yinfa.document.tree import (
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


def paper(above: RedHead, *blocks: Block, rest: Sequence[Section] = ()) -> Document:
    """Return a paper with this head, these blocks behind it, and the `rest` of its sections."""
    sections = (Section("body", (above, *blocks), number_from=1), *rest)
    return Document("notice", "关于印发行动计划的通知", OFFICE, "2013-05-09", sections)


def head(organs: tuple[str, ...], serial: str = "", secrecy: str = "", urgency: str = "") -> RedHead:
    """Return the head of a document of these offices."""
    return RedHead("document", organs, "文件", "某政办发〔2013〕62号", serial, secrecy, urgency)


def headline(*lines: str) -> Paragraph:
    """Return a title of these lines."""
    broken = [piece for line in lines for piece in (Break(), Text(line))]
    return Paragraph(tuple(broken[1:]), "headline")


def opening() -> tuple[Block, ...]:
    """Return a title of three lines and whom the paper is sent to."""
    title = headline("某某县人民政府办公室", "关于印发2013年度质量强县", "建设行动计划的通知")
    return (title, Paragraph((Text("各乡镇人民政府、街道办事处，县政府直属各单位："),), "addressee"))


def named(*titles: str) -> tuple[tuple[Text], ...]:
    """Return the names of annexes as 附件说明 has them."""
    return tuple((Text(title),) for title in titles)


def postscript() -> Paragraph:
    """Return an 附注."""
    return Paragraph((Text("（此件公开发布）"),), "postscript")


def end() -> tuple[Block, ...]:
    """Return the signature of the office, sealed, and 附注."""
    return (Signature((OFFICE,), DATE, sealed=True), postscript())
