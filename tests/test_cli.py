"""The command line: what a drafter reads, and the exit code."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plans import write_plan
from tests.slowly import with_slow
from yinfa import __version__
from yinfa.cli import run
from yinfa.commands.shared import BUG, DATA_FAULT, DONE, MACHINE_LACKS, WRONG_USAGE
from yinfa.kinds import KINDS
from yinfa.model.schema import schemas
from yinfa.paths import ROOT

TITLE = "某县质量强县规划"
HEAVY = ("jinja2", "docx", "weasyprint", "openpyxl", "pydantic", "lxml", "fontTools", "PIL", "yaml")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return an output folder in which a paper stands already."""
    folder = tmp_path / "output"
    (folder / "xian").mkdir(parents=True)
    (folder / "xian" / f"{TITLE}.pdf").write_bytes(b"old")
    return folder


def untouched(output: Path) -> bool:
    """Return whether nothing but the old paper stands in the output."""
    files = [each for each in output.rglob("*") if each.is_file()]
    return [each.read_bytes() for each in files] == [b"old"]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> "Said":
    """Return what reads what a command printed."""
    return Said(capsys)


class Said:
    """What a command printed: errors and words for people go to standard error, so standard output stays empty."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def lines(self) -> list[str]:
        """Return the lines on standard error since the last time."""
        out, err = self._capsys.readouterr()
        assert out == ""
        return err.splitlines()


# --- 0: done ----------------------------------------------------------------------------


@pytest.mark.slow
def test_a_build_writes_both_formats_and_the_manifest_and_says_nothing(
    tmp_path: Path, output: Path, said: Said
) -> None:
    """Standard error is no terminal here."""
    assert run(["build", str(write_plan(tmp_path)), "--output", str(output)]) == DONE
    assert said.lines() == []
    documents = json.loads((output / "xian" / "manifest.json").read_text(encoding="utf-8"))["documents"]
    assert [each["path"] for each in documents] == [f"{TITLE}.docx", f"{TITLE}.pdf"]
    assert (output / "xian" / f"{TITLE}.pdf").read_bytes().startswith(b"%PDF")
    assert (output / "xian" / f"{TITLE}.docx").read_bytes().startswith(b"PK")


@pytest.mark.slow
def test_a_folder_given_twice_is_built_once(tmp_path: Path, output: Path) -> None:
    """By whatever path."""
    folder = write_plan(tmp_path)
    paths = [str(folder), str(folder / ".." / "xian")]
    assert run(["build", *paths, "--to", "docx", "--output", str(output)]) == DONE
    assert len(json.loads((output / "xian" / "manifest.json").read_text(encoding="utf-8"))["documents"]) == 1


@pytest.mark.slow
def test_to_writes_one_format_only(tmp_path: Path, output: Path) -> None:
    """The other is left as it is."""
    assert run(["build", str(write_plan(tmp_path)), "--to", "docx", "--output", str(output)]) == DONE
    assert (output / "xian" / f"{TITLE}.pdf").read_bytes() == b"old"
    assert (output / "xian" / f"{TITLE}.docx").exists()


@pytest.mark.slow
def test_a_finding_is_told_and_stops_only_a_strict_build(tmp_path: Path, output: Path, said: Said) -> None:
    """A placeholder left in prose is a finding, no fault."""
    folder = write_plan(tmp_path, ("text/plan.yaml", "培育名牌", "培育XX名牌"))
    arguments = ["build", str(folder), "--to", "docx", "--output", str(output)]
    assert run([*arguments, "--strict"]) == DATA_FAULT
    assert untouched(output)
    strict = said.lines()
    assert run(arguments) == DONE
    assert said.lines() == strict
    assert strict == [
        f"{folder}/text/plan.yaml",
        f"{folder}/text/plan.yaml:25:25: 问题[placeholder] 留有待填的“XX”",
        "    25 │                     - 培育XX名牌。",
        "       │                           ^^",
        "    改法：填上内容，或删去这句话",
        "",
        "共 1 个问题：",
        f"  {folder}/text/plan.yaml：1 个问题",
    ]


@pytest.mark.slow
def test_progress_is_shown_on_a_terminal(tmp_path: Path) -> None:
    """On a real one, which a child takes for its standard error."""
    main, terminal = pty.openpty()
    command = [
        sys.executable,
        "generate.py",
        "build",
        str(write_plan(tmp_path)),
        "--to",
        "docx",
        "--output",
        str(tmp_path),
    ]
    subprocess.run(command, cwd=ROOT, stderr=terminal, check=True, timeout=60)
    os.close(terminal)
    shown = os.read(main, 10_000).decode()
    os.close(main)
    assert [line.strip() for line in shown.splitlines()] == [
        "读取 xian …",
        f"编排 {TITLE} …",
        "核字 全部文件 …",
        f"排版 {TITLE} …",
        f"生成 {TITLE}.docx …",
    ]


def test_schema_writes_the_schemas(tmp_path: Path) -> None:
    """Into the folder named."""
    assert run(["schema", str(tmp_path)]) == DONE
    assert {each.name: each.read_text(encoding="utf-8") for each in tmp_path.iterdir()} == schemas()


def test_help_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """Also that of a command, by either name."""
    for arguments in (["--help"], ["-h"], ["build", "--help"], ["schema", "-h"]):
        assert run(arguments) == DONE
        text = capsys.readouterr().out
        assert text.startswith("用法：generate.py")
        assert ("docx|pdf|xlsx" in text) == (arguments[0] == "build")
        assert "选项:" in text
        assert not {"Usage", "Options", "Commands", "Show", "exit"} & set(text.replace(":", " ").split())


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """In one line."""
    assert run(["--version"]) == DONE
    assert capsys.readouterr().out == f"yinfa {__version__}\n"


def test_help_imports_nothing_heavy() -> None:
    """It answers at once."""
    code = (
        f"import sys; from yinfa.cli import run; run(['build', '-h']); print([m for m in {HEAVY} if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]"


# --- 1: faults in the data --------------------------------------------------------------


def test_all_faults_of_all_folders_are_shown_together_and_nothing_is_touched(
    tmp_path: Path, output: Path, said: Said
) -> None:
    """Of YAML, workbook and prose; a good folder between them is not built."""
    one = write_plan(tmp_path / "1", ("plan.yaml", "status: 印发稿", "status: 草稿"))
    good = write_plan(tmp_path / "2", ("plan.yaml", "id: xian", "id: good")).rename(tmp_path / "good")
    other = write_plan(
        tmp_path / "3",
        ("plan.yaml", "id: xian", "id: other"),
        ("项目!D2", "新"),
        ("text/plan.yaml", "品牌数", "品牌树"),
    ).rename(tmp_path / "other")
    assert run(["build", str(one), str(good), str(other), "--output", str(output)]) == DATA_FAULT
    assert [line for line in said.lines() if "错误[" in line or line.startswith("共")] == [
        f"{one}/plan.yaml:11:9: 错误[yaml-literal-error] “status”的值“草稿”不在可选范围内",
        f"{other}/text/plan.yaml:13:19: 错误[prose-fact-unknown] 时期“12-5”没有指标“品牌树”",
        f"{other}/projects.xlsx!项目!D2: 错误[cell-choice] “建设性质”不能是“新”",
        "共 3 个错误：",
    ]
    assert untouched(output)


def test_every_fault_says_how_to_mend_it(tmp_path: Path, said: Said) -> None:
    """A second line to each."""
    folder = write_plan(tmp_path, ("plan.yaml", "place: 某县", "place:"), ("指标!L2", "#REF!"), ("项目!D2", "新"))
    assert run(["build", str(folder)]) == DATA_FAULT
    lines = said.lines()
    assert len([line for line in lines if "错误[" in line]) == len([line for line in lines if "改法：" in line]) == 3


def test_the_output_folder_is_not_even_made(tmp_path: Path) -> None:
    """When nothing is issued."""
    folder = write_plan(tmp_path, ("plan.yaml", "place: 某县", "place:"))
    assert run(["build", str(folder), "--output", str(tmp_path / "new")]) == DATA_FAULT
    assert not (tmp_path / "new").exists()


def test_an_unknown_kind_in_the_data_gets_the_nearest(tmp_path: Path, said: Said) -> None:
    """At its place."""
    folder = write_plan(tmp_path, ("plan.yaml", "kind: plan", "kind: plam"))
    assert run(["build", str(folder)]) == DATA_FAULT
    assert said.lines()[:5] == [
        f"{folder}/plan.yaml",
        f"{folder}/plan.yaml:14:11: 错误[kind] 没有文种“plam”",
        "    14 │   - kind: plam",
        "       │           ^^^^",
        "    改法：是否指“plan”？",
    ]


def test_a_kind_that_nobody_knows_is_a_fault_whatever_is_asked_for(tmp_path: Path, output: Path) -> None:
    """It is misspelt in the data."""
    folder = write_plan(tmp_path, ("plan.yaml", "kind: plan", "kind: notice"))
    assert run(["build", str(folder), "--kind", "plan", "--output", str(output)]) == DATA_FAULT
    assert untouched(output)


def test_a_folder_of_data_without_a_plan_is_told_and_never_passed_over(
    tmp_path: Path, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When none is named all are built; only hidden folders and those that begin with _ are no plans."""
    monkeypatch.setattr("yinfa.paths.DATA", tmp_path)
    for name in ("xian", "_old", ".git"):
        (tmp_path / name).mkdir()
    (tmp_path / "README.md").touch()
    assert run(["build"]) == DATA_FAULT
    assert [line for line in said.lines() if "错误[" in line and "plan.yaml" in line] == [
        f"{tmp_path}/xian/plan.yaml: 错误[file-missing] 缺少文件 plan.yaml"
    ]


def test_places_are_told_as_the_drafter_would_name_them(
    tmp_path: Path, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Relative to where they are."""
    write_plan(tmp_path, ("plan.yaml", "place: 某县", "place:"))
    monkeypatch.chdir(tmp_path)
    assert run(["build", "xian"]) == DATA_FAULT
    assert said.lines()[:2] == ["xian/plan.yaml", "xian/plan.yaml:3:1: 错误[yaml-blank] “place”是空的"]


# --- 2: wrong usage ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bild"], "没有命令“bild”。是否指“build”？"),
        (["build", "--outptu", "x"], "没有选项“--outptu”。是否指“--output”？"),
        (["build", "--output"], "选项“--output”后面缺少值，或多了值。"),
        (["build", "--strict=1"], "选项“--strict”后面缺少值，或多了值。"),
        (["build", "nowhere"], "没有数据文件夹“nowhere”。"),
        (["build", "generate.py"], "没有数据文件夹“generate.py”。"),
        (["build", "--to", "doc"], "--to 没有“doc”。是否指“docx”？"),
        (
            ["build", "--kind", "plan", "--to", "xlsx"],
            "--kind plan 没有 xlsx 格式。有这种格式的文种：responsibilities、unit-sheet。",
        ),
        (["build", "--kind", "规划"], f"--kind 没有“规划”。可用的有：{'、'.join(KINDS)}"),
        (["schema", "a", "b"], "参数多余、缺少或写法不对。"),
    ],
)
def test_a_wrong_command_line_is_explained_in_chinese(arguments: list[str], words: str, said: Said) -> None:
    """With where to read on."""
    assert run(arguments) == WRONG_USAGE
    assert said.lines() == [f"用法不对：{words}", "用 python generate.py --help 查看用法。"]


def test_no_command_at_all_shows_the_help(said: Said) -> None:
    """As an error."""
    assert run([]) == WRONG_USAGE
    assert said.lines()[0] == "用法：generate.py [选项] 命令 …"


# --- 3: something missing on the machine ------------------------------------------------


def in_child(code: str, *arguments: object) -> tuple[int, str]:
    """Return the exit code and the words of a command run after `code`, in a process of its own."""
    program = f"import sys\n{code}\nfrom yinfa.cli import run\nsys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", program, *map(str, arguments)]
    child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    return child.returncode, child.stderr


@pytest.mark.parametrize(
    "module", with_slow({name: name for name in ("jinja2", "fontTools", "pydantic")}, ("jinja2", "fontTools"))
)
def test_a_missing_library_is_told_with_what_to_do(tmp_path: Path, module: str) -> None:
    """As in an environment that was not set up."""
    code, words = in_child(f"sys.modules[{module!r}] = None", "build", write_plan(tmp_path), "--output", tmp_path / "o")
    assert code == MACHINE_LACKS
    assert words.startswith("这台机器缺少程序库：")
    assert "请运行 make setup 安装" in words
    assert "Traceback" not in words


def test_a_module_of_our_own_that_is_missing_is_no_missing_library(tmp_path: Path) -> None:
    """Nothing that could be installed."""
    code, words = in_child(
        f"import tempfile; tempfile.tempdir = {str(tmp_path)!r}\nsys.modules['yinfa.pipeline'] = None",
        *("build", write_plan(tmp_path), "--output", tmp_path / "o"),
    )
    assert code == BUG
    assert words.startswith("程序出错")


@pytest.mark.slow
def test_a_missing_font_is_told_with_where_to_put_it(tmp_path: Path) -> None:
    """As on a machine without fonts; but faults of the data are told before."""
    bare = (
        "from pathlib import Path\nfrom yinfa.writers import fonts\nfonts.FONTS, fonts._SYSTEM = Path('/nowhere'), ()"
    )
    code, words = in_child(bare, "build", write_plan(tmp_path), "--output", tmp_path / "o")
    assert code == MACHINE_LACKS
    assert words.startswith("缺少字体文件：")
    assert not (tmp_path / "o").exists()
    code, words = in_child(bare, "build", write_plan(tmp_path, ("plan.yaml", "place: 某县", "place:")))
    assert code == DATA_FAULT


@pytest.mark.slow
def test_an_output_that_cannot_be_written_is_told(tmp_path: Path, said: Said) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "output").touch()
    assert (
        run(["build", str(write_plan(tmp_path)), "--to", "docx", "--output", str(tmp_path / "output")]) == MACHINE_LACKS
    )
    (line,) = said.lines()
    assert line.startswith(f"不能写入 {tmp_path}/output：那里已有同名的文件")


# --- 4: a bug ---------------------------------------------------------------------------


@pytest.mark.slow
def test_a_bug_is_told_as_one_and_its_traceback_kept(tmp_path: Path, output: Path) -> None:
    """Broken on purpose; the drafter sees two lines."""
    broken = (
        f"import tempfile; tempfile.tempdir = {str(tmp_path)!r}\nfrom yinfa import pipeline\ndel pipeline.load_plan"
    )
    code, words = in_child(broken, "build", write_plan(tmp_path), "--output", output)
    assert code == BUG
    first, second = words.splitlines()
    assert first.startswith("程序出错（不是数据的问题）：NameError:")
    (kept,) = tmp_path.glob("yinfa-bug-*.txt")
    assert str(kept) in second
    assert "Traceback" in kept.read_text(encoding="utf-8")
    assert untouched(output)


def test_the_front_door_exits_with_the_code() -> None:
    """generate.py itself."""
    child = subprocess.run([sys.executable, "generate.py", "bild"], cwd=ROOT, capture_output=True, check=False)
    assert child.returncode == WRONG_USAGE
