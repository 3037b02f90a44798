"""发文字号, 份号 and 密级: how they are written, and what is wrong with one written otherwise (gbt9704 9, 10, 14)."""

import re
import unicodedata
from typing import Annotated

from yinfa.model.base import AText, Wrong
from yinfa.sources.text import Text

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
    meant = re.sub(r"(〕)第?0*(?=[1-9])|^(第)0+", r"\1\2", plain)
    meant = meant if meant.endswith(("号", "期")) else f"{meant}号"
    asked = f"是否指“{meant}”？" if re.fullmatch(_NUMBER, meant) else ""
    return Wrong("：" + "、".join(said) if said else "", asked)


DocumentNumber = Annotated[
    Text,
    AText(40, _NUMBER, "写成 天政办发〔2013〕62号：六角括号，四位年份，不加“第”，号数前不补 0", told=_told),
]
Serial = Annotated[Text, AText(6, "[0-9]{6}", "份号是六位数字，如 000123")]
Secrecy = Annotated[
    Text,
    AText(
        12,
        "(秘密|机密|绝密)(★([1-9][0-9]*(年|个月|天)|长期))?",
        "写成 秘密、机密★1年 或 绝密★长期：密级、★、保密期限",
    ),
]
