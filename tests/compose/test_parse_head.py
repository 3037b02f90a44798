"""What stands around the text, run-in headings and blanks: the markup that the papers of a year add."""

import pytest

from tests.compose.composing import document_of
from tests.compose.test_parse import blocks, refusal, words
from tests.dump import dump
from yinfa.compose.parse import parse
from yinfa.document.tree import Blank, Paragraph


@pytest.mark.parametrize(
    ("markup", "tree"),
    [
        (
            (
                '<redhead form="document" suffix="文件" number="某政〔2013〕2号" serial="000012" secrecy="秘密" '
                'urgency="特急" at="f:1:2"><organ>某县人民政府</organ><organ>某县人武部</organ><signer>张三</signer>'
                "</redhead>"
            ),
            "redhead.document 某县人民政府/某县人武部+文件 | 某政〔2013〕2号 | 000012 | 秘密 | 特急 | 张三 @ f:1:2",
        ),
        ('<redhead form="minutes"><organ>某县纪要</organ></redhead>', "redhead.minutes 某县纪要"),
        ("<attachments at='f:1:2'><li>甲</li><li>乙</li></attachments>", "attachments 甲 | 乙 @ f:1:2"),
        (
            '<signature date="2013年5月9日" sealed="yes" seal="图.png"><organ>某县</organ></signature>',
            "signature.sealed 某县 | 2013年5月9日 | 3 bytes",
        ),
        ('<signature date="甲" sealed="no"><organ>乙</organ></signature>', "signature 乙 | 甲"),
        ('<imprint copies="甲，乙。" printer="丙" date="丁" at="f:1:2"/>', "imprint 甲，乙。 | 丙 | 丁 @ f:1:2"),
        ('<h2 class="run-in" id="t"><b>甲。</b>乙</h2>', "h2.run-in #t |*甲。*乙"),
        ('<p class="addressee">甲：</p>', "p.addressee 甲："),
        ('<p class="participants"><b>出席：</b>甲</p>', "p.participants *出席：*甲"),
        ('<p class="postscript">（甲）</p>', "p.postscript （甲）"),
    ],
)
def test_every_tag_becomes_its_node(markup: str, tree: str) -> None:
    assert blocks(markup) == tree


@pytest.mark.parametrize(
    ("markup", "blank"),
    [
        ('<input label="甲" type="text"/>', Blank("", "甲")),
        ('<input label="甲" type="text" lines="3"/>', Blank("", "甲", lines=3)),
        ('<input label="甲" type="check"/>', Blank("", "甲", "check")),
    ],
)
def test_a_place_to_fill_in_becomes_a_blank(markup: str, blank: Blank) -> None:
    """Its name is given by the number pass."""
    (section,) = parse(f'<article><section class="body"><p>{markup}</p></section></article>', {})
    assert section.blocks == (Paragraph((blank,)),)


def test_blanks_are_folded_beside_a_place_to_fill_in() -> None:
    """It is no character."""
    assert words('甲 <input label="" type="check"/> 乙') == "甲___( : check)乙"


def test_an_annex_may_be_given_its_number() -> None:
    """By the paper that announces it."""
    (section,) = parse('<article><section class="body"><h1 class="annex" value="3">甲</h1></section></article>', {})
    assert [getattr(block, "number", None) for block in section.blocks] == [3]


def test_a_section_may_number_a_level_through() -> None:
    """Articles across the chapters."""
    sections = parse('<article><section class="body" start="1" through="2"/></article>', {})
    assert "[body from 1 through 2]" in dump(document_of(*sections))


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ('<redhead form="文件"><organ>甲</organ></redhead>', "<redhead> 的 form“文件”应是 document、letter、order、"),
        ('<redhead form="document"/>', "<redhead> 要有 <organ>"),
        ('<redhead form="document"><organ> </organ></redhead>', "<redhead> 要有 <organ>"),
        ("<redhead><organ>甲</organ></redhead>", "<redhead> 缺少属性“form”"),
        ('<redhead form="order">令<organ>甲</organ></redhead>', "<redhead> 里不能直接写文字“令”"),
        ('<signature date="甲" sealed="yes"/>', "<signature> 要有 <organ>"),
        (
            '<signature date="甲" sealed="yes" seal="x"><organ>甲</organ></signature>',
            "<signature> 要有 <organ>，印章要由",
        ),
        ('<signature date="甲" sealed="1"><organ>甲</organ></signature>', "<signature> 的 sealed“1”应是 yes、no 之一"),
        ('<signature sealed="no"><organ>甲</organ></signature>', "<signature> 缺少属性“date”"),
        ("<attachments/>", "<attachments> 要有 <li>"),
        ("<imprint>甲</imprint>", "<imprint> 里不能直接写文字“甲”"),
        ('<h2 class="run-in">甲</h2>', "<h2 class=“run-in”> 要以 <b> 开头"),
        ('<h2 class="run-in"/>', "<h2 class=“run-in”> 要以 <b> 开头"),
        ('<h1 class="plain" value="2">甲</h1>', "只有附件的标题才有 value"),
        ('<h1 class="annex" value="二">甲</h1>', "<h1> 的 value“二”不是整数"),
        ('<h2 class="annex">甲</h2>', "标签 <h2> 没有类“annex”"),
        ('<p><input label="甲" type="radio"/></p>', "<input> 的 type“radio”应是 text、check 之一"),
        ('<p><input label="甲" type="text" lines="多"/></p>', "<input> 的 lines“多”不是整数"),
        ('<p><input type="text"/></p>', "<input> 缺少属性“label”"),
        ("<p><organ>甲</organ></p>", "<p> 里不能有 <organ>"),
    ],
)
def test_what_the_vocabulary_has_not_is_refused(markup: str, why: str) -> None:
    """In Chinese."""
    assert refusal(markup).startswith(why)
