"""However a file is laid out: after a figure is bound the texts differ just so, and no byte outside its text does."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.mend.test_styles import in_bytes
from tests.mend.typed import CALL, SHOWN
from yinfa.diagnostics import Report
from yinfa.mend.binding import Binding
from yinfa.mend.original import opened
from yinfa.mend.scalars import scalars_of
from yinfa.mend.write import mended
from yinfa.sources.text import Text
from yinfa.sources.yaml_file import Mapping, read_yaml

pytestmark = pytest.mark.slow

FIGURE = "92%"
SIGNS = "合格率，：。“”'\"\\#:-,[]&*!|>@` 　𠮷a1"
WORDS = st.text(SIGNS, max_size=8)
SENTENCES = st.lists(WORDS, min_size=2, max_size=4).map(FIGURE.join)
COMMENTS = st.sampled_from(["", "  # 旧数92%", " \t # '92%\""])
CODED = st.sampled_from(["utf-8", "utf-8-sig", "crlf", "old-mac", "gb18030"])


def folded(draw: st.DrawFn, text: str, indent: str) -> str:
    """Return the text with some of its blanks as line ends."""
    words = text.split(" ")
    ends = draw(st.lists(st.sampled_from([" ", " ", f" \n\n{indent}", f"\n{indent}  "]), min_size=len(words)))
    return "".join(word + end for word, end in zip(words, ends, strict=False)).rstrip()


@st.composite
def scalars(draw: st.DrawFn, indent: str, *, in_flow: bool) -> str:
    """Return a sentence with figures written in some style; its further lines are indented."""
    said = draw(SENTENCES)
    style = draw(st.sampled_from(["", "'", '"'] if in_flow else ["", "'", '"', "|", ">"]))
    match style:
        case "'":
            return folded(draw, f"'{said.replace(chr(39), chr(39) * 2)}'", indent)
        case '"':
            coded = (
                said.replace("\\", "\\\\").replace('"', '\\"').replace("率", draw(st.sampled_from(["率", "\\u7387"])))
            )
            return folded(draw, f'"{coded}"', indent) + draw(st.sampled_from(["", " "]))
        case "|" | ">":
            lines = [draw(SENTENCES), "", *draw(st.lists(WORDS | SENTENCES, max_size=3)), f" {said}"]
            return f"{style}{draw(st.sampled_from(['', '-', '+']))}" + "".join(f"\n{indent}{each}" for each in lines)
    return folded(draw, said, indent)


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return a file whose key `here` has a text with figures."""
    pad, comment, in_flow = " " * draw(st.integers(0, 3)), draw(COMMENTS), draw(st.booleans())
    written = draw(scalars(f"{pad}     ", in_flow=in_flow))
    tail = "" if "\n" in written and written[0] in "|>" else comment
    if in_flow:
        return f"title: 规划\nlist:{comment}\n  [92%, {{here: {written} , last: '92%'}}, 乙] {comment}\nnext: 92%\n"
    items = f"{pad}- 92%\n{pad}- here: {written}{tail}\n\n{pad}  next: 92% {comment}\n"
    return f"title: 规划{comment}\nlist:\n{items}last: 92%\n"


def here_in(tree: Mapping | None) -> Text | None:
    """Return the text of the key `here`."""
    if tree is None or not isinstance(found := tree.get("list"), list) or not isinstance(found[1], Mapping):
        return None
    text = found[1].get("here")
    return text if isinstance(text, Text) else None


def replaced(node: Any, key: str = "") -> Any:
    """Return what the file is to say, by YAML alone: the figures replaced in the value of `here`."""
    if isinstance(node, dict):
        return {name: replaced(value, name) for name, value in node.items()}
    if isinstance(node, list):
        return [replaced(each) for each in node]
    return node.replace(FIGURE, CALL) if key == "here" else node


@settings(max_examples=400, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(files(), CODED)
def test_only_the_figures_of_a_text_are_replaced(tmp_path_factory: Any, written: str, coded: str) -> None:
    """And nothing is given up: what can be read can be bound."""
    path: Path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(in_bytes(written, coded))
    report = Report()
    text = here_in(read_yaml(path, SHOWN, report))
    assume(text is not None and FIGURE in text and not report.has_faults)
    assert text is not None
    starts = [place for place in range(len(text)) if text.startswith(FIGURE, place)]
    told, original = Report(), opened(path, SHOWN)
    found = mended(original, [Binding(text, start, start + len(FIGURE), CALL) for start in starts], told)
    assert found is not None, list(map(str, told))
    _agree(original.text, found.file.data, written, coded, text)


def _agree(source: str, data: bytes, written: str, coded: str, text: Text) -> None:
    """Hold the loaded values and the bytes around the text against what is wanted."""
    after = data.decode("gb18030" if coded == "gb18030" else "utf-8-sig")
    assert yaml.load(after, yaml.CBaseLoader) == replaced(yaml.load(written, yaml.CBaseLoader))  # noqa: S506
    scalar = next(each for each in scalars_of(source) if each.place == (text.origin.line, text.origin.column))
    before, behind = (
        in_bytes(written[: scalar.start], coded),
        in_bytes(written[scalar.end :], coded.removesuffix("-sig")),
    )
    assert data.startswith(before)
    assert data.endswith(behind)
