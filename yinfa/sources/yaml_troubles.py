"""What people get wrong in YAML: how to tell it, what to say, and how to read on behind it.

PyYAML stops at the first trouble and names it in the words of a parser. `MENDS` knows the lines
that people really write; a line that matches is reported in words for people, and mended in
memory, so that the rest of the file can be looked at too. `PROBLEMS` translates the rest.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from yinfa.diagnostics import Origin, Report

# How many spaces a blank that is not a space stands for when it is used to indent.
_WIDTHS = str.maketrans(
    {"\t": "  ", "\u3000": "  ", **dict.fromkeys("\u00a0\u202f\u205f", " ")}
    | {chr(code): " " for code in range(0x2000, 0x200B)}
)
_WIDE = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_DASHES = r"\s*(?:- +)*"
_ENGLISH_KEY = _DASHES + r"[A-Za-z_][\w-]*"
_ANY_KEY = r"(?:" + _ENGLISH_KEY + r"|\s*[^\W\d][\w-]{0,19})"
_BEFORE_VALUE = r"(?P<head>" + _DASHES + r"(?:[\w-]+: +)?)"


MAX_LINE = 10_000  # no longer line is looked at: it is not a person's


class Mend(NamedTuple):
    """A line people write, told by `pattern` (its group `at` marks the place), and what was meant."""

    pattern: re.Pattern[str]
    code: str
    message: str
    hint: str
    replacement: str | Callable[[re.Match[str]], str]


def _spaces(match: re.Match[str]) -> str:
    """Return an indentation with spaces in place of every other blank."""
    return match[0].translate(_WIDTHS)


def _quoted(match: re.Match[str]) -> str:
    """Return a line with its value in single quotes."""
    value = match["value"].replace("'", "''")
    return f"{match['head']}'{value}'"


TAB = Mend(
    re.compile(r" *(?P<at>\t)\s*(?=\S)"),
    "yaml-indent",
    "缩进用了制表符（Tab）",
    "每一级缩进改用两个空格",
    _spaces,
)
WIDE_INDENT = Mend(
    re.compile(rf"[ \t]*(?P<at>[{_WIDE}])[ \t{_WIDE}]*(?=\S)"),
    "yaml-indent",
    "缩进用了全角空格或不间断空格",
    "改用两个半角空格；若是一段文字的段首空格，用“|”起头另行书写",
    _spaces,
)
TAB_AFTER_DASH = Mend(
    re.compile(r"(?P<head> *(?:- +)*-) *(?P<at>\t)\s*"),
    "yaml-indent",
    "“-”后面用了制表符（Tab）",
    "“-”后面改用一个空格",
    r"\g<head> ",
)
DASH_NO_SPACE = Mend(
    re.compile(r"(?P<head>\s*)(?P<at>-)(?=[\u4e00-\u9fff“《（'\"{]|[A-Za-z_][\w-]*:(?:\s|$))"),
    "yaml-indent",
    "“-”后面少一个空格",
    "写作“- 文字”；若是文字里的连接号，给整段加单引号",
    r"\g<head>- ",
)
FULL_WIDTH_COLON = Mend(
    re.compile(rf"(?P<head>{_ENGLISH_KEY}\s*)(?P<at>：)\s*"),
    "yaml-colon",
    "键后面是全角冒号“：”",
    "改用半角冒号加一个空格“: ”；若是文字，给整段加引号",
    r"\g<head>: ",
)
CHINESE_KEY_COLON = FULL_WIDTH_COLON._replace(pattern=re.compile(rf"(?P<head>{_ANY_KEY}\s*)(?P<at>：)\s*"))
NO_SPACE = Mend(
    re.compile(rf"(?P<head>{_ENGLISH_KEY})(?P<at>:)(?=[^\s:/])"),
    "yaml-colon",
    "冒号后面少一个空格",
    "写作“键: 值”；若是文字，给整段加引号",
    r"\g<head>: ",
)
CHINESE_KEY_NO_SPACE = NO_SPACE._replace(pattern=re.compile(rf"(?P<head>{_ANY_KEY})(?P<at>:)(?=[^\s:/])"))
TEMPLATE = Mend(
    re.compile(_BEFORE_VALUE + r"(?P<value>(?P<at>\{[{%]).*?)\s*$"),
    "yaml-quote",
    "以“{{”或“{%”开头的文字没有加引号",
    "给整段文字加单引号，如 '{{ target(\"指标名称\") }}……'",
    _quoted,
)
RESERVED = Mend(
    re.compile(r"(?!%)" + _BEFORE_VALUE + r"(?P<value>(?![|>][+-]?\s*$)(?P<at>[@`%|>,*&!?\]}]).*?)\s*$"),
    "yaml-quote",
    "文字以 YAML 的专用符号（@ ` % | > , * & ! ] } 等）开头，没有加引号",
    "给整段文字加引号",
    _quoted,
)
COLON_IN_TEXT = Mend(
    re.compile(r"(?P<head>" + _DASHES + r"[\w-]+: +)(?P<value>[^\s'\"|>\[{&*!#].*?(?P<at>:)(?: .*)?)$"),
    "yaml-quote",
    "文字里有“冒号加空格”，却没有加引号",
    "改用全角冒号“：”，或给整段文字加单引号",
    _quoted,
)
SURROGATE = Mend(
    re.compile(r"(?P<head>.*?)(?P<at>\\u[dD][89a-fA-F][0-9a-fA-F]{2})"),
    "character",
    "转义写的是半个字符（孤立代理码）",
    "直接输入这个字",
    r"\g<head>",
)
BACKSLASH = Mend(
    re.compile(r"(?P<head>(?:[^\\]|\\[\"\\/abefnrtvNLP_0xuU \t])*)(?P<at>\\)(?=[^\"\\/abefnrtvNLP_0xuU \t])"),
    "yaml-quote",
    "双引号里的反斜线“\\”没有写成两个",
    "写作“\\\\”，或改用单引号",
    r"\g<head>\\\\",
)

# Tried in this order on a line at which PyYAML stops.
MENDS = (
    TAB,
    WIDE_INDENT,
    TAB_AFTER_DASH,
    DASH_NO_SPACE,
    CHINESE_KEY_COLON,
    CHINESE_KEY_NO_SPACE,
    TEMPLATE,
    RESERVED,
    COLON_IN_TEXT,
    SURROGATE,
    BACKSLASH,
)
# Tried on the lines of unquoted texts: PyYAML takes these lines silently, and wrongly.
SILENT = (WIDE_INDENT, DASH_NO_SPACE, FULL_WIDTH_COLON, NO_SPACE)

_QUOTE = "给整段文字加引号"
_NOT_FIRST = "这个符号不能作文字的开头"

# The words PyYAML says it in -> what we say, how to mend it. The first that is found holds.
PROBLEMS = (
    ("the file is one text", "整个文件成了一段文字，没有“键: 值”", "每行写作“键: 值”，冒号用半角，后空一格"),
    ("quoted scalar found unexpected end", "引号没有配对，从这里到文件末尾都成了文字", "补上后一个引号"),
    ("could not find expected ':'", "这一行既不是“键: 值”，也不是“- ”的一项", "补上冒号和空格，或检查缩进"),
    ("mapping values are not allowed", "此处不该有冒号", "检查缩进；文字里有“冒号加空格”的加引号"),
    ("sequence entries are not allowed", "此处不该有“- ”", "“- ”一项要另起一行；若是文字，加引号"),
    ("expected '-' indicator", "一列“- ”中间夹了别的内容", "检查缩进，使同一列各项对齐"),
    ("expected <document start>", "缩进比第一行还浅", "最外层各键都从行首写起"),
    ("expected key", "缩进没有对齐，或引号后面还有文字", "同一级的键左端对齐；文字里的引号改用“”"),
    ("a flow ", "括号没有配对，或括号内少了逗号", "补上半角的右括号或逗号；若是文字，加引号"),
    ("a block scalar", "“|”或“>”后面有文字，或下面缩进不齐", "文字另起一行并缩进；若是大于号，加引号"),
    ("parsing a quoted", "双引号里的转义写错了", "反斜线写作“\\\\”，或改用单引号"),
    ("cannot start any token", _NOT_FIRST, _QUOTE),
    ("a block node", _NOT_FIRST, _QUOTE),
    ("an anchor", _NOT_FIRST, _QUOTE),
    ("an alias", _NOT_FIRST, _QUOTE),
    ("tag", _NOT_FIRST, _QUOTE),
    ("directive", "行首不能用“%”", "删去这一行；若是文字，加引号"),
    ("document", "文件开头的“%YAML”一行不能识别", "删去这一行"),
    ("", "看不懂这一处", "检查缩进、冒号和引号"),
)
# Where PyYAML's words hold one of these, its mark is the place to look; else what it was reading then.
_TOLD_WELL = ("parsing a block", "parsing a quoted")


def mend(lines: list[str], suspects: Iterable[int], shown: str, report: Report) -> bool:
    """Mend the first of the suspect lines that holds a known trouble, and report it.

    `lines` is changed in place; returns whether a line was mended.
    """
    for number in suspects:
        for each in MENDS if len(lines[number]) < MAX_LINE else ():
            if match := each.pattern.match(lines[number]):
                place = Origin(shown, number + 1, match.start("at") + 1)
                report.fault(each.code, each.message, place, each.hint)
                lines[number] = each.pattern.sub(each.replacement, lines[number], count=1)
                return True
    return False


def explain(error: Any, shown: str, report: Report) -> None:
    """Report a YAMLError in Chinese, at the place where the drafter should look.

    A line that has its fault already gets no second one: mended, it may not fit its neighbours.
    """
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    message, hint = next((message, hint) for words, message, hint in PROBLEMS if words in said)
    mark = getattr(error, "problem_mark", None)
    if not any(words in said for words in _TOLD_WELL):
        mark = getattr(error, "context_mark", None) or mark
    place = Origin(shown, mark.line + 1, mark.column + 1) if mark else Origin(shown)
    if all(each.origin is None or each.origin.line != place.line for each in report):
        report.fault("yaml-syntax", message, place, hint)
