"""How a plan's files are spoiled: strategies of Hypothesis for its YAML, its workbooks and its prose."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell import MergedCell

from tests.fuzz.plans import NAMES, Files, files_of

# What people and attackers put where a word or a sign is expected.
TOKENS = (
    *("{{", "}}", "{%", "{#", "：", "，", "　", "\t", "\n", "\r", ":", ": ", "- ", "#", " #", "|", ">", "&a", "*a"),
    *("!!python/object", "<<: ", "~", "null", "yes", "1e3", "1_000", "012", "5:30", "9" * 400, "-1", "0", "１２", "%"),
    *("2013-02-30", "0001-01-01", "9999-12", "12-5", "../../etc/passwd", "/dev/zero", "\x00", "\ufffe", "\u202e", "𠮷"),
    *("'", '"', "[", "]", "{", "}", "}}}", "<b>", "</w:t>", "&lt;", "质" * 300, "a" * 3000, "plan", "notice"),
    "{{ count('项目') }}",
)  # fmt: skip
CELLS = (
    *(
        None,
        "",
        " ",
        0,
        -1,
        0.5,
        1e308,
        -0.0,
        10**30,
        True,
        "=1/0",
        "=A1",
        "#REF!",
        "92%",
        "１２",
        "1,234",
        "1.2万",
        "—",
    ),
    *(
        "5～10",
        "10-5",
        "≥",
        "×",
        "是",
        "否",
        "{{7*7}}",
        "<b>",
        "质" * 300,
        "\u202e",
        "12-5",
        "2013",
        2013,
        "2013-02-30",
    ),
    *("不适用", "完成", "定性", "県", "9" * 400, "1e999", "nan", "inf", "-", "，", "\n"),
)
XML = (
    *(b"<", b">", b"&", b'"', b"/>", b"&#0;", b"<!DOCTYPE x>", b'r="A1"', b'r="XFD1048576"', b's="999"', b't="s"'),
    *(b"<v>9e999</v>", b"<v>-1</v>", b"<v></v>", b"<f>A1</f>", b"NaN", b"\xff\xfe", b"", b"<row/>", b"<c/>"),
    *(b't="e"', b'hidden="1"'),
)  # fmt: skip
NUMBER = st.integers(0, 100_000)


@st.composite
def spoiled_yaml(draw: st.DrawFn) -> Files:
    """Return a plan one of whose YAML files has a few lines deleted, doubled, moved or altered."""
    files = dict(files_of(draw(st.sampled_from(NAMES))))
    name = draw(st.sampled_from([each for each in files if each.endswith(".yaml")]))
    lines = files[name].decode().split("\n")
    for _ in range(draw(st.integers(1, 4))):
        _spoil_line(draw, lines)
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    files[name] = draw(st.sampled_from([data, data, data, data[: len(data) // 2], data.replace(b"\n", b"\r\n")]))
    return files


def _spoil_line(draw: st.DrawFn, lines: list[str]) -> None:
    number = draw(NUMBER) % len(lines)
    line, at = lines[number], draw(NUMBER) % (len(lines[number]) + 1)
    match draw(st.sampled_from(["delete", "double", "indent", "put", "value", "key", "swap", "text"])):
        case "delete":
            del lines[number : number + draw(st.integers(1, 5))]
            lines[:] = lines or [""]
        case "double":
            lines.insert(number, line)
        case "indent":
            lines[number] = draw(st.sampled_from(["", " ", "   ", "\t", "　"])) + line.lstrip(" ")
        case "put":
            lines[number] = line[:at] + draw(st.sampled_from(TOKENS)) + line[at:]
        case "value":
            lines[number] = line.split(":")[0] + ": " + draw(st.sampled_from(TOKENS))
        case "key":
            lines[number] = re.sub(r"\w+", draw(st.sampled_from(TOKENS)).replace("\\", ""), line, count=1)
        case "swap":
            other = draw(NUMBER) % len(lines)
            lines[number], lines[other] = lines[other], line
        case _:
            lines[number] = line[:at] + draw(st.text(max_size=20)) + line[at:]


@st.composite
def spoiled_cells(draw: st.DrawFn) -> Files:
    """Return a plan one of whose workbooks has a few cells, rows, columns or sheets altered by a spreadsheet."""
    files = dict(files_of(draw(st.sampled_from(NAMES))))
    name = draw(st.sampled_from([each for each in files if each.endswith(".xlsx")]))
    book = load_workbook(BytesIO(files[name]))
    for _ in range(draw(st.integers(1, 5))):
        _spoil_sheet(draw, book.worksheets[draw(NUMBER) % len(book.worksheets)])
    stream = BytesIO()
    book.save(stream)
    return files | {name: stream.getvalue()}


def _spoil_sheet(draw: st.DrawFn, sheet: Any) -> None:
    row, column = 1 + draw(NUMBER) % sheet.max_row, 1 + draw(NUMBER) % sheet.max_column
    match draw(
        st.sampled_from(["cell", "cell", "cell", "format", "row", "column", "insert", "title", "merge", "double"])
    ):
        case "cell":
            if not isinstance(cell := sheet.cell(row, column), MergedCell):
                cell.value = draw(st.sampled_from(CELLS))
        case "format":
            formats = ["0.00%", "yyyy/m/d", '0"万元"', "@", "General", ';;;"x"', "0,", "[h]:mm"]
            sheet.cell(row, column).number_format = draw(st.sampled_from(formats))
        case "row":
            sheet.delete_rows(row)
        case "column":
            sheet.delete_cols(column)
        case "insert":
            sheet.insert_rows(row)
        case "title":
            sheet.title = draw(st.sampled_from(["x", "指标", "项目", " 完成值", "{{7}}"]))
        case "merge":
            sheet.merge_cells(start_row=row, start_column=column, end_row=row + 1, end_column=column + 1)
        case _:
            sheet.append([cell.value for cell in sheet[row]])


@st.composite
def spoiled_parts(draw: st.DrawFn) -> Files:
    """Return a plan one of whose workbooks has the XML of a part, or the bytes of its zip, altered."""
    files = dict(files_of(draw(st.sampled_from(NAMES))))
    name = draw(st.sampled_from([each for each in files if each.endswith(".xlsx")]))
    with ZipFile(BytesIO(files[name])) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    spoiled = draw(st.sampled_from(sorted(parts)))
    for _ in range(draw(st.integers(1, 3))):
        parts[spoiled] = _spoil_bytes(draw, parts[spoiled])
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for each, data in parts.items():
            archive.writestr(each, data)
    whole = stream.getvalue()
    return files | {name: whole if draw(st.integers(0, 3)) else _spoil_bytes(draw, whole)}


def _spoil_bytes(draw: st.DrawFn, data: bytes) -> bytes:
    at, length = draw(NUMBER) % (len(data) + 1), draw(st.sampled_from([0, 1, 2, 8, 40]))
    return data[:at] + draw(st.sampled_from(XML)) + data[at + length :]


FACTS = (
    "target",
    "actual",
    "count",
    "total",
    "ref",
    "opening",
    "deadline",
    "pace",
    "rate",
    "change",
    "difference",
    "nobody",
)
NAMED = (
    "产品抽查合格率",
    "品牌数",
    "国家级",
    "指标",
    "项目",
    "任务",
    "意见",
    "总投资",
    "亿元",
    "table-indicators",
    "12-5",
    "x",
    "",
    "<b>",
)
KEYS = ("part", "period", "year", "group", "verdict", "state", "decimals", "measure", "nobody")
_words = st.sampled_from(NAMED).map(repr) | st.text(max_size=6).map(repr)
_numbers = st.sampled_from(
    ["0", "1", "-1", "2012", "10**9", "9" * 5000, "1e999", "1.5", "None", "true", "[]", "{}", "0x10"]
)
_values = _words | _numbers
_calls = st.builds(
    lambda name, args, keys: f"{name}({', '.join([*args, *(f'{key}={value}' for key, value in keys.items())])})",
    st.sampled_from(FACTS),
    st.lists(_values, max_size=3),
    st.dictionaries(st.sampled_from(KEYS), _values, max_size=2),
)
_signs = st.sampled_from(["+", "*", "**", "%", "~", "|", ".", " if ", " and ", "//", "==", " in ", " is ", "["])
_pairs = st.builds(lambda one, sign, other: f"({one}){sign}({other})", _calls | _values, _signs, _calls | _values)
_chains = st.builds(lambda one, sign, other: f"({one}){sign}({other})", _pairs, _signs, _pairs)
_expressions = _calls | _values | _pairs | _chains
_pieces = (
    _expressions.map(lambda inside: f"{{{{ {inside} }}}}")
    | _calls.map(lambda call: f"{{{{ {call} }}}}")
    | st.sampled_from(
        ["{{", "}}", "{%", "%}", "{# #}", "｛｛", "{{ }}", "{", "}", "%", "<p>", "&amp;", "\\", "'", "达到92%以上"]
    )
    | st.text(max_size=20)
)
PROSE = re.compile(r"^( *- )([^\n:\[{'\"|>]+)$", re.MULTILINE)  # a paragraph, unquoted


@st.composite
def spoiled_prose(draw: st.DrawFn) -> Files:
    """Return a plan with a paragraph of words, calls and braces, right and wrong ones."""
    files = dict(files_of(draw(st.sampled_from(NAMES))))
    names = [each for each in files if each.startswith("text/") and PROSE.search(files[each].decode())]
    name = draw(st.sampled_from(names))
    text = files[name].decode()
    paragraphs = list(PROSE.finditer(text))
    found = paragraphs[draw(NUMBER) % len(paragraphs)]
    words = "".join(draw(st.lists(_pieces, min_size=1, max_size=4)))
    quoted = "'" + words.replace("'", "''").replace("\n", " ") + "'"
    changed = f"{text[: found.start()]}{found[1]}{quoted}{text[found.end() :]}"
    return files | {name: changed.encode("utf-8", "replace")}


ENTRANCES = {"yaml": spoiled_yaml(), "cells": spoiled_cells(), "parts": spoiled_parts(), "prose": spoiled_prose()}
