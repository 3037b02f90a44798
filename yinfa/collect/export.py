"""The workbook that a unit is sent: how to fill it in, its forms, what it only supports, and what was sent."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from yinfa.books.blank import Box, Head, Sheet, workbook
from yinfa.books.entries import Entry
from yinfa.collect.base import BASE, base_of, sheet_of
from yinfa.collect.forms import Field, Form
from yinfa.collect.lines import Line, Questions, Sheaf, canonical
from yinfa.model.plan import Plan

HELP, SUPPORTED = "填表说明", "配合事项"
SHEETS = (HELP, SUPPORTED, BASE)  # those that are no forms
BASES = {"新增": "填当年新增的数，不填历年累计。", "累计": "填到年底的累计数。", "期末": "填年底的数。"}
DIGITS = 15  # of a number in a cell: what has more is written as text


def exported(plan: Plan, questions: Questions) -> bytes:
    """Return the workbook of a unit, the same whenever it is made from the same data."""
    sheaves = [each for each in questions.sheaves if each.lines]
    sheets = [_help(plan, questions), *map(_sheet, sheaves)]
    if questions.supported:
        sheets.append(_supported(questions))
    sheets.append(sheet_of(base_of(str(plan.identity.id), questions)))
    return workbook(sheets, title_of(questions), date.fromisoformat(plan.identity.day))


def title_of(questions: Questions) -> str:
    """Return what the workbook of a unit is called, which is its file's name."""
    return f"{questions.unit.short}{questions.year}年填报表"


def _sheet(sheaf: Sheaf) -> Sheet:
    form = sheaf.form
    heads = tuple(Head(each.header, each.width, each.choices, each.note, each.use == "fill") for each in form.fields)
    rows = tuple(tuple(_box(each, line, form) for each in form.fields) for line in sheaf.lines)
    return Sheet(form.sheet, heads, rows, keys=4 if form.links[0][0] == "时期" else 2, locked=True)


def _box(field: Field, line: Line, form: Form) -> Entry | Box:
    """Return what stands in a cell; where an answer is expected, with what may be chosen or in which measure it is."""
    value = _entry(line.values.get(field.header, ""))
    if field.header != form.answer or form.answer not in form.numbers:
        return value
    if line.choices:
        return Box(value, line.choices, "定性指标：从列表中选择，依据写在“证据”一栏")
    return Box(value, field.choices, f"计量单位：{line.measure}。{BASES.get(line.text('口径'), '')}{field.note}")


def _entry(value: str | Decimal) -> Entry:
    if isinstance(value, Decimal):
        plain = Decimal(canonical(value))
        return plain if len(plain.as_tuple().digits) <= DIGITS else f"{value:f}"
    return value or None


def _supported(questions: Questions) -> Sheet:
    heads = (Head("类别", 14), Head("事项", 40), Head("内容", 60), Head("由谁填报", 18))
    rows = tuple(
        (form.sheet[:2], line.label, _content(line), str(lead.short)) for form, line, lead in questions.supported
    )
    return Sheet(SUPPORTED, heads, rows, locked=True)


def _content(line: Line) -> str:
    said = (line.text(each) for each in ("任务名称", "要求", "目标值", "建设内容"))
    return "，".join(filter(None, said))


def _help(plan: Plan, questions: Questions) -> Sheet:
    lines = tuple((each,) for each in _lines(plan, questions))
    return Sheet(HELP, (Head(f"{questions.unit.name}：{questions.year}年度完成情况填报表", 100),), lines, locked=True)


def _lines(plan: Plan, questions: Questions) -> Iterator[str]:
    yield f"用于《{plan.identity.title}》{questions.year}年度评估，由{plan.identity.issuer}汇总。"
    for sheaf in (each for each in questions.sheaves if each.lines):
        yield f"“{sheaf.form.sheet}”表：{len(sheaf.lines)}行，必须填写“{sheaf.form.answer}”一栏。"
    yield "只填浅黄色的格；灰色的格已经锁定，不要改动。发现灰色格里的内容不对，请告诉汇总单位，由其改正后重发。"
    yield "可以筛选、调整列宽；不要增删行、列和工作表，不要改工作表的名称。"
    yield "数字只填数，不带单位，按表中的计量单位填写（万元、亿元不要混用）。"
    yield "没有数的填“—”，不适用的填“不适用”，不要用0代替。"
    yield "没有达到目标的指标和没有完成的任务，写明原因和改进措施。"
    if questions.supported:
        yield f"“{SUPPORTED}”表列出本单位配合的事项，由牵头单位填报，仅供了解。"
    yield "填好后保存为 .xlsx，原样交回，文件可以改名。"
