"""An item put behind the last one of a list: every other character of the file stays."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from yinfa.nextyear.inserted import appended, copied, listed
from yinfa.sources.yaml_tree import LOADER

ITEM = "kind: notice\n  year: 2014\n  parts:\n    - {kind: plan}"
PLAN = """\
# 一份规划
id: xian   # 注

documents:      # 文件
  # 第一份
  - kind: plan
    title: '甲'   # 行末的注

  - {kind: notice, year: 2013}   # 第二份
  # 以后再加

# 之后
sources:
  - 某处
"""


def put(source: str, item: str = ITEM, newline: str = "\n") -> str:
    made = appended(source, "documents", [item], newline)
    assert made is not None
    return source[: made.start] + made.new + source[made.end :]


def documents(source: str) -> list[object]:
    return list(yaml.load(source, Loader=LOADER)["documents"])  # noqa: S506  it makes texts alone


NEW = {"kind": "notice", "year": "2014", "parts": [{"kind": "plan"}]}


def test_it_stands_behind_the_last_item_and_the_rest_as_it_was() -> None:
    new = put(PLAN)
    added = "  - kind: notice\n    year: 2014\n    parts:\n      - {kind: plan}\n"
    assert new == PLAN.replace("# 第二份\n", f"# 第二份\n{added}")
    assert documents(new) == [*documents(PLAN), NEW]


@pytest.mark.parametrize(
    "source",
    [
        "documents:\n- kind: plan\n",
        "documents:\n- kind: plan",
        "documents:\n    -   kind: plan\n        text: 甲\n",
        'documents: [{kind: plan}, {kind: "x"}]\nid: a\n',
        "documents:\n  - kind: plan\n    text: |\n      一\n      二\nid: a\n",
        "documents:\n  - kind: plan\n    parts:\n      - {kind: a}\n      - {kind: b}\n\n\n# 注\nid: a\n",
    ],
)
def test_in_any_layout(source: str) -> None:
    item = "{kind: notice, year: '2014', parts: [{kind: plan}]}"
    assert documents(put(source, item)) == [*documents(source), NEW]
    assert put(source, item).replace("\n", "").startswith(source.split("documents")[0])


_KEY = st.sampled_from(["text", "title", "year"])
_WORDS = st.text("甲乙丙 ：，#'\"-{}[]", min_size=1, max_size=8)
_COMMENT = st.sampled_from(["", "   # 注", "\n", "\n  # 另起一行\n"])


@given(
    items=st.lists(st.tuples(st.dictionaries(_KEY, _WORDS, min_size=1), _COMMENT), min_size=1, max_size=4),
    after=st.sampled_from(["", "# 末尾的注\n", "sources: []\n", "\n\nid: 甲\n"]),
    indent=st.sampled_from(["", "  ", "    "]),
)
def test_every_other_character_stays(items: list[tuple[dict[str, str], str]], after: str, indent: str) -> None:
    """Whatever the layout: without what was put in, the file is what it was."""
    written = []
    for item, comment in items:
        lines = [f"{key}: '{value.replace(chr(39), chr(39) * 2)}'" for key, value in item.items()]
        written.append(f"{indent}- " + f"\n{indent}  ".join(lines) + comment)
    source = "id: x\ndocuments:\n" + "\n".join(written) + "\n" + after
    made = appended(source, "documents", [ITEM], "\n")
    assert made is not None
    assert source[made.start : made.end] == ""
    new = source[: made.start] + made.new + source[made.end :]
    assert documents(new) == [*documents(source), NEW]


def test_the_line_ends_are_those_asked_for() -> None:
    made = appended(PLAN, "documents", [ITEM], "\r\n")
    assert made is not None
    assert made.new.count("\r\n") == made.new.count("\n") == 4


def test_there_is_nothing_behind_which_to_put_it() -> None:
    assert appended("id: x\n", "documents", [ITEM], "\n") is None
    assert appended("documents: []\n", "documents", [ITEM], "\n") is None
    assert appended("other:\n  documents:\n    - a\n", "documents", [ITEM], "\n") is None


def test_an_item_is_copied_with_its_comments_and_quotes() -> None:
    source = (
        "documents:\n    - kind: plan\n      title: \"甲\"  # 注\n      parts:\n        - {kind: 'x', year: 2013}\n"
    )
    there = listed(source, "documents")
    assert there is not None
    seen = []

    def change(path: tuple[str, ...], said: str) -> str:
        seen.append((path, said))
        return {"甲": "乙", "x": "y", "2013": "2014"}.get(said, said)

    made = copied(source, there.items[0], change)
    assert made == "kind: plan\n  title: \"乙\"  # 注\n  parts:\n    - {kind: 'y', year: 2014}"
    assert (("parts", "kind"), "x") in seen
