"""Cases 1-28 of the hostile inputs, made by code: YAML as careless and as malicious people write it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from yinfa.diagnostics import Severity
from yinfa.sources.scalars import as_date, as_decimal, as_integer

SHOWN = "data/x/plan.yaml"


@dataclass(frozen=True)
class FileCase:
    """A file, the one diagnostic it must get first, and the tree that may be saved from it."""

    name: str
    content: bytes
    code: str = ""
    place: str = ""  # line:column; empty for the file as a whole
    words: str = ""  # a telling part of message and hint
    severity: Severity = Severity.FAULT
    tree: object = field(default=...)  # ... where it does not matter

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class ScalarCase:
    """An unquoted value: what the schema's reader makes of it, or why it is refused."""

    name: str
    written: str
    reader: Callable[..., object]
    value: object = None
    words: str = ""
    notice: str = ""

    def __str__(self) -> str:
        return self.name


def _bomb(line: str, levels: int = 12, width: int = 10) -> bytes:
    """Return a file whose every line names the line before ten times."""
    lines = ["a0: &a0 {x: 1}"]
    for level in range(1, levels):
        names = ", ".join([f"*a{level - 1}"] * width)
        lines.append(line.format(level=level, names=names))
    return "\n".join(lines).encode()


def _plan(*lines: str) -> bytes:
    """Return a file of these lines."""
    return ("\n".join(lines) + "\n").encode()


# These must also hold 10 seconds and 500 MB: they are read in a process of their own.
HEAVY = (
    FileCase("01-alias-bomb", _bomb("a{level}: &a{level} [{names}]"), "yaml-mark", "1:5", "别名"),
    FileCase("02-merge-bomb", _bomb("a{level}: &a{level} {{<<: [{names}]}}"), "yaml-mark", "1:5", "别名"),
    FileCase("03-deep-brackets", b"a: " + b"[" * 100_000, "yaml-depth", "1:23", "嵌套超过 20 层"),
    FileCase("03-deep-braces", b"a: {" * 100_000, "yaml-depth", "1:80", "嵌套超过 20 层"),
    FileCase("03-deep-dashes", b"a:\n" + b"- " * 100_000, "yaml-depth", "2:39", "嵌套超过 20 层"),
    FileCase("03-deep-template", b"a: " + b"{{" * 100_000, "yaml-quote", "1:4", "加引号"),
    FileCase("03-deep-keys", b"? " * 100_000 + b"a", "yaml-key", "1:3", "键只能是文字"),
    FileCase("size-entries", b"a:\n" + b"- a\n" * 2_000_000, "yaml-size", "199997:3", "条目太多"),
    FileCase("size-one-line", b"a: [" + b"a," * 4_000_000 + b"]", "yaml-size", "1:399995", "条目太多"),
    FileCase("size-one-word", b"a" * 8_000_000, "yaml-syntax", "1:1", "整个文件成了一段文字"),
    FileCase("size-tabs", b"\t" * 8_000_000 + b"a", "yaml-syntax", "1:1", "不能作文字的开头"),
    FileCase("size-bytes", b"#" * (8 * 1024 * 1024 + 1), "file-size", "", "超过 8 MB"),
    FileCase("size-many-faults", b"a: 1\n" * 1_000_000, "yaml-duplicate", "2:1", "写了两次"),
    FileCase("size-slow-mends", b"a:\n" + b"- a\n" * 190_000 + b"b:1\n" * 60, "yaml-colon", "190002:2", "查完"),
    FileCase("size-many-mends", b"a: 1\n" + b"b:1\n" * 20_000, "yaml-colon", "2:2", "没有查完"),
)

FILES = (
    FileCase("02-merge-key", _plan("a: 1", "<<: {b: 2}"), "yaml-mark", "2:1", "合并键“<<”", tree={"a": "1"}),
    FileCase("03-depth-of-21", b"a: " + b"[" * 20 + b"]" * 20, "yaml-depth", "1:23", "嵌套超过 20 层"),
    FileCase("04-self-reference", _plan("a: &a [*a]"), "yaml-mark", "1:4", "锚点（&）和别名（*）“a”"),
    FileCase(
        "05-duplicate-key",
        _plan("title: 甲", "year: 2011", "title: 乙"),
        "yaml-duplicate",
        "3:1",
        "键“title”写了两次：第 1 行和第 3 行",
        tree={"title": "甲", "year": "2011"},
    ),
    FileCase("06-key-in-other-width", _plan("a1: 甲", "ａ１: 乙"), "yaml-duplicate", "2:1", "只差全角半角"),
    FileCase("06-key-with-blank", _plan("a: 甲", '"a\u3000": 乙'), "yaml-duplicate", "2:1", "第 1 行和第 2 行"),
    FileCase("07-python-tag", _plan("a: !!python/object/apply:os.system [ls]"), "yaml-mark", "1:4", "!!python"),
    FileCase("07-tag-on-key", _plan("!!str a: 1"), "yaml-mark", "1:1", "标签（!）“!!str”"),
    FileCase("19-full-width-colon", "名称：x".encode(), "yaml-colon", "1:3", "半角冒号", tree={"名称": "x"}),
    FileCase(
        "19-full-width-colon-inside",
        _plan("plan:", "  title：甲", "  year: 2011"),
        "yaml-colon",
        "2:8",
        "全角冒号",
        tree={"plan": {"title": "甲", "year": "2011"}},
    ),
    FileCase(
        "19-full-width-colon-taken-silently",
        _plan("plan:", "  title：甲", "  lead：乙"),
        "yaml-colon",
        "2:8",
        "全角冒号",
        tree={"plan": {"title": "甲", "lead": "乙"}},
    ),
    FileCase("20-no-space", _plan("a:1"), "yaml-colon", "1:2", "少一个空格", tree={"a": "1"}),
    FileCase("20-no-space-inside", _plan("a: 1", "b:2", "c: 3"), "yaml-colon", "2:2", "“键: 值”"),
    FileCase(
        "20-no-space-taken-silently",
        _plan("a:", "- b:2"),
        "yaml-colon",
        "2:4",
        "“键: 值”",
        tree={"a": [{"b": "2"}]},
    ),
    FileCase("21-tab-indent", _plan("a:", "\tb: 1"), "yaml-indent", "2:1", "Tab", tree={"a": {"b": "1"}}),
    FileCase("21-tab-after-spaces", _plan("a:", "  b: 1", "  \tc: 2"), "yaml-indent", "3:3", "Tab"),
    FileCase(
        "22-full-width-indent",
        _plan("a:", "\u3000b: 1"),
        "yaml-indent",
        "2:1",
        "全角空格",
        tree={"a": {"b": "1"}},
    ),
    FileCase("22-no-break-indent", _plan("a:", "\u00a0\u00a0b: 1"), "yaml-indent", "2:1", "不间断空格"),
    FileCase("22-full-width-dash", _plan("a:", "  \u3000- b"), "yaml-indent", "2:3", "全角空格"),
    FileCase("23-cut-off", _plan("a: 甲 #乙"), "yaml-comment", "1:6", "“#乙”", Severity.WARNING, {"a": "甲"}),
    FileCase(
        "23-cut-off-whole",
        _plan("a: #1 工程"),
        "yaml-comment",
        "1:4",
        "加引号",
        Severity.WARNING,
        {"a": None},
    ),
    FileCase("24-template", _plan("a: {{ x }}"), "yaml-quote", "1:4", "加引号", tree={"a": None}),
    FileCase("24-template-and-text", _plan("a: {{ x }}年"), "yaml-quote", "1:4", "加引号", tree={"a": "{{ x }}年"}),
    FileCase("24-template-statement", _plan("a: {% if x %}"), "yaml-quote", "1:4", "“{%”"),
    FileCase("25-escaped-surrogate", _plan(r'a: "\ud800"'), "character", "1:5", "孤立代理码"),
    FileCase("25-escaped-control", _plan(r'a: "\x07"'), "character", "1:4", "控制字符 U+0007"),
    FileCase("25-escaped-control-in-key", _plan(r'"b\x07": 1'), "character", "1:1", "U+0007"),
    FileCase(
        "26-byte-order-mark-and-crlf",
        b"\xef\xbb\xbfa: \xe7\x94\xb2\r\nb: |\r\n  x\r\n  y\r\n",
        tree={"a": "甲", "b": "x\ny"},
    ),
    FileCase(
        "27-gbk",
        "名称: 质量强市".encode("gbk"),
        "encoding",
        "",
        "GB18030",
        Severity.NOTICE,
        {"名称": "质量强市"},
    ),
    FileCase("27-big5", "名稱: 質量強市人民".encode("big5"), "encoding", "", "认不出", tree=None),
    FileCase("27-cut-utf-8", "a: 甲乙丙\nb: 质量强".encode()[:-1], "encoding", "2:1", "不完整的 UTF-8", tree=None),
    FileCase("28-empty", b"", "yaml-shape", "", "空的", tree=None),
    FileCase("28-only-comments", _plan("# 注"), "yaml-shape", "", "空的", tree=None),
    FileCase("28-list", _plan("- a", "- b"), "yaml-shape", "1:1", "一列“- ”", tree=None),
    FileCase("28-several-documents", _plan("a: 1", "---", "b: 2"), "yaml-shape", "2:1", "“---”", tree=None),
    FileCase("73-control-character", _plan("a: 1", "b: 甲\x07乙"), "character", "2:5", "U+0007"),
    FileCase("74-zero-width", _plan("a: 甲\u200b乙"), "character", "1:5", "零宽字符 U+200B", tree={"a": "甲乙"}),
    FileCase("74-bidi", _plan("# \u202e", "a: 1"), "character", "1:3", "改变文字方向的控制符 U+202E"),
)

SCALARS = (
    ScalarCase("08-range-of-years", "2011-2015", str, "2011-2015"),
    ScalarCase("08-range-is-no-number", "2011-2015", as_integer, words="是区间"),
    ScalarCase("09-underscore", "1_000", as_integer, words="下划线"),
    ScalarCase("10-leading-zero", "012", as_integer, words="以 0 开头"),
    ScalarCase("11-yes", "yes", str, "yes"),
    ScalarCase("11-no", "no", str, "no"),
    ScalarCase("11-on", "on", str, "on"),
    ScalarCase("12-exponent", "1e3", as_decimal, words="科学记数法"),
    ScalarCase("13-sexagesimal", "5:30", str, "5:30"),
    ScalarCase("13-sexagesimal-is-no-number", "5:30", as_integer, words="时刻或比例"),
    ScalarCase("14-date", "2011-06-01", str, "2011-06-01"),
    ScalarCase("14-date-by-schema", "2011-06-01", as_date, date(2011, 6, 1)),
    ScalarCase("15-digits-kept", "1.10", as_decimal, Decimal("1.10")),
    ScalarCase("16-nan", ".nan", as_decimal, words="不是数"),
    ScalarCase("16-inf", "-.inf", as_decimal, words="不是数"),
    ScalarCase("18-full-width-digits", "１２３", as_integer, 123, notice="“１２３”"),
    ScalarCase(
        "18-full-width-percent",
        "92％",
        lambda text, report: as_decimal(text, report, measure="%"),
        Decimal(92),
        notice="“92％”",
    ),
)

MISSING = ("", "~", "null")  # case 17, as written behind the colon
