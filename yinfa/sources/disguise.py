"""What a file really is that calls itself .xlsx: offices rename more than they convert."""

import re

from yinfa.sources.limits import Refused

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Office 97-2003, of WPS, and of encrypted files
AS_XLSX = "用 Excel/WPS 打开，另存为“Excel 工作簿 (*.xlsx)”"
_FIND = "找回原文件，或从 Excel/WPS 另存为 .xlsx"

# Streams an OLE container may hold (their names are UTF-16): what the file is, and how to mend it.
OLE_STREAMS = (
    ("EncryptedPackage", "xlsx-encrypted", "工作簿有打开密码，无法读取", "在 Excel/WPS 中取消密码后保存"),
    ("WordDocument", "xlsx-kind", "文件其实是 Word 97-2003 文档（.doc/.wps）", _FIND),
    ("PowerPoint Document", "xlsx-kind", "文件其实是 PowerPoint 97-2003 演示文稿", _FIND),
    ("", "xlsx-kind", "文件其实是旧格式的表格（.xls/.et），只改了扩展名", AS_XLSX),
)

# How other files begin, small letters, blanks before it left out.
BEGINNINGS = (
    (b"<!doctype html", "网页（HTML），只改了扩展名"),
    (b"<html", "网页（HTML），只改了扩展名"),
    (b"<table", "网页（HTML），只改了扩展名"),
    (b"<meta", "网页（HTML），只改了扩展名"),
    (b"mime-version:", "单个文件网页（MHT），只改了扩展名"),
    (b"<?xml", "XML 文件（可能是“XML 表格 2003”），只改了扩展名"),
    (b"%pdf", "PDF 文件"),
    (b"{\\rtf", "RTF 文档"),
    (b"rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
    (b"\x89png", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"pk\x05\x06", "空的压缩包"),
)

# Members that tell other zips from a workbook, small letters.
FOREIGN_MEMBERS = (
    ("word/document.xml", "Word 文档（.docx）", _FIND),
    ("ppt/presentation.xml", "PowerPoint 演示文稿（.pptx）", _FIND),
    ("xl/workbook.bin", "二进制工作簿（.xlsb）", AS_XLSX),
    ("content.xml", "OpenDocument 表格（.ods）", AS_XLSX),
    ("index/document.iwa", "Numbers 表格", AS_XLSX),
)


def check_beginning(data: bytes) -> None:
    """Refuse a file that does not begin like a zip, saying what it is (cases 57 to 60)."""
    if data.startswith(ZIP):
        return
    if not data:
        raise Refused("xlsx-damaged", "文件是空的（0 字节）", "找回原文件，或重新保存")
    if data.startswith(OLE):
        raise _inside_ole(data)
    raise Refused("xlsx-kind", f"文件其实是{_named(data[:4096])}，不是 .xlsx 工作簿", AS_XLSX)


def check_members(names: list[str]) -> None:
    """Refuse a zip that is another kind of document."""
    lowered = {name.casefold() for name in names}
    for member, kind, hint in FOREIGN_MEMBERS:
        if member in lowered:
            raise Refused("xlsx-kind", f"文件其实是{kind}，不是 .xlsx 工作簿", hint)


def _inside_ole(data: bytes) -> Refused:
    """Return what an OLE container holds, as a refusal."""
    found = (Refused(*rest) for stream, *rest in OLE_STREAMS if stream.encode("utf-16-le") in data)
    return next(found)


def _named(head: bytes) -> str:
    """Return what a file that begins with `head` is called."""
    lowered = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for beginning, name in BEGINNINGS:
        if lowered.startswith(beginning):
            return name
    return "无法识别的文件" if re.search(rb"[\x00-\x08\x0e-\x1f]", head) else "文本文件（如 CSV）"
