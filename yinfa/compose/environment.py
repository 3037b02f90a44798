"""The sandboxes in which templates and prose are rendered.

Prose in data is a template too, so both are untrusted: no attribute of Python can be reached, nothing can be
changed, an unknown name is an error, only text and numbers can be printed, and no short expression makes a long text.
What a sandbox cannot stop, an endless loop, ends by the limits of `yinfa/confined.py`.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateNotFound, pass_context
from jinja2.bccache import Bucket, FileSystemBytecodeCache
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from yinfa.paths import CACHE, TEMPLATES
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


class Compiled(FileSystemBytecodeCache):
    """Keeps in a folder what the project's own templates compile to, as Python keeps its modules beside them.

    Compiling takes a fifth of a second whenever papers are composed. What is kept serves as long as the source is the
    same and all that makes code of it: Jinja and this module. Nothing that stands in the data is kept.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), "%s")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002  Jinja gives it
        """Return the name of the file for a template, wherever the project stands: there is but one for each."""
        return super().get_cache_key(name)

    def get_source_checksum(self, source: str) -> str:
        """Return what tells whether code is that of `source`."""
        return hashlib.sha256(_compiler() + source.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` with what is kept for it, if there is anything and it is whole."""
        with suppress(Exception):  # whatever damage may raise: the template is compiled anew
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what `bucket` holds, where files can be written."""
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


@cache
def _compiler() -> bytes:
    """Return what tells one compiler of templates from another."""
    return version("jinja2").encode() + Path(__file__).read_bytes()


def template_environment(folder: Path, names: Mapping[str, Any], filters: Mapping[str, Any]) -> Environment:
    """Return the environment of the files in `folder`; it always escapes, whatever their names."""
    environment = Sandbox(
        loader=PlainFilesLoader(folder),
        bytecode_cache=Compiled(CACHE / "templates") if folder == TEMPLATES else None,
        optimized=False,  # else what a filter makes of a constant would be kept, though the filter may change
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


@cache
def _compiled(prose: str) -> CodeType:
    """Return the code of a text, which many papers print: what it calls is looked up where it is rendered."""
    return prose_environment({}).compile(prose)


def prose_template(environment: Environment, prose: str) -> Template:
    """Return a text as a template of an environment of prose."""
    return environment.template_class.from_code(environment, _compiled(prose), environment.make_globals(None))
