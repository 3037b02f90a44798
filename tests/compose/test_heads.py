"""Heads and signatures: the forms, their suffixes, the names and the dates."""

from typing import get_args

import pytest

from yinfa.compose.heads import FORMS, Organs, day, form_of, signed_by
from yinfa.diagnostics import Origin
from yinfa.model.heads import Head
from yinfa.model.identity import Registry
from yinfa.model.words import PaperWords
from yinfa.sources.text import Text


def text(words: str) -> Text:
    """Return a text of the data."""
    return Text(words, Origin("f", 1, 1))


def head(form: str, *organs: str) -> Head:
    """Return a head of a form."""
    return Head.model_validate({"form": form, "organs": tuple(map(text, organs))})


@pytest.mark.parametrize(
    ("form", "printed"),
    [("文件", ("document", "文件")), ("信函", ("letter", "")), ("命令", ("order", "令")), ("纪要", ("minutes", ""))],
)
def test_each_form_has_its_make_and_its_suffix(form: str, printed: tuple[str, str]) -> None:
    """文件 behind the name of an office, 令 behind that of a government (rules 12, 36-38)."""
    assert form_of(head(form, "某县人民政府")) == printed


def test_every_form_that_may_be_written_is_there() -> None:
    assert set(FORMS) == set(get_args(Head.model_fields["form"].annotation))


@pytest.mark.parametrize("organ", ["某县人民政府文件", "某县人民政府办公室文件"])
def test_a_suffix_that_is_typed_is_not_put_behind_again(organ: str) -> None:
    assert form_of(head("文件", organ)).suffix == ""


def test_offices_sign_what_they_head_unless_others_are_named() -> None:
    heading = {"organs": (text("某县人民政府"),)}
    signature = {"date": text("2013-05-09")}
    assert signed_by(PaperWords.model_validate({"head": heading, "signature": signature})) == ("某县人民政府",)
    named = signature | {"organs": (text("某县人武部"),)}
    assert signed_by(PaperWords.model_validate({"head": heading, "signature": named})) == ("某县人武部",)
    assert signed_by(PaperWords()) == ()


def test_an_office_is_printed_as_it_is_written_and_an_id_in_full() -> None:
    unit = {"id": text("zhijian"), "name": text("某县质量技术监督局"), "short": text("县质监局"), "level": "bureau"}
    organs = Organs(Registry.model_validate({"units": (unit,)}))
    assert [organs(name) for name in ("zhijian", "县质监局", "某县")] == ["某县质量技术监督局", "县质监局", "某县"]


@pytest.mark.parametrize(("date", "printed"), [("2013-05-09", "2013年5月9日"), ("2013-12", "2013年12月")])
def test_a_date_is_printed_without_zeros(date: str, printed: str) -> None:
    """Rule 24."""
    assert day(date) == printed
