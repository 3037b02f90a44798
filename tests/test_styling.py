"""The form: read whole, and told in Chinese where it is wrong."""

from pathlib import Path

import pytest

from yinfa.paths import STYLES
from yinfa.styling import BadStyle, load_style

FORM = (STYLES / "gbt9704.yaml").read_text(encoding="utf-8")


def test_a_role_is_as_the_body_in_what_it_leaves_out() -> None:
    style = load_style()
    body, heading = style.roles["body"], style.roles["heading-1"]
    assert (heading.size, heading.line, heading.tracking) == (body.size, body.line, body.tracking)
    assert heading.face != body.face


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  width: 210", "  width: wide", "page.width: “wide”不是数"),
        ("  width: 210", "  widht: 210", "page: 不认识“widht”"),
        ("  lines: 22", "  lines: 22.5", "page.lines: “22.5”不是整数"),
        ("  top: 37 ", "  # top: 37 ", "page: 缺少必填的键（可用：width"),
        ("align: justify", "align: middle", "roles.body.align: “middle”不在 left、center、right、justify 之中"),
        ("profile: office", "profile: offcie", "全文: 缺少“offcie”"),
        ("page:", "page: {", "YAML: "),
    ],
)
def test_a_mistake_in_the_form_is_told_with_its_key(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "gbt9704.yaml"
    path.write_text(FORM.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadStyle) as caught:
        load_style(path)
    assert str(caught.value).startswith(f"styles/gbt9704.yaml: {said}")


def test_a_role_that_is_missing_is_told_when_it_is_asked_for() -> None:
    with pytest.raises(BadStyle, match="roles: 缺少“footnote”"):
        load_style().roles["footnote"]
