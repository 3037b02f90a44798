"""Red-head papers made by hand, finished as `compose` leaves them: what the writers and the form are tried on.

`REDHEADS` names them all; each is a function that returns its tree.
"""

from collections.abc import Callable

from tests.redhead_parts import (
    DATE,
    IMPRINT,
    LONG_ANNEX,
    OFFICE,
    SENTENCE,
    TARGETS,
    annex,
    body,
    end,
    head,
    headline,
    named,
    opening,
    paper,
    postscript,
    prose,
    seal,
    table,
)
from yinfa.document.tree import (
    Attachments,
    Document,
    Imprint,
    Paragraph,
    RedHead,
    RunIn,
    Section,
    Signature,
    Text,
)


def document() -> Document:
    """Return a document of one office with all that a head can bear, two annexes (one landscape) and its 版记."""
    above = head((OFFICE,), serial="000123", secrecy="秘密★1年", urgency="特急")
    annexes = (
        Section("landscape", (annex(1, LONG_ANNEX), table("table-1", LONG_ANNEX, 9))),
        Section("body", (annex(2, TARGETS), *prose(2), IMPRINT)),
    )
    return paper(above, *opening(), *body(), Attachments(named(LONG_ANNEX, TARGETS)), *end(), rest=annexes)


def joint() -> Document:
    """Return a document of three offices, signed by all of them and sealed."""
    organs = ("某某县人民政府", "某某县质量技术监督局", "某某县财政局")
    signed = Signature(organs, DATE, sealed=True)
    return paper(head(organs), *opening(), *prose(4), signed, postscript(), IMPRINT)


def joint_abreast() -> Document:
    """Return a document of three offices with short names, whose seals stand side by side."""
    organs = ("某某县公安局", "某某县教育局", "某某县财政局")
    return paper(head(organs), *opening(), *prose(3), Signature(organs, DATE, sealed=True), IMPRINT)


def upward_two() -> Document:
    """Return a document to a higher office with two signers."""
    return _upward("甲某某", "乙某")


def upward_three() -> Document:
    """Return a document to a higher office with three signers, on two lines."""
    return _upward("甲某某", "乙某", "丙某某")


def letter() -> Document:
    """Return a letter of two pages, whose 版记 is the 抄送 alone."""
    above = RedHead("letter", (OFFICE,), number="某政办函〔2013〕7号", serial="000123", urgency="加急")
    signed = Signature((OFFICE,), DATE, sealed=True)
    return paper(above, *opening(), *prose(6), signed, Imprint("县质监局、县发改局。"))


def order() -> Document:
    """Return an order."""
    above = RedHead("order", ("某某县人民政府令",), number="第12号")
    return paper(above, *prose(3), Signature(("县长　某某",), DATE, sealed=True), Imprint("县委各部门。", OFFICE, DATE))


def minutes() -> Document:
    """Return the minutes of a meeting with its three lists of those who were there or were not."""
    present = "甲单位某某某、某某，乙单位某某某、某某，丙单位某某某、某某，丁单位某某某、某某，戊单位某某某。"
    lists = (("出席：", present), ("请假：", "己单位某某某。"), ("列席：", "庚单位某某。"))
    above = RedHead("minutes", ("某某县人民政府专题会议纪要",), number="〔2013〕8号")
    people = (Paragraph((RunIn(label), Text(names)), "participants") for label, names in lists)
    return paper(above, headline("关于质量强县建设有关问题的会议纪要"), *prose(4), *people, IMPRINT)


def unsealed() -> Document:
    """Return a document without a seal, whose office's name is longer than the date."""
    return _signed_without_seal(OFFICE, DATE)


def unsealed_long_date() -> Document:
    """Return a document without a seal, whose date is longer than its office's name."""
    return _signed_without_seal("某某县府", "2013年12月31日")


def sealed_long_name() -> Document:
    """Return a sealed document whose office's name is too long to be centred over the date."""
    name = "某某省某某市某某县质量强县建设工作领导小组办公室"
    return paper(head((OFFICE,)), *opening(), *prose(3), Signature((name,), DATE, sealed=True), IMPRINT)


def sealed_by_picture() -> Document:
    """Return a sealed document with the picture of a seal."""
    signed = Signature((OFFICE,), DATE, sealed=True, seal=seal())
    return paper(head((OFFICE,)), *opening(), *prose(3), signed, IMPRINT)


def ends_on_an_odd_page() -> Document:
    """Return a document whose text ends on page 1: the 版记 is alone on page 2."""
    return ending(1)


def ends_on_an_even_page() -> Document:
    """Return a document whose text ends in the middle of page 2: the 版记 stands at its foot."""
    return ending(10)


def ends_on_a_full_even_page() -> Document:
    """Return a document whose text leaves no room for the 版记 on page 2: it is alone on page 4."""
    return ending(22)


def ends_on_a_landscape_page() -> Document:
    """Return a document whose last annex is landscape: the 版记 has a page of its own."""
    last = Section("landscape", (annex(0, TARGETS), table("table-1", TARGETS, 5), IMPRINT))
    return paper(head((OFFICE,)), *opening(), *prose(2), Attachments(named(TARGETS)), *end(), rest=(last,))


def ten_annexes() -> Document:
    """Return a document with ten annexes, one of whose names is turned over."""
    names = (LONG_ANNEX, *(f"第{n}批重点建设项目表" for n in range(2, 11)))
    annexes = tuple(Section("body", (annex(n, name), *prose(1))) for n, name in enumerate(names, 1))
    last = Section("body", (*annexes[-1].blocks, IMPRINT))
    closing = Paragraph((Text("特此通知。"),)), Attachments(named(*names)), *end()
    return paper(head((OFFICE,)), *opening(), *prose(2), *closing, rest=(*annexes[:-1], last))


def letter_of_two() -> Document:
    """Return a letter of two offices, which are named below one another without 文件."""
    organs = ("某某县质量技术监督局", "某某县环境保护局")
    above = RedHead("letter", organs, number="某质监函〔2013〕8号", serial="000123", urgency="加急")
    return paper(above, *opening(), *prose(3), Signature(organs, DATE, sealed=True), Imprint("县发改局。"))


def short_below_a_long_head() -> Document:
    """Return a document of one short paragraph that fits on page 1, as its signature does not."""
    return brief(100)


def runs_over_below_a_long_head() -> Document:
    """Return a document of one paragraph that begins on page 1 and has no room there."""
    return brief(130)


REDHEADS: dict[str, Callable[[], Document]] = {
    each.__name__: each
    for each in (
        *(
            document,
            joint,
            joint_abreast,
            upward_two,
            upward_three,
            letter,
            order,
            minutes,
            unsealed,
            unsealed_long_date,
        ),
        *(sealed_long_name, sealed_by_picture, ends_on_an_odd_page, ends_on_an_even_page),
        *(ends_on_a_full_even_page, ends_on_a_landscape_page, short_below_a_long_head, runs_over_below_a_long_head),
        *(ten_annexes, letter_of_two),
    )
}


def ending(lines: int) -> Document:
    """Return a document with so many paragraphs of one line between the addressee and the signature."""
    text = (Paragraph((Text(f"要把第{n}项工作按时做好。"),)) for n in range(1, lines + 1))
    return paper(head((OFFICE,)), *opening(), *text, *end(), IMPRINT)


def brief(characters: int) -> Document:
    """Return a document with one paragraph of so many characters below a long title and a long addressee."""
    title = headline(
        "某某县人民政府办公室关于印发", "某某县国民经济和社会发展", "第十二个五年规划和年度", "建设行动计划的通知"
    )
    units = "各乡镇人民政府、街道办事处，县政府直属各单位，县属各企业，驻县各单位，各人民团体："
    addressee, text = Paragraph((Text(units),), "addressee"), (SENTENCE * 2)[:characters]
    return paper(head((OFFICE,)), title, addressee, Paragraph((Text(text),)), *end(), IMPRINT)


def _upward(*signers: str) -> Document:
    above = RedHead("document", ("某某县人民政府",), "文件", "某政〔2013〕8号", signers=signers)
    title = headline("某某县人民政府", "关于质量强县建设情况的报告")
    addressee = Paragraph((Text("市人民政府："),), "addressee")
    return paper(above, title, addressee, *prose(4), Signature(("某某县人民政府",), DATE, sealed=True), IMPRINT)


def _signed_without_seal(organ: str, date: str) -> Document:
    return paper(head((OFFICE,)), *opening(), *prose(3), Signature((organ,), date), postscript(), IMPRINT)
