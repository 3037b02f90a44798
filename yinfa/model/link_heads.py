"""What must hold of what stands around the body: the number, the dates, the offices, the lines of the title."""

import re

from yinfa.diagnostics import Report
from yinfa.model.heads import Head, ImprintText, SignatureText
from yinfa.model.link_offices import link_offices
from yinfa.model.plan import Plan
from yinfa.model.words import PaperWords

MERELY_NUMBERED = ("命令", "纪要")  # the forms whose number may be a mere 第1号
LETTER = "信函"  # the form whose 版记 is its 抄送 alone


def link_heads(plan: Plan, report: Report) -> None:
    """Report heads, signatures, imprints and title lines that cannot be printed as they are."""
    link_offices(plan, report)
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
    if head.number and head.number.startswith("第") and head.form not in MERELY_NUMBERED:
        message = f"{head.form}格式的发文字号应有机关代字和年份，“{head.number}”没有"
        report.fault("number", message, head.number.origin, "写成 天政办发〔2013〕62号")


def _signature(signature: SignatureText, head: Head | None, report: Report) -> None:
    if not signature.organs and head is None:
        report.fault("signature", "没有署名机关", signature.date.origin, "在 signature 下写上 organs")
    if signature.seal and not signature.sealed:
        hint = "删去 seal，或把 sealed 改为“是”"
        report.fault("signature", "不加盖印章（sealed: 否），却给了印章图片", signature.seal.origin, hint)


def _imprint(imprint: ImprintText, head: Head | None, report: Report) -> None:
    """Report what a letter would not print (gbt9704 36), and elsewhere half of what makes up a 版记 (27)."""
    printer, date = imprint.printer, imprint.date
    if head and head.form == LETTER:
        for text in filter(None, (printer, date)):
            report.fault("imprint", f"信函格式的版记只有抄送，印不出“{text}”", text.origin, "删去 printer 和 date")
    elif not (printer and date):
        place = (printer or date or imprint.copies[0]).origin
        lacking = "和".join(
            name for name, given in (("印发机关（printer）", printer), ("印发日期（date）", date)) if not given
        )
        hint = "printer 和 date 一起写上；不要版记的，删去整个 imprint"
        report.fault("imprint", f"版记缺{lacking}", place, hint)


def _headline(words: PaperWords, titles: list[str], report: Report) -> None:
    """Report lines of a title that join to the title of no paper of this text."""
    joined = _plain("".join(words.headline))
    if words.headline and joined not in map(_plain, titles):
        hint = f"改正 headline，或改正 plan.yaml 中的 title：“{'”“'.join(dict.fromkeys(titles))}”"
        report.fault("headline", f"headline 各行连起来是“{joined}”，与标题不同", words.headline[0].origin, hint)


def _plain(title: str) -> str:
    """Return a title without blanks, which stand where a line ends."""
    return re.sub(r"\s", "", title)
