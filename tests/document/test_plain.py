"""Words that know their place look like any others."""

from hypothesis import given
from hypothesis import strategies as st

from yinfa.document.inlines import Break, Inline, Num, Text
from yinfa.document.walk import plain, text_of

PLACE = "a.xlsx!表!B2"


def test_words_with_a_place_are_one_text_with_those_beside_them() -> None:
    said = (Text("由"), Text("县质监局", PLACE), Text("牵头"), Num("2项", None), Text("县质监局", PLACE))
    assert [each.text for each in plain(said) if not isinstance(each, Break)] == ["由县质监局牵头", "2项", "县质监局"]


def test_words_without_a_place_stay_as_they_are() -> None:
    """A reference to what is not in the file is a text by itself."""
    said = (Text("见"), Text("附件1"), Text("。"))
    assert plain(said) == said


_INLINES = st.lists(
    st.one_of(
        st.builds(Text, st.text(max_size=3), st.sampled_from(["", PLACE])),
        st.builds(Num, st.text(max_size=3), st.none(), st.sampled_from(["", PLACE])),
        st.just(Break()),
    ),
    max_size=8,
).map(tuple)


@given(_INLINES)
def test_no_character_is_lost(said: tuple[Inline, ...]) -> None:
    assert text_of(plain(said), "\n") == text_of(said, "\n")
    assert [each for each in plain(said) if isinstance(each, Num)] == [each for each in said if isinstance(each, Num)]
