"""What every model of a YAML file shares: the types of its values and the words of its errors."""

from collections.abc import Callable, Iterator
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler, ValidationError, WithJsonSchema
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError, core_schema

from yinfa.diagnostics import Origin, Report, nearest
from yinfa.sources.scalars import as_bool, as_integer
from yinfa.sources.text import Text
from yinfa.sources.yaml_tree import Mapping, Node, Sequence


class Model(BaseModel):
    """A frozen model that knows all its keys: an unknown one is a fault, not a silent loss."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class _TextSchema:
    """Tells pydantic to take a `Text` as it is, so that it keeps its origin."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_a_text)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


def _a_text(value: object) -> Text:
    if not isinstance(value, Text):
        raise PydanticCustomError("string_type", "text wanted")
    if not value.strip():
        raise PydanticCustomError("blank", "blank")
    return value


def _reading(convert: Callable[[Text], Any]) -> BeforeValidator:
    def read(value: object) -> object:
        return convert(_a_text(value))

    return BeforeValidator(read)


Words = Annotated[Text, _TextSchema]
Whole = Annotated[int, _reading(as_integer)]
YesNo = Annotated[bool, _reading(as_bool), WithJsonSchema({"type": "boolean"})]

ModelType = TypeVar("ModelType", bound=Model)

# What pydantic found -> what the drafter reads: the message, and how to mend it.
MESSAGES = {
    "missing": ("缺少“{key}”", "请补上这一项"),
    "extra_forbidden": ("不认识的键“{key}”", "请检查拼写，或删去这一项"),
    "string_type": ("“{key}”应是一段文字", "如果文字以 {{ 或 [ 开头，请加引号"),
    "blank": ("“{key}”是空的", "请填写内容，或删去这一项"),
    "list_type": ("“{key}”应是列表", "每一项另起一行，以“- ”开头"),
    "tuple_type": ("“{key}”应是列表", "每一项另起一行，以“- ”开头"),
    "model_type": ("“{key}”应是一组“键: 值”", "请按说明分行填写"),
    "literal_error": ("“{key}”的值“{value}”不在可选范围内", "{near}"),
    "too_short": ("“{key}”至少要有一项", "请补上内容，或删去这一项"),
    "union_tag_not_found": ("看不出这是哪一种内容", "可用 heading、runin、dash、list、box、table、figure 之一开头"),
    "value_error": ("“{key}”：{reason}", ""),
}


def build(model: type[ModelType], node: Mapping, report: Report) -> ModelType | None:
    """Return `node` as `model`, or None with every fault of it reported at its place."""
    try:
        return model.model_validate(node)
    except ValidationError as error:
        for details in error.errors():
            _report(details, node, report)
        return None


def _report(details: ErrorDetails, node: Mapping, report: Report) -> None:
    kind, context = details["type"], details.get("ctx", {})
    key, origin = _locate(details["loc"], node, kind)
    message, hint = MESSAGES.get(kind, ("“{key}”不合格式：{reason}", ""))
    words = {
        "key": key,
        "value": details.get("input"),
        "reason": str(context.get("error", details["msg"])),
        "near": nearest(str(details.get("input")), _choices(context)),
    }
    report.fault(f"yaml-{kind.replace('_', '-')}", message.format(**words), origin, hint.format(**words))


def _choices(context: dict[str, Any]) -> list[str]:
    return [each.strip("' ") for each in str(context.get("expected", "")).replace(" or ", ",").split(",")]


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
    for step in loc:
        if isinstance(node, Mapping) and step in node:
            origin, node = node.keys_at[str(step)], node[str(step)]
            yield str(step), origin, node
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            node = node[step]
            yield f"第{step + 1}项", getattr(node, "origin", Origin("")), node
