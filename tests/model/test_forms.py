"""Forms to fill in: what asks nothing is refused."""

from pathlib import Path

import pytest

from tests.plans import good_plan, hints, only_fault, read_plan
from yinfa.model.forms import Form
from yinfa.model.walk import each_of

FILE = "text/feedback.yaml"


def test_a_form_is_read_with_its_lines_and_its_grid(tmp_path: Path) -> None:
    (form,) = each_of(Form, good_plan(tmp_path, action=True).words[FILE])
    assert [(field.label, field.lines, field.choices) for field in form.fields] == [
        ("单位名称（个人姓名）", 1, ()),
        ("反馈者类别", 1, ("机关", "企业", "个人")),
        ("总体意见", 3, ()),
    ]
    assert ([column.weight for column in form.columns], form.rows) == ([20, 50, 30], 3)


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("{caption: 反馈表}", "没有要填的"),
        ("{fields: [{label: 姓名}], rows: 3}", "有空行，没有栏目"),
        ("{columns: [{header: 意见}]}", "有栏目，没有空行"),
    ],
)
def test_a_form_that_asks_nothing_or_has_half_a_grid_is_refused(tmp_path: Path, inside: str, said: str) -> None:
    """It would be printed as nothing, or as heads without a line to write on."""
    change = (FILE, "  - form:\n", f"  - form: {inside}\n  - form:\n")
    fault = only_fault(tmp_path, change, action=True)
    assert fault == f"{FILE}:2:11: 错误[yaml-value-error] “form”：{said}"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "{label: 总体意见, lines: 3}",
            "{label: 反馈者类别}",
            "6:9: 错误[yaml-value-error] “fields”：填写项“反馈者类别”",
        ),
        ("[机关, 企业, 个人]", "机关、企业、企业", "7:35: 错误[yaml-value-error] “choices”：选项“企业”"),
        ("{header: 理由, weight: 30}", "{header: 修改意见}", "10:9: 错误[yaml-value-error] “columns”：栏目“修改意见”"),
    ],
)
def test_what_is_asked_twice_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    """Nobody could tell the blanks apart."""
    fault = only_fault(tmp_path, (FILE, old, new), action=True)
    assert fault == f"{FILE}:{said}重复"
    assert hints(tmp_path / "xian") == ["改为不同的文字，或删去一处"]


def test_a_column_too_narrow_to_be_written_in_is_refused(tmp_path: Path) -> None:
    """By its share of the sheet's width."""
    fault = only_fault(tmp_path, (FILE, "章节或页码, weight: 20", "章节或页码, weight: 6"), action=True)
    said = "“columns”：“章节或页码”栏太窄，只有 10.9 毫米"
    assert fault == f"{FILE}:10:9: 错误[yaml-value-error] {said}"
    assert hints(tmp_path / "xian") == ["加大它的 weight，或减少栏目：全宽 156 毫米，一栏至少 12 毫米"]


def test_too_many_columns_are_too_narrow(tmp_path: Path) -> None:
    """Thirteen of 12 mm have room, fourteen have not."""
    for number in (13, 14):
        columns = ", ".join(f"{{header: 栏{n}}}" for n in range(number))
        change = (FILE, "  - form:\n", f"  - form: {{columns: [{columns}], rows: 2}}\n  - form:\n")
        _, said = read_plan(tmp_path, change, action=True)
        assert [("栏太窄" in each) for each in said] == [True] * (number - 13)


def test_a_row_has_lines_to_write_on(tmp_path: Path) -> None:
    """Two, unless the form says how many."""
    (form,) = each_of(Form, good_plan(tmp_path, action=True).words[FILE])
    assert form.row_lines == 2
    more = good_plan(tmp_path, (FILE, "rows: 3", "rows: 3\n      row_lines: 4"), action=True)
    assert [each.row_lines for each in each_of(Form, more.words[FILE])] == [4]
