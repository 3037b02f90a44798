"""What was meant by a key or a block that does not belong where it stands."""

from collections.abc import Collection, Container

from yinfa.diagnostics import closest
from yinfa.model.base import Model
from yinfa.model.meant import asked
from yinfa.model.tasks import ArticleBlock, Duty
from yinfa.model.words import BRANCHES, HeadingBlock

# What a drafter calls a key in Chinese -> the keys that it may be.
KEYS: dict[str, tuple[str, ...]] = {
    "标题": ("heading", "title"),
    "题目": ("title", "heading"),
    "小标题": ("heading", "runin"),
    "正文": ("text", "blocks"),
    "文字": ("text",),
    "内容": ("blocks", "text"),
    "段落": ("blocks",),
    "章": ("chapters",),
    "章节": ("chapters",),
    "前言": ("preface",),
    "引言": ("preface",),
    "编制依据": ("basis",),
    "依据": ("basis",),
    "任务": ("task",),
    "条": ("article",),
    "条文": ("article",),
    "要点": ("parts",),
    "分项": ("parts",),
    "牵头": ("lead",),
    "牵头单位": ("lead",),
    "责任单位": ("lead",),
    "负责单位": ("lead",),
    "配合": ("support",),
    "配合单位": ("support",),
    "参与单位": ("support",),
    "时限": ("due",),
    "完成时限": ("due",),
    "完成时间": ("due",),
    "目标": ("goal",),
    "指标": ("indicators", "indicator"),
    "写法": ("duties",),
    "专栏": ("box",),
    "列表": ("list", "dash"),
    "表": ("table",),
    "表格": ("table",),
    "图": ("figure", "chart"),
    "图表": ("chart",),
    "概述": ("summary",),
    "小结": ("summary",),
    "图片": ("figure",),
    "表单": ("form",),
    "反馈表": ("form",),
    "表题": ("caption",),
    "图题": ("caption",),
    "约束性": ("binding",),
    "预期性": ("expected",),
    "基本完成": ("nearly",),
    "提前完成": ("early",),
    "注": ("notes",),
    "附注": ("postscript", "notes"),
    "附件": ("annexes",),
    "版头": ("head",),
    "发文机关": ("organs",),
    "机关": ("organs",),
    "发文字号": ("number",),
    "文号": ("number",),
    "字号": ("number",),
    "份号": ("serial",),
    "密级": ("secrecy",),
    "紧急程度": ("urgency",),
    "紧急": ("urgency",),
    "签发人": ("signers",),
    "主送": ("addressee",),
    "主送机关": ("addressee",),
    "署名": ("signature", "organs"),
    "落款": ("signature",),
    "日期": ("date",),
    "成文日期": ("date",),
    "印章": ("seal", "sealed"),
    "版记": ("imprint",),
    "抄送": ("copies",),
    "印发机关": ("printer",),
    "印发日期": ("date",),
    "单位": ("unit", "units"),
    "全称": ("name",),
    "名称": ("name", "title"),
    "简称": ("short",),
    "编号": ("id", "task"),
    "级别": ("level",),
    "成员": ("members",),
    "文种": ("kind",),
    "文件": ("documents",),
    "年份": ("year",),
    "年度": ("year",),
    "时期": ("period",),
    "栏目": ("columns", "header"),
    "表头": ("header",),
    "填写项": ("fields", "label"),
    "项目": ("label", "fields"),
    "选项": ("choices",),
    "行数": ("rows", "lines"),
}

# The blocks as messages name them; what holds some of them only, by its key.
BLOCKS = dict(
    zip(
        BRANCHES,
        ("任务", "条文", "标题", "段首标题", "列表", "列表", "专栏", "表", "图", "统计图", "概述", "表单"),
        strict=True,
    )
)
_NO_WORDS = ("id", "kind")  # keys that hold no words of a drafter
HOLDERS = ("box", "dash", "list")

_NOT_CHARGED: tuple[tuple[type[Model], str], ...] = (
    (ArticleBlock, "责任单位和时限只写在任务上：把 article 改用 task（编号）和 heading（标题）"),
    (HeadingBlock, "责任单位和时限只写在任务上：在 blocks 下用 task 写任务"),
)


def key_meant(key: str, known: Container[str]) -> str:
    """Return which of the `known` keys a Chinese word stands for, nothing where it stands for none."""
    return next((each for each in KEYS.get(key.strip(), ()) if each in known), "")


def misplaced_key(key: str, model: type[Model]) -> str:
    """Return where a key belongs that `model` does not have but a task does, nothing for any other."""
    hints = (hint for each, hint in _NOT_CHARGED if issubclass(model, each))
    return next(hints, "") if key in Duty.model_fields else ""


def misplaced_block(tag: str, tags: Collection[str], loc: tuple[int | str, ...]) -> str:
    """Return what to do with a block that cannot stand where it does: which was meant, or where it may stand."""
    holder = next((BLOCKS[str(step)] for step in reversed(loc) if step in HOLDERS), "")
    if tag in BLOCKS and holder:
        return f"{holder}里不能放{BLOCKS[tag]}（{tag}），把它移到{holder}外面。"
    if tag in Duty.model_fields:
        return f"“{tag}”写在任务（task）下面。"
    return asked(key_meant(tag, tags) or closest(tag, tags))


def example_of(model: type[Model] | None, value: str, *, listed: bool) -> str:
    """Return how to write what a `model` is, by its first key that must be there, or a mere text."""
    dash = "- " if listed else ""
    if model is None:
        return f"写成 {dash}{value}"
    fields = model.model_fields
    key = next((name for name, field in fields.items() if field.is_required()), "")
    if not key:
        return f"分行写出各键：{'、'.join(fields)}"
    return f"写成 {dash}{key}: {'…' if key in _NO_WORDS else value}，每个键一行"
