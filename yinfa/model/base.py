"""What every model of a YAML file shares: the types of its values and the words of its errors."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError, core_schema

from yinfa.diagnostics import Origin, Report, nearest
from yinfa.sources.scalars import as_bool, as_integer
from yinfa.sources.text import Text
from yinfa.sources.yaml_tree import Mapping, Node, Sequence


class Model(BaseModel):
    """A frozen model that knows all its keys: an unknown one is a fault, not a silent loss."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


@dataclass(frozen=True, slots=True)
class _AText:
    """Tells pydantic to take a `Text` as it is, so that it keeps its origin.

    `longest` is the number of characters it may have, 0 for any; `pattern` what it must be like, `wanted` the same in
    Chinese.
    """

    longest: int = 0
    pattern: str = ""
    wanted: str = ""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: object) -> dict[str, Any]:
        limits = {"maxLength": self.longest, "pattern": self.pattern and f"^{self.pattern}$"}
        return {"type": "string", "minLength": 1} | {name: limit for name, limit in limits.items() if limit}

    def read(self, value: object) -> Text:
        """Return `value` if it is such a text."""
        if value is None or value == "":
            raise PydanticCustomError("blank", "blank")
        if not isinstance(value, Text):
            raise PydanticCustomError("string_type", "text wanted")
        if self.longest and len(value) > self.longest:
            raise PydanticCustomError("string_too_long", "too long", {"longest": self.longest, "length": len(value)})
        if self.pattern and not re.fullmatch(self.pattern, value):
            raise PydanticCustomError("pattern", "not of the pattern", {"wanted": self.wanted})
        return value


def _reading(convert: Callable[[Text, Report | None], Any]) -> BeforeValidator:
    def read(value: object, info: ValidationInfo) -> object:
        return convert(_AText().read(value), info.context)

    return BeforeValidator(read)


Words = Annotated[Text, _AText()]
Title = Annotated[Text, _AText(longest=255)]  # what the properties of a DOCX take
Name = Annotated[Text, _AText(32, "[A-Za-z][A-Za-z0-9-]*", "以字母开头，由字母、数字和“-”组成，不超过 32 个字符")]
Day = Annotated[Text, _AText(10, "[0-9]{4}-[0-9]{2}(-[0-9]{2})?", "写成 2011-11 或 2011-11-01")]
WHOLE = _reading(as_integer)
YEARS = range(1949, 2100)  # a year beyond these is mistyped
Year = Annotated[int, Field(ge=YEARS[0], le=YEARS[-1]), WHOLE]
YesNo = Annotated[bool, _reading(lambda text, _: as_bool(text)), WithJsonSchema({"type": "boolean"})]

ModelType = TypeVar("ModelType", bound=Model)

BLOCK = "a block of "  # begins the tag of every branch of a union but the one for mere text

# What pydantic found -> what the drafter reads: the message, and how to mend it.
MESSAGES = {
    "missing": ("缺少“{key}”", "请补上这一项"),
    "extra_forbidden": ("不认识的键“{key}”", "请检查拼写，或删去这一项。{near}"),
    "string_type": ("“{key}”应是一段文字", "如果文字以 {{ 或 [ 开头，请加引号"),
    "blank": ("“{key}”是空的", "请填写内容，或删去这一项"),
    "list_type": ("“{key}”应是列表", "每一项另起一行，以“- ”开头"),
    "tuple_type": ("“{key}”应是列表", "每一项另起一行，以“- ”开头"),
    "model_type": ("“{key}”应是一组“键: 值”", "请按说明分行填写"),
    "literal_error": ("“{key}”的值“{value}”不在可选范围内", "{near}"),
    "too_short": ("“{key}”至少要有一项", "请补上内容，或删去这一项"),
    "string_too_long": ("“{key}”有 {length} 个字，不能超过 {longest} 个", "请缩短"),
    "pattern": ("“{key}”的值“{value}”不合写法", "{wanted}"),
    "greater_than_equal": ("“{key}”不能小于 {ge}", "请核对"),
    "less_than_equal": ("“{key}”不能大于 {le}", "请核对"),
    "union_tag_invalid": ("这里不能放“{tag}”", "这里可用的有：文字、{expected_tags}"),
    "value_error": ("“{key}”：{reason}", "请改正这个值"),
}


def build(model: type[ModelType], node: Mapping, report: Report) -> ModelType | None:
    """Return `node` as `model`, or None with every fault of it reported at its place."""
    try:
        return model.model_validate(node, context=report)
    except ValidationError as error:
        found = error.errors()
        for details in found:
            if not _follows(details, found):
                _report(details, found, node, report)
        return None


def _follows(details: ErrorDetails, found: list[ErrorDetails]) -> bool:
    """Return whether a list is called too short only because its items are faulty, which is told already."""
    loc = details["loc"]
    return details["type"] == "too_short" and any(
        each["loc"][: len(loc)] == loc for each in found if each is not details
    )


def _report(details: ErrorDetails, found: list[ErrorDetails], node: Mapping, report: Report) -> None:
    kind, context = details["type"], details.get("ctx", {})
    key, origin = _locate(details["loc"], node, kind)
    message, hint = MESSAGES.get(kind, ("“{key}”不合格式：{reason}", ""))
    words = context | {
        "key": key,
        "value": _short(details.get("input")),
        "reason": str(context.get("error", details["msg"])),
        "near": nearest(*_meant(details, found)),
        "tag": str(context.get("tag", "")).removeprefix(BLOCK),
        "expected_tags": "、".join(re.findall(f"{BLOCK}(\\w+)", str(context.get("expected_tags", "")))),
    }
    report.fault(f"yaml-{kind.replace('_', '-')}", message.format(**words), origin, hint.format(**words))


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 30 else f"{text[:30]}…"


def _meant(details: ErrorDetails, found: list[ErrorDetails]) -> tuple[str, list[str]]:
    """Return the word that is wrong and those that may have been meant: choices, or keys missing beside it."""
    *around, key = details["loc"] or ("",)
    if details["type"] == "extra_forbidden":
        missing = [each["loc"] for each in found if each["type"] == "missing"]
        return str(key), [str(loc[-1]) for loc in missing if [*loc[:-1]] == around]
    expected = str(details.get("ctx", {}).get("expected", ""))
    return str(details.get("input")), re.findall("'([^']+)'", expected)


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
            place, node = getattr(node[step], "origin", node.origin), node[step]
            yield f"第{step + 1}项", place, node
