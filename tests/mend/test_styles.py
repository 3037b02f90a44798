"""A figure is bound in whatever way YAML can be written, and nothing else of the file is touched."""

import codecs
from pathlib import Path

import pytest

from tests.mend.typed import CALL, ESCAPED, QUOTED, SHOWN, bound_in, texts

CALLS = {"92%": CALL}
HEAD = "title: 规划\n"  # what tells the encodings apart

# What is written -> what is to be written: 92% bound wherever it stands.
STYLES = {
    "plain": ("a: 合格率达到92%以上\n", f"a: 合格率达到{CALL}以上\n"),
    "plain-at-the-end": ("a: 合格率达到92%\n", f"a: 合格率达到{CALL}\n"),
    "plain-at-the-front": ("a: 92%以上合格\n", f"a: '{CALL}以上合格'\n"),
    "plain-nothing-else": ("a: 92%\n", f"a: '{CALL}'\n"),
    "plain-with-a-quote": ("a: 92%是'新'目标\n", f"a: '{CALL}是''新''目标'\n"),
    "plain-before-a-comment": ("a: 达到92%   # 旧数92%\n", f"a: 达到{CALL}   # 旧数92%\n"),
    "plain-at-the-front-before-a-comment": ("a: 92%  # 92%\n", f"a: '{CALL}'  # 92%\n"),
    "plain-lines": (
        "a: 第一行\n   到92%为止\n\n   第三行\nb: 乙\n",
        f"a: 第一行\n   到{CALL}为止\n\n   第三行\nb: 乙\n",
    ),
    "plain-lines-at-a-line's-front": ("a: 第一行\n  92%为止\n", f"a: 第一行\n  {CALL}为止\n"),
    "plain-lines-at-the-front": ("a: 92%\n  到'此'\n\n  为止 # 92%\n", f"a: '{CALL}\n  到''此''\n\n  为止' # 92%\n"),
    "single": ("a: '合格率''达到''92%'\n", f"a: '合格率''达到''{CALL}'\n"),
    "single-lines": ("a: '合格率  \n\n   达到92%'  # 92%\n", f"a: '合格率  \n\n   达到{CALL}'  # 92%\n"),
    "single-blanks": ("a: ' 　92%达到　 '\n", f"a: ' 　{CALL}达到　 '\n"),
    "double": ('a: "合格率\\"达到\\"92%"\n', f'a: "合格率\\"达到\\"{ESCAPED}"\n'),
    "double-coded": ('a: "\\u5408\\x41\\U0001F600\\t92%"\n', f'a: "\\u5408\\x41\\U0001F600\\t{ESCAPED}"\n'),
    "double-figure-coded": ('a: "达到\\x39\\u0032%以上"\n', f'a: "达到{ESCAPED}以上"\n'),
    "double-lines": (
        'a: "合格率\n\n  达到\\\n   92%\n  以上\\n"\n',
        f'a: "合格率\n\n  达到\\\n   {ESCAPED}\n  以上\\n"\n',
    ),
    "literal": ("a: |\n  第一段92%\n  第二段\n", f"a: |\n  第一段{CALL}\n  第二段\n"),
    "literal-deeper": ("a: |  # 92%\n\n  甲\n    92%\n\n  92%\n", f"a: |  # 92%\n\n  甲\n    {CALL}\n\n  {CALL}\n"),
    "literal-stripped": ("a: |-\n    甲92%\n     乙\n\n", f"a: |-\n    甲{CALL}\n     乙\n\n"),
    "literal-kept": ("a: |+\n  92%\n\n\nb: 92%乙'\n", f"a: |+\n  {CALL}\n\n\nb: '{CALL}乙'''\n"),
    "folded": ("a: >\n  第一行\n  92%为止\n\n  第二段\n", f"a: >\n  第一行\n  {CALL}为止\n\n  第二段\n"),
    "folded-deeper": (
        "a: >-\n\n  甲\n  乙\n     丙92%\n   丁\n\n  92%戊\n  己\n# 92%\n",
        f"a: >-\n\n  甲\n  乙\n     丙{CALL}\n   丁\n\n  {CALL}戊\n  己\n# 92%\n",
    ),
    "flow-list": ("a: [甲, 达到92% , '92%', \"92%\"]\n", f"a: [甲, '达到{CALL}' , '{CALL}', \"{ESCAPED}\"]\n"),
    "flow-mapping": ("a: {b: 达到92%, c: 'x'} # 92%\n", f"a: {{b: '达到{CALL}', c: 'x'}} # 92%\n"),
    "flow-lines": ("a: [\n  达到\n  92%,  # 92%\n  乙]\n", f"a: [\n  '达到\n  {CALL}',  # 92%\n  乙]\n"),
    "item": ("a:\n  - 92%\n  - 甲92%\n", f"a:\n  - '{CALL}'\n  - 甲{CALL}\n"),
    "item-of-keys": ("a:\n- b: 甲92%\n  c: 92%\n", f"a:\n- b: 甲{CALL}\n  c: '{CALL}'\n"),
    "twice": ("a: 由92%到92%\n", f"a: 由{CALL}到{CALL}\n"),
    "beside-a-call": ("a: '{{ ref(\"t\") }}：92%'\n", f"a: '{{{{ ref(\"t\") }}}}：{CALL}'\n"),
    "key-left-alone": ("92%: 甲\nb: 乙92%\n", f"92%: 甲\nb: 乙{CALL}\n"),
    "rare-characters": ("𠀀: 𠮷92%𠮷 # 𠮷\n", f"𠀀: 𠮷{CALL}𠮷 # 𠮷\n"),
}


def in_bytes(text: str, coded: str) -> bytes:
    """Return the text as a file: coded so, with the line ends and the mark that go with it."""
    match coded:
        case "crlf":
            return text.replace("\n", "\r\n").encode()
        case "old-mac":
            return text.replace("\n", "\r").encode()
        case "bom-crlf":
            return codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode()
        case "mixed":
            return text.replace("\n", "\r\n", 1).encode()
    return text.encode(coded)


@pytest.mark.parametrize("coded", ["utf-8", "utf-8-sig", "crlf", "old-mac", "bom-crlf", "mixed", "gb18030"])
@pytest.mark.parametrize("name", STYLES)
def test_a_figure_is_bound_in_every_style(name: str, coded: str, tmp_path: Path) -> None:
    """In every encoding and with every line end, which stay."""
    before, after = STYLES[name]
    found, told = bound_in(tmp_path, in_bytes(HEAD + before, coded), CALLS)
    assert told == []
    assert found is not None
    assert found.file.data == in_bytes(HEAD + after, coded)


@pytest.mark.parametrize("name", STYLES)
def test_a_bound_figure_is_loaded_as_the_call(name: str, tmp_path: Path) -> None:
    """Each text is what it was with the figure replaced."""
    before, after = STYLES[name]
    (tmp_path / "before.yaml").write_text(before, encoding="utf-8")
    (tmp_path / "after.yaml").write_text(after, encoding="utf-8")
    expected = [each.replace("92%", CALL) for each in texts(tmp_path / "before.yaml")]
    assert texts(tmp_path / "after.yaml") == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 甲92%\n", f"a: 甲{QUOTED}\n"),
        ("a: 92%甲\n", "a: '{{ target(\"县长''杯'' \\\\ 奖\") }}甲'\n"),
        ("a: '甲92%'\n", "a: '甲{{ target(\"县长''杯'' \\\\ 奖\") }}'\n"),
        ('a: "甲92%"\n', 'a: "甲{{ target(\\"县长\'杯\' \\\\\\\\ 奖\\") }}"\n'),
        ("a: |\n  甲92%\n", f"a: |\n  甲{QUOTED}\n"),
    ],
)
def test_quotes_and_backslashes_of_a_call_are_written_as_the_style_wants(
    before: str, after: str, tmp_path: Path
) -> None:
    """And none of a plain text that stays plain, or of a block."""
    found, told = bound_in(tmp_path, before.encode(), {"92%": QUOTED})
    assert found is not None
    assert (found.file.data.decode(), told) == (after, [])


def test_a_plain_text_gets_quotes_where_the_call_would_end_it(tmp_path: Path) -> None:
    """By a colon and a blank, or a mark of comment, in the name of an indicator."""
    for name in ("甲: 乙", "甲 #乙"):
        call = f'{{{{ target("{name}") }}}}'
        found, told = bound_in(tmp_path, "a: 达到92%\n".encode(), {"92%": call})
        assert found is not None
        assert (found.file.data.decode(), told) == (f"a: '达到{call}'\n", [])


def test_several_figures_of_a_file_are_bound_at_once(tmp_path: Path) -> None:
    """Each with its own call, told at its own place."""
    before = "a: 由90%到92%\nb:\n  - '92%'\n"
    found, _ = bound_in(tmp_path, before.encode(), {"92%": CALL, "90%": '{{ actual("合格率") }}'})
    assert found is not None
    assert found.file.data.decode() == f"a: 由{{{{ actual(\"合格率\") }}}}到{CALL}\nb:\n  - '{CALL}'\n"
    assert [(str(each.origin), each.literal) for each in found.changes] == [
        (f"{SHOWN}:1:5", "90%"),
        (f"{SHOWN}:1:9", "92%"),
        (f"{SHOWN}:3:6", "92%"),
    ]
