"""Cases 92-102 of the hostile inputs: whatever a title says and the disk does, the output stays whole."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.issue.test_whole import AS_NOBODY, NOBODY, child, finished
from tests.plans import write_plan
from yinfa.cli import run
from yinfa.commands.shared import DATA_FAULT, DONE, MACHINE_LACKS
from yinfa.issue.whole import LOCK, TEMPORARY
from yinfa.paths import ROOT

pytestmark = pytest.mark.slow

TITLE = "某县质量强县规划"
FILE = f"xian/{TITLE}.docx"


def build(folder: Path, output: Path) -> int:
    """Return the exit code of building the DOCX of the plan in `folder`."""
    return run(["build", str(folder), "--to", "docx", "--output", str(output)])


def titled(folder: Path, title: str) -> Path:
    """Return the small plan whose paper has this title."""
    return write_plan(
        folder, ("plan.yaml", f"    title: {TITLE}", f"    title: {json.dumps(title, ensure_ascii=False)}")
    )


def building(folder: Path, output: Path, before: str = "") -> subprocess.Popen[str]:
    """Return a process that builds the DOCX of a plan after running `before`."""
    program = f"import os, resource, sys, time\nfrom yinfa.cli import run\n{before}\nsys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "build", str(folder), "--to", "docx", "--output", str(output)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def files(output: Path) -> list[str]:
    """Return all the files below a folder but the lock."""
    return sorted(
        each.relative_to(output).as_posix() for each in output.rglob("*") if each.is_file() and each.name != LOCK
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("title", "name"),
    [
        pytest.param("../../../x", "_.._.._x", id="92-dots"),
        pytest.param("/etc/x", "_etc_x", id="92-a-path"),
        pytest.param("..\\x", "_x", id="92-backslash"),
        pytest.param("𠮷" * 80, "𠮷" * 62, id="93-too-long"),
        pytest.param("CON", "_CON", id="94-device"),
        pytest.param("COM¹.a", "_COM¹.a", id="94-device-with-a-superscript"),
        pytest.param("规划.", "规划", id="94-dot-at-the-end"),
    ],
)
def test_92_93_94_a_hostile_title_gives_a_safe_name(tmp_path: Path, title: str, name: str) -> None:
    """Inside the plan's folder, and the manifest names it."""
    output = tmp_path / "output"
    assert build(titled(tmp_path, title), output) == DONE
    assert files(output) == sorted([f"xian/{name}.docx", "xian/manifest.json"])
    (document,) = json.loads((output / "xian" / "manifest.json").read_text(encoding="utf-8"))["documents"]
    assert (document["title"], document["path"]) == (title, f"{name}.docx")


@pytest.mark.slow
def test_92_a_hostile_id_of_a_plan_gives_a_safe_folder(tmp_path: Path) -> None:
    """The folder bears the plan's id."""
    folder = write_plan(tmp_path, ("plan.yaml", "id: xian", "id: ../../x"))
    assert build(folder, tmp_path / "output") == DONE
    assert {each.split("/")[0] for each in files(tmp_path / "output")} == {"_.._x"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Plan", "PLAN", id="95-case"),
        pytest.param("é", "e\u0301", id="95-composition"),
        pytest.param("a/b", "a:b", id="95-the-same-once-neutralised"),
        pytest.param("规" * 84, "规" * 85, id="95-the-same-once-shortened"),
    ],
)
def test_95_names_that_collide_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], one: str, other: str
) -> None:
    """Both are told, nothing is written."""
    second = f'  - kind: plan\n    title: "{other}"\n    text: text/plan.yaml\n'
    folder = titled(tmp_path, one)
    (folder / "plan.yaml").write_text((folder / "plan.yaml").read_text(encoding="utf-8") + second, encoding="utf-8")
    assert build(folder, tmp_path / "output") == DATA_FAULT
    told = [line for line in capsys.readouterr().err.splitlines() if "错误[file-name] 文件名“" in line]
    assert [line.split(": ")[0].removeprefix(f"{folder}/") for line in told] == ["plan.yaml:15:12", "plan.yaml:18:12"]
    assert not (tmp_path / "output").exists()


def test_95_two_plans_of_one_folder_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They would overwrite each other."""
    one = write_plan(tmp_path / "1")
    two = write_plan(tmp_path / "2", ("plan.yaml", "id: xian", "id: XIAN"))
    assert run(["build", str(one), str(two), "--output", str(tmp_path / "output")]) == DATA_FAULT
    assert capsys.readouterr().err.count("错误[file-name] 输出文件夹“") == 2


@pytest.mark.slow
def test_96_a_link_in_the_output_is_replaced_not_its_target(tmp_path: Path) -> None:
    """Of the paper, and of the manifest."""
    output = tmp_path / "output"
    (output / "xian").mkdir(parents=True)
    (tmp_path / "precious").write_bytes(b"precious")
    for name in (FILE, "xian/manifest.json"):
        (output / name).symlink_to(tmp_path / "precious")
    assert build(write_plan(tmp_path), output) == DONE
    assert (tmp_path / "precious").read_bytes() == b"precious"
    assert not (output / FILE).is_symlink()


@pytest.fixture
def built(tmp_path: Path) -> tuple[Path, Path, bytes]:
    """Return a plan, the output that it was built into, and the bytes of its paper."""
    folder, output = write_plan(tmp_path), tmp_path / "output"
    assert build(folder, output) == DONE
    return write_plan(tmp_path, ("text/plan.yaml", "重点如下。", "重点变了。")), output, (output / FILE).read_bytes()


@pytest.mark.slow
def test_97_when_the_disk_is_full_the_old_paper_stays(built: tuple[Path, Path, bytes]) -> None:
    """The run may write no file over 1000 bytes."""
    folder, output, old = built
    before = files(output)
    with building(folder, output, "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))") as process:
        _, err = process.communicate(timeout=30)
    assert process.returncode == MACHINE_LACKS
    assert err == f"不能写入 {output / FILE}：文件超过系统允许的大小，请换一个输出文件夹\n"
    assert (output / FILE).read_bytes() == old
    assert files(output) == before


FULL_AT_THE_THIRD = """
rest = iter(range(99))
def full(_):
    if next(rest) == 2:
        raise OSError(28, "No space left on device")
os.fsync = full
"""


@pytest.mark.slow
def test_97_when_the_disk_fills_up_no_paper_is_new(tmp_path: Path) -> None:
    """Not even those that had room: a folder of papers of two states would contradict itself."""
    output = tmp_path / "output"
    assert build(write_plan(tmp_path, action=True), output) == DONE
    before = {name: (output / name).read_bytes() for name in files(output)}
    changed = write_plan(tmp_path, ("text/plan.yaml", "重点如下。", "重点变了。"), action=True)
    with building(changed, output, FULL_AT_THE_THIRD) as process:
        _, err = process.communicate(timeout=60)
    assert (process.returncode, "：磁盘已满，请腾出空间后再试\n" in err) == (MACHINE_LACKS, True)
    assert {name: (output / name).read_bytes() for name in files(output)} == before


@pytest.mark.slow
def test_98_when_killed_in_mid_write_the_old_paper_stays_and_the_next_run_sweeps(
    built: tuple[Path, Path, bytes],
) -> None:
    """SIGKILL before the file is whole."""
    folder, output, old = built
    with building(folder, output, "os.fsync = lambda _: (print('writing', flush=True), time.sleep(60))") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        process.send_signal(signal.SIGKILL)
        process.wait(10)
    assert (output / FILE).read_bytes() == old
    assert len([name for name in files(output) if TEMPORARY in name]) == 1
    assert build(folder, output) == DONE
    assert (output / FILE).read_bytes() != old
    assert [name for name in files(output) if TEMPORARY in name] == []


@pytest.mark.slow
def test_99_two_runs_at_once_both_end_well(built: tuple[Path, Path, bytes]) -> None:
    """One waits for the other."""
    folder, output, _ = built
    with building(folder, output) as one, building(folder, output) as other:
        assert (one.wait(60), other.wait(60)) == (DONE, DONE)
    assert files(output) == ["xian/manifest.json", FILE]


def test_100_a_read_only_folder_is_told(tmp_path: Path) -> None:
    """As a user who may not write there, which root is not."""
    folder = tmp_path / "output"
    folder.mkdir(mode=0o555)
    for each in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        each.chmod(each.stat().st_mode | 0o011)  # let that user pass through pytest's own folders
    out, err = finished(child(AS_NOBODY, folder, NOBODY, "."))
    assert (err, list(folder.iterdir())) == ("", [])
    assert out == f"不能写入 {folder}：没有权限，或文件正被 Word/WPS 打开，请关闭后再试\n"
    folder.chmod(0o755)


def test_100_an_output_that_cannot_be_written_is_told_before_the_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever is wrong with the data, and not after minutes of laying out."""
    (tmp_path / "output").touch()
    folder = write_plan(tmp_path, ("plan.yaml", "id: xian", "idd: xian"))
    assert build(folder, tmp_path / "output") == MACHINE_LACKS
    assert capsys.readouterr().err == f"不能写入 {tmp_path}/output：那里已有同名的文件，不是文件夹\n"


def test_100_a_file_that_is_open_in_word_is_told(tmp_path: Path) -> None:
    """Windows then refuses to rename over it, as this system is made to do here."""
    code = """
def refuse(*_):
    raise PermissionError(13, "The process cannot access the file")
os.replace = os.rename = Path.replace = refuse
try:
    whole.write_whole(Path(sys.argv[1]), b"new")
except whole.Unwritable as error:
    print(error)
"""
    path = tmp_path / "x.docx"
    path.write_bytes(b"old")
    out, err = finished(child(code, path))
    assert (out, err) == (f"不能写入 {path}：没有权限，或文件正被 Word/WPS 打开，请关闭后再试\n", "")
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]


FORMULA = '=HYPERLINK("http://x.cn","点这里")'


def test_101_a_formula_in_data_is_text_in_a_workbook(tmp_path: Path) -> None:
    """Whoever opens the sheet sees it, and nothing is reckoned or called."""
    folder = write_plan(tmp_path, ("text/action.yaml", "培育品牌。", f"'{FORMULA}'"), action=True)
    assert run(["build", str(folder), "--to", "xlsx", "--output", str(tmp_path / "output")]) == DONE
    books = [load_workbook(each) for each in (tmp_path / "output").rglob("*.xlsx")]
    cells = [cell for book in books for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    found = [cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith(FORMULA)]
    assert len(found) > 1
    assert all(cell.quotePrefix for cell in found)
    assert "f" not in {cell.data_type for cell in cells}


def test_102_a_cell_longer_than_a_workbook_holds_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a build in any format and by a check: what openpyxl does is to cut it off."""
    monkeypatch.setattr("yinfa.writers.xlsx.longest.CHARACTERS", 30)
    folder = write_plan(tmp_path, ("text/action.yaml", "培育品牌。", "培育品牌" * 8), action=True)
    output = str(tmp_path / "output")
    for arguments in (["build", str(folder), "--to", "docx", "--output", output], ["check", str(folder)]):
        assert run(arguments) == DATA_FAULT
        said = capsys.readouterr()
        assert "错误[cell-too-long] 单元格“培育品牌培育品牌培育品牌…”有 3" in said.out + said.err
    assert not (tmp_path / "output").exists()


def test_102_a_cell_as_long_as_a_workbook_holds_is_written_whole(tmp_path: Path) -> None:
    """To its last character."""
    long = "质" * 20_000
    folder = write_plan(tmp_path, ("text/action.yaml", "培育品牌。", long), action=True)
    assert run(["build", str(folder), "--to", "xlsx", "--output", str(tmp_path / "output")]) == DONE
    (book,) = (load_workbook(each) for each in (tmp_path / "output").rglob("*责任分解表.xlsx"))
    values = [str(value) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for value in row]
    assert any(long in value for value in values)
