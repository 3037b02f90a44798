"""From the tree of a YAML file to a model: every error of pydantic in Chinese, at the place where to mend it."""

import re
from collections.abc import Container, Iterable, Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from yinfa.diagnostics import Origin, Report, closest, nearest
from yinfa.model.base import BLOCK, Model
from yinfa.model.fields import mapping_at, mapping_of, model_at, only_model_at
from yinfa.model.keys import example_of, key_meant, misplaced_block, misplaced_key
from yinfa.model.meant import asked
from yinfa.sources.text import Text
from yinfa.sources.yaml_tree import Mapping, Node, Sequence

ModelType = TypeVar("ModelType", bound=Model)

# What pydantic found -> what the drafter reads: the message, and how to mend it.
MESSAGES = {
    "missing": ("缺少“{key}”", "请补上这一项"),
    "extra_forbidden": ("不认识的键“{key}”", ""),
    "string_type": ("“{key}”应是一段文字", "如果文字以 {{{{ 或 [ 开头，请加单引号"),
    "blank": ("“{key}”是空的", "请填写内容，或删去这一项"),
    "list_type": ("“{key}”应是列表", "每一项另起一行，以“- ”开头"),
    "tuple_type": ("“{key}”应是列表", "每一项另起一行，以“- ”开头"),
    "model_type": ("“{key}”应是一组“键: 值”", "请按说明分行填写"),
    "literal_error": ("“{key}”的值“{value}”不在可选范围内", "{choices}"),
    "too_short": ("“{key}”至少要有一项", "请补上内容，或删去这一项"),
    "string_too_long": ("“{key}”有 {length} 个字，不能超过 {longest} 个", "请缩短"),
    "pattern": ("“{key}”的值“{value}”不合写法{said}", "{wanted}"),
    "greater_than_equal": ("“{key}”不能小于 {ge}", "请核对"),
    "less_than_equal": ("“{key}”不能大于 {le}", "请核对"),
    "union_tag_invalid": ("这里不能放“{tag}”", "{meant}这里可用的有：文字、{expected_tags}"),
    "value_error": ("“{key}”：{reason}", "{wanted}"),
}

SHAPES = ("tuple_type", "list_type", "model_type")  # what is said of a value that is no list, no mapping

SPELLING = "请检查拼写，或删去这一项。"
HAN = re.compile("[\u4e00-\u9fff]")
COLON = "文字里有半角冒号，改用全角“：”，或给整段加单引号"

# What the choices that are not Chinese mean.
GLOSSES = {
    "county": "县",
    "county-city": "县级市",
    "district": "区",
    "prefecture-city": "地级市",
    "office": "办公室",
    "bureau": "部门",
    "town": "乡镇街道",
    "company": "企业",
    "group": "单位组",
    "follows": "接排",
    "annex": "附件",
    "apart": "另行装订",
    "portrait": "竖排页",
    "landscape": "横排页",
    "indicators": "指标表",
    "completion": "完成情况表",
    "targets": "目标表",
    "projects": "项目",
    "duties": "责任分解表",
    "matrix": "任务与单位对照表",
    "opinions": "意见采纳情况表",
    "verdicts": "指标完成情况和评价表",
    "missed": "未完成指标",
    "task-progress": "任务完成情况表",
    "open-tasks": "未完成任务表",
    "project-progress": "项目进展表",
    "rates": "各指标完成率图",
    "groups": "各分类完成情况",
    "path": "历年完成值与目标图",
    "units": "各单位任务完成情况图",
    "overall": "总体完成情况",
    "natures": "约束性和预期性指标完成情况",
    "extremes": "完成率最高和最低的指标",
    "changes": "比上年的变化",
    "tasks": "任务完成情况",
    "annual": "年度",
    "mid-term": "中期",
    "final": "终期",
    "off": "忽略",
    "warning": "警告",
    "error": "问题",
}


def build(model: type[ModelType], node: Mapping, report: Report) -> ModelType | None:
    """Return `node` as `model`, or None with every fault of it reported at its place."""
    try:
        return model.model_validate(node, context=report)
    except ValidationError as error:
        found = error.errors()
        for details in found:
            if not _follows(details, found):
                _report(details, model, node, report)
        return None


def _follows(details: ErrorDetails, found: list[ErrorDetails]) -> bool:
    """Return whether a list is called too short only because its items are faulty, which is told already."""
    loc = details["loc"]
    return details["type"] == "too_short" and any(
        each["loc"][: len(loc)] == loc for each in found if each is not details
    )


def _report(details: ErrorDetails, model: type[Model], node: Mapping, report: Report) -> None:
    kind = _kind(details)
    key, origin = _locate(details["loc"], node, kind)
    message, hint = MESSAGES.get(kind, ("“{key}”不合格式：{reason}", ""))
    words = _words(details, key)
    mending = _mending(details, key, words, model, node) or hint.format(**words)
    report.fault(f"yaml-{kind.replace('_', '-')}", message.format(**words), origin, mending)


def _mending(details: ErrorDetails, key: str, words: dict[str, Any], model: type[Model], node: Mapping) -> str:
    """Return how to mend what takes a look around, nothing where `MESSAGES` says it."""
    kind, loc = _kind(details), details["loc"]
    if kind == "extra_forbidden":
        return _for_key(key, model_at(model, loc[:-1]), mapping_at(node, loc[:-1]))
    if kind in SHAPES and isinstance(details["input"], Text):
        listed = kind != "model_type"
        example = example_of(only_model_at(model, loc), words["value"], listed=listed or isinstance(loc[-1], int))
        return f"每一项另起一行，以“- ”开头：{example}" if listed else example
    cut = {"union_tag_invalid": words["tag"], "string_type": next(iter(mapping_of(details["input"])), "")}.get(kind, "")
    return COLON if HAN.search(cut) and not key_meant(cut, words["tags"]) else ""


def _for_key(key: str, model: type[Model], given: Container[str]) -> str:
    """Return what to do about a key that `model` does not have; one in Chinese is a text that its colon cut in two."""
    known = [name for name in model.model_fields if name not in given]
    if there := key_meant(key, given):
        return f"{SPELLING}这里已有“{there}”"
    meant = key_meant(key, known)
    if HAN.search(key) and not meant:
        return COLON
    return misplaced_key(key, model) or SPELLING + (asked(meant) or nearest(key, known))


def _kind(details: ErrorDetails) -> str:
    """Return what pydantic found; of what is left empty, that it is, whatever should stand there."""
    return "blank" if details["input"] is None and details["type"] in SHAPES else details["type"]


def _words(details: ErrorDetails, key: str) -> dict[str, Any]:
    """Return what a message may say of an error."""
    context = details.get("ctx", {})
    tag = str(context.get("tag", "")).removeprefix(BLOCK)
    tags = re.findall(f"{BLOCK}(\\w+)", str(context.get("expected_tags", "")))
    error: tuple[object, ...] = getattr(context.get("error"), "args", ()) or (context.get("error", details["msg"]),)
    wanted = error[1] if len(error) > 1 else "请改正这个值"
    given = {
        "key": key,
        "value": _short(details.get("input")),
        "reason": str(error[0]),
        "choices": _choices(str(details.get("input")), re.findall("'([^']+)'", str(context.get("expected", "")))),
        "tag": tag,
        "tags": tags,
        "meant": misplaced_block(tag, tags, details["loc"]),
        "expected_tags": "、".join(tags),
    }
    return {"wanted": wanted} | context | given


def _choices(word: str, choices: Iterable[str]) -> str:
    """Return which of the choices was meant, be it named in Chinese, and what all of them mean."""
    names = {name: choice for choice in choices for name in (choice, GLOSSES.get(choice, choice))}
    listed = "、".join(f"{each} {GLOSSES.get(each, '')}".strip() for each in dict.fromkeys(names.values()))
    return f"{asked(names.get(closest(word, names), ''))}可用的有：{listed}"


def _short(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= 30 else f"{text[:30]}…"


def _locate(loc: tuple[int | str, ...], root: Mapping, kind: str) -> tuple[str, Origin]:
    """Return the key that pydantic's error at `loc` is about, and its place in the file."""
    steps = list(_steps(loc, root))
    key, key_origin, node = steps[-1] if steps else ("", root.origin, root)
    if kind == "missing":
        return str(loc[-1]), getattr(node, "origin", root.origin)
    if kind == "extra_forbidden":
        return key, key_origin
    return key, getattr(node, "origin", key_origin)


def _steps(loc: tuple[int | str, ...], node: Node) -> Iterator[tuple[str, Origin, Node]]:
    """Yield key, place of the key and value along `loc`, passing over the names of a union's branches."""
    place, name = getattr(node, "origin", Origin("")), ""
    for step in loc:
        if isinstance(node, Mapping) and step in node:
            place, node, name = node.keys_at[str(step)], node[str(step)], str(step)
            yield name, place, node
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            place, node = node.items_at[step], node[step]
            yield f"{name} 第{step + 1}项", place, node
