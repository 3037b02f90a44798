"""Sent out, filled in by many units and merged, every answer stands in exactly its cell and nothing else changed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import count
from pathlib import Path
from random import Random
from shutil import copyfile, copytree
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.collect.filling import INDICATORS, PROJECTS, TASKS, key_of, merged, opened, rows, sent
from tests.collect.twenty import UNITS, YEAR, write_twenty
from tests.plans import write_plan
from yinfa.collect.forms import FORMS, Form
from yinfa.paths import DATA

Answers = dict[tuple[str, str], dict[str, object]]  # by sheet and row, what is filled in under which header
pytestmark = pytest.mark.slow


def answers_for(sheet: Worksheet, form: Form, pick: Random) -> Answers:
    """Return something to fill in for every row and every cell that is to be filled in."""
    headers = [str(each.value) for each in sheet[1]]
    found: Answers = {}
    for row in sheet.iter_rows(min_row=2):
        known = {header: each.value for header, each in zip(headers, row, strict=True)}
        number = row[0].row or 0
        found[form.sheet, key_of(sheet, number)] = {
            each.header: _answer(each.header, each.choices, known, pick) for each in form.of_use("fill")
        }
    return found


def _answer(header: str, choices: tuple[str, ...], known: Mapping[str, object], pick: Random) -> object:
    if choices:
        return pick.choice(choices)
    if header == "完成值" and known["目标值"] in ("完成任务", "全覆盖", "持续降低"):
        return "达到序时进度"
    if header == "完成值":
        return round(pick.uniform(20, 99), pick.randint(0, 5))
    if "投资" in header:
        return pick.choice([round(pick.uniform(100, 5000), 2), "—"])
    return f"{header}：第{pick.randint(1, 9999)}号，“已核”"


def filled(path: Path, pick: Random) -> Answers:
    """Fill in a workbook, all of it, and return with what; half of the units sort its rows as well."""
    found: Answers = {}
    with opened(path) as book:
        for form in (each for each in FORMS if each.sheet in book.sheetnames):
            sheet = book[form.sheet]
            answers = answers_for(sheet, form, pick)
            _put(sheet, answers, form)
            if pick.random() < 0.5:
                _shuffle(sheet, pick)
            found |= answers
    return found


def _put(sheet: Worksheet, answers: Answers, form: Form) -> None:
    headers = [str(each.value) for each in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for header, value in answers[form.sheet, key_of(sheet, row[0].row or 0)].items():
            sheet.cell(row[0].row or 0, headers.index(header) + 1).value = value  # type: ignore[assignment]


def _shuffle(sheet: Worksheet, pick: Random) -> None:
    values = [[each.value for each in row] for row in sheet.iter_rows(min_row=2)]
    pick.shuffle(values)
    for number, row in enumerate(values, 2):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value


def stands(plan: Path, year: int) -> Answers:
    """Return what the data hold of a year, as the answers of the forms."""
    found: Answers = {}
    for form in FORMS:
        for row in rows(plan / form.book, form.table):
            if row["年度"] == year:
                key = " ".join(str(row[theirs]) for _, theirs in form.links if theirs in row)
                known = {"年度", *(theirs for _, theirs in form.links)}
                found[form.sheet, key] = {header: value for header, value in row.items() if header not in known}
    return found


def the_rest(plan: Path, year: int) -> dict[str, object]:
    """Return all that the data hold besides: the rows of other years and sheets, the bytes of other files."""
    changed = {form.book: form.table for form in FORMS}
    kept: dict[str, object] = {
        str(path.relative_to(plan)): path.read_bytes()
        for path in sorted(plan.rglob("*"))
        if path.is_file() and path.name not in changed
    }
    for name in changed:
        for sheet in load_workbook(plan / name).sheetnames:
            kept[f"{name}!{sheet}"] = [each for each in rows(plan / name, sheet) if each.get("年度") != year]
    return kept


def test_twenty_units_lose_nothing(tmp_path: Path) -> None:
    """Every cell of every form is filled in, and all files are merged at once."""
    plan, pick = write_twenty(tmp_path), Random(6)  # noqa: S311  the same answers each time
    before, stood = the_rest(plan, YEAR), stands(plan, YEAR)
    books = sent(plan, YEAR, tmp_path / "out")
    assert tuple(books) == UNITS
    answers: Answers = {}
    for path in books.values():
        answers |= filled(path, pick)
    found = merged(plan, *books.values())
    assert stands(plan, YEAR) == answers
    assert the_rest(plan, YEAR) == before
    assert found.cells == sum(
        stood.get(key, {}).get(header) != value for key, row in answers.items() for header, value in row.items()
    )
    assert found.missing == ()
    assert [len(each) for each in (answers, found.units)] == [20 * 8, 20]


def test_the_units_of_a_sample_lose_nothing(tmp_path: Path) -> None:
    """One after the other, of a year that is entered in part."""
    plan, pick = copytree(DATA / "pingyang", tmp_path / "pingyang"), Random(7)  # noqa: S311
    before, stood = the_rest(plan, 2022), stands(plan, 2022)
    answers: Answers = {}
    for path in sent(plan, 2022, tmp_path / "out").values():
        mine = filled(path, pick)
        merged(plan, path)
        answers |= mine
    assert stands(plan, 2022) == stood | {key: stood.get(key, {}) | row for key, row in answers.items()}
    assert the_rest(plan, 2022) == before


NUMBERS = st.decimals(20, 99, places=5).map(lambda number: number.normalize())
WORDS = st.text("质量目标a1，。“”-+@&<\n ", min_size=1, max_size=20).map(str.strip).filter(bool)
SOME: dict[tuple[str, str, str], st.SearchStrategy[object]] = {
    (INDICATORS, "12-5 quality", "完成值"): NUMBERS,
    (INDICATORS, "12-5 quality", "来源"): WORDS,
    (INDICATORS, "12-5 brands 省级", "完成值"): st.one_of(NUMBERS, st.sampled_from(["—", "不适用"])),
    (INDICATORS, "12-5 revenue", "完成值"): NUMBERS,
    (INDICATORS, "12-5 revenue", "快报"): st.sampled_from(["是", "否"]),
    (INDICATORS, "12-5 accidents", "原因"): WORDS,
    (INDICATORS, "12-5 accidents", "备注"): WORDS,
    (TASKS, "names 1", "进展"): WORDS,
    (TASKS, "names 3", "备注"): WORDS,
    (PROJECTS, "p1", "形象进度"): WORDS,
}
WHOLE: dict[tuple[str, str], dict[str, object]] = {
    (TASKS, "names 1"): {"状态": "推进中"},
    (TASKS, "names 3"): {"状态": "未启动"},
}
FILLS = st.fixed_dictionaries({}, optional=SOME)
COUNTED = count()


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a plan and a workbook that was sent out."""
    folder = tmp_path_factory.mktemp("clean")
    plan = write_plan(folder, evaluation=True)
    return plan, sent(plan, 2013, folder / "out")["县质监局"]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=FILLS)
def test_whatever_is_filled_in_arrives_as_it_is(
    chosen: dict[tuple[str, str, str], object], clean: tuple[Path, Path], tmp_path: Path
) -> None:
    """The cells that are filled in, and no others, with the very digits."""
    folder = tmp_path / str(next(COUNTED))
    plan, path = copytree(clean[0], folder / "xian"), folder / "a.xlsx"
    copyfile(clean[1], path)
    before, wanted = stands(plan, 2013), _by_row(chosen)
    with opened(path) as book:
        for (sheet, key), answers in wanted.items():
            _fill_row(book[sheet], key, answers)
    found = merged(plan, path)
    expected = {key: before.get(key, {}) | wanted.get(key, {}) for key in before.keys() | wanted.keys()}
    assert _exact(stands(plan, 2013)) == _exact(expected)
    assert _digits(plan) >= {f"{each:f}" for each in chosen.values() if isinstance(each, Decimal)}
    assert bool(found.changes) == (expected != before)


def _by_row(chosen: dict[tuple[str, str, str], object]) -> Answers:
    found: Answers = {}
    for (sheet, key, header), value in chosen.items():
        found.setdefault((sheet, key), dict(WHOLE.get((sheet, key), {})))[header] = value
    return found


def _fill_row(sheet: Worksheet, key: str, answers: dict[str, object]) -> None:
    headers = [str(each.value) for each in sheet[1]]
    number = next(row for row in range(2, sheet.max_row + 1) if key_of(sheet, row) == key)
    for header, value in answers.items():
        cell = sheet.cell(number, headers.index(header) + 1)
        cell.value = float(value) if isinstance(value, Decimal) else value  # type: ignore[assignment]
        if isinstance(value, str):
            cell.data_type = "s"


def _exact(answers: Answers) -> dict[tuple[str, str], dict[str, object]]:
    return {
        key: {header: float(each) if isinstance(each, (int, Decimal)) else each for header, each in row.items()}
        for key, row in answers.items()
    }


def _digits(plan: Path) -> set[str]:
    """Return all numbers of the workbook of indicators as they are written in it."""
    with ZipFile(plan / "indicators.xlsx") as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name]
    return {each for sheet in sheets for each in _between(sheet)}


def _between(sheet: str) -> Iterator[str]:
    return (each.split("</v>")[0] for each in sheet.split("<v>")[1:])
