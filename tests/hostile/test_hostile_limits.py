"""Cases 70 and 81 to 83 of the hostile inputs: what would run for ever, fill the memory, or come out as a blank."""

import time
from decimal import Decimal
from pathlib import Path

import pytest

from tests.compose.composing import STYLE, composed, paper, templates
from tests.hostile.test_hostile_templates import PAPER, words
from tests.plans import only_fault, write_plan
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT
from yinfa.compose.compose import Composer
from yinfa.compose.environment import Sandbox
from yinfa.confined import SECONDS
from yinfa.diagnostics import Faults
from yinfa.issuing import build
from yinfa.pipeline import Request
from yinfa.writers.glyphs import missing_in
from yinfa.writers.pdf import lay_out

# Short to write, gigabytes or hours to compute.
ENDLESS = [
    pytest.param('"a" * 10**9', id="70-text-many-times"),
    pytest.param("[1] * 1000000000", id="70-list-many-times"),
    pytest.param("1000000000 * 'a'", id="70-times-a-text"),
    pytest.param("9**9**9", id="70-power"),
    pytest.param("'%999999999d' % 1", id="70-width-of-a-number"),
    pytest.param("'a' | center(1000000000)", id="70-filter-center"),
    pytest.param("'%999999999d' | format(1)", id="70-filter-format"),
    pytest.param("'a\\na' | indent(1000000000)", id="70-filter-indent"),
    pytest.param("range(10**9) | list", id="70-range"),
    pytest.param("lipsum(1000000)", id="70-lipsum"),
]


@pytest.mark.parametrize("expression", ENDLESS)
def test_70_prose_that_would_never_end_is_refused_at_its_place(tmp_path: Path, expression: str) -> None:
    """At once: prose has no filters, and what multiplies is numbers."""
    began = time.process_time()
    quoted = f"{{{{ {expression} }}}}".replace("'", "''")
    _, said = composed(tmp_path, words(f"'{quoted}'", "重点如下。"))
    assert time.process_time() - began < 2
    assert [each.split("] ")[0] for each in said] in (
        [f"data/xian/text/plan.yaml:23:19: 错误[prose-{code}"] for code in ("unsafe", "syntax", "name-unknown")
    )


def test_70_an_infinite_number_in_prose_is_refused_at_its_place(tmp_path: Path) -> None:
    """Found by fuzzing: Jinja writes it into its code as a name."""
    _, said = composed(tmp_path, words("'{{ count(1e999) }}'", "重点如下。"))
    assert [each.split("\n")[0] for each in said] == [
        "data/xian/text/plan.yaml:23:19: 错误[prose-too-much] 花括号内的数太大"
    ]


@pytest.mark.parametrize("expression", ENDLESS)
def test_70_a_template_that_would_never_end_is_refused_at_its_line(tmp_path: Path, expression: str) -> None:
    """As prose is."""
    began = time.process_time()
    document, said = composed(tmp_path, templates=templates(tmp_path, paper=PAPER % expression))
    assert document is None
    assert time.process_time() - began < 2
    assert said[0].startswith("templates/plan/paper.j2:3:1: 错误[template-")


def test_70_numbers_are_still_multiplied() -> None:
    """A template may reckon."""
    template = Sandbox().from_string("{{ 3 * n }} {{ 7 % 4 }}")
    assert template.render(n=Decimal("1.5")) == "4.5 3"


LOOP = """<article><section class="body">
{% macro again(n) %}{% for i in [1, 2] %}{% if n %}{{ again(n - 1) }}{% endif %}{% endfor %}{% endmacro %}
{{ again(60) }}<p>甲</p></section></article>"""


@pytest.mark.slow
def test_70_an_endless_loop_in_a_template_ends_by_the_clock_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What no sandbox stops: two to the power of 60 rounds."""
    monkeypatch.setattr("yinfa.confined.SECONDS", SECONDS | {"编排": 2})
    _, *others = Composer.__init__.__defaults__ or ()
    monkeypatch.setattr(Composer.__init__, "__defaults__", (templates(tmp_path, paper=LOOP), *others))
    assert run(["build", str(write_plan(tmp_path)), "--output", str(tmp_path / "output")]) == DATA_FAULT
    assert "错误[time-limit] “编排 某县质量强县规划”用了 2 秒还没有完成" in capsys.readouterr().err
    assert not (tmp_path / "output").exists()


def test_81_a_paragraph_of_a_million_characters_is_refused(tmp_path: Path) -> None:
    """At its place, and before anybody lays it out."""
    began = time.process_time()
    said = only_fault(tmp_path, words("质" * 1_000_000))
    assert time.process_time() - began < 10
    assert said == "text/plan.yaml:23:19: 错误[yaml-size] 一段文字超过 20000 字"


@pytest.mark.slow
def test_81_a_paragraph_as_long_as_allowed_is_laid_out_in_good_time(tmp_path: Path) -> None:
    """Of one word, which is the worst."""
    document = paper(tmp_path, words("a" * 20_000))
    began = time.process_time()
    assert lay_out(document, STYLE).page_count > 10
    assert time.process_time() - began < 10


@pytest.mark.slow
def test_81_a_layout_that_never_ends_is_stopped_and_the_paper_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page a millimetre wide, a bomb of CSS: whatever the engine chokes on."""
    monkeypatch.setattr("yinfa.confined.SECONDS", {"读取": 60, "编排": 60, "核字": 240, "排版": 1, "生成": 60})
    monkeypatch.setattr("yinfa.issuing.lay_out", lambda *_: 9**9**9)
    with pytest.raises(Faults, match="“排版 某县质量强县规划”用了 1 秒还没有完成"):
        build(Request((write_plan(tmp_path),), tmp_path / "output"))
    assert not (tmp_path / "output").exists()


def test_83_a_character_that_no_font_has_is_named(tmp_path: Path) -> None:
    """With its place."""
    document = paper(tmp_path, ("text/plan.yaml", "为做好", "为做好\U000323af"))
    (found,) = missing_in(document, STYLE).items()
    assert found == ("\U000323af", "data/xian/text/plan.yaml:2:5")


@pytest.mark.slow
def test_82_a_table_of_five_thousand_rows_is_laid_out_in_good_time(tmp_path: Path) -> None:
    """And every row of it stands in the paper."""
    rows = "".join(f"<tr><td>{number}</td><td>检测中心</td></tr>" for number in range(5_000))
    source = (
        '<article><section class="body"><table columns="1 1"><thead><tr><th>序号</th><th>名称</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></section></article>"
    )
    document, _ = composed(tmp_path, templates=templates(tmp_path, paper=source))
    assert document is not None
    began = time.process_time()
    layout = lay_out(document, STYLE)
    assert layout.page_count > 100
    assert time.process_time() - began < SECONDS["排版"] / 4
