"""发文机关标志 is fitted to the type area, 署名 and 成文日期 stand where rule 23 has them."""

from itertools import pairwise

import pytest

from yinfa.document.tree import RedHead, Signature
from yinfa.fitting import HeadType, breadth_of, head_type, signature_place
from yinfa.styling import MM_PER_PT, load_style

STYLE = load_style()
WIDTH = STYLE.page.text_width / MM_PER_PT
DATE = "2013年5月9日"  # 6 characters wide


def _head(*organs: str, suffix: str = "文件") -> RedHead:
    return RedHead("document", organs, suffix)


def test_a_short_name_is_set_in_the_size_of_the_form() -> None:
    assert head_type(_head("某县人民政府"), STYLE) == HeadType(48, 56, 100, True)


def test_a_longer_name_is_set_smaller_before_it_is_condensed() -> None:
    fitted = head_type(_head("某县" * 4), STYLE)  # 10 characters with 文件
    assert (fitted.size, fitted.scale, fitted.fits) == (44, 100, True)
    assert fitted.size * 10 <= WIDTH
    narrow = head_type(_head("某县" * 9), STYLE)  # 20 characters
    assert (narrow.size, narrow.fits) == (STYLE.fitting.least, True)
    assert 55 <= narrow.scale < 100
    assert narrow.size * 20 * narrow.scale / 100 <= WIDTH


def test_a_name_beyond_the_narrowest_does_not_fit() -> None:
    assert head_type(_head("某县" * 11), STYLE).fits
    assert not head_type(_head("某县" * 12), STYLE).fits


def test_the_longest_of_several_names_decides() -> None:
    assert head_type(_head("某局", "某县" * 9), STYLE).scale < 100
    assert head_type(_head("某局", "某县委员会"), STYLE).scale == 100


def test_many_names_are_set_smaller_until_they_are_too_high() -> None:
    sizes = [head_type(_head(*["某县某局"] * count), STYLE) for count in (2, 5, 9)]
    assert [each.size for each in sizes] == [48, 32.5, 32]
    assert [each.fits for each in sizes] == [True, True, False]


@pytest.mark.parametrize(("text", "breadth"), [(DATE, 6), ("2013年10月19日", 7), ("某县", 2)])
def test_a_digit_is_half_as_wide_as_a_han_character(text: str, breadth: float) -> None:
    assert breadth_of(text) == breadth


@pytest.mark.parametrize(
    ("length", "organ", "date"),
    [
        (10, 2, 4),  # centred over the date that stands four characters in
        (14, 0, 4),  # as wide as there is room for
        (20, 0, 7),  # both move left together
        (28, 0, 11),
    ],
)
def test_a_sealed_name_is_centred_over_its_date(length: int, organ: float, date: float) -> None:
    place = signature_place(Signature(("某" * length,), DATE, sealed=True), STYLE)
    assert (place.organs, place.date) == ((organ,), date)


@pytest.mark.parametrize(
    ("length", "organ", "date"),
    [
        (10, 2, 4),  # the date begins two characters right of the name: 10 + 2 - 2 - 6
        (6, 2, 0),
        (4, 6, 2),  # the date is the longer
    ],
)
def test_an_unsealed_date_begins_two_characters_right_of_the_name(length: int, organ: float, date: float) -> None:
    place = signature_place(Signature(("某" * length,), DATE), STYLE)
    assert (place.organs, place.date) == ((organ,), date)
    assert organ + length - 2 == date + 6


def test_several_names_without_seals_begin_at_one_height_below_one_another() -> None:
    place = signature_place(Signature(("某县某委员会", "某局"), DATE), STYLE)
    assert (place.organs, place.lines) == ((2, 6), ((0,), (1,)))


@pytest.mark.parametrize(
    ("lengths", "lines", "date"),
    [
        ((6, 6), ((0, 1),), 4),
        ((6, 6, 6), ((0, 1, 2),), 4),  # three abreast at most
        ((6, 6, 6, 6), ((0, 1), (2, 3)), 4),
        ((7, 10, 6), ((0, 1), (2,)), 4),  # too long for three
        ((16, 10), ((0, 1),), 3.1),  # the date moves right before names stand below one another
        ((20, 20), ((0,), (1,)), 7),
    ],
)
def test_sealed_names_stand_side_by_side_as_many_as_fit(
    lengths: tuple[int, ...], lines: tuple[tuple[int, ...], ...], date: float
) -> None:
    """The seals do not touch, nor leave the type area, and the last name is centred over the date."""
    place = signature_place(Signature(tuple("某" * length for length in lengths), DATE, sealed=True), STYLE)
    assert place.lines == lines
    assert place.date == pytest.approx(date, abs=0.1)
    middles = [right + length / 2 for right, length in zip(place.organs, lengths, strict=True)]
    assert middles[-1] == pytest.approx(place.date + 3)
    character = STYLE.roles["signature"].advance * MM_PER_PT
    for line in lines:
        assert all(middles[left] - middles[right] > 42 / character for left, right in pairwise(line))
        assert middles[line[0]] + max(42 / character, lengths[line[0]]) / 2 <= WIDTH * MM_PER_PT / character
    assert len(lines) == 1 or (place.apart + 1) * STYLE.roles["signature"].line * MM_PER_PT > 42
