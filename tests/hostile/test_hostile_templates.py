"""Cases 64-69 and 71-76 of the hostile inputs: templates and text."""

from pathlib import Path

import pytest

from tests.compose.composing import STYLE, composed, of_the_year, paper, paper_of_the_year, templates
from tests.dump import dump
from tests.plans import Change, only_fault, read_plan
from yinfa.document.tree import Document
from yinfa.issue.naming import file_name
from yinfa.proof.said_docx import said_by_docx
from yinfa.proof.said_tree import said_by_tree
from yinfa.writers.docx import write_docx
from yinfa.writers.layout import Layout
from yinfa.writers.pdf.html import write_html

pytestmark = pytest.mark.slow

PAPER = "<article>\n<section class='body'>\n<p>{{ %s }}</p>\n</section></article>"


def words(new: str, old: str = "重点如下。") -> Change:
    """Return the change of a text of text/plan.yaml."""
    return "text/plan.yaml", old, new


def from_template(folder: Path, expression: str) -> tuple[Document | None, list[str]]:
    """Return the paper of a template that prints an expression, and what is said of it."""
    return composed(folder, templates=templates(folder, paper=PAPER % expression))


def docx_of(document: Document) -> bytes:
    """Return a paper as DOCX."""
    return write_docx(document, STYLE, Layout({}, 1, lambda: b"", document))


@pytest.mark.parametrize("place", ["指标!D2", "指标!H2", "指标!L5", "项目!C2", "项目!G2"])
def test_64_braces_in_a_cell_stay_literal(tmp_path: Path, place: str) -> None:
    """Only prose is a template."""
    text = dump(paper(tmp_path, (place, "{{7*7}}{% if %}{#")))
    assert "49" not in text
    assert "{{7*7}}{% if %}{#" in text


def test_64_braces_in_a_fact_that_prose_names_stay_literal(tmp_path: Path) -> None:
    """Prose is rendered once."""
    text = dump(paper(tmp_path, ("指标!L5", "{{7*7}}"), words("要求：{{ target('emission') }}。")))
    assert "p.body 要求：[{{7*7}} = None @" in text


HOSTILE = "<script>alert(1)</script><img src=file:///etc/passwd>&amp;"


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([words(HOSTILE)], id="65-in-a-text"),
        pytest.param([words(f'{HOSTILE}{{{{ count("项目") }}}}')], id="65-in-prose-with-a-fact"),
        pytest.param([words(HOSTILE, "发展目标")], id="65-in-a-heading"),
        pytest.param([("项目!G2", HOSTILE)], id="65-in-a-cell"),
        pytest.param([("plan.yaml", "issuer: 某县质量办", f"issuer: {HOSTILE}")], id="65-in-the-issuer"),
        pytest.param([("plan.yaml", "    title: 某县", f"    title: {HOSTILE}某县")], id="65-in-the-title"),
    ],
)
def test_65_tags_in_data_are_escaped(tmp_path: Path, changes: list[Change]) -> None:
    """They are printed as they are written."""
    document = paper(tmp_path, *changes)
    html = write_html(document, STYLE)
    assert HOSTILE in dump(document)
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


ISSUED, CONSULTED, ADOPTED = "关于印发2013年度", "关于公开征求", "采纳情况"


@pytest.mark.parametrize(
    ("title", "change"),
    [
        pytest.param(ISSUED, ("text/notice.yaml", "[某县人民政府办公室]", f"['{HOSTILE}']"), id="65-in-an-office"),
        pytest.param(ISSUED, ("text/notice.yaml", "县人武部", f"'{HOSTILE}'"), id="65-in-the-imprint"),
        pytest.param(ISSUED, ("text/notice.yaml", "（此件公开发布）", HOSTILE), id="65-in-the-postscript"),
        pytest.param(ISSUED, ("text/action.yaml", "培育品牌。", HOSTILE), id="65-in-a-task"),
        pytest.param(ISSUED, ("text/action.yaml", "heading: 责任分解表", f"heading: {HOSTILE}"), id="65-in-an-annex"),
        pytest.param(ISSUED, ("指标!F12", HOSTILE), id="65-in-a-target"),
        pytest.param(CONSULTED, ("text/feedback.yaml", "总体意见", f"'{HOSTILE}'"), id="65-in-a-form"),
        pytest.param(CONSULTED, ("text/feedback.yaml", "机关", f"'{HOSTILE}'"), id="65-in-a-choice"),
        pytest.param(CONSULTED, ("text/feedback.yaml", "修改意见", f"'{HOSTILE}'"), id="65-in-the-head-of-a-form"),
        pytest.param(ADOPTED, ("意见!D2", HOSTILE), id="65-in-an-opinion"),
    ],
)
@pytest.mark.slow
def test_65_tags_in_the_papers_of_a_year_are_escaped(tmp_path: Path, title: str, change: Change) -> None:
    """Also around the text, in tasks, and in forms."""
    document, _ = of_the_year(tmp_path, title, change)
    assert document is not None
    html = write_html(document, STYLE)
    assert HOSTILE in dump(document)
    assert "<script" not in html
    assert "src=file" not in html.replace("&lt;img src=file", "")


@pytest.mark.parametrize("place", ["意见!B2", "意见!D3", "指标!F12"])
def test_64_braces_in_a_cell_of_the_year_stay_literal(tmp_path: Path, place: str) -> None:
    """Opinions come from anybody."""
    title = ADOPTED if place.startswith("意见") else ISSUED
    text = dump(paper_of_the_year(tmp_path, title, (place, "{{7*7}}{% if %}{#")))
    assert "49" not in text
    assert "{{7*7}}{% if %}{#" in text


def test_66_a_missing_variable_is_named_with_file_and_line(tmp_path: Path) -> None:
    """In the paper's own template."""
    document, said = from_template(tmp_path, "nobody")
    assert document is None
    assert said[0].startswith("templates/plan/paper.j2:3:1: 错误[template-name-unknown] 花括号内不认识“nobody”")


def test_66_a_missing_attribute_is_named_with_file_and_line(tmp_path: Path) -> None:
    """Of the plan."""
    _, said = from_template(tmp_path, "plan.identity.titel")
    assert said[0].startswith("templates/plan/paper.j2:3:1: 错误[template-name-unknown] 花括号内不认识“titel”")


def test_66_a_missing_variable_in_a_shared_macro_is_named_with_its_file(tmp_path: Path) -> None:
    """Where it stands, not where the macro is called."""
    source = '{% from "_shared/m.j2" import m %}<article><section class="body">{{ m() }}</section></article>'
    folder = templates(tmp_path, paper=source)
    (folder / "_shared" / "m.j2").write_text("{% macro m() %}\n\n<p>{{ nobody }}</p>{% endmacro %}", encoding="utf-8")
    _, said = composed(tmp_path, templates=folder)
    assert said[0].startswith("templates/_shared/m.j2:3:1: 错误[template-name-unknown] 花括号内不认识“nobody”")


@pytest.mark.parametrize("expression", ["paper.year", "None", "none | default('x')"])
def test_67_none_is_an_error_with_file_and_line(tmp_path: Path, expression: str) -> None:
    """The word None is never printed."""
    document, said = from_template(tmp_path, expression)
    assert document is None
    assert said[0].startswith("templates/plan/paper.j2:3:1: 错误[template-not-printable] 这里没有值可印（None）")


@pytest.mark.parametrize("expression", ["plan.words.items", "plan.identity.sources.index", "paper.title.upper"])
def test_68_a_method_is_never_printed(tmp_path: Path, expression: str) -> None:
    """What Jinja finds under the name of a key that is not there."""
    document, said = from_template(tmp_path, expression)
    assert document is None
    assert said[0].startswith("templates/plan/paper.j2:3:1: 错误[template-unsafe] 花括号内不许取用")


def test_68_a_key_named_items_is_a_key_that_nobody_knows(tmp_path: Path) -> None:
    """In the data."""
    said = only_fault(tmp_path, ("plan.yaml", "place: 某县", "place: 某县\nitems: 1"))
    assert said == "plan.yaml:4:1: 错误[yaml-extra-forbidden] 不认识的键“items”"


ESCAPES = [
    pytest.param("''.__class__.__mro__", id="69-class-of-a-text"),
    pytest.param("target.__self__", id="69-self-of-a-function"),
    pytest.param("target.__globals__", id="69-globals-of-a-function"),
    pytest.param("target.__func__.__code__", id="69-code-of-a-method"),
    pytest.param("''['__class__']", id="69-item-for-attribute"),
    pytest.param("'' | attr('__class__')", id="69-filter-attr"),
    pytest.param("['x'] | map(attribute='__class__') | join", id="69-filter-map"),
    pytest.param("'{0.__class__}'.format(1)", id="69-format"),
    pytest.param("self.__init__.__globals__", id="69-self-of-the-template"),
    pytest.param("lipsum.__globals__", id="69-lipsum"),
    pytest.param("cycler.__init__.__globals__", id="69-cycler"),
    pytest.param("namespace.__init__", id="69-namespace"),
    pytest.param("range(9)", id="69-range"),
    pytest.param("''.join(['a', 'b'])", id="69-a-harmless-method"),
]


@pytest.mark.parametrize("escape", ESCAPES)
def test_69_an_escape_from_prose_is_refused(tmp_path: Path, escape: str) -> None:
    """At the place of the text."""
    document, said = composed(tmp_path, words(f'"{{{{ {escape} }}}}"', "重点如下。"))
    assert document is not None  # composed to its end, to find all faults
    assert len(said) == 1
    assert said[0].startswith("data/xian/text/plan.yaml:23:19: 错误[prose-")


@pytest.mark.parametrize(
    "escape",
    [
        *ESCAPES,
        pytest.param("plan.folder", id="69-the-folder"),
        pytest.param("plan.folder.parent.joinpath('x').read_text()", id="69-a-file"),
        pytest.param("paper.parse_file('/etc/passwd')", id="69-a-file-through-pydantic"),
        pytest.param("paper.model_dump()", id="69-a-method-of-pydantic"),
        pytest.param("plan.words.clear()", id="69-a-change-of-the-data"),
    ],
)
def test_69_an_escape_from_a_template_is_refused(tmp_path: Path, escape: str) -> None:
    """At its line."""
    document, said = from_template(tmp_path, escape)
    assert document is None
    assert said[0].startswith("templates/plan/paper.j2:3:1: 错误[template-")


def test_71_a_link_among_the_templates_is_refused(tmp_path: Path) -> None:
    """It could lead anywhere."""
    (tmp_path / "secret").write_text("<p>secret</p>", encoding="utf-8")
    source = '<article><section class="body">\n{% include "plan/link.j2" %}</section></article>'
    folder = templates(tmp_path, paper=source)
    (folder / "plan" / "link.j2").symlink_to(tmp_path / "secret")
    document, said = composed(tmp_path, templates=folder)
    assert document is None
    assert said[0].startswith("templates/plan/paper.j2")
    assert "错误[template-template-missing] 不能读取模板“plan/link.j2”" in said[0]


def test_72_a_template_named_html_j2_escapes_too(tmp_path: Path) -> None:
    """`select_autoescape` would overlook it."""
    source = '<article><section class="body">{% include "plan/x.html.j2" %}</section></article>'
    folder = templates(tmp_path, paper=source)
    (folder / "plan" / "x.html.j2").write_text("<p>{{ paper.title }}</p>", encoding="utf-8")
    document, said = composed(tmp_path, ("plan.yaml", "    title: 某县", "    title: <b>某县"), templates=folder)
    assert said == []
    assert document is not None
    assert "p.body <b>某县质量强县规划" in dump(document)


REFUSED = [
    pytest.param(0x07, "控制字符 U+0007", id="73-bell"),
    pytest.param(0xFFFE, "不是文字的码位 U+FFFE", id="73-fffe"),
    pytest.param(0xD800, "半个字符（孤立代理码） U+D800", id="73-surrogate"),
    pytest.param(0x202E, "改变文字方向的控制符 U+202E", id="74-bidi"),
    pytest.param(0x200B, "看不见的零宽字符 U+200B", id="74-zero-width"),
]


@pytest.mark.parametrize(("code", "said"), REFUSED)
def test_73_74_an_unprintable_character_in_a_text_is_refused(tmp_path: Path, code: int, said: str) -> None:
    """Written as an escape, which reaches the text only when it is read."""
    _, found = read_plan(tmp_path, words(f'"重\\u{code:04x}点"'))
    assert [line for line in found if said.split(" U+")[0] in line and "plan.yaml:23" in line and "[character]" in line]


@pytest.mark.parametrize(("code", "said"), REFUSED)
def test_73_74_an_unprintable_character_in_a_cell_is_refused(tmp_path: Path, code: int, said: str) -> None:
    """Written as workbooks write what XML cannot hold."""
    _, found = read_plan(tmp_path, ("项目!G2", f"重_x{code:04X}_点"))
    assert found == [f"data/xian/projects.xlsx!项目!G2: 错误[character] 文字中含有{said}"]


@pytest.mark.parametrize(("code", "said"), REFUSED)
def test_73_74_an_unprintable_character_made_by_prose_is_refused(tmp_path: Path, code: int, said: str) -> None:
    """Jinja knows escapes of its own."""
    _, found = composed(tmp_path, words(f"'{{{{ \"\\u{code:04x}\" }}}}'"))
    assert [line.split("\n")[0] for line in found] == [
        f"data/xian/text/plan.yaml:23:19: 错误[prose-not-printable] 花括号内含有{said}"
    ]


@pytest.mark.parametrize("text", ["</w:t>", "]]>", "<w:p/>", "&#x0;", "<!--", "--"])
def test_75_markup_of_word_in_data_is_literal(tmp_path: Path, text: str) -> None:
    """The DOCX says what the tree says."""
    document = paper(tmp_path, words(f"'甲{text}乙'"), ("项目!G2", f"甲{text}乙"))
    assert f"甲{text}乙" in said_by_tree(document).text
    assert said_by_docx(docx_of(document)) == said_by_tree(document)


def test_76_a_title_of_256_characters_is_refused(tmp_path: Path) -> None:
    """Before anything is written."""
    said = only_fault(tmp_path, ("plan.yaml", "    title: 某县质量强县规划", f"    title: {'长' * 256}"))
    assert said == "plan.yaml:15:12: 错误[yaml-string-too-long] “title”有 256 个字，不能超过 255 个"


def test_76_a_title_that_needs_more_lines_than_there_are_is_refused(tmp_path: Path) -> None:
    """What the properties of a DOCX take no sheet has room for."""
    _, (said,) = composed(tmp_path, ("plan.yaml", "    title: 某县质量强县规划", f"    title: {'长' * 255}"))
    assert said.startswith("data/xian/plan.yaml:15:12: 错误[title-too-long]")


def test_76_a_title_of_80_characters_is_issued(tmp_path: Path) -> None:
    """In four full lines."""
    document = paper(tmp_path, ("plan.yaml", "    title: 某县质量强县规划", f"    title: {'长' * 80}"))
    assert docx_of(document).startswith(b"PK")
    assert len(file_name(document.title, ".docx").encode()) <= 255
