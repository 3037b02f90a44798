"""发文字号, 份号 and 密级: how they are written, and what is wrong with one written otherwise (gbt9704 9, 10, 14)."""

import re
import unicodedata
from typing import Annotated

from yinfa.model.base import AText, Wrong
from yinfa.model.meant import asked
from yinfa.sources.text import Text

_SECRECY = "(秘密|机密|绝密)(★([1-9][0-9]*(年|个月|天)|长期))?"
_NUMBER = r"[^\s〔〕0-9]+〔[0-9]{4}〕[1-9][0-9]*号|第[1-9][0-9]*[号期]"
_BRACKETS = str.maketrans("[](){}【】［］（）｛｝", "〔〕" * 7)

# What a wrong number has in it -> what to say of it; all that match are said.
_WRONG = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"[\[\]]", "用了半角方括号"),
        (r"[［］]", "用了方括号"),
        (r"\([0-9]|[0-9]\)", "用了半角括号"),
        (r"（[0-9]|[0-9]）", "用了圆括号"),
        (r"[{}｛｝【】]", "用了别的括号"),
        (r"[\[(（［【{｛〔]\s*(?![0-9０-９]{4}[\])）］】}｝〕])[0-9０-９]*\s*[\])）］】}｝〕]", "年份不是四位"),
        (r"[〕\])）］】}]\s*第", "号数前有“第”"),
        (r"[〕\])）］】}第]\s*0", "号数前补了 0"),
        (r"[^号期]$", "末尾缺“号”"),
        (r"\s", "中间有空格"),
        (r"[０-９]", "用了全角数字"),
        (r"[0-9]年", "年份后有“年”"),
        (r"^[〔\[(（［【]", "缺机关代字"),
        (r"^[^\[(（［【{｛〔第0-9]+[0-9]+号?$", "缺年份"),
    )
)


def _told(number: str) -> Wrong:
    """Return what is wrong with a document number, and what was meant if that is plain."""
    said = [said for pattern, said in _WRONG if pattern.search(number)]
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", number)).translate(_BRACKETS)
    meant = re.sub(r"(〕)第?0*(?=[1-9])|^(第)0+", r"\1\2", plain.replace("年〕", "〕"))
    meant = meant if meant.endswith(("号", "期")) else f"{meant}号"
    return Wrong("：" + "、".join(said) if said else "", asked(meant if re.fullmatch(_NUMBER, meant) else ""))


def _serial_told(serial: str) -> Wrong:
    """Return the serial number that was meant: the same digits with noughts before them."""
    digits = re.findall("[0-9]+", unicodedata.normalize("NFKC", serial))
    return Wrong(asked=asked(digits[0].zfill(6) if [len(each) <= 6 for each in digits] == [True] else ""))


def _secrecy_told(secrecy: str) -> Wrong:
    """Return the secrecy that was meant, with ★ and nothing else before its term."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", secrecy))
    found = re.fullmatch(r"(秘密|机密|绝密)级?[^0-9\u4e00-\u9fff]*([1-9][0-9]*(?:年|个月|天)|长期)?", plain)
    return Wrong(asked=asked("★".join(filter(None, found.groups())) if found else ""))


DocumentNumber = Annotated[
    Text,
    AText(40, _NUMBER, "写成 天政办发〔2013〕62号：六角括号，四位年份，不加“第”，号数前不补 0", told=_told),
]
Serial = Annotated[Text, AText(0, "[0-9]{6}", "份号是六位数字，如 000123", told=_serial_told)]
Secrecy = Annotated[
    Text,
    AText(0, _SECRECY, "写成 秘密、机密★1年 或 绝密★长期：密级、★、保密期限", told=_secrecy_told),
]
