"""Fields are alive, and right before anyone updates them."""

import re
from io import BytesIO

from PIL import Image

from tests.writers.docx.reading import (
    PAGES,
    Node,
    body_of,
    find,
    specimen_parts,
    text_in,
    values,
)
from yinfa.document.tree import Box, Figure, Heading, Paragraph, Ref, Table, Text
from yinfa.writers.docx.xml import w_name

BODY = specimen_parts()["document.xml"]


def instructions(root: Node) -> list[str]:
    """Return what the fields of an element are told to show."""
    return [each.text.strip() for each in find(root, ".//w:instrText")]


def test_every_field_is_closed() -> None:
    kinds = values(BODY, ".//w:fldChar", "fldCharType")
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == len(instructions(BODY))


def test_the_contents_are_a_field_in_the_frame_that_word_updates() -> None:
    frame = find(BODY, ".//w:sdt")[0]
    assert values(frame, ".//w:docPartGallery") == ["Table of Contents"]
    assert instructions(frame)[0] == r'TOC \o "1-2" \h \z \t "附件标题,1" \u'


def test_entries_show_words_and_page_and_lead_to_their_heading() -> None:
    lines = find(BODY, ".//w:sdtContent//w:hyperlink")
    assert [text_in(each) for each in lines] == [
        "一、发展基础1",
        "（一）发展现状2",
        "二、主要目标5",
        "附件　重大建设项目表9",
    ]
    for line, page in zip(lines, PAGES.values(), strict=True):
        anchor = line.get(w_name("anchor"))
        assert instructions(line) == [rf"PAGEREF {anchor} \h"]
        assert text_in(line).endswith(page)
        assert find(BODY, f".//w:p[w:bookmarkStart/@w:name='{anchor}']")


def test_bookmarks_are_unique_and_everything_pointed_at_is_there() -> None:
    names = values(BODY, ".//w:bookmarkStart", "name")
    numbers = values(BODY, ".//w:bookmarkStart", "id")
    assert len(set(names)) == len(names) == len(set(numbers))
    assert sorted(numbers) == sorted(values(BODY, ".//w:bookmarkEnd", "id"))
    used = re.findall(r"_(?:Toc|Ref)\d+", " ".join(instructions(BODY))) + values(BODY, ".//w:hyperlink", "anchor")
    assert set(used) <= set(names)


def test_captions_are_counted_and_referred_to() -> None:
    body = body_of(
        Paragraph((Text("见"), Ref("t", "表1"), Text("和"), Ref("b", "专栏1"))),
        Table("t", (Text("指标"),), (1,), (), (), ordinal="表1"),
        Box("b", (Text("重点"),), (), "专栏1"),
    )
    told = instructions(body)
    assert told == [
        r"REF _Ref000000001 \h",
        r"REF _Ref000000002 \h",
        r"SEQ 表 \* ARABIC",
        r"SEQ 专栏 \* ARABIC",
    ]
    assert text_in(body) == "见表1和专栏1表1　指标专栏1　重点"


def test_a_bookmark_holds_what_a_reference_shows() -> None:
    caption = body_of(Table("t", (Text("指标"),), (1,), (), (), ordinal="表1"))[0]
    inner = find(caption, "w:r[preceding-sibling::w:bookmarkStart][following-sibling::w:bookmarkEnd]")
    assert "".join(map(text_in, inner)) == "表1"


def test_a_part_is_cited_by_a_link_since_its_ordinal_reads_otherwise() -> None:
    body = body_of(Heading("h", 1, (Text("目标"),), ordinal="一、", number=1), Paragraph((Ref("h", "第一部分"),)))
    assert values(body, ".//w:hyperlink", "anchor") == values(body, ".//w:bookmarkStart", "name")
    assert not instructions(body)


def test_a_reference_that_leads_nowhere_is_text() -> None:
    body = body_of(Paragraph((Ref("?", "表9"),)))
    assert text_in(body) == "表9"
    assert not instructions(body)


def encoded(image: Image.Image, kind: str) -> bytes:
    """Return a picture as a file of a kind."""
    stream = BytesIO()
    image.save(stream, kind)
    return stream.getvalue()


def test_a_picture_has_its_words_and_fits_the_type_area() -> None:
    picture = encoded(Image.new("RGB", (2, 1)), "PNG")
    body = body_of(Figure("f", (Text("示意"),), picture, "两点", width=300, ordinal="图1"))
    extent = next(each for each in body.iter() if each.tag.endswith("}extent"))
    assert (int(extent.get("cx")), int(extent.get("cy"))) == (156 * 36000, 78 * 36000)
    assert [each.get("descr") for each in body.iter() if each.tag.endswith("}docPr")] == ["两点"]
    assert text_in(body) == "图1　示意"


def test_a_jpeg_without_the_usual_head_is_a_picture_too() -> None:
    """Some programs leave out the part that says JFIF."""
    data = encoded(Image.new("RGB", (4, 2)), "JPEG")
    bare = data[:2] + data[4 + int.from_bytes(data[4:6], "big") :]
    body = body_of(Figure("f", (Text("示意"),), bare, "两点", width=40, ordinal="图1"))
    extent = next(each for each in body.iter() if each.tag.endswith("}extent"))
    assert (int(extent.get("cx")), int(extent.get("cy"))) == (40 * 36000, 20 * 36000)
