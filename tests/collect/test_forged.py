"""The hidden sheet may be anybody's work: a digest that agrees proves nothing but that nothing slipped."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.collect.filling import INDICATORS, fill, opened, refused, sent
from tests.plans import write_plan
from yinfa.collect.base import BASE

pytestmark = pytest.mark.slow


def forge(path: Path, place: str, value: str) -> Path:
    """Change a cell of the hidden sheet, and the digest with it."""
    with opened(path) as book:
        sheet = book[BASE]
        sheet[place].value = value
        rows = [
            ["" if each is None else str(each) for each in row] for row in sheet.iter_rows(min_row=2, values_only=True)
        ]
        lines = sorted("\t".join(row) for row in rows if row[2] != "摘要")
        sheet.cell(sheet.max_row, 4).value = sha256("\n".join(lines).encode()).hexdigest()
    return path


@pytest.mark.parametrize(("place", "value"), [("D4", "去年"), ("B6", "{"), ("B6", "[[1]]"), ("B6", "5"), ("C4", "年")])
def test_what_cannot_be_read_is_refused(tmp_path: Path, place: str, value: str) -> None:
    """The year is none, a row's name is no list, nothing is known of a row: no traceback."""
    plan = write_plan(tmp_path, evaluation=True)
    path = forge(sent(plan, 2014, tmp_path / "out")["县质监局"], place, value)
    told = refused(plan, path)
    assert told
    assert {each.split("[")[1].split("]")[0] for each in told} <= {
        "collect-tampered",
        "collect-row-added",
        "collect-row-gone",
    }


def test_what_was_never_sent_does_not_overwrite_the_data(tmp_path: Path) -> None:
    """A forger says that the cell was blank when it was sent, and the data hold a figure."""
    plan = write_plan(tmp_path, evaluation=True)
    path = sent(plan, 2013, tmp_path / "out")["县质监局"]
    fill(path, (INDICATORS, "12-5 quality", "完成值", 93))
    with opened(path) as book:
        told = [(row[0].row, row[2].value, row[3].value) for row in book[BASE].iter_rows()]
    (place,) = (f"D{number}" for number, header, text in told if (header, text) == ("完成值", "91.5"))
    assert refused(plan, forge(path, place, "")) == [
        (
            f"{path.name}!指标完成情况!K2: 错误[collect-conflict] 指标“产品抽查合格率”的“完成值”填的是“93”，"
            "数据里（indicators.xlsx!完成值!E4）在导出之后改成了“91.5”"
        )
    ]
