"""From the tree of a YAML file to a model: every error of pydantic in Chinese, at the place where to mend it."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from yinfa.diagnostics import Origin, Report, closest, nearest
from yinfa.model.base import BLOCK, Model
from yinfa.model.fields import unused
from yinfa.sources.yaml_tree import Mapping, Node, Sequence

ModelType = TypeVar("ModelType", bound=Model)

# What pydantic found -> what the drafter reads: the message, and how to mend it.
MESSAGES = {
    "missing": ("缺少“{key}”", "请补上这一项"),
    "extra_forbidden": ("不认识的键“{key}”", "请检查拼写，或删去这一项。{near}"),
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
    "value_error": ("“{key}”：{reason}", "请改正这个值"),
}

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
    kind = details["type"]
    key, origin = _locate(details["loc"], node, kind)
    message, hint = MESSAGES.get(kind, ("“{key}”不合格式：{reason}", ""))
    words = _words(details, key)
    if kind == "extra_forbidden":
        words["near"] = nearest(key, unused(model, details["loc"], node))
    if _was_cut(details, words["tag"], key):
        hint = COLON
    report.fault(f"yaml-{kind.replace('_', '-')}", message.format(**words), origin, hint.format(**words))


def _words(details: ErrorDetails, key: str) -> dict[str, Any]:
    """Return what a message may say of an error."""
    context = details.get("ctx", {})
    tag = str(context.get("tag", "")).removeprefix(BLOCK)
    tags = re.findall(f"{BLOCK}(\\w+)", str(context.get("expected_tags", "")))
    return context | {
        "key": key,
        "value": _short(details.get("input")),
        "reason": str(context.get("error", details["msg"])),
        "choices": _choices(str(details.get("input")), re.findall("'([^']+)'", str(context.get("expected", "")))),
        "tag": tag,
        "meant": _asked(closest(tag, tags)),
        "expected_tags": "、".join(tags),
    }


def _was_cut(details: ErrorDetails, tag: str, key: str) -> bool:
    """Return whether a colon cut a text in two: what stood before it became a key, and no key is Chinese."""
    within = next(iter(given), "") if isinstance(given := details.get("input"), Mapping) else ""
    keys = {"union_tag_invalid": tag, "string_type": within, "extra_forbidden": key}
    return re.search("[\u4e00-\u9fff]", keys.get(details["type"], "")) is not None


def _choices(word: str, choices: Iterable[str]) -> str:
    """Return which of the choices was meant, be it named in Chinese, and what all of them mean."""
    names = {name: choice for choice in choices for name in (choice, GLOSSES.get(choice, choice))}
    listed = "、".join(f"{each} {GLOSSES.get(each, '')}".strip() for each in dict.fromkeys(names.values()))
    return f"{_asked(names.get(closest(word, names), ''))}可用的有：{listed}"


def _asked(word: str) -> str:
    return f"是否指“{word}”？" if word else ""


def _short(value: object) -> str:
    text = str(value)
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
    place = getattr(node, "origin", Origin(""))
    for step in loc:
        if isinstance(node, Mapping) and step in node:
            place, node = node.keys_at[str(step)], node[str(step)]
            yield str(step), place, node
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            place, node = node.items_at[step], node[step]
            yield f"第{step + 1}项", place, node
