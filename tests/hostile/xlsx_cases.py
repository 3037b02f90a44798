"""Cases 29-63 of the hostile inputs, made by code: workbooks as people and attackers make them.

Every workbook is the same small one (`PARTS`) with one thing changed, so that nothing but that thing can be
to blame. Its one sheet is 表; A1 holds the header 值, A2 what the case puts there.
"""

import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import chain, repeat
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from yinfa.diagnostics import Report, Severity
from yinfa.sources.figures import date_of, decimal_of, text_of
from yinfa.sources.table import Column, read_table
from yinfa.sources.workbook import Workbook

SHOWN = "data/x/表.xlsx"
MB = 1 << 20
FAULT, WARNING, NOTICE = Severity.FAULT, Severity.WARNING, Severity.NOTICE

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

SHEET, STRINGS, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
BOOK, BOOK_RELS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
HEADER = '<row r="1"><c r="A1" t="inlineStr"><is><t>值</t></is></c></row>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")

# The formats of styles 0 to 4.
FORMATS = ("General", "0.00%", "yyyy/m/d", '0"万元"', '0!.0,"万"')


def sheet(data: str, after: str = "", before: str = "") -> str:
    """Return a sheet part with these rows below the header, and elements before and after the rows."""
    rows = f"<sheetData>{HEADER}{data}</sheetData>"
    return f'{HEAD}<worksheet xmlns="{MAIN}">{before}{rows}{after}</worksheet>'


def a2(value: str, style: int = 0, kind: str = "n") -> str:
    """Return the row of A2 with this value."""
    return f'<row r="2"><c r="A2" s="{style}" t="{kind}">{value}</c></row>'


def relations(*lines: tuple[str, str, str]) -> str:
    """Return a relationships part of these ids, types and targets; an address with a colon lies outside."""
    found = "".join(
        f'<Relationship Id="{id_}" Type="{OFFICE}/{type_}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if ':' in target else ''}/>"
        for id_, type_, target in lines
    )
    return f'{HEAD}<Relationships xmlns="{RELS}">{found}</Relationships>'


def listing(*sheets: str, attributes: str = "") -> str:
    """Return a workbook part that lists sheets by these names, all with the same contents."""
    found = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId1" {attributes}/>' for number, name in enumerate(sheets, 1)
    )
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{found}</sheets></workbook>'


def styles(*formats: str) -> str:
    """Return a styles part of these number formats."""
    escaped = [each.replace('"', "&quot;") for each in formats]
    codes = "".join(f'<numFmt numFmtId="{n}" formatCode="{each}"/>' for n, each in enumerate(escaped, 200))
    cells = "".join(f'<xf numFmtId="{number}"/>' for number in range(200, 200 + len(formats)))
    return f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>'


PARTS = {
    "[Content_Types].xml": f'{HEAD}<Types xmlns="{TYPES}"/>',
    "_rels/.rels": relations(("rId1", "officeDocument", BOOK)),
    BOOK: listing("表"),
    BOOK_RELS: relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "styles", "styles.xml"),
        ("rId3", "sharedStrings", "/xl/sharedStrings.xml"),
    ),
    STYLES: styles(*FORMATS),
    STRINGS: f'{HEAD}<sst xmlns="{MAIN}"><si><t>甲</t></si></sst>',
    SHEET: sheet(a2("<v>92</v>")),
}


def packed(changes: Mapping[str, str | None] | None = None) -> bytes:
    """Return the small workbook with some parts changed, added, or (None) left out."""
    parts = PARTS | dict(changes or {})
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return buffer.getvalue()


def cell(value: str, style: int = 0, kind: str = "n") -> Callable[[], bytes]:
    """Return the maker of a workbook with this in A2."""
    return lambda: packed({SHEET: sheet(a2(value, style, kind))})


def parts(changes: Mapping[str, str | None]) -> Callable[[], bytes]:
    """Return the maker of a workbook with these parts."""
    return lambda: packed(changes)


def inline(text: str) -> str:
    """Return the inside of a cell that holds its text itself."""
    return f"<is><t xml:space='preserve'>{text}</t></is>"


def large(part: str, start: str, piece: str, times: int, end: str) -> bytes:
    """Return a workbook with a part too large to hold: `piece` many times over."""
    buffer = BytesIO(packed({part: None}))
    block = 1 + MB // len(piece)
    with ZipFile(buffer, "a", ZIP_DEFLATED, compresslevel=1) as archive, archive.open(part, "w") as stream:
        body = repeat((piece * block).encode(), times // block)
        for chunk in chain([start.encode()], body, [end.encode()]):
            stream.write(chunk)
    return buffer.getvalue()


def blank_rows() -> bytes:
    """Return a workbook whose sheet has been formatted to the last row there is (42)."""
    start, end = sheet(a2("<v>92</v>") + "\0").split("\0")
    rows = (f'<row r="{n}" spans="1:2" s="1" customFormat="1"><c r="A{n}" s="1"/></row>' for n in range(3, MB + 1))
    return packed({SHEET: start + "".join(rows) + end})


def string_bomb() -> bytes:
    """Return a workbook of a few hundred KB whose one text, named by every cell, is gigabytes (43)."""
    rows = (f'<row r="{n}">' + '<c t="s"><v>0</v></c>' * 10 + "</row>" for n in range(2, 20_000))
    text = f'{HEAD}<sst xmlns="{MAIN}"><si><t>{"长" * 32_000}</t></si></sst>'
    return packed({SHEET: sheet("".join(rows)), STRINGS: text})


def many_tags() -> bytes:
    """Return a workbook of many parts, each small enough, that together take too long to read (45)."""
    names = [f"xl/worksheets/sheet{number}.xml" for number in range(2, 18)]
    part = sheet("<row>" + "<c/>" * (3 * MB) + "</row>")
    return packed(dict.fromkeys(names, part))


def unused_texts() -> bytes:
    """Return a workbook with 22 million characters of text that no cell names, and that pack badly (43)."""
    text = Random(43).randbytes(11 * MB).hex()  # noqa: S311 (no secret)
    items = "".join(f"<si><t>{text[start : start + 30_000]}</t></si>" for start in range(0, len(text), 30_000))
    return packed({STRINGS: f'{HEAD}<sst xmlns="{MAIN}">{items}</sst>'})


def flagged(offset: int, value: int) -> Callable[[], bytes]:
    """Return the maker of a workbook with one byte changed in the zip's entry for its first member."""

    def make() -> bytes:
        data = bytearray(packed())
        data[data.index(b"PK\x01\x02") + offset] = value
        return bytes(data)

    return make


def forged() -> bytes:
    """Return a workbook with a sheet of 300 MB that the zip declares to be 1,000 bytes (54)."""
    data = bytearray(large(SHEET, sheet("").replace("</sheetData></worksheet>", ""), "<row/>", 50 * MB, ""))
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(SHEET.encode()))
    data[entry + 24 : entry + 28] = struct.pack("<I", 1000)
    return bytes(data)


def escaping() -> bytes:
    """Return a workbook with a member that would be unpacked outside its folder (53)."""
    return packed({"../../etc/cron.d/x": "x"})


def doubled() -> bytes:
    """Return a workbook whose sheet comes twice, the second time with another figure (52)."""
    return packed({SHEET.upper(): sheet(a2("<v>93</v>"))})


def bad_checksum() -> bytes:
    """Return a workbook whose sheet was altered after its checksum had been taken."""
    data = packed()
    right = struct.pack("<I", zlib.crc32(PARTS[SHEET].encode()))
    return data.replace(right, b"\0\0\0\0")


def entities(declaration: str, value: str) -> Callable[[], bytes]:
    """Return the maker of a workbook whose sheet declares entities."""
    text = sheet(a2(inline(value), kind="inlineStr"))
    return parts({SHEET: text.replace(HEAD, f"{HEAD}<!DOCTYPE x [{declaration}]>")})


LAUGHS = '<!ENTITY a "哈">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
PATCHED = parts(
    {"xl/externalLinks/_rels/externalLink1.xml.rels": relations(("rId1", "externalLinkPath", "file:///D:/汇总.xlsx"))}
)
MERGED_HEADER = sheet(a2("<v>1</v>"), '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')
HIDDEN_ROW = sheet(a2("<v>1</v>").replace('r="2"', 'r="2" hidden="1"', 1))
HIDDEN_COLUMN = sheet(a2("<v>1</v>"), before='<cols><col min="1" max="16384" hidden="1"/></cols>')
LYING = sheet(
    "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(2, 17)),
    before='<dimension ref="A1"/>',
)


def whole(workbook: Workbook, _: Report) -> object:
    """Read A2 as it is."""
    return workbook.sheets["表"].rows[1][0].value


def count(workbook: Workbook, _: Report) -> object:
    """Read how many rows there are."""
    return len(workbook.sheets["表"].rows)


def table(workbook: Workbook, report: Report) -> object:
    """Read the sheet as a table, and what its column says."""
    return [text_of(row["值"]) for row in read_table(workbook, "表", [Column("值")], report) or ()]


def day(workbook: Workbook, report: Report) -> object:
    """Read A2 as a day."""
    return date_of(workbook.sheets["表"].rows[1][0], report)


def figure(measure: str) -> Callable[[Workbook, Report], object]:
    """Return a reader of A2 as a number in a measure."""
    return lambda workbook, report: decimal_of(workbook.sheets["表"].rows[1][0], measure, report)


@dataclass(frozen=True)
class Case:
    """A workbook, the one diagnostic it must get (none without `code`), and what is read all the same."""

    name: str
    make: Callable[[], bytes]
    code: str = ""
    words: str = ""  # a telling part of message and hint
    place: str = ""  # sheet!cell; empty for the workbook as a whole
    severity: Severity = FAULT
    read: Callable[[Workbook, Report], object] = whole
    gives: object = None  # None as well when nothing can be read

    def __str__(self) -> str:
        return self.name


A2 = "表!A2"

CELLS = (
    Case("29-formula-uncached", cell("<f>B2*2</f>"), "formula-uncached", "公式没有保存计算结果", A2),
    Case("29-formula-empty-value", cell("<f>B2*2</f><v></v>"), "formula-uncached", "粘贴为数值", A2),
    Case("29-formula-cached", cell("<f>B2*2</f><v>92</v>"), gives=Decimal(92)),
    Case("30-divided-by-zero", cell("<f>1/0</f><v>#DIV/0!</v>", kind="e"), "cell-error", "除数为零", A2),
    Case("30-lost-reference", cell("<v>#REF!</v>", kind="e"), "cell-error", "#REF!", A2),
    Case("30-not-found-as-text", cell(inline("#N/A"), kind="inlineStr"), "cell-error", "查找不到", A2),
    Case(
        "31-merged-header",
        parts({SHEET: MERGED_HEADER}),
        "merged-header",
        "取消合并",
        "表!A1:B1",
        read=table,
        gives=[],
    ),
    Case(
        "32-hidden-row",
        parts({SHEET: HIDDEN_ROW}),
        "hidden",
        "第 2 行已隐藏",
        "表",
        WARNING,
        gives=Decimal(1),
    ),
    Case(
        "32-hidden-column",
        parts({SHEET: HIDDEN_COLUMN}),
        "hidden",
        "第 A 列已隐藏",
        "表",
        WARNING,
        gives=Decimal(1),
    ),
    Case(
        "32-hidden-sheet",
        parts({BOOK: listing("表", attributes='state="veryHidden"')}),
        "hidden",
        "工作表已隐藏",
        "表",
        WARNING,
        gives=Decimal(92),
    ),
    Case(
        "33-number-as-text",
        cell(inline("92"), kind="inlineStr"),
        "number-as-text",
        "按 92 读取",
        A2,
        NOTICE,
        figure("家"),
        Decimal(92),
    ),
    Case("34-percent-format", cell("<v>0.92</v>", 1), read=figure("%"), gives=Decimal(92)),
    Case("34-percent-typed", cell("<v>92</v>"), read=figure("%"), gives=Decimal(92)),
    Case("34-plain-fraction", cell("<v>0.92</v>"), read=figure("%"), gives=Decimal("0.92")),
    Case(
        "34-percent-of-things",
        cell("<v>0.92</v>", 1),
        "format-unit",
        "与计量单位“家”不符",
        A2,
        read=figure("家"),
    ),
    Case("35-serial-without-format", cell("<v>40695</v>"), "date-serial", "2011-06-01", A2, read=day),
    Case("35-serial-with-format", cell("<v>40695</v>", 2), read=day, gives=date(2011, 6, 1)),
    Case(
        "35-1904",
        lambda: packed(
            {
                SHEET: sheet(a2("<v>39233</v>", 2)),
                BOOK: listing("表").replace("<sheets>", '<workbookPr date1904="1"/><sheets>'),
            }
        ),
        read=day,
        gives=date(2011, 6, 1),
    ),
    Case("36-serial-59", cell("<v>59</v>", 2), "date-1900", "可能差一天", A2, WARNING, gives=date(1900, 2, 28)),
    Case("36-serial-60", cell("<v>60</v>", 2), "date-1900", "可能差一天", A2, WARNING, gives=date(1900, 2, 28)),
    Case(
        "37-unit-in-format",
        cell("<v>5</v>", 3),
        "format-unit",
        "单位“万元”只写在数字格式里",
        A2,
        NOTICE,
        figure("万元"),
        Decimal(5),
    ),
    Case(
        "37-unit-contradicts",
        cell("<v>5</v>", 3),
        "format-unit",
        "与计量单位“亿元”不符",
        A2,
        read=figure("亿元"),
    ),
    Case("37-format-rescales", cell("<v>12345</v>", 4), "format-scale", "缩放", A2, read=figure("万")),
    Case(
        "38-blanks",
        cell(inline("\u00a0\u3000甲 乙 \ufeff"), kind="inlineStr"),
        "blank-ends",
        "空格已去掉",
        A2,
        NOTICE,
        gives="甲 乙",
    ),
    Case(
        "39-grouped",
        cell(inline("1,234"), kind="inlineStr"),
        "number-as-text",
        "按 1234 读取",
        A2,
        NOTICE,
        figure("家"),
        Decimal(1234),
    ),
    Case(
        "39-grouped-wrong",
        cell(inline("1,23"), kind="inlineStr"),
        "number",
        "三位一分",
        A2,
        read=figure("家"),
    ),
    Case("39-ten-thousands", cell(inline("1.2万"), kind="inlineStr"), "number", "1.2万", A2, read=figure("家")),
    Case(
        "40-18-digits",
        cell("<v>123456789012345678</v>"),
        "cell-precision",
        "丢失精度",
        A2,
        WARNING,
        gives=Decimal(123456789012346000),
    ),
    Case("40-digits-as-typed", cell("<v>0.28999999999999998</v>"), gives=Decimal("0.29")),
    Case("62-infinite", cell("<v>1e999</v>"), "number-too-large", "1e999", A2),
)

ONE_NAME = listing("表", "表").replace("rId1", "rId2", 1)

FILES = (
    Case(
        "41-far-corners",
        parts(
            {SHEET: sheet('<row r="2"><c r="SR2"><v>1</v></c></row><row r="20000"><c r="A20000"><v>1</v></c></row>')}
        ),
        "xlsx-too-large",
        "20000 行、512 列",
        "表!SR20000",
    ),
    Case("44-cell-of-40000-characters", cell(inline("长" * 40_000), kind="inlineStr"), "xlsx-too-large", "32767", A2),
    Case("44-tag-of-8-mb", parts({STRINGS: f"{HEAD}<sst><x y='{'z' * 8 * MB}'/></sst>"}), "xlsx-too-large", "标记"),
    Case("52-duplicate-cell", parts({SHEET: sheet(a2("<v>1</v>") + a2("<v>2</v>"))}), "xlsx-damaged", "两次", A2),
    Case("52-duplicate-sheet-name", parts({BOOK: ONE_NAME}), "xlsx-sheet-twice", "“表”出现两次"),
    Case("52-duplicate-sheet-part", parts({BOOK: listing("表", "另")}), "xlsx-sheet-twice", "同一处"),
    Case("57-encrypted-members", flagged(8, 1), "xlsx-encrypted", "密码"),
    Case("60-odd-compression", flagged(10, 12), "xlsx-damaged", "压缩方式"),
    Case(
        "46-external-entity",
        entities('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"),
        "xlsx-doctype",
        "DTD",
    ),
    Case("47-billion-laughs", entities(LAUGHS, "&j;"), "xlsx-doctype", "DTD"),
    Case("48-lying-dimension", parts({SHEET: LYING}), read=count, gives=16),
    Case("49-missing-sheet", parts({SHEET: None}), "xlsx-part", "工作表“表”的内容在文件中丢失"),
    Case("50-missing-styles", parts({STYLES: None}), "xlsx-part", "xl/styles.xml"),
    Case("50-style-unknown", cell("<v>0.92</v>", 99), "xlsx-styles", "格式信息丢失", A2),
    Case("51-strict", parts({BOOK: listing("表").replace(MAIN, STRICT)}), "xlsx-strict", "另存为"),
    Case("52-duplicate-member", doubled, "xlsx-member-twice", "sheet1.xml"),
    Case("53-path-escape", escaping, "xlsx-member-path", "../../etc/cron.d/x"),
    Case(
        "55-external-links",
        PATCHED,
        "external-link",
        "file:///D:/汇总.xlsx",
        severity=WARNING,
        gives=Decimal(92),
    ),
    Case(
        "55-web-links-are-harmless",
        parts({"xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", "hyperlink", "https://www.gov.cn/"))}),
        gives=Decimal(92),
    ),
    Case("56-macros", parts({"xl/vbaProject.bin": "x"}), "xlsx-macros", "宏"),
    Case("57-encrypted", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "xlsx-encrypted", "密码"),
    Case("58-xls-renamed", lambda: OLE + "Workbook".encode("utf-16-le"), "xlsx-kind", ".xls/.et"),
    Case("58-docx-renamed", parts({"word/document.xml": "<x/>"}), "xlsx-kind", "Word"),
    Case("59-html-renamed", lambda: b"\r\n<HTML><table><tr><td>92", "xlsx-kind", "HTML"),
    Case("59-csv-renamed", lambda: "名称,值\n甲,92\n".encode("gb18030"), "xlsx-kind", "CSV"),
    Case("60-truncated", lambda: packed()[:-400], "xlsx-damaged", "不完整"),
    Case("60-zero-bytes", lambda: b"", "xlsx-damaged", "0 字节"),
    Case("60-bad-checksum", bad_checksum, "xlsx-damaged", "校验不符"),
    Case(
        "63-2000-sheets",
        parts({BOOK: listing(*(f"表{n}" for n in range(2000)))}),
        "xlsx-too-large",
        "2000 个",
    ),
)

# These are read in a process of their own, which must hold 10 seconds and 500 MB.
HEAVY = (
    Case(
        "41-far-cell",
        parts({SHEET: sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')}),
        "xlsx-too-large",
        "XFD1048576 有内容",
        "表!XFD1048576",
    ),
    Case("42-million-blank-rows", blank_rows, read=count, gives=2),
    Case("43-shared-string-bomb", string_bomb, "xlsx-too-large", "文字总量", "表"),
    Case(
        "44-cell-of-1-gb",
        lambda: large(STRINGS, f'{HEAD}<sst xmlns="{MAIN}"><si><t>', "a", 1 << 30, "</t></si></sst>"),
        "xlsx-too-large",
        "1023 MB",
    ),
    Case(
        "44-cell-of-100-mb",
        lambda: large(STRINGS, f'{HEAD}<sst xmlns="{MAIN}"><si><t>', "长城万里" * 500, 12_000, "</t></si></sst>"),
        "xlsx-too-large",
        "压缩比",
    ),
    Case(
        "45-sheet-of-1-gb",
        lambda: large(SHEET, sheet("")[:-24], "<row><c/></row>", (1 << 30) // 15, ""),
        "xlsx-too-large",
        "1023 MB",
    ),
    Case("43-unused-texts", unused_texts, "xlsx-too-large", "文字总量"),
    Case("45-sheets-of-tags", many_tags, "xlsx-too-large", "内容过多"),
    Case("54-forged-size", forged, "xlsx-forged-size", "与压缩包所写不符"),
)
