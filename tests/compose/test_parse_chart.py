"""Charts out of markup: every figure under its label, every gap kept, whatever cannot be drawn refused."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from tests.compose.composing import STYLE, composed, document_of, templates
from tests.dump import dump
from yinfa.compose.number import number
from yinfa.compose.parse import BadMarkup, parse
from yinfa.compose.refer import refer
from yinfa.diagnostics import Report
from yinfa.document.tree import Chart, Figure, Num, Paragraph, Ref, Section, Series, Text
from yinfa.proof.said_tree import said_by_tree

BARS = """\
<chart id="c" at="text/a.yaml:3:5" form="bars" measure="%" top="200" alt="两项">
  <figcaption>完成率</figcaption>
  <label>甲&amp;乙</label><label> 丙（省级）
  </label>
  <series name="达到目标" look="solid"><data value="400" at="b!s!E4">400.0%</data><data value=""/></series>
  <series name="未完成" look="hatched"><data value=""> </data><data value="0" at="b!s!E5">0.0%</data></series>
  <data value="100">100%</data>
</chart>"""


def charts(markup: str) -> tuple[Chart, ...]:
    """Return the charts of a body."""
    (section,) = parse(f'<article><section class="body">{markup}</section></article>', {})
    return tuple(block for block in section.blocks if isinstance(block, Chart))


def refusal(old: str, new: str) -> BadMarkup:
    """Return why the bars are refused in which `old` is `new`."""
    assert old in BARS
    with pytest.raises(BadMarkup) as found:
        charts(BARS.replace(old, new))
    return found.value


def test_a_chart_becomes_its_node() -> None:
    """Figures with value and cell, gaps as gaps, zero as zero."""
    assert charts(BARS) == (
        Chart(
            id="c",
            caption=(Text("完成率"),),
            form="bars",
            labels=("甲&乙", "丙（省级）"),
            series=(
                Series("达到目标", "solid", (Num("400.0%", Decimal(400), "b!s!E4"), None)),
                Series("未完成", "hatched", (None, Num("0.0%", Decimal(0), "b!s!E5"))),
            ),
            alt="两项",
            measure="%",
            limit=Num("100%", Decimal(100)),
            top=Decimal(200),
            origin="text/a.yaml:3:5",
        ),
    )


def test_a_chart_needs_neither_id_nor_measure_nor_limit_nor_end_of_its_axis() -> None:
    """Nothing stands for what is left out."""
    (chart,) = charts(
        '<chart form="lines" alt="线"><figcaption>甲</figcaption><label>2011年</label>'
        '<series name="实际值" look="line"><data value="1.50">1.50</data></series></chart>'
    )
    assert (chart.id, chart.measure, chart.limit, chart.top, chart.origin) == ("", "", None, None, "")
    assert chart.series[0].values == (Num("1.50", Decimal("1.50")),)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('form="bars"', 'form="pie"', "<chart> 的 form“pie”应是 bars、stacked、lines 之一"),
        ('form="bars"', "", "<chart> 缺少属性“form”"),
        ('alt="两项"', "", "<chart> 缺少属性“alt”"),
        ('alt="两项"', 'alt=" "', "<chart> 的 alt 要写明图中所示"),
        ("<figcaption>完成率</figcaption>", "", "<chart> 要有一个 <figcaption>，最多一个 <data>（界限）"),
        ("<figcaption>", "<figcaption/><figcaption>", "<chart> 要有一个 <figcaption>，最多一个 <data>（界限）"),
        ("</chart>", '<data value="1">1</data></chart>', "<chart> 要有一个 <figcaption>，最多一个 <data>（界限）"),
        ('<data value="100">100%</data>', '<data value=""/>', "<chart> 的界限要有数"),
        ("<label>甲&amp;乙</label>", "<label> </label>", "<chart> 要有至少一个 <label>，每个都要有名称"),
        ("<label>甲&amp;乙</label>", "", "<series> 有 2 个数，应与 1 个 <label> 一一对应"),
        ('<data value=""/></series>', "</series>", "<series> 有 1 个数，应与 2 个 <label> 一一对应"),
        ('name="未完成"', 'name="达到目标"', "<chart> 有两个 <series> 同名"),
        ('name="未完成"', 'name=" "', "<chart> 要有至少一个 <series>，每个都要有名称"),
        ('look="hatched"', 'look="red"', "<series> 的 look“red”应是 solid、hatched、light、blank 之一"),
        ('look="hatched"', 'look="dashed"', "<series> 的 look“dashed”应是 solid、hatched、light、blank 之一"),
        ('look="hatched"', "", "<series> 缺少属性“look”"),
        ('<data value=""/>', '<data value="">—</data>', "图中的 <data> 有数才能有字，有数就要有字"),
        (">0.0%<", "><", "图中的 <data> 有数才能有字，有数就要有字"),
        ('value="400"', 'value="四百"', "<data> 的 value“四百”不是数"),
        ('value="400"', 'value="NaN"', "<data> 的 value“NaN”画不出来"),
        ('value="400"', 'value="Infinity"', "<data> 的 value“Infinity”画不出来"),
        ('top="200"', 'top="很高"', "<chart> 的 top“很高”不是数"),
        ('top="200"', 'top="0"', "<chart> 的 top 只用于条形，要大于零"),
        ('top="200"', 'top="NaN"', "<chart> 的 top 只用于条形，要大于零"),
        ("<label>甲&amp;乙</label>", "<p>甲</p>", "<chart> 里不能有 <p>"),
        ("<label>甲&amp;乙</label>", "甲", "<chart> 里不能直接写文字“甲”"),
        ("甲&amp;乙", "<b>甲</b>", "<label> 里不能有 <b>"),
        ('measure="%"', 'style="x"', "标签 <chart> 没有属性“style”"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_refused(old: str, new: str, why: str) -> None:
    """In Chinese, at the place of the block."""
    error = refusal(old, new)
    assert str(error).startswith(why)
    assert error.at in ("text/a.yaml:3:5", "b!s!E4", "b!s!E5")


def test_a_chart_without_a_series_or_a_figure_is_refused() -> None:
    """There is nothing to be seen in it."""
    whole = BARS[BARS.index("<series") : BARS.rindex("</series>") + len("</series>")]
    assert str(refusal(whole, "")) == "<chart> 要有至少一个 <series>，每个都要有名称"
    gaps = '<series name="甲" look="solid"><data value=""/><data value=""/></series>'
    assert str(refusal(whole, gaps)) == "<chart> 没有一个数可画"


def test_lines_have_strokes_and_their_axis_no_end() -> None:
    """A fill, or a place to cut at, makes no sense on them."""
    assert str(refusal('form="bars"', 'form="lines"')) == "<series> 的 look“solid”应是 line、dashed 之一"
    lines = BARS.replace('form="bars"', 'form="lines"').replace("solid", "line").replace("hatched", "dashed")
    with pytest.raises(BadMarkup, match="只用于条形"):
        charts(lines)


NAMES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)
VALUES = st.none() | st.decimals(-(10**6), 10**6, places=2)


@given(st.lists(st.tuples(NAMES, VALUES), min_size=1, max_size=20), st.data())
def test_no_figure_and_no_gap_moves_to_another_label(
    bars: list[tuple[str, Decimal | None]], data: st.DataObject
) -> None:
    """Whatever the labels are, and wherever the gaps."""
    bars[data.draw(st.integers(0, len(bars) - 1))] = ("甲", Decimal(1))
    labels = Markup("").join(Markup("<label>{}</label>").format(label) for label, _ in bars)
    figures = Markup("").join(
        Markup('<data value=""/>') if value is None else Markup('<data value="{}">{}</data>').format(value, value)
        for _, value in bars
    )
    (chart,) = charts(
        f'<chart form="stacked" alt="图"><figcaption>{escape("甲")}</figcaption>{labels}'
        f'<series name="乙" look="light">{figures}</series></chart>'
    )
    found = zip(chart.labels, chart.series[0].values, strict=True)
    assert [(label, each and each.value) for label, each in found] == bars


CHART = charts(BARS)[0]


def test_charts_and_pictures_are_counted_together_and_can_be_referred_to() -> None:
    """图1 a picture, 图2 and 图3 charts; one without an id gets one."""
    body = (
        Paragraph((Ref("c"), Text("和"), Ref("figure-3"))),
        Figure("", (Text("照片"),), b"", "甲"),
        CHART,
        replace(CHART, id=""),
    )
    report = Report()
    document = refer(number(document_of(Section("body", body)), STYLE.numbering), STYLE.numbering, report)
    assert list(report) == []
    (section,) = document.sections
    paragraph, *figures = section.blocks
    assert [(each.id, each.ordinal) for each in figures if isinstance(each, (Figure, Chart))] == [
        ("figure-1", "图1"),
        ("c", "图2"),
        ("figure-3", "图3"),
    ]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children == (Ref("c", "图2"), Text("和"), Ref("figure-3", "图3"))


def test_a_chart_says_its_caption_alone_where_formats_are_compared() -> None:
    """What is drawn is for each format to draw; that it is there is tested format by format."""
    document = number(document_of(Section("body", (CHART,))), STYLE.numbering)
    assert said_by_tree(document).text == "图1完成率"


def test_a_chart_is_dumped_with_all_that_it_holds() -> None:
    """So that a golden tree shows every figure with its cell."""
    assert dump(document_of(Section("body", (CHART,)))).split("[body]\n")[1] == (
        "chart #c |完成率 (bars, %, limit [100% = 100], top 200) @ text/a.yaml:3:5\n"
        "  甲&乙 | 丙（省级）\n"
        "  达到目标.solid: [400.0% = 400 @ b!s!E4] | ~\n"
        "  未完成.hatched: ~ | [0.0% = 0 @ b!s!E5]\n"
        "  两项\n"
    )


def test_a_template_may_draw_a_chart(tmp_path: Path) -> None:
    """And one that draws it badly is told at the block's place."""
    paper = f'<article><section class="body">{BARS}</section></article>'
    document, said = composed(tmp_path, templates=templates(tmp_path / "good", paper=paper))
    assert said == []
    assert document
    assert isinstance(document.sections[0].blocks[0], Chart)
    bad = templates(tmp_path / "bad", paper=paper.replace('look="solid"', 'look="red"'))
    _, said = composed(tmp_path, templates=bad)
    assert [each.split("\n")[0] for each in said] == [
        "text/a.yaml:3:5: 错误[template-markup] <series> 的 look“red”应是 solid、hatched、light、blank 之一"
    ]
