"""Files are changed all or none, only those that still are what was read, and whenever the run is killed."""

import json
import os
import signal
import stat
import sys
from base64 import b64encode
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tests.issue.test_whole import child, temporaries
from yinfa.issue.journal import JOURNAL, UNDO, written
from yinfa.issue.together import Change, recover, save
from yinfa.issue.whole import TEMPORARY, Unwritable
from yinfa.paths import ROOT

OLD, NEW, OTHER = b"old\n", b"new\n", b"by hand\n"
NAMES = ("a.yaml", "text/b.yaml", "c.yaml")


def to_save(folder: Path, *names: str) -> list[Change]:
    """Return changes of files, which are written to `folder`."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(OLD)
    return [Change(folder / name, OLD, NEW) for name in names]


def held(folder: Path) -> dict[str, bytes]:
    """Return what all files of a folder hold, but for those half written, which the next save sweeps away."""
    files = (each for each in folder.rglob("*") if each.is_file() and not each.name.startswith(TEMPORARY))
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}


def test_files_are_written_and_nothing_else(tmp_path: Path) -> None:
    """In folders of their own; no journal is left."""
    save(tmp_path, to_save(tmp_path, "a/x.yaml", "b/x.yaml"))
    assert held(tmp_path) == {"a/x.yaml": NEW, "b/x.yaml": NEW}


def test_a_file_that_was_not_there_is_made(tmp_path: Path) -> None:
    """With the folder that it is to lie in."""
    save(tmp_path, [Change(tmp_path / "text" / "x.yaml", None, NEW)])
    assert held(tmp_path) == {"text/x.yaml": NEW}
    assert stat.S_IMODE((tmp_path / "text" / "x.yaml").stat().st_mode) == 0o644


def test_a_file_that_is_there_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    """Somebody else made it."""
    to_save(tmp_path, "x.yaml")
    with pytest.raises(Unwritable, match="文件刚被别的程序改过"):
        save(tmp_path, [Change(tmp_path / "x.yaml", None, NEW)])
    assert held(tmp_path) == {"x.yaml": OLD}


def test_who_may_read_and_write_a_file_stays(tmp_path: Path) -> None:
    """Be it one alone."""
    changes = to_save(tmp_path, "x.yaml")
    (tmp_path / "x.yaml").chmod(0o600)
    save(tmp_path, changes)
    assert stat.S_IMODE((tmp_path / "x.yaml").stat().st_mode) == 0o600


@pytest.mark.skipif(os.geteuid() != 0, reason="only an administrator can write a file of another's")
def test_a_file_stays_with_its_owner(tmp_path: Path) -> None:
    """Also where an administrator runs the program: the drafter could not open it again."""
    changes = to_save(tmp_path, "x.yaml")
    os.chown(tmp_path / "x.yaml", 12345, 54321)
    save(tmp_path, changes)
    standing = (tmp_path / "x.yaml").stat()
    assert (standing.st_uid, standing.st_gid) == (12345, 54321)
    assert held(tmp_path) == {"x.yaml": NEW}


def test_a_file_behind_a_link_is_written_and_the_link_stays(tmp_path: Path) -> None:
    """It may be shared by two papers."""
    changes = to_save(tmp_path, "x.yaml")
    changes[0].path.rename(tmp_path / "elsewhere.yaml")
    changes[0].path.symlink_to(tmp_path / "elsewhere.yaml")
    save(tmp_path, changes)
    assert changes[0].path.is_symlink()
    assert (tmp_path / "elsewhere.yaml").read_bytes() == NEW


def test_a_file_outside_the_folder_is_not_written(tmp_path: Path) -> None:
    """Its journal would not be found by who reads it there."""
    changes = to_save(tmp_path, "plan/x.yaml", "elsewhere.yaml")
    changes[0].path.unlink()
    changes[0].path.symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(Unwritable, match=f"^不能改写 {tmp_path}/plan/x.yaml：它是通到文件夹外的链接"):
        save(tmp_path / "plan", changes[:1])
    assert (tmp_path / "elsewhere.yaml").read_bytes() == OLD


def test_a_file_that_was_changed_meanwhile_is_left_and_so_are_the_others(tmp_path: Path) -> None:
    """Whoever saves last would undo the other."""
    changes = to_save(tmp_path, "x.yaml", "y.yaml")
    (tmp_path / "y.yaml").write_bytes(OTHER)
    made = (tmp_path / "x.yaml").stat().st_mtime_ns
    with pytest.raises(Unwritable, match=f"^没有改写 {tmp_path}/y.yaml：文件刚被别的程序改过，请保存好再运行一次$"):
        save(tmp_path, changes)
    assert held(tmp_path) == {"x.yaml": OLD, "y.yaml": OTHER}
    assert (tmp_path / "x.yaml").stat().st_mtime_ns == made, "written and put back"


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    """And not made anew."""
    changes = to_save(tmp_path, "x.yaml")
    changes[0].path.unlink()
    with pytest.raises(Unwritable, match="文件已不在原处"):
        save(tmp_path, changes)
    assert held(tmp_path) == {}


def test_a_file_set_read_only_is_left(tmp_path: Path) -> None:
    """Its folder would let it be replaced."""
    changes = to_save(tmp_path, "x.yaml", "y.yaml")
    (tmp_path / "y.yaml").chmod(0o444)
    with pytest.raises(Unwritable, match="文件设了只读"):
        save(tmp_path, changes)
    assert held(tmp_path) == {"x.yaml": OLD, "y.yaml": OLD}


def test_nothing_to_save_is_nothing_done(tmp_path: Path) -> None:
    """No lock is waited for."""
    save(tmp_path, [])
    assert list(tmp_path.iterdir()) == []


SAVING = """
from tests.issue.test_together import NAMES, to_save
from yinfa.issue.together import save
folder = Path(sys.argv[1])
changes = to_save(folder, *NAMES)
"""


def test_when_the_disk_is_full_nothing_is_changed(tmp_path: Path) -> None:
    """At the second of the new files, or at the journal."""
    code = """
rest = iter(range(99))
sync = os.fsync
def full(handle):
    if next(rest) == int(sys.argv[2]):
        raise OSError(28, "No space left on device")
    sync(handle)
os.fsync = full
try:
    save(folder, changes)
except whole.Unwritable as error:
    print(error)
"""
    for step, name in ((1, "text/b.yaml"), (3, JOURNAL)):
        out, err = child(SAVING + code, tmp_path, step).communicate(timeout=60)
        assert (out, err) == (f"不能写入 {tmp_path}/{name}：磁盘已满，请腾出空间后再试\n", "")
        assert held(tmp_path) == dict.fromkeys(NAMES, OLD)


def test_when_one_cannot_be_put_in_its_place_those_before_it_are_taken_back(tmp_path: Path) -> None:
    """As where a workbook is open in Excel, which does not let it be replaced."""
    code = """
replace = os.replace
def held_open(old, new):
    if Path(new).name == "c.yaml":
        raise PermissionError(13, "in use")
    replace(old, new)
os.replace = held_open
try:
    save(folder, changes)
except whole.Unwritable as error:
    print(error)
"""
    out, err = child(SAVING + code, tmp_path).communicate(timeout=60)
    assert err == ""
    assert out == f"不能写入 {tmp_path}/c.yaml：没有权限，或文件正被 Word/WPS 打开，请关闭后再试\n"
    assert held(tmp_path) == dict.fromkeys(NAMES, OLD)


def killed_at(step: int, folder: Path, changes: list[Change], *, undone: bool) -> bool:
    """Save in a child that is killed before the line of our modules that it comes to as the one after `step` others.

    Return whether it came so far. With `undone`, the last file is changed under its hands, so that it takes all back.
    """
    child_id = os.fork()
    if child_id == 0:
        _die_at(step, folder, changes, undone=undone)
    _, status = os.waitpid(child_id, 0)
    return os.WIFSIGNALED(status)


def _die_at(step: int, folder: Path, changes: list[Change], *, undone: bool) -> None:
    left = [step]

    def traced(frame: FrameType, event: str, _: object) -> Any:
        if str(ROOT / "yinfa" / "issue") not in frame.f_code.co_filename:
            return None
        if event == "line":
            left[0] -= 1
            if undone and changes[-1].now == OLD and (folder / JOURNAL).is_file():
                changes[-1].path.write_bytes(OTHER)
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return traced

    try:
        sys.settrace(traced)
        save(folder, changes)
    except Unwritable:
        pass
    finally:
        os._exit(0)


@pytest.mark.slow
def test_killed_at_any_line_all_is_old_or_all_new_once_recovered(tmp_path: Path) -> None:
    """Nothing is left of the run, and to recover once more does nothing."""
    seen = set()
    step = 0
    while True:
        folder = tmp_path / str(step)
        changes = [*to_save(folder, *NAMES[:2]), Change(folder / "text" / "new.yaml", None, NEW)]
        came = killed_at(step, folder, changes, undone=False)
        recover(folder)
        outcome = "".join(sorted({each.decode() for each in held(folder).values()}))
        assert len(held(folder)) == (3 if outcome == "new\n" else 2), (step, held(folder))
        assert outcome in ("old\n", "new\n"), (step, held(folder))
        recover(folder)
        save(folder, [Change(each.path, each.now, NEW) for each in changes])
        assert not temporaries(folder) + temporaries(folder / "text"), step
        if not came:
            break
        seen.add(outcome)
        step += 1
    assert seen == {"old\n", "new\n"}
    assert step > 100


@pytest.mark.slow
def test_killed_while_all_is_taken_back_it_is_taken_back_later(tmp_path: Path) -> None:
    """What somebody else saved in between stays; the others are as they were."""
    step, names = 50, NAMES[1:]  # the lines before there is a journal have been seen above
    while True:
        folder = tmp_path / str(step)
        changes = to_save(folder, *names)
        came = killed_at(step, folder, changes, undone=True)
        recover(folder)
        assert held(folder) in (dict.fromkeys(names, OLD), {names[0]: OLD, names[1]: OTHER}), step
        if not came:
            break
        step += 1
    assert step > 100


def half_done(folder: Path, *names: str, undo: bool = False) -> list[Change]:
    """Return changes of which a killed run made the first, and wrote a journal."""
    changes = to_save(folder, *names)
    (folder / (UNDO if undo else JOURNAL)).write_bytes(written(folder, changes))
    changes[0].path.write_bytes(NEW)
    return changes


def test_a_file_that_somebody_saved_after_the_run_was_killed_is_left_and_the_others_taken_back(tmp_path: Path) -> None:
    """They were to be changed together."""
    half_done(tmp_path, "x.yaml", "y.yaml")
    (tmp_path / "y.yaml").write_bytes(OTHER)
    recover(tmp_path)
    assert held(tmp_path) == {"x.yaml": OLD, "y.yaml": OTHER}


def test_where_nothing_was_killed_nothing_is_looked_for(tmp_path: Path) -> None:
    """The folder may be one that cannot be written to, or not be there."""
    recover(tmp_path / "nowhere")
    tmp_path.chmod(0o555)
    recover(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_next_save_finishes_what_was_begun_first(tmp_path: Path) -> None:
    """And then asks whether the files are what was read."""
    changes = half_done(tmp_path, "x.yaml", "y.yaml")
    with pytest.raises(Unwritable, match=r"x\.yaml：文件刚被别的程序改过"):
        save(tmp_path, changes)
    assert held(tmp_path) == {"x.yaml": NEW, "y.yaml": NEW}


def entry(path: str, stood: bytes | None = OLD) -> dict[str, object]:
    """Return what a journal says of a file."""
    return {
        "path": path,
        "stood": None if stood is None else b64encode(stood).decode(),
        "data": b64encode(NEW).decode(),
    }


@pytest.mark.parametrize(
    "journal",
    [
        b"",
        b"\xff",
        b"[" * 100_000,
        b"[]",
        b'{"files": 1}',
        b'{"files": [{}]}',
        json.dumps({"files": [entry("../precious")]}).encode(),
        json.dumps({"files": [entry("link/precious")]}).encode(),
        json.dumps({"files": [entry("x.yaml"), entry("/etc/yinfa", None)]}).encode(),
        json.dumps({"files": [{"path": "x.yaml", "stood": "%", "data": ""}]}).encode(),
    ],
)
def test_a_journal_that_is_none_of_ours_is_refused(tmp_path: Path, journal: bytes) -> None:
    """It came with somebody's data: no file is touched, not within the folder and not outside."""
    to_save(tmp_path, "precious", "plan/x.yaml")
    (tmp_path / "plan" / "link").symlink_to(tmp_path)
    (tmp_path / "plan" / JOURNAL).write_bytes(journal)
    with pytest.raises(Unwritable, match="不是本程序留下的，或已损坏"):
        recover(tmp_path / "plan")
    assert (tmp_path / "precious").read_bytes() == (tmp_path / "plan" / "x.yaml").read_bytes() == OLD
