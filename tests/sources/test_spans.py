"""The place of a figure that several cells make, and these cells again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfa.diagnostics import Origin
from yinfa.sources.spans import cells_in, cells_of, places_in

BOOK, OTHER, TEXT = "data/a/b.xlsx", "data/a/c.xlsx", "data/a/text/d.yaml"


def cell(name: str, sheet: str = "甲", book: str = BOOK) -> Origin:
    """Return a cell."""
    return Origin(book, sheet=sheet, cell=name)


@pytest.mark.parametrize(
    ("origins", "place"),
    [
        ([], ""),
        ([Origin("")], ""),
        ([cell("E2")], f"{BOOK}!甲!E2"),
        ([cell("E2"), cell("E3"), cell("E4")], f"{BOOK}!甲!E2..E4"),
        ([cell("E4"), cell("E2"), cell("E2")], f"{BOOK}!甲!E2//E4"),
        ([cell("E2"), cell("L2"), cell("E3")], f"{BOOK}!甲!E2..E3//L2"),
        ([cell("E2"), cell("E2", "乙"), cell("E3")], f"{BOOK}!甲!E2..E3//{BOOK}!乙!E2"),
        ([cell("E2"), cell("E2", book=OTHER)], f"{BOOK}!甲!E2//{OTHER}!甲!E2"),
        ([Origin(TEXT, 31, 9), Origin(TEXT, 34, 9), cell("E2")], f"{TEXT}:31:9//:34:9//{BOOK}!甲!E2"),
    ],
)
def test_cells_side_by_side_are_a_run_and_what_is_as_before_is_not_said_again(
    origins: list[Origin], place: str
) -> None:
    assert cells_of(origins) == place


def test_cells_that_lie_apart_are_no_run() -> None:
    """What lies between them makes nothing of the figure."""
    assert cells_in(cells_of([cell("E2"), cell("E9")])) == {f"{BOOK}!甲!E2", f"{BOOK}!甲!E9"}


def test_many_cells_down_a_column_take_no_room() -> None:
    assert len(cells_of(cell(f"E{row}") for row in range(2, 2000))) < 40


def test_the_first_of_several_places_is_the_origin_that_messages_show() -> None:
    assert Origin.parse(f"{BOOK}!甲!E2..E4//L2") == cell("E2..E4")
    assert Origin.parse(f"{TEXT}:31:9//:34:9") == Origin(TEXT, 31, 9)


def test_each_place_is_told_in_full() -> None:
    assert list(places_in(f"{TEXT}:31:9//:34:9//{BOOK}!甲!E2..E4//L2")) == [
        f"{TEXT}:31:9",
        f"{TEXT}:34:9",
        f"{BOOK}!甲!E2..E4",
        f"{BOOK}!甲!L2",
    ]


_CELLS = st.builds(
    lambda column, row, sheet, book: cell(f"{column}{row}", sheet, book),
    st.sampled_from(["A", "E", "AB"]),
    st.integers(1, 30),
    st.sampled_from(["甲", "目标 调整"]),
    st.sampled_from([BOOK, OTHER]),
)
_LINES = st.builds(Origin, st.sampled_from([TEXT, "data/a/units.yaml"]), st.integers(1, 90), st.integers(1, 9))


@given(st.lists(st.one_of(_CELLS, _LINES), max_size=40))
def test_no_cell_is_lost_and_none_is_added(origins: list[Origin]) -> None:
    assert cells_in(cells_of(origins)) == {str(each) for each in origins}
