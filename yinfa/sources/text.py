"""Characters: from bytes to text that may be printed, and text that knows where it stands."""

import re
from typing import Self

from yinfa.diagnostics import Origin, Report

# Blanks of every width, line ends and the mark of byte order: at the ends of a value never meant.
BLANKS = " \t\n\ufeff\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))

# What no value may hold, as (character class, what a drafter calls it).
REFUSED = (
    ("\u200b-\u200d\u2060-\u2064\u180e\ufeff\u00ad", "看不见的零宽字符"),
    ("\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069", "改变文字方向的控制符"),
    ("\u0085\u2028\u2029", "看不见的换行符"),
    ("\ud800-\udfff", "半个字符（孤立代理码）"),
    ("\ufffd", "乱码（替代符）"),
    ("\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f", "不是文字的码位"),
    ("\x00-\x08\x0b-\x1f\x7f-\x9f", "控制字符"),
)
UNPRINTABLE = re.compile("[" + "".join(characters for characters, _ in REFUSED) + "]")

_HAN = re.compile("[\u4e00-\u9fff]")
# GB18030 decodes nearly any bytes; kana and private characters betray that they were something else.
_NOT_GB18030 = re.compile("[\u3040-\u30ff\ue000-\uf8ff\ufffd]")


class Text(str):
    """A text that knows where it was written."""

    origin: Origin

    def __new__(cls, value: str, origin: Origin) -> Self:
        """Return `value` as a text found at `origin`."""
        text = super().__new__(cls, value)
        text.origin = origin
        return text

    def __reduce__(self) -> tuple[type["Text"], tuple[str, Origin]]:
        """Return what copies and pickles need to keep the origin."""
        return Text, (str(self), self.origin)


def decode(data: bytes, shown: str, report: Report) -> str | None:
    """Return the characters of a text file, with lines ended by a newline and no mark of byte order.

    UTF-8 is expected; GB18030 is accepted with a notice. Anything else is a fault, and None.
    """
    try:
        return _newlines(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        text = _decode_other(data, error.start, shown, report)
    return None if text is None else _newlines(text)


def _newlines(text: str) -> str:
    """Return `text` with the line ends of Windows and of old Macs turned into newlines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode_other(data: bytes, start: int, shown: str, report: Report) -> str | None:
    """Return bytes that are not UTF-8 from `start` on as text if GB18030 makes sense of them."""
    damaged = data.decode("utf-8", "replace")
    if len(_HAN.findall(damaged)) > damaged.count("\ufffd"):
        place = Origin(shown, data.count(b"\n", 0, start) + 1, 1)
        report.fault("encoding", "文件有损坏：此行有不完整的 UTF-8 字符", place, "找回原文件，或重打这一行")
        return None
    text = data.decode("gb18030", "replace")
    if _NOT_GB18030.search(text):
        hint = "用记事本或 WPS 打开，“另存为”时编码选 UTF-8"
        report.fault("encoding", "认不出文件的编码（既非 UTF-8，也非 GB18030/GBK）", Origin(shown), hint)
        return None
    hint = "另存为 UTF-8 可免此提示"
    report.notice("encoding", "文件不是 UTF-8，已按 GB18030（GBK）读取", Origin(shown), hint)
    return text


def clean(text: str, origin: Origin, report: Report, *, announce: bool = False) -> str:
    """Return `text` without blanks at its ends and without the characters that may not be printed.

    Each kind of forbidden character is a fault that names its code point. With `announce`, blanks
    stripped are a notice. Line ends become newlines.
    """
    lined = _newlines(text)
    stripped = lined.strip(BLANKS)
    printable = UNPRINTABLE.sub("", stripped)
    if announce and stripped != lined:
        report.notice("blank-ends", f"“{printable[:20]}”首尾的空格已去掉", origin, "删去首尾的空格")
    for character in dict.fromkeys(UNPRINTABLE.findall(stripped)):
        report.fault("character", f"文字中含有{describe(character)}", origin, "删去它，或重新输入这段文字")
    return printable


def describe(character: str) -> str:
    """Return what a drafter would call an unprintable character, with its code point."""
    names = (name for characters, name in REFUSED if re.match(f"[{characters}]", character))
    return f"{next(names, '字符')} U+{ord(character):04X}"
