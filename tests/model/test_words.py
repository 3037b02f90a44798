"""text/*.yaml: the words of a paper, its blocks told apart by their keys."""

from pathlib import Path

import pytest

from tests.plans import SHOWN, Change, good_plan, hints, only_fault, read_plan, write_plan
from yinfa.diagnostics import Origin
from yinfa.model.plan import Plan
from yinfa.model.walk import each_of
from yinfa.model.words import BoxBlock, DashList, FigureBlock, HeadingBlock, PaperWords, RunInText, TableBlock
from yinfa.sources.text import Text

BLOCKS = "文字、task、article、heading、runin、dash、list、box、table、figure、chart、summary、form"


def words_of(plan: Plan) -> PaperWords:
    """Return the words of the plan's only paper."""
    return plan.words["text/plan.yaml"]


def text(old: str, new: str) -> Change:
    """Return a change of text/plan.yaml."""
    return "text/plan.yaml", old, new


def test_every_kind_of_block_is_told_by_its_key(tmp_path: Path) -> None:
    """A mere text is a paragraph."""
    first, second = words_of(good_plan(tmp_path)).chapters
    paragraph, heading = first.blocks
    assert isinstance(paragraph, Text)
    assert isinstance(heading, HeadingBlock)
    assert [type(block) for block in heading.blocks] == [RunInText, TableBlock, BoxBlock]
    assert [type(block) for block in second.blocks] == [DashList]


def test_the_text_of_a_block_knows_its_place(tmp_path: Path) -> None:
    """However deep it lies."""
    words = words_of(good_plan(tmp_path))
    (trade,) = [each for each in each_of(Text, words) if each == "打击假冒。"]
    assert trade.origin == Origin(f"{SHOWN}/text/plan.yaml", 27, 29)


def test_all_texts_come_in_the_order_in_which_their_models_name_them(tmp_path: Path) -> None:
    """`each_of` finds everything of a kind."""
    words = words_of(good_plan(tmp_path))
    assert [str(each.table) for each in each_of(TableBlock, words)] == ["indicators", "projects"]
    assert list(each_of(FigureBlock, words)) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("- dash:", "- dsah:", "text/plan.yaml:30:9: 错误[yaml-union-tag-invalid] 这里不能放“dsah”"),
        ("- 重点如下。", "- heading: 重点", "text/plan.yaml:23:19: 错误[yaml-union-tag-invalid] 这里不能放“heading”"),
        ("- 培育名牌。", "- list: [一]", "text/plan.yaml:25:23: 错误[yaml-union-tag-invalid] 这里不能放“list”"),
        ("- 重点如下。", "- {}", "text/plan.yaml:23:19: 错误[yaml-union-tag-invalid] 这里不能放“{}”"),
        ("- 重点如下。", "-", "text/plan.yaml:23:18: 错误[yaml-blank] “blocks 第1项”是空的"),
        (
            "- runin: 保护商标。\n                      text: 打击假冒。",
            "-",
            "text/plan.yaml:26:22: 错误[yaml-blank] “list 第2项”是空的",
        ),
        (
            "measure: 亿元",
            "measure: 亿",
            "text/plan.yaml:40:26: 错误[yaml-literal-error] “measure”的值“亿”不在可选范围内",
        ),
        ("text: 打击假冒。", "txet: 打击假冒。", "text/plan.yaml:26:23: 错误[yaml-missing] 缺少“text”"),
        (
            "table: projects",
            "table: project",
            "text/plan.yaml:38:16: 错误[yaml-literal-error] “table”的值“project”不在可选范围内",
        ),
        ("decimals: 1", "decimals: 7", "text/plan.yaml:40:40: 错误[yaml-less-than-equal] “decimals”不能大于 6"),
        ("id: goals", "id: 目标", "text/plan.yaml:7:9: 错误[yaml-pattern] “id”的值“目标”不合写法"),
        (
            "id: goals",
            f"id: {'x' * 33}",
            "text/plan.yaml:7:9: 错误[yaml-string-too-long] “id”有 33 个字，不能超过 32 个",
        ),
    ],
)
def test_a_fault_is_told_in_chinese_at_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    """The first line said; a misspelt key is missing as well as unknown."""
    _, found = read_plan(tmp_path, text(old, new))
    assert said in [each.removeprefix(f"{SHOWN}/") for each in found]
    assert len(found) == (2 if "txet" in new else 1)


def test_a_fifth_level_of_headings_is_refused(tmp_path: Path) -> None:
    """There is no ordinal below （1）."""
    deep = "{heading: 二级, blocks: [{heading: 三级, blocks: [{heading: 四级, blocks: [{heading: 五级}]}]}]}"
    said = only_fault(tmp_path, text("- dash:", f"- {deep}\n      - dash:"))
    assert said == "text/plan.yaml:30:88: 错误[heading-depth] 标题深到第 5 级，最多 4 级"


def test_four_levels_of_headings_are_fine(tmp_path: Path) -> None:
    """一、（一）1.（1）."""
    deep = "{heading: 二级, blocks: [{heading: 三级, blocks: [{heading: 四级}]}]}"
    assert good_plan(tmp_path, text("- dash:", f"- {deep}\n      - dash:")) is not None


def test_a_block_that_does_not_belong_gets_those_that_do(tmp_path: Path) -> None:
    """A box holds less than a chapter."""
    assert hints(write_plan(tmp_path, text("- 重点如下。", "- table: projects"))) == [
        "专栏里不能放表（table），把它移到专栏外面。这里可用的有：文字、runin、dash、list"
    ]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        (
            "- dash:",
            "- dsah:",
            f"是否指“dash”？这里可用的有：{BLOCKS}",
        ),
        ("    id: table-indicators", "    di: table-indicators", "请检查拼写，或删去这一项。是否指“id”？"),
        ("notes:\n", "note:\n", "请检查拼写，或删去这一项。是否指“notes”？"),
        ("orientation: landscape", "orientaton: landscape", "请检查拼写，或删去这一项。是否指“orientation”？"),
        ("preface:", "prefaces:", "请检查拼写，或删去这一项。是否指“preface”？"),
        ("              id: box-brand", "              name: box-brand", "请检查拼写，或删去这一项。可用的有：id"),
    ],
)
def test_a_key_misspelt_gets_the_nearest_that_is_not_used(tmp_path: Path, old: str, new: str, hint: str) -> None:
    """However deep, and though it be optional."""
    assert hints(write_plan(tmp_path, text(old, new))) == [hint]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- 重点如下。", "- 加强保护: 建立制度。"),
        ("- 为做好质量工作，编制本规划。", "- 为做好质量工作: 编制本规划。"),
        ("- 培育名牌。", "- runin: 培育\n                      text: 名牌。\n                      要点: 甲"),
    ],
)
def test_a_text_cut_in_two_by_its_colon_is_known(tmp_path: Path, old: str, new: str) -> None:
    """No key is Chinese."""
    assert hints(write_plan(tmp_path, text(old, new))) == ["文字里有半角冒号，改用全角“：”，或给整段加单引号"]


def test_a_hint_about_braces_shows_them(tmp_path: Path) -> None:
    """Both of them."""
    (hint,) = hints(write_plan(tmp_path, text("heading: 发展目标", "heading: [发展目标]")))
    assert hint == "如果文字以 {{ 或 [ 开头，请加单引号"
