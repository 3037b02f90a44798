"""Files are written whole or not at all, whatever happens in between (hostile inputs 96 to 100)."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from yinfa.issue.whole import (
    LOCK,
    TEMPORARY,
    Unwritable,
    check_writable,
    locked,
    sweep,
    write_all,
    write_whole,
)
from yinfa.paths import ROOT

NOBODY = 65534


def child(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Return a process that runs `code` with the module under test imported."""
    program = f"import os, resource, signal, sys, time\nfrom pathlib import Path\nfrom yinfa.issue import whole\n{code}"
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finished(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Return what a process wrote to its output and to its errors."""
    return process.communicate(timeout=20)


def temporaries(folder: Path) -> list[Path]:
    """Return what is half written in a folder."""
    return list(folder.glob(f"{TEMPORARY}*"))


def test_what_is_written_stands_there(tmp_path: Path) -> None:
    """Readable by all, in a folder that is made for it, and nothing else beside it."""
    path = tmp_path / "a" / "b" / "x.pdf"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert list(path.parent.iterdir()) == [path]


def test_writing_again_replaces_the_file(tmp_path: Path) -> None:
    """Who still reads the old one reads it to its end."""
    path = tmp_path / "x.pdf"
    write_whole(path, b"old")
    with path.open("rb") as reader:
        write_whole(path, b"new")
        assert (reader.read(), path.read_bytes()) == (b"old", b"new")


def test_a_link_is_replaced_and_its_target_left_alone(tmp_path: Path) -> None:
    """Hostile input 96."""
    target, link = tmp_path / "target", tmp_path / "x.pdf"
    target.write_bytes(b"precious")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert not link.is_symlink()
    assert (target.read_bytes(), link.read_bytes()) == (b"precious", b"new")


def test_when_the_disk_is_full_the_old_file_stays(tmp_path: Path) -> None:
    """Hostile input 97: the child may write 1000 bytes a file."""
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    code = """
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    whole.write_whole(Path(sys.argv[1]), b"x" * 2000)
except whole.Unwritable as error:
    print(error)
"""
    out, err = finished(child(code, path))
    assert (out, err) == (f"不能写入 {path}：文件超过系统允许的大小，请换一个输出文件夹\n", "")
    assert path.read_bytes() == b"old"
    assert temporaries(tmp_path) == []


def test_when_no_space_is_left_the_old_file_stays(tmp_path: Path) -> None:
    """Hostile input 97 once more, on a device that is always full: said in Chinese."""
    code = """
def full(*_):
    raise OSError(28, "No space left on device")
os.fsync = full
try:
    whole.write_whole(Path(sys.argv[1]), b"new")
except whole.Unwritable as error:
    print(error)
"""
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    out, _ = finished(child(code, path))
    assert out == f"不能写入 {path}：磁盘已满，请腾出空间后再试\n"
    assert (path.read_bytes(), temporaries(tmp_path)) == (b"old", [])


def test_when_killed_in_mid_write_the_old_file_stays_and_the_rest_is_swept(tmp_path: Path) -> None:
    """Hostile input 98: SIGKILL between writing and renaming."""
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    code = """
os.fsync = lambda _: (print("writing", flush=True), time.sleep(60))
whole.write_whole(Path(sys.argv[1]), b"new" * 1000)
"""
    with child(code, path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        process.send_signal(signal.SIGKILL)
        process.wait(10)
    assert path.read_bytes() == b"old"
    assert len(temporaries(tmp_path)) == 1
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == [path]


def test_when_the_disk_fills_up_at_the_second_file_the_first_stays_too(tmp_path: Path) -> None:
    """All are on the disk before any takes its place."""
    code = """
rest = iter(range(99))
def full(_):
    if next(rest) == 1:
        raise OSError(28, "No space left on device")
os.fsync = full
try:
    whole.write_all({Path(sys.argv[1]) / name: b"new" for name in "abc"})
except whole.Unwritable as error:
    print(error)
"""
    for name in "abc":
        (tmp_path / name).write_bytes(b"old")
    out, err = finished(child(code, tmp_path))
    assert (out, err) == (f"不能写入 {tmp_path}/b：磁盘已满，请腾出空间后再试\n", "")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == dict.fromkeys("abc", b"old")


def test_a_folder_in_the_place_of_one_file_keeps_all_the_others_from_being_written(tmp_path: Path) -> None:
    """It is seen before the first is replaced."""
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    with pytest.raises(Unwritable, match=f"^不能写入 {tmp_path}/b：那里已有同名的文件夹"):
        write_all({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert temporaries(tmp_path) == []


def test_a_pipe_or_a_device_is_never_replaced(tmp_path: Path) -> None:
    """An administrator who sends a page to /dev/null would take it from the whole machine."""
    os.mkfifo(tmp_path / "x.html")
    (tmp_path / "link").symlink_to("x.html")
    for name in ("x.html", "link"):
        with pytest.raises(Unwritable, match=f"^不能写入 {tmp_path}/{name}：那里是设备或管道，不是普通文件"):
            write_whole(tmp_path / name, b"new")
    assert stat.S_ISFIFO((tmp_path / "x.html").stat().st_mode)
    assert (tmp_path / "link").is_symlink()


def test_sweeping_touches_nothing_else(tmp_path: Path) -> None:
    """Neither what is not ours, nor what lies deeper, nor a folder that is not there."""
    kept = [tmp_path / LOCK, tmp_path / "x.pdf", tmp_path / ".yinfa"]
    for each in kept:
        each.touch()
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / f"{TEMPORARY}1").touch()
    sweep(tmp_path)
    sweep(tmp_path / "nowhere")
    assert all(each.exists() for each in (*kept, tmp_path / "deeper" / f"{TEMPORARY}1"))


HOLDING = """
with whole.locked(Path(sys.argv[1])):
    print("locked", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def test_a_second_run_waits_for_the_first(tmp_path: Path) -> None:
    """Hostile input 99."""
    with child(HOLDING, tmp_path, 0.4) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "locked\n"
        began = time.monotonic()
        with locked(tmp_path, seconds=10):
            assert time.monotonic() - began > 0.2


def test_a_second_run_gives_up_after_a_while(tmp_path: Path) -> None:
    """Hostile input 99: with the reason."""
    with child(HOLDING, tmp_path, 30) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(Unwritable, match=f"^另一次生成正在写 {tmp_path}，请等它结束后再试$"), locked(tmp_path, 0.1):
            pass
        process.kill()


def test_a_killed_run_leaves_no_lock_behind(tmp_path: Path) -> None:
    """The next one need not wait."""
    with child(HOLDING, tmp_path, 30) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
        process.wait(10)
    with locked(tmp_path, seconds=1):
        pass


def let_nobody_pass(folders: Iterable[Path]) -> None:
    """Open pytest's own folders to a user who is nobody."""
    for each in folders:
        if each.owner() == "root" and os.getuid() == 0 and not each.stat().st_mode & 0o001:
            each.chmod(each.stat().st_mode | 0o011)


AS_NOBODY = """
os.setuid(int(sys.argv[2])) if os.getuid() == 0 else None
try:
    with whole.locked(Path(sys.argv[1]) / sys.argv[3]):
        whole.write_whole(Path(sys.argv[1]) / sys.argv[3] / "x.pdf", b"new")
except whole.Unwritable as error:
    print(error)
"""


@pytest.mark.parametrize("below", [".", "new"])
def test_a_read_only_folder_is_told(tmp_path: Path, below: str) -> None:
    """Hostile input 100: as a user who may not write there."""
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "x.pdf").write_bytes(b"old")
    folder.chmod(0o555)
    let_nobody_pass((tmp_path, *tmp_path.parents))
    out, err = finished(child(AS_NOBODY, folder, NOBODY, below))
    assert err == ""
    assert out.startswith(f"不能写入 {folder}")
    assert out.endswith("：没有权限，或文件正被 Word/WPS 打开，请关闭后再试\n")
    assert (folder / "x.pdf").read_bytes() == b"old"
    folder.chmod(0o755)


def test_whether_a_folder_can_be_written_is_told_beforehand_and_nothing_is_left_there(tmp_path: Path) -> None:
    """Be it there or yet to be made; what stands in its way is named."""
    (tmp_path / "file").touch()
    (tmp_path / "lost").symlink_to("nowhere")
    before = sorted(tmp_path.rglob("*"))
    check_writable(tmp_path)
    check_writable(tmp_path / "new" / "deep")
    for name, why in {
        "file": "那里已有同名的文件，不是文件夹",
        "lost": "那里已有同名的文件，不是文件夹",
        "file/deep": "路径中有一级是文件，不是文件夹",
    }.items():
        with pytest.raises(Unwritable, match=f"^不能写入 {tmp_path}/{name}：{why}$"):
            check_writable(tmp_path / name)
    assert sorted(tmp_path.rglob("*")) == before


def test_that_a_folder_is_read_only_is_told_beforehand(tmp_path: Path) -> None:
    """As a user who may not write there."""
    code = """
os.setuid(int(sys.argv[2])) if os.getuid() == 0 else None
try:
    whole.check_writable(Path(sys.argv[1]) / "new")
except whole.Unwritable as error:
    print(error)
"""
    tmp_path.chmod(0o555)
    let_nobody_pass(tmp_path.parents)
    out, err = finished(child(code, tmp_path, NOBODY))
    assert (out, err) == (f"不能写入 {tmp_path}/new：没有权限，或文件正被 Word/WPS 打开，请关闭后再试\n", "")
    tmp_path.chmod(0o755)


def test_a_folder_where_the_file_should_be_is_told(tmp_path: Path) -> None:
    """And stays."""
    (tmp_path / "x.pdf").mkdir()
    with pytest.raises(Unwritable, match="那里已有同名的文件夹"):
        write_whole(tmp_path / "x.pdf", b"new")
    assert list(tmp_path.iterdir()) == [tmp_path / "x.pdf"]


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    """On the way, and at its end."""
    (tmp_path / "output").touch()
    with pytest.raises(Unwritable, match="路径中有一级是文件"):
        write_whole(tmp_path / "output" / "xian" / "x.pdf", b"new")
    with pytest.raises(Unwritable, match="那里已有同名的文件"):
        write_whole(tmp_path / "output" / "x.pdf", b"new")
