"""Word counts headings and lists as the tree does."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.writers.docx.reading import STYLE, Node, find, paper_of, parts_of, style_of, text_in, values, written
from yinfa.compose.numerals import han
from yinfa.document.tree import Block, Box, Document, Heading, ListBlock, ListItem, RunIn, Section, Text
from yinfa.proof.said_docx import said_by_docx
from yinfa.writers.docx.xml import w_name

NUMBERS = {shown: n for n in range(1, 30) for shown in (str(n), han(n))}
FORMS = {"chineseCountingThousand": "〇一二三四五六七八九", "decimal": ""}


def headings_of(ordinals: Sequence[str]) -> list[Heading]:
    """Return headings that bear the ordinals, each of the level that its form tells."""
    return [
        Heading(f"h{n}", _level(each), (Text("题"),), ordinal=each, number=NUMBERS[each.strip("、（）.")])
        for n, each in enumerate(ordinals)
    ]


def numbered_through(level: int, *blocks: Block) -> Document:
    """Return a paper whose headings of a level are numbered on through the higher ones, of none if it is 0."""
    return Document("opinion", "题", "某局", "2011-11-01", (Section("body", blocks, 1, through=level),))


def _level(ordinal: str) -> int:
    return {"、": 1, ".": 3}.get(ordinal[-1], 4 if ordinal[1:2].isdigit() else 2)


def counted(parts: dict[str, Node]) -> list[str]:
    """Return the ordinals that Word will print: a counter for each pattern, shared by its numberings."""
    numbering, styles = parts["numbering.xml"], parts["styles.xml"]
    counts: dict[str, list[int]] = {}
    begun: set[tuple[str, int]] = set()
    shown = []
    for paragraph in find(parts["document.xml"], ".//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]"):
        number, level = _numbered(paragraph, styles)
        if number == "0":
            continue
        instance = find(numbering, f"w:num[@w:numId='{number}']")[0]
        pattern = values(instance, "w:abstractNumId")[0]
        count = counts.setdefault(pattern, [0, 0, 0, 0])
        start = values(instance, f"w:lvlOverride[@w:ilvl='{level}']/w:startOverride")
        count[level] = int(start[0]) if start and (number, level) not in begun else count[level] + 1
        begun.add((number, level))
        count[level + 1 :] = [0] * (3 - level)
        shown.append(_printed(find(numbering, f"w:abstractNum[@w:abstractNumId='{pattern}']/w:lvl")[level], count))
    return shown


def _numbered(paragraph: Node, styles: Node) -> tuple[str, int]:
    style = find(styles, f"w:style[@w:styleId='{style_of(paragraph)}']")[0]
    properties = find(paragraph, "w:pPr/w:numPr") or find(style, "w:pPr/w:numPr")
    return values(properties[0], "w:numId")[0], int(values(properties[0], "w:ilvl")[0])


def _printed(level: Node, count: Sequence[int]) -> str:
    number = int(level.get(w_name("ilvl")))
    han = FORMS[values(level, "w:numFmt")[0]]
    value = count[number]
    figure = str(value) if not han else ("十" if value >= 10 else "") + (han[value % 10] if value % 10 else "")
    return values(level, "w:lvlText")[0].replace(f"%{number + 1}", figure)


ORDINALS = {
    "plain": ["一、", "（一）", "（二）", "二、", "（一）", "1.", "（1）", "（2）", "2.", "（1）", "（二）", "三、"],
    "eleven": [*(f"{each}、" for each in "一二三四五六七八九十"), "十一、", "十二、"],
    "anew in an annex": ["一、", "（一）", "二、", "一、", "（一）", "（二）", "二、", "（一）"],
    "through the chapters": ["一、", "（一）", "（二）", "二、", "（三）", "1.", "三、", "（四）", "1.", "（五）"],
    "from the middle": ["三、", "（二）", "（三）", "四、", "（一）"],
}


@pytest.mark.parametrize("through", [0, 2], ids=("anew", "through"))
@pytest.mark.parametrize("ordinals", ORDINALS.values(), ids=ORDINALS)
def test_headings_are_counted_as_they_are_printed(ordinals: list[str], through: int) -> None:
    """Whatever the section says of them."""
    assert counted(parts_of(written(numbered_through(through, *headings_of(ordinals))))) == ordinals


@pytest.mark.parametrize(("name", "through"), [("plain", 0), ("eleven", 0), ("through the chapters", 2)])
def test_plain_runs_of_headings_need_no_numbering_of_their_own(name: str, through: int) -> None:
    document = parts_of(written(numbered_through(through, *headings_of(ORDINALS[name]))))["document.xml"]
    assert not find(document, ".//w:numPr")


def test_a_paper_is_numbered_through_its_chapters_where_a_section_says_so() -> None:
    """Not where its numbers happen to go on."""
    headings = headings_of(["一、", "（一）", "二、", "（二）"])
    patterns = [
        len(find(parts_of(written(numbered_through(level, *headings)))["numbering.xml"], "w:abstractNum"))
        for level in (0, 2)
    ]
    assert patterns[1] == patterns[0] + 1


def test_run_in_headings_are_counted_among_the_others_of_their_level() -> None:
    """In one paragraph with the text, which Word would take into the contents whole if it were a heading."""
    ordinals = ["一、", "（一）", "（二）", "二、", "（一）", "1.", "2."]
    run_in = [
        replace(each, form="run-in", children=(RunIn("题。"), Text("文"))) if each.level > 1 else each
        for each in headings_of(ordinals)
    ]
    docx = written(paper_of(*run_in))
    assert said_by_docx(docx).text == "".join(f"{each}题" + ("" if "、" in each else "。文") for each in ordinals)
    paragraphs = find(parts_of(docx)["document.xml"], ".//w:p[.//w:rStyle]")
    assert {style_of(each) for each in paragraphs} == {"GwBody"}


def test_run_in_articles_numbered_through_the_chapters_need_no_numbering_of_their_own() -> None:
    articles = [
        replace(each, form="run-in", children=(RunIn("题。"),)) if each.level == 2 else each
        for each in headings_of(["一、", "（一）", "（二）", "二、", "（三）", "三、", "（四）"])
    ]
    numbering = parts_of(written(numbered_through(2, *articles)))["numbering.xml"]
    assert not find(numbering, ".//w:startOverride")


def test_the_number_of_a_run_in_heading_is_set_in_its_face() -> None:
    heading = Heading("h", 2, (RunIn("题。"), Text("文")), "run-in", "（一）", 1)
    parts = parts_of(written(paper_of(heading)))
    paragraph = parts["document.xml"][0][0]
    used = values(paragraph, "w:pPr/w:rPr/w:rStyle | w:r/w:rPr/w:rStyle")
    assert used == ["GwRunIn2", "GwRunIn2"]
    face = values(parts["styles.xml"], "w:style[@w:styleId='GwRunIn2']/w:rPr/w:rFonts", "eastAsia")
    assert face == [STYLE.faces[STYLE.roles["heading-2"].face].docx]


def test_an_ordinal_that_word_cannot_count_is_text() -> None:
    parts = parts_of(written(paper_of(Heading("h", 1, (Text("总则"),), ordinal="第甲章"))))
    assert values(parts["document.xml"], ".//w:numPr/w:numId") == ["0"]
    assert text_in(parts["document.xml"]) == "第甲章总则"


def test_every_ordered_list_begins_at_one() -> None:
    items = tuple(ListItem((Text("甲"),), f"{n}.") for n in (1, 2))
    ordered = ListBlock("ordered", items)
    parts = parts_of(written(paper_of(ordered, ordered, Box("b", (Text("框"),), (ordered,), "专栏1"))))
    used = values(parts["document.xml"], ".//w:numPr/w:numId")
    assert [used.count(each) for each in dict.fromkeys(used)] == [2, 2, 2]
    for number in dict.fromkeys(used):
        assert values(parts["numbering.xml"], f"w:num[@w:numId='{number}']//w:startOverride") == ["1"]


def test_dashes_come_from_the_style() -> None:
    parts = parts_of(written(paper_of(ListBlock("dash", (ListItem((Text("甲"),), "——"),)))))
    assert "——" not in text_in(parts["document.xml"])
    assert values(parts["numbering.xml"], ".//w:lvl[w:pStyle/@w:val='GwDash']/w:lvlText") == ["——"]
