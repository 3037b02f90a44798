"""Two lists in pairs: each item once, equals together, order told by the longest run that kept it."""

from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from yinfa.changes.pairing import in_order, likeness_of, paired

words = st.lists(st.text("甲乙丙丁", max_size=4), max_size=12)


@given(words, words)
def test_each_item_stands_in_one_pair(old: list[str], new: list[str]) -> None:
    pairs = paired(old, new, str, likeness_of)
    assert sorted(i for i, _ in pairs if i is not None) == list(range(len(old)))
    assert [k for _, k in pairs if k is not None] == list(range(len(new)))


@given(words, words)
def test_no_equal_items_are_left_alone(old: list[str], new: list[str]) -> None:
    pairs = paired(old, new, str, likeness_of)
    gone = Counter(old[i] for i, k in pairs if i is not None and k is None)
    come = Counter(new[k] for i, k in pairs if k is not None and i is None)
    assert not gone & come


@given(words)
def test_a_list_is_paired_with_itself(old: list[str]) -> None:
    assert paired(old, old, str, likeness_of) == [(place, place) for place in range(len(old))]


@given(st.permutations(list(range(7))))
def test_what_kept_its_order_is_a_longest_rising_run(places: list[int]) -> None:
    kept = in_order(places)
    run = [places[index] for index in sorted(kept)]
    assert run == sorted(run)
    longest = max(size for size in range(8) if any(list(each) == sorted(each) for each in combinations(places, size)))
    assert len(kept) == longest


def test_what_is_alike_is_one_that_was_changed() -> None:
    assert paired(["合格率达到92%。"], ["新的一段。", "合格率达到93%。"], str, likeness_of) == [(None, 0), (0, 1)]


def test_what_is_not_alike_is_two() -> None:
    assert paired(["加强领导。"], ["总投资九亿元。"], str, likeness_of) == [(0, None), (None, 0)]
