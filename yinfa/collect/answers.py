"""What a returned file answers: compared with what was sent out and with what the data hold now.

Three versions of every cell are known: as it was sent, as it came back, as it is in the data. What the unit changed is
an answer where it may be changed, and a fault elsewhere; what the data have changed meanwhile is never overwritten.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from yinfa.collect.base import RE_EXPORT
from yinfa.collect.forms import Field, Form
from yinfa.collect.lines import Key, Line, Questions, Sheaf, Value, canonical
from yinfa.collect.quantities import quantity_in
from yinfa.collect.returned import Returned, said
from yinfa.diagnostics import Origin, Report
from yinfa.sources.figures import text_of
from yinfa.sources.table import Row
from yinfa.sources.workbook import Cell


@dataclass(frozen=True, slots=True)
class Answer:
    """What a unit says in a cell: the form, the row, the column, the value to be written, and where it says so."""

    form: Form
    line: Line
    header: str
    value: Value
    origin: Origin


def answers_of(returned: Returned, questions: Questions, report: Report) -> tuple[Answer, ...]:
    """Return what a file adds to the data; all that is wrong with it is told."""
    found: list[Answer] = []
    for sheaf in questions.sheaves:
        formulas = returned.formulas(sheaf.form)
        for key, row in returned.rows(sheaf.form, report).items():
            line = sheaf.line(key)
            if line is None:
                _moved(returned, sheaf.form, key, row, report)
                continue
            _locked(returned, sheaf, line, row, report)
            own = list(_answers(returned, sheaf.form, line, row, report))
            _whole(sheaf.form, line, row, own, report)
            _computed(own, formulas, report)
            found += own
    return tuple(found)


def _moved(returned: Returned, form: Form, key: Key, row: Row, report: Report) -> None:
    """Tell of each answer in a row that is no longer this unit's; one that was left as it was says nothing."""
    for field in form.of_use("fill"):
        cell, sent = row[field.header], returned.base.text(form.sheet, key, field.header)
        if said(cell) != sent:
            message = (
                f"“{' '.join(filter(None, key))}”现在不由这个单位填报：导出之后数据改了，填的“{field.header}”没有地方写"
            )
            hint = f"{f'改回“{sent}”' if sent else '清空这一格'}，由现在的责任单位填报；责任单位改错了的，改正数据"
            report.fault("collect-old", message, cell.origin, hint)


def _locked(returned: Returned, sheaf: Sheaf, line: Line, row: Row, report: Report) -> None:
    """Tell of each known cell that the unit changed, or that is another in the data now and means another thing."""
    form = sheaf.form
    for field in form.of_use("fixed", "shown"):
        cell, sent = row[field.header], returned.base.text(form.sheet, line.key, field.header)
        if cell.broken:
            continue  # which is told where the sheet is read
        if said(cell) != sent:
            message = f"{line.label}锁定的“{field.header}”被改动：原为“{sent}”，现为“{text_of(cell)}”"
            hint = f"改回“{sent}”；原来的内容不对的，请汇总单位改数据后重新导出" if sent else "清空这一格"
            report.fault("collect-locked", message, cell.origin, hint)
        elif field.use == "fixed" and sent != line.text(field.header):
            now = line.text(field.header)
            message = f"{line.label}的“{field.header}”导出时是“{sent}”，数据里现在是“{now}”"
            report.fault("collect-old", message, cell.origin, RE_EXPORT)


def _answers(returned: Returned, form: Form, line: Line, row: Row, report: Report) -> Iterator[Answer]:
    """Yield what the unit filled in that the data do not hold yet."""
    for field in form.of_use("fill"):
        cell, sent = row[field.header], returned.base.text(form.sheet, line.key, field.header)
        if cell.broken or said(cell) == sent:
            continue
        value = _value(form, field, line, cell, report)
        if value is None:
            continue
        now = line.text(field.header)
        if canonical(value) == now:
            continue  # merged already
        if now != sent:
            place = f"{form.book}!{form.table}!{line.cells[field.header]}" if line.cells else form.book
            message = f"{line.label}的“{field.header}”填的是“{text_of(cell)}”，数据里（{place}）在导出之后改成了“{now}”"
            back = f"改回“{sent}”" if sent else "的这一格清空"
            hint = f"核实用哪一个：用数据的，把这里{f'改为“{now}”' if now else '清空'}；用填报的，把数据{back}再合并"
            report.fault("collect-conflict", message, cell.origin, hint)
            continue
        if canonical(value) == "" and field.header in _needed(form):
            message = f"{line.label}的“{field.header}”原有“{sent}”，被清空了"
            report.fault("collect-cleared", message, cell.origin, "照填；没有数的填“—”，不适用的填“不适用”")
            continue
        yield Answer(form, line, field.header, value, cell.origin)


def _value(form: Form, field: Field, line: Line, cell: Cell, report: Report) -> Value | None:
    """Return what a cell says, None after a fault."""
    if field.header in form.numbers:
        return quantity_in(cell, line, report)
    words = text_of(cell)
    if field.choices and words not in ("", *field.choices):
        return None  # which is told where the sheet is read
    return words


def _needed(form: Form) -> tuple[str, ...]:
    """Return the columns that a row of the data cannot be without, and the answer."""
    required = tuple(each.header for each in form.columns if each.required)
    return tuple(each.header for each in form.of_use("fill") if each.header in (*required, form.answer))


def _whole(form: Form, line: Line, row: Row, own: list[Answer], report: Report) -> None:
    """Tell of a row that is filled in without what the data cannot be without."""
    asked = {each.header for each in form.of_use("fill")}
    for column in (each for each in form.columns if own and each.required and each.header in asked):
        cell = row[column.header]
        if cell.is_blank:
            message = f"{line.label}填了“{own[0].header}”，没有填“{column.header}”"
            report.fault(
                "collect-answer", message, cell.origin, column.hint or f"从列表中选择：{'、'.join(column.choices)}"
            )


def _computed(own: list[Answer], formulas: frozenset[Origin], report: Report) -> None:
    for each in (each for each in own if each.origin in formulas):
        message = f"“{each.header}”是公式算出的，按 {canonical(each.value)} 读取"
        report.notice("collect-formula", message, each.origin, "核对结果；粘贴为数值可免此提示")
