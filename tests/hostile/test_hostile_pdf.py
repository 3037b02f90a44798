"""Cases 77-80 of the hostile inputs: what a PDF engine would fetch, and what it would choke on."""

import logging
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pymupdf
import pytest

from tests.compose.composing import STYLE, composed, paper, templates
from tests.plans import only_fault
from yinfa.compose.parse import BadMarkup, parse
from yinfa.writers.fonts import prepare_faces, write_font_config
from yinfa.writers.pdf import lay_out
from yinfa.writers.pdf.engine import paint, render

SECRET = "secret-of-the-disk"  # noqa: S105  what must not be found


@pytest.fixture
def secret(tmp_path: Path) -> str:
    """Return the address of a file that nobody should read."""
    path = tmp_path / "secret.txt"
    path.write_text(SECRET, encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def server() -> Iterator[tuple[str, Callable[[], bool]]]:
    """Return the address of a server, and a function that tells whether anybody called."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)

        def called() -> bool:
            try:
                listening.accept()[0].close()
            except TimeoutError:
                return False
            return True

        yield f"http://127.0.0.1:{listening.getsockname()[1]}/x.png", called


def pdf_of(body: str, css: str = "") -> bytes:
    """Return the PDF of a body as our engine sets it."""
    faces = prepare_faces(STYLE.faces, "甲")
    config = write_font_config(each for several in faces.values() for each in several)
    head = "<!DOCTYPE html><html lang='zh'><head><title>t</title>"
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it warns of what it refuses
    return paint(render(f"{head}</head><body>{body}<p>甲</p></body></html>", css, config))


def attachments(pdf: bytes) -> list[bytes]:
    """Return the files inside a PDF."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:  # type: ignore[no-untyped-call]
        return [opened.embfile_get(name) for name in opened.embfile_names()]


def says(pdf: bytes) -> str:
    """Return the text of a PDF without blanks."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:  # type: ignore[no-untyped-call]
        return "".join("".join(page.get_text().split()) for page in opened)


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        pytest.param('<link rel="attachment" href="{}">', id="77-link-attachment"),
        pytest.param('<a rel="attachment" href="{}">附件</a>', id="77-a-attachment"),
    ],
)
def test_77_a_file_is_not_attached(secret: str, body: str) -> None:
    """The engine by default embeds what it is pointed to."""
    pdf = pdf_of(body.format(secret))
    assert attachments(pdf) == []
    assert SECRET.encode() not in pdf


@pytest.mark.slow
def test_77_a_link_in_data_is_only_words(tmp_path: Path, secret: str) -> None:
    """The paper prints it as it is written."""
    hostile = f'<a rel="attachment" href="{secret}">附件</a>'
    pdf = lay_out(paper(tmp_path, ("text/plan.yaml", "重点如下。", f"'{hostile}'")), STYLE).pdf()
    assert attachments(pdf) == []
    assert "".join(hostile.split()) in says(pdf).replace("\u200b", "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "css"),
    [
        pytest.param('<img src="{}" alt="x">', "", id="78-picture"),
        pytest.param('<object data="{}"></object>', "", id="78-object"),
        pytest.param('<link rel="stylesheet" href="{}">', "", id="78-style-sheet"),
        pytest.param('<base href="{}"><img src="x.png" alt="x">', "", id="78-base"),
        pytest.param("<svg width='9' height='9'><image href='{}'/></svg>", "", id="78-in-a-drawing"),
        pytest.param("", '@import url("{}");', id="78-import"),
        pytest.param("", 'body {{ background: url("{}") }}', id="78-background"),
        pytest.param("", '@font-face {{ font-family: x; src: url("{}") }} p {{ font-family: x }}', id="78-font"),
        pytest.param("", 'p::before {{ content: url("{}") }}', id="78-content"),
    ],
)
def test_78_nothing_is_fetched(secret: str, server: tuple[str, Callable[[], bool]], body: str, css: str) -> None:
    """Neither from the net nor from the disk; the paper is set without it."""
    address, called = server
    for each in (address, secret):
        pdf = pdf_of(body.format(each), css.format(each))
        assert "甲" in says(pdf)
        assert SECRET.encode() not in pdf
    assert not called()


@pytest.mark.parametrize("span", ["1e9", "1000000000", "65", "0", "-1"])
def test_79_an_endless_colspan_is_refused(tmp_path: Path, span: str) -> None:
    """With the template that gives it, and without a wait."""
    source = (
        '<article><section class="body"><table columns="1 1"><tbody>'
        f'<tr><td colspan="{span}">甲</td></tr></tbody></table></section></article>'
    )
    began = time.monotonic()
    document, said = composed(tmp_path, templates=templates(tmp_path, paper=source))
    assert document is None
    assert time.monotonic() - began < 5
    assert said[0].startswith("templates/plan/paper.j2: 错误[template-markup]")
    assert f"colspan“{span}”" in said[0] or f"colspan=“{span}”" in said[0]


def test_80_five_hundred_nested_blocks_of_a_template_are_refused() -> None:
    """In Chinese, by the parser."""
    nested = "<aside>" * 500 + "</aside>" * 500
    with pytest.raises(BadMarkup, match=r"^模板产生的标记有误：嵌套太深，或一段文字太长$"):
        parse(f'<article><section class="body">{nested}</section></article>', {})


def test_80_nested_boxes_are_refused_at_any_depth() -> None:
    """A box holds no box."""
    nested = "<aside><header>甲</header><aside><header>乙</header></aside></aside>"
    with pytest.raises(BadMarkup, match="<aside> 里不能有 <aside>"):
        parse(f'<article><section class="body">{nested}</section></article>', {})


def test_80_five_hundred_nested_headings_in_data_are_refused(tmp_path: Path) -> None:
    """By the reader of YAML."""
    nested = "{heading: 甲, blocks: [" * 500 + "]}" * 500
    said = only_fault(tmp_path, ("text/plan.yaml", "- 重点如下。", f"- {nested}"))
    assert "错误[yaml-depth] 嵌套超过 20 层" in said
