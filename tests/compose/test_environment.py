"""The sandbox: values only; no method, no file, no link."""

from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError

import yinfa.compose.environment as compiling
from yinfa.compose.environment import Unprintable, template_environment


def environment(folder: Path, **names: object) -> Environment:
    """Return the environment of the templates in `folder`."""
    return template_environment(folder, names, {})


def render(folder: Path, source: str, **names: object) -> str:
    """Return what a template gives."""
    (folder / "x.j2").write_text(source, encoding="utf-8")
    return environment(folder).get_template("x.j2").render(**names)


@pytest.mark.parametrize("name", ["x.j2", "x.html.j2", "x.txt"])
def test_a_template_always_escapes(tmp_path: Path, name: str) -> None:
    """Whatever its name ends in (hostile input 72)."""
    (tmp_path / name).write_text("{{ word }}", encoding="utf-8")
    assert environment(tmp_path).get_template(name).render(word="<b>") == "&lt;b&gt;"


def test_a_template_that_has_changed_is_compiled_anew(tmp_path: Path) -> None:
    """What was compiled is kept for the next paper, but only as long as it is the same."""
    assert [render(tmp_path, source) for source in ("甲", "乙", "甲")] == ["甲", "乙", "甲"]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of the project's own templates, what is compiled being kept beside it."""
    monkeypatch.setattr(compiling, "TEMPLATES", tmp_path / "own")
    monkeypatch.setattr(compiling, "CACHE", tmp_path / "cache")
    (tmp_path / "own").mkdir()
    return tmp_path / "own"


def kept(own: Path) -> list[Path]:
    """Return the files in which compiled templates are kept."""
    return list((own.parent / "cache" / "templates").glob("*"))


def test_what_the_projects_own_templates_compile_to_is_kept_as_long_as_they_are_the_same(own: Path) -> None:
    """One file for each of them, by whatever it was made."""
    assert [render(own, source) for source in ("甲", "甲", "乙", "甲")] == ["甲", "甲", "乙", "甲"]
    assert len(kept(own)) == 1


def test_a_project_that_was_moved_keeps_no_template_twice(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    render(own, "甲")
    moved = own.rename(own.with_name("moved"))
    monkeypatch.setattr(compiling, "TEMPLATES", moved)
    assert render(moved, "甲") == "甲"
    assert len(kept(own)) == 1


def test_what_is_kept_of_a_template_is_not_used_when_it_is_damaged(own: Path) -> None:
    """Cut short anywhere, it is compiled anew."""
    render(own, "甲{{ a }}", a=1)
    (file,) = kept(own)
    whole = file.read_bytes()
    for length in range(0, len(whole), 7):
        file.write_bytes(whole[:length])
        assert render(own, "甲{{ a }}", a=2) == "甲2"
        assert file.read_bytes() == whole


def test_a_filter_is_asked_whenever_a_template_is_rendered(own: Path) -> None:
    """What it once made of a constant is not kept."""
    (own / "x.j2").write_text("{{ '甲' | said }}", encoding="utf-8")
    for words in ("一", "二"):
        environment = template_environment(own, {}, {"said": lambda _, words=words: words})
        assert environment.get_template("x.j2").render() == words


def test_a_template_is_used_though_nothing_can_be_kept(own: Path) -> None:
    (own.parent / "cache").write_text("no folder", encoding="utf-8")
    assert render(own, "甲") == "甲"


def test_nothing_is_kept_of_other_templates(own: Path, tmp_path: Path) -> None:
    assert render(tmp_path, "甲") == "甲"
    assert not kept(own)


def test_text_and_numbers_can_be_printed(tmp_path: Path) -> None:
    """And nothing else."""
    assert render(tmp_path, "{{ a }} {{ b }} {{ c }}", a="甲", b=1, c=Decimal("1.10")) == "甲 1 1.10"


@pytest.mark.parametrize("value", [None, True, 1.5, [], {}, print, b"x"])
def test_what_is_neither_text_nor_number_is_refused(tmp_path: Path, value: object) -> None:
    """None above all (hostile input 67)."""
    with pytest.raises(Unprintable):
        render(tmp_path, "{{ value }}", value=value)


@pytest.mark.parametrize("constant", ["None", "true", "1.5", "[1]", "'\\u202e'"])
def test_a_constant_is_refused_as_well(tmp_path: Path, constant: str) -> None:
    """Jinja would print it itself, when the template is compiled."""
    with pytest.raises(Unprintable):
        render(tmp_path, f"{{{{ {constant} }}}}")


def test_a_name_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """Also an attribute of one that is."""
    for source in ("{{ nobody }}", "{{ thing.nothing }}", "{% if nobody %}{% endif %}"):
        with pytest.raises(UndefinedError, match=r"nobody|nothing"):
            render(tmp_path, source, thing=SimpleNamespace())


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__ }}",
        "{{ thing.__init__.__globals__ }}",
        "{{ thing.words.items() }}",
        "{{ thing.path.parent }}",
        "{{ thing.path.read_text() }}",
        "{{ thing.words.clear() }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ thing | attr('path') }}",
        "{{ [thing] | map(attribute='path') | first }}",
        "{{ self.__init__ }}",
        "{{ cycler.__init__ }}",
    ],
)
def test_no_method_and_no_file_can_be_reached(tmp_path: Path, source: str) -> None:
    """Not even through a filter."""
    thing = SimpleNamespace(words={"a": 1}, path=tmp_path)
    with pytest.raises((SecurityError, UndefinedError)):
        render(tmp_path, source, thing=thing)


def test_macros_of_another_file_can_be_called(tmp_path: Path) -> None:
    """They are the template's own."""
    (tmp_path / "m.j2").write_text("{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}", encoding="utf-8")
    assert render(tmp_path, "{% import 'm.j2' as m %}{{ m.twice('甲') }}") == "甲甲"


def test_a_link_among_the_templates_is_not_followed(tmp_path: Path) -> None:
    """Neither a file nor a folder (hostile input 71)."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.j2").write_text("secret", encoding="utf-8")
    inside = tmp_path / "templates"
    inside.mkdir()
    (inside / "file.j2").symlink_to(outside / "secret.j2")
    (inside / "folder").symlink_to(outside)
    for name in ("file.j2", "folder/secret.j2", "../outside/secret.j2"):
        with pytest.raises(TemplateNotFound):
            environment(inside).get_template(name)
