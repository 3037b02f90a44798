"""The XML of a workbook's parts: a walk over its tags that holds nothing and cannot be bombed.

It forbids what defusedxml forbids, a document type and with it every entity (cases 46 and 47), but stands on
expat itself: a million blank rows then take two seconds, and no tree is built.
"""

from collections.abc import Callable, Mapping
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from yinfa.sources import limits
from yinfa.sources.limits import Refused, TooMuch

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CHUNK = 1 << 20
RESAVE = "用 Excel/WPS 打开，另存为 .xlsx 后再试"

Attributes = dict[str, str]
Ends = Mapping[str, Callable[[], None]]


def main(name: str) -> str:
    """Return the name under which `walk` meets an element of the spreadsheet language."""
    return f"{MAIN} {name}"


def walk(
    stream: IO[bytes],
    start: Callable[[str, Attributes], None] | None = None,
    ends: Ends | None = None,
    text: Callable[[str], None] | None = None,
) -> int:
    """Read an XML part to its end and return the number of its tags.

    `start` is called at each tag, `ends` at the end tags it names, `text` between them; names are
    `namespace name`. `Refused` is raised when the part is not XML, declares a document type, is made of too
    many tags or of one too long, or when a handler finds its attributes wrong (ValueError, KeyError).
    """
    parser = _parser(start, ends or {}, text)
    fed = tags = 0
    try:
        while chunk := stream.read(CHUNK):
            fed, tags = fed + len(chunk), tags + chunk.count(b"<")
            parser.Parse(chunk, False)
            check_tags(tags)
            _check_token(fed - parser.CurrentByteIndex)
        parser.Parse(b"", True)
        return tags
    except (ExpatError, ValueError, LookupError) as error:
        raise Refused("xlsx-damaged", f"文件内部的 XML 有损坏（{error}）", RESAVE) from error


def _parser(
    start: Callable[[str, Attributes], None] | None, ends: Ends, text: Callable[[str], None] | None
) -> XMLParserType:
    """Return an expat parser that calls these handlers and refuses a document type."""
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    if ends:
        parser.EndElementHandler = lambda name: ends[name]() if name in ends else None
    return parser


def _refuse_doctype(*_: object) -> None:
    """Refuse XML that declares a document type: workbooks never do, entity bombs always do."""
    raise Refused("xlsx-doctype", "文件内部的 XML 含有文档类型声明（DTD），可能是恶意文件", RESAVE)


def check_tags(tags: int) -> None:
    """Refuse what is made of more tags than can be read in good time."""
    if tags > limits.TAGS:
        raise TooMuch("工作簿内容过多，无法读取", "删去用不到的行、列和工作表后另存")


def _check_token(pending: int) -> None:
    """Refuse a tag or comment that does not end: expat would read it over and over."""
    if pending > limits.TOKEN_BYTES:
        raise TooMuch("文件内部有一个超长的 XML 标记，可能是恶意文件", RESAVE)
