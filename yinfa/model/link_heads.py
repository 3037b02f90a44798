"""What must hold of what stands around the body: the number, the dates, who signs, the lines of the title."""

import re

from yinfa.diagnostics import Report
from yinfa.model.base import Day
from yinfa.model.heads import Head, ImprintText, SignatureText
from yinfa.model.plan import Plan
from yinfa.model.words import PaperWords
from yinfa.sources.scalars import as_date

ORDERS = ("命令", "纪要")  # the forms whose number may be a mere 第1号


def link_heads(plan: Plan, report: Report) -> None:
    """Report heads, signatures, imprints and title lines that cannot be printed as they are."""
    for words in plan.words.values():
        if words.head:
            _number(words.head, report)
        if words.signature:
            _signature(words.signature, words.head, report)
        if words.imprint:
            _imprint(words.imprint, words.head, report)
    for file, words in plan.words.items():
        titles = [str(leaf.title) for leaf in plan.leaves() if leaf.text == file]
        _headline(words, titles, report)


def _number(head: Head, report: Report) -> None:
    """Report a number without a year where only orders and minutes have one (gbt9704 14, 37)."""
    if head.number and head.number.startswith("第") and head.form not in ORDERS:
        message = f"{head.form}格式的发文字号应有机关代字和年份，“{head.number}”没有"
        report.fault("number", message, head.number.origin, "写成 天政办发〔2013〕62号")


def _signature(signature: SignatureText, head: Head | None, report: Report) -> None:
    _day(signature.date, report)
    if not signature.organs and head is None:
        report.fault("signature", "没有署名机关", signature.date.origin, "在 signature 下写上 organs")
    if signature.seal and not signature.sealed:
        hint = "删去 seal，或把 sealed 改为“是”"
        report.fault("signature", "不加盖印章（sealed: 否），却给了印章图片", signature.seal.origin, hint)


def _imprint(imprint: ImprintText, head: Head | None, report: Report) -> None:
    """Report what would not be printed: a letter's 版记 is its 抄送 alone (gbt9704 36)."""
    if imprint.date:
        _day(imprint.date, report)
    for text in (imprint.printer, imprint.date) if head and head.form == "信函" else ():
        if text:
            report.fault("imprint", f"信函格式的版记只有抄送，印不出“{text}”", text.origin, "删去 printer 和 date")


def _day(day: Day, report: Report) -> None:
    """Report a date that is no day: a month alone will not do (gbt9704 24)."""
    try:
        as_date(day)
    except ValueError as error:
        report.fault("date", f"“date”：{error}", day.origin, "写明年月日，如 2013-05-09")


def _headline(words: PaperWords, titles: list[str], report: Report) -> None:
    """Report lines of a title that join to the title of no paper of this text."""
    joined = _plain("".join(words.headline))
    if words.headline and joined not in map(_plain, titles):
        hint = f"改正 headline，或改正 plan.yaml 中的 title：“{'”“'.join(dict.fromkeys(titles))}”"
        report.fault("headline", f"headline 各行连起来是“{joined}”，与标题不同", words.headline[0].origin, hint)


def _plain(title: str) -> str:
    """Return a title without blanks, which stand where a line ends."""
    return re.sub(r"\s", "", title)
