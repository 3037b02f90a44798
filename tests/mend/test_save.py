"""Files are changed all or none, and only those that are still what was read."""

import os
import signal
import stat
from pathlib import Path

import pytest

from tests.issue.test_whole import child, temporaries
from tests.mend.typed import CALL, SHOWN, bindings_in
from yinfa.diagnostics import Report
from yinfa.issue.whole import Unwritable
from yinfa.mend.original import opened
from yinfa.mend.save import save
from yinfa.mend.write import Mended, mended

OLD = "a: 达到92%\n".encode()
NEW = f"a: 达到{CALL}\n".encode()


def to_save(path: Path) -> Mended:
    """Return a file, written to `path`, that is to be changed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(OLD)
    found = mended(opened(path, SHOWN), bindings_in(path, {"92%": CALL}), Report())
    assert found is not None
    return found


def test_files_are_written_and_nothing_else(tmp_path: Path) -> None:
    """In folders of their own."""
    files = [to_save(tmp_path / "a" / "x.yaml"), to_save(tmp_path / "b" / "x.yaml")]
    save(files)
    assert {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.glob("*/*")} == {
        "a/x.yaml": NEW,
        "b/x.yaml": NEW,
    }


def test_who_may_read_and_write_a_file_stays(tmp_path: Path) -> None:
    """Be it one alone."""
    file = to_save(tmp_path / "x.yaml")
    file.file.path.chmod(0o600)
    save([file])
    assert stat.S_IMODE(file.file.path.stat().st_mode) == 0o600


@pytest.mark.skipif(os.geteuid() != 0, reason="only an administrator can write a file of another's")
def test_a_file_stays_with_its_owner(tmp_path: Path) -> None:
    """Also where an administrator runs the program: the drafter could not open it again."""
    file = to_save(tmp_path / "x.yaml")
    os.chown(file.file.path, 12345, 54321)
    save([file])
    standing = file.file.path.stat()
    assert (standing.st_uid, standing.st_gid) == (12345, 54321)
    assert file.file.path.read_bytes() == NEW


def test_a_file_behind_a_link_is_written_and_the_link_stays(tmp_path: Path) -> None:
    """It may be shared by two plans."""
    file = to_save(tmp_path / "x.yaml")
    file.file.path.rename(tmp_path / "elsewhere.yaml")
    file.file.path.symlink_to(tmp_path / "elsewhere.yaml")
    save([file])
    assert file.file.path.is_symlink()
    assert (tmp_path / "elsewhere.yaml").read_bytes() == NEW


def test_a_file_that_was_changed_meanwhile_is_left_and_so_are_the_others(tmp_path: Path) -> None:
    """Whoever saves last would undo the other."""
    files = [to_save(tmp_path / "x.yaml"), to_save(tmp_path / "y.yaml")]
    (tmp_path / "y.yaml").write_bytes(OLD + b"b: 1\n")
    written = (tmp_path / "x.yaml").stat().st_mtime_ns
    with pytest.raises(Unwritable, match=f"^没有改写 {tmp_path}/y.yaml：文件刚被别的程序改过，请保存好再运行一次$"):
        save(files)
    assert [(tmp_path / name).read_bytes() for name in ("x.yaml", "y.yaml")] == [OLD, OLD + b"b: 1\n"]
    assert (tmp_path / "x.yaml").stat().st_mtime_ns == written, "written and put back"


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    """And not made anew."""
    file = to_save(tmp_path / "x.yaml")
    file.file.path.unlink()
    with pytest.raises(Unwritable, match="文件已不在原处"):
        save([file])
    assert list(tmp_path.iterdir()) == []


def test_a_file_set_read_only_is_left(tmp_path: Path) -> None:
    """Its folder would let it be replaced."""
    files = [to_save(tmp_path / "x.yaml"), to_save(tmp_path / "y.yaml")]
    (tmp_path / "y.yaml").chmod(0o444)
    with pytest.raises(Unwritable, match="文件设了只读"):
        save(files)
    assert [(tmp_path / name).read_bytes() for name in ("x.yaml", "y.yaml")] == [OLD, OLD]


SAVING = """
from tests.mend.test_save import to_save
from yinfa.mend.save import save
files = [to_save(Path(sys.argv[1]) / name) for name in ("a.yaml", "b.yaml", "c.yaml")]
rest = iter(range(99))
"""


def test_when_one_cannot_be_written_those_before_it_are_put_back(tmp_path: Path) -> None:
    """The disk is full at the second file; what was in the first comes back."""
    code = """
sync = os.fsync
def full(handle):
    if next(rest) == 2:  # the first file, its folder, then this
        raise OSError(28, "No space left on device")
    sync(handle)
os.fsync = full
try:
    save(files)
except whole.Unwritable as error:
    print(error)
"""
    out, err = child(SAVING + code, tmp_path).communicate(timeout=60)
    assert (out, err) == (f"不能写入 {tmp_path}/b.yaml：磁盘已满，请腾出空间后再试\n", "")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == dict.fromkeys(
        ("a.yaml", "b.yaml", "c.yaml"), OLD
    )


def test_when_killed_in_mid_write_the_old_file_stays_and_the_rest_is_swept(tmp_path: Path) -> None:
    """By the next run that writes there."""
    code = """
os.fsync = lambda _: (print("writing", flush=True), time.sleep(60))
save(files[:1])
"""
    with child(SAVING + code, tmp_path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        process.send_signal(signal.SIGKILL)
        process.wait(10)
    assert (tmp_path / "a.yaml").read_bytes() == OLD
    assert len(temporaries(tmp_path)) == 1
    save([to_save(tmp_path / "b.yaml")])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "b.yaml", "c.yaml"]


def test_nothing_to_save_is_nothing_done(tmp_path: Path) -> None:
    """No lock is waited for."""
    save([])
    assert list(tmp_path.iterdir()) == []
