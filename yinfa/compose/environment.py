"""The sandboxes in which templates and prose are rendered.

Prose in data is a template too, so both are untrusted: no attribute of Python can be reached, nothing can be
changed, an unknown name is an error, only text and numbers can be printed, and no short expression makes a long text.
What a sandbox cannot stop, an endless loop, ends by the limits of `yinfa/confined.py`.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound, pass_context
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from yinfa.sources.text import UNPRINTABLE, describe

# Jinja's filters that templates may use; of the others some make a text of any length (center, format, indent).
SAFE_FILTERS = (
    *("attr", "default", "first", "int", "join", "last", "length", "list", "map", "max", "min"),
    *("reject", "rejectattr", "select", "selectattr", "sum", "trim", "unique"),
)


class Unprintable(TypeError):
    """A template tried to print what is neither text nor a number."""


def printable(value: object) -> object:
    """Return `value` if it may be printed. Raise `Unprintable` otherwise: None, a method, a control character."""
    if isinstance(value, str) and (found := UNPRINTABLE.search(value)):
        raise Unprintable(f"花括号内含有{describe(found[0])}")
    if isinstance(value, (str, int, Decimal, StrictUndefined)) and not isinstance(value, bool):
        return value
    if value is None:
        raise Unprintable("这里没有值可印（None）")
    if callable(value):
        raise Unprintable("这里只写了函数名，后面缺括号和名称")
    raise Unprintable(f"这里印的不是文字或数字，而是 {type(value).__name__}")


@pass_context  # else Jinja prints constants itself, before anybody asks whether they are printable
def _finalize(_: Context, value: object) -> object:
    return printable(value)


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which only values can be reached: no method of any object, and no file.

    It multiplies numbers alone: `"a" * 10**9` and `"%999999999d" % 1` would fill the memory in no time.
    """

    intercepted_binops = frozenset({"**", "*", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return what the operator makes of two numbers. Raise `SecurityError` for anything else, and for powers."""
        if operator == "**" or not all(isinstance(each, (int, Decimal)) for each in (left, right)):
            raise SecurityError(f"operator '{operator}'")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether `value`, the attribute `attr` of `obj`, may be reached: a value, or a template's own macro."""
        reachable = isinstance(value, Macro) or not (callable(value) or isinstance(value, Path))
        return reachable and super().is_safe_attribute(obj, attr, value)


class EscapedData(Extension):
    """Escapes the plain words of a prose template, so that a `<` in data stays a `<` on paper."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens with every run of plain words escaped."""
        for token in stream:
            escaped = str(escape(token.value)) if token.type == "data" else token.value
            yield Token(token.lineno, token.type, escaped)


class PlainFilesLoader(FileSystemLoader):
    """Loads templates from plain files only: a symbolic link could lead out of the folder."""

    def get_source(self, environment: Environment, template: str) -> Any:
        """Return the template's source. Raise `TemplateNotFound` for a link or a missing file."""
        root = Path(self.searchpath[0])
        path = root / template
        if any(each.is_symlink() for each in (path, *path.parents) if each.is_relative_to(root)):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


class Compiled(BytecodeCache):
    """Keeps what was compiled: every unit's sheet is made by the same files. Jinja compiles a changed source anew."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` with what is kept for it, if anything."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what `bucket` holds."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = Compiled()


def template_environment(folder: Path, names: Mapping[str, Any], filters: Mapping[str, Any]) -> Environment:
    """Return the environment of the files in `folder`; it always escapes, whatever their names."""
    environment = Sandbox(
        loader=PlainFilesLoader(folder),
        bytecode_cache=_COMPILED,
        auto_reload=False,  # the papers of a plan are made by the same templates
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.clear()
    environment.globals.update(names)
    kept = {name: environment.filters[name] for name in SAFE_FILTERS}
    environment.filters = {**kept, **filters}
    return environment


def prose_environment(names: Mapping[str, Any]) -> Environment:
    """Return the environment of prose: nothing but the functions given, no filter, and its own words escaped."""
    environment = Sandbox(undefined=StrictUndefined, autoescape=True, finalize=_finalize, extensions=[EscapedData])
    environment.filters = {}
    environment.globals.clear()
    environment.globals.update(names)
    return environment
