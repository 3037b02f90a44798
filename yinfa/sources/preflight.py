"""What can be told of a workbook before it is read: is it one, is it whole, is it safe to unpack.

Each rule of `RULES` raises `Refused` or says nothing; they stand in an order in which the later may rely on
the earlier. Their numbers are the cases of tests/hostile.
"""

import struct
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipInfo

from yinfa.diagnostics import Origin, Report
from yinfa.sources import limits
from yinfa.sources.disguise import AS_XLSX, check_beginning, check_members
from yinfa.sources.limits import Refused, TooMuch
from yinfa.sources.markup import CHUNK, MAIN, RESAVE, check_tags, walk
from yinfa.sources.package import Package

MARKUP = (".xml", ".rels")
CONTENT_TYPES = "[Content_Types].xml"
MACROS = ("macroenabled", "macrosheets/", "vbaproject.bin")  # in a content type, or a member's name
FIND = "重新复制或下载，或找回原文件"
SHRINK = "删去用不到的行、列、工作表和图片后另存"
ENTRY = b"PK\x01\x02"  # how each line of a zip's table of contents begins
ENCRYPTED = 0x1  # flag of a zip member
# What the zip module raises over damaged bytes, depending on where the damage is.
DAMAGES = (
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)


def preflight(path: Path, shown: str, report: Report) -> bytes | None:
    """Return the bytes of a workbook that is safe to read, or None after a fault."""
    try:
        data = _bytes_of(path)
    except Refused as refused:
        refused.tell(report, Origin(shown))
        return None
    return data if is_safe(data, shown, report) else None


def is_safe(data: bytes, shown: str, report: Report) -> bool:
    """Return whether these bytes are a workbook that is safe to read; where they are not, a fault says why."""
    origin = Origin(shown)
    try:
        package = _open(data)
        for rule in RULES:
            rule(package)
        _tell_outside(package, origin, report)
    except Refused as refused:
        refused.tell(report, origin)
        return False
    return True


def _bytes_of(path: Path) -> bytes:
    """Return the bytes of a file; `Refused` when it is too large or cannot be read (61)."""
    try:
        if not path.is_file():  # a folder, or a pipe, which is never read to its end
            raise Refused("file-unreadable", "不是文件", "检查文件名和所在的文件夹")
        with path.open("rb") as file:
            data = file.read(limits.FILE_BYTES + 1)
    except PermissionError as error:
        message = "文件无法读取：可能正被打开，或没有权限"
        raise Refused("file-locked", message, "请先在 Excel/WPS 中关闭") from error
    except OSError as error:
        raise Refused("file-unreadable", f"文件无法读取（{error.strerror}）", "核对文件是否存在") from error
    if len(data) > limits.FILE_BYTES:
        raise TooMuch(f"文件超过 {limits.FILE_BYTES >> 20} MB", SHRINK)
    return data


def _open(data: bytes) -> Package:
    """Return the package in `data`; `Refused` when it is something else, damaged, or of too many members."""
    check_beginning(data)
    if data.count(ENTRY) > limits.MEMBERS:
        raise TooMuch(f"压缩包内文件超过 {limits.MEMBERS} 个", RESAVE)
    try:
        return Package(data)
    except DAMAGES as error:
        raise Refused("xlsx-damaged", "文件不完整或有损坏，无法打开", FIND) from error


def check_names(package: Package) -> None:
    """Refuse members that would leave the folder they are unpacked to (53), or come twice (52)."""
    names = [info.filename for info in package.members]
    for name in names:
        if "\\" in name or ":" in name or name.startswith("/") or ".." in name.split("/"):
            raise Refused("xlsx-member-path", f"压缩包内有越界的路径“{name[:60]}”，可能是恶意文件", RESAVE)
    if twice := _twice(names):
        raise Refused("xlsx-member-twice", f"压缩包内“{twice[:60]}”出现多次，内容不可信", RESAVE)


def check_packing(package: Package) -> None:
    """Refuse members that are encrypted (57), or packed in a way no office program uses."""
    for info in package.members:
        if info.flag_bits & ENCRYPTED:
            raise Refused("xlsx-encrypted", "压缩包加了密码，无法读取", "取消密码后保存")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Refused("xlsx-damaged", f"“{info.filename[:60]}”的压缩方式无法识别", RESAVE)


def check_sizes(package: Package) -> None:
    """Refuse what would unpack to too much (44, 45), going by what the zip itself declares."""
    total = sum(info.file_size for info in package.members)
    if total > limits.TOTAL_BYTES:
        message = f"解压后有 {total >> 20} MB，超过 {limits.TOTAL_BYTES >> 20} MB 的上限"
        raise TooMuch(message, SHRINK)
    for info in package.members:
        if info.file_size > max(limits.RATIO_FROM, limits.RATIO * info.compress_size):
            raise TooMuch(f"“{info.filename[:60]}”的压缩比异常，可能是恶意文件", RESAVE)


def check_contents(package: Package) -> None:
    """Unpack every member: refuse forged sizes (54), cut members and bad checksums (60)."""
    for info in package.members:
        try:
            true_size = _true_size(package, info)
        except DAMAGES as error:
            message = f"文件有损坏：“{info.filename[:60]}”解不开或校验不符"
            raise Refused("xlsx-damaged", message, FIND) from error
        if true_size != info.file_size:
            message = f"“{info.filename[:60]}”的大小与压缩包所写不符，可能是恶意文件"
            raise Refused("xlsx-forged-size", message, RESAVE)


def _true_size(package: Package, info: ZipInfo) -> int:
    """Return to how many bytes a member unpacks, counting no further than just past the size declared."""
    unbounded = copy(info)
    unbounded.file_size = limits.TOTAL_BYTES + 1  # by itself zipfile stops at the size declared
    size = 0
    with package.zip.open(unbounded) as stream:
        while size <= info.file_size and (chunk := stream.read(CHUNK)):
            size += len(chunk)
    return size


def check_markup(package: Package) -> None:
    """Refuse XML that is damaged, has a document type (46, 47) or too many tags; customXml is the users'."""
    tags = 0
    for info in package.members:
        name = info.filename.casefold()
        if name.endswith(MARKUP) and not name.startswith("customxml/"):
            with package.zip.open(info) as stream:
                tags += walk(stream)
        check_tags(tags)


def check_kind(package: Package) -> None:
    """Refuse other documents renamed (58), and a zip that is no document at all."""
    names = [info.filename for info in package.members]
    check_members(names)
    if CONTENT_TYPES not in package:
        raise Refused("xlsx-kind", "文件是普通压缩包，不是 .xlsx 工作簿", RESAVE)


def check_macros(package: Package) -> None:
    """Refuse workbooks with macros, whatever they are called (56)."""
    types = [each.get("ContentType") for each in package.elements(CONTENT_TYPES, "Default", "Override")]
    words = [word.casefold() for word in types + [info.filename for info in package.members]]
    if any(trace in word for word in words for trace in MACROS):
        raise Refused("xlsx-macros", "工作簿含有宏（.xlsm），只改了扩展名", f"{AS_XLSX}，不带宏")


def check_sheets(package: Package) -> None:
    """Refuse strict OOXML (51), too many sheets (63), and a sheet's name or part that is given twice."""
    index = package.index()
    if index.namespace != MAIN:
        raise Refused("xlsx-strict", "工作簿是“Strict Open XML”格式，无法读取", AS_XLSX)
    if len(index.sheets) > limits.SHEETS:
        raise TooMuch(f"工作表有 {len(index.sheets)} 个，超过 {limits.SHEETS} 个", "把数据分到几个工作簿")
    if name := _twice(sheet.name for sheet in index.sheets):
        raise Refused("xlsx-sheet-twice", f"工作表“{name}”出现两次", "改名后保存")
    if part := _twice(sheet.part for sheet in index.sheets if sheet.part):
        raise Refused("xlsx-sheet-twice", f"几个工作表的内容是文件内部的同一处“{part}”", RESAVE)


def check_parts(package: Package) -> None:
    """Refuse a workbook that has lost what it refers to: a sheet (49), the texts or formats of its cells (50)."""
    index = package.index()
    for sheet in index.sheets:
        if sheet.part not in package:
            raise Refused("xlsx-part", f"工作表“{sheet.name}”的内容在文件中丢失", FIND)
    for part in (index.strings, index.styles):
        if part and part not in package:
            raise Refused("xlsx-part", f"文件内部缺少“{part}”，文字或数的格式已丢失", FIND)


def _twice(names: Iterable[str]) -> str:
    """Return the first of `names` that comes twice, upper and lower case being one, or nothing."""
    return next((name for name, count in Counter(map(str.casefold, names)).items() if count > 1), "")


RULES: tuple[Callable[[Package], None], ...] = (
    check_names,
    check_packing,
    check_sizes,
    check_contents,
    check_markup,
    check_kind,
    check_macros,
    check_sheets,
    check_parts,
)


def _tell_outside(package: Package, origin: Origin, report: Report) -> None:
    """Warn of each file outside that values may come from (55); web links are harmless."""
    for link in sorted(set(_outside(package))):
        message = f"工作簿引用了外部文件“{link[:200]}”，其中的数值可能已过时"
        report.warning("external-link", message, origin, "在“数据→编辑链接”中断开链接，改为数值")


def _outside(package: Package) -> Iterator[str]:
    """Yield the target of each outside relationship of a workbook."""
    for info in package.members:
        if info.filename.casefold().endswith(".rels"):
            for each in package.elements(info.filename, "Relationship"):
                if each.get("TargetMode") == "External" and not each.get("Type").endswith("/hyperlink"):
                    yield each.get("Target")
