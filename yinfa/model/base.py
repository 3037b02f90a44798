"""What every model of a YAML file shares: the types of its values."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from yinfa.diagnostics import Report
from yinfa.model.meant import asked, day_meant, number_meant
from yinfa.sources.scalars import as_bool, as_date, as_integer
from yinfa.sources.text import Text


class Model(BaseModel):
    """A frozen model that knows all its keys: an unknown one is a fault, not a silent loss."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a text, to be said behind 不合写法, and the question what was meant."""

    said: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class AText:
    """Tells pydantic to take a `Text` as it is, so that it keeps its origin.

    `longest` is the number of characters it may have, 0 for any; `pattern` what it must be like, `wanted` the same in
    Chinese; `told` says what is wrong with one that is not.
    """

    longest: int = 0
    pattern: str = ""
    wanted: str = ""
    told: Callable[[str], Wrong] = lambda _: Wrong()

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: object) -> dict[str, Any]:
        limits = {"maxLength": self.longest, "pattern": self.pattern and f"^({self.pattern})$"}
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
            wrong = self.told(value)
            context = {"said": wrong.said, "wanted": wrong.asked + self.wanted}
            raise PydanticCustomError("pattern", "not of the pattern", context)
        return value


def _reading(convert: Callable[[Text, Report | None], Any]) -> BeforeValidator:
    def read(value: object, info: ValidationInfo) -> object:
        return convert(AText().read(value), info.context)

    return BeforeValidator(read)


def _whole_number(text: Text, report: Report | None) -> int:
    """Return the whole number that a text is, or say how to write one."""
    try:
        return as_integer(text, report)
    except ValueError as error:
        context = {"error": str(error), "wanted": number_meant(text)}
        raise PydanticCustomError("value_error", "no number", context) from error


def _dashed(day: Text) -> Text:
    """Return a day or a month with dashes: 2011年1月 as 2011-01."""
    year, *rest = re.findall("[0-9]+", day)
    return Text("-".join([year, *(part.zfill(2) for part in rest)]), day.origin)


def _there_is(day: Text) -> Text:
    """Return a whole day. Raise ValueError where there is none such."""
    as_date(day)
    return day


def _in_title(title: str) -> str:
    """Return what may not stand in a title and does."""
    signs = {"{": "花括号", "}": "花括号", "\n": "换行"}
    return "：有" + "、".join(dict.fromkeys(name for sign, name in signs.items() if sign in title))


def _kept(value: object, check: Callable[[object], object]) -> object:
    """Return a choice as it was written, with its place, once it is one."""
    check(value)
    return value


KEPT = WrapValidator(_kept)


Words = Annotated[Text, AText()]
Title = Annotated[
    Text,  # the properties of a DOCX take 255 characters; what stands between braces would be printed as it is
    AText(255, r"[^{}\n]*", "标题照原样印出，不能有花括号，也不能换行", told=lambda title: Wrong(_in_title(title))),
]
Name = Annotated[Text, AText(32, "[A-Za-z][A-Za-z0-9-]*", "以字母开头，由字母、数字和“-”组成，不超过 32 个字符")]
_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}|[0-9]{4}年(0?[1-9]|1[0-2])月[0-9]{1,2}日"
_MONTH = "[0-9]{4}-(0[1-9]|1[0-2])|[0-9]{4}年(0?[1-9]|1[0-2])月"
Day = Annotated[
    Text,
    AText(
        pattern=f"{_DAY}|{_MONTH}",
        wanted="写成 2011-11 或 2011-11-05（也可写 2011年11月、2011年11月5日）",
        told=lambda day: Wrong(asked=asked(day_meant(day, whole=False))),
    ),
    AfterValidator(_dashed),
]
WholeDay = Annotated[
    Text,
    AText(
        pattern=_DAY,
        wanted="写明年月日，如 2013-05-09（也可写 2013年5月9日）",
        told=lambda day: Wrong(asked=asked(day_meant(day, whole=True))),
    ),
    AfterValidator(_dashed),
    AfterValidator(_there_is),
]
WHOLE = _reading(_whole_number)
YEARS = range(1949, 2100)  # a year beyond these is mistyped
Year = Annotated[int, Field(ge=YEARS[0], le=YEARS[-1]), WHOLE]
YesNo = Annotated[bool, _reading(lambda text, _: as_bool(text)), WithJsonSchema({"enum": [True, False, "是", "否"]})]


_SIGNS = "、，,；;/／\n"  # by which people divide names


def divided(names: Text, signs: str = _SIGNS) -> tuple[Text, ...]:
    """Return the names that stand in one text, divided by any of the signs that people use."""
    return tuple(Text(name.strip(), names.origin) for name in re.split(f"[{signs}]", names) if name.strip())


def _divided_at(signs: str) -> BeforeValidator:
    """Return what takes names as a list, be they written as one text with any of the `signs` between them."""

    def read(value: object) -> object:
        if value is None:
            raise PydanticCustomError("blank", "blank")
        return divided(value, signs) if isinstance(value, Text) else value

    return BeforeValidator(read)


_TEXT_OR_LIST = WithJsonSchema(
    {"anyOf": [{"type": "string", "minLength": 1}, {"type": "array", "items": {"type": "string"}}]}
)
Several = Annotated[tuple[Words, ...], _divided_at(_SIGNS), _TEXT_OR_LIST]  # a list, or one text with 、 between
Units = Several
Copies = Annotated[tuple[Words, ...], _divided_at("，,；;。\n"), _TEXT_OR_LIST]  # 、 stands within one of them

BLOCK = "a block of "  # begins the tag of every branch of a union but the one for mere text
