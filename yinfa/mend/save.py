"""Files changed all or none: each is written whole, and only if it is still the one that was read."""

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from yinfa.issue.manifest import sha256
from yinfa.issue.whole import Unwritable, locked, sweep, write_whole
from yinfa.mend.write import Mended
from yinfa.paths import CACHE


def save(files: Sequence[Mended]) -> None:
    """Write the files. Raise `Unwritable` where one was changed meanwhile or cannot be written: then none is changed.

    A file behind a link is written, not the link; it stays its owner's, and may be read and written by whom it could.
    """
    if not files:
        return
    with locked(CACHE):
        for folder in dict.fromkeys(_target(each).parent for each in files):
            sweep(folder)
        for each in files:
            _ask(each)
        done: list[Mended] = []
        try:
            for each in files:
                _ask(each)
                done.append(each)
                _put(_target(each), each.file.data)
        except BaseException:
            _take_back(done)
            raise


def _target(each: Mended) -> Path:
    return each.file.path.resolve()


def _ask(each: Mended) -> None:
    """Raise `Unwritable` where the file is not as it was read, or is not to be written."""
    path = each.file.path
    try:
        same = sha256(path.read_bytes()) == sha256(each.file.stood)
        allowed = path.stat().st_mode & stat.S_IWUSR
    except OSError as error:
        raise Unwritable(f"不能改写 {path}：文件已不在原处，或读不了") from error
    if not same:
        raise Unwritable(f"没有改写 {path}：文件刚被别的程序改过，请保存好再运行一次")
    if not allowed:
        raise Unwritable(f"不能改写 {path}：文件设了只读，请先取消只读")


def _put(path: Path, data: bytes) -> None:
    stood = path.stat()
    write_whole(path, data)
    with suppress(OSError, AttributeError):  # only an administrator may; where nobody may (Windows), nobody needs to
        os.chown(path, stood.st_uid, stood.st_gid)
    path.chmod(stat.S_IMODE(stood.st_mode))


def _take_back(done: Sequence[Mended]) -> None:
    """Put back what stood in the files that were written already, and were not changed by anybody since."""
    for each in done:
        path = _target(each)
        if path.is_file() and path.read_bytes() == each.file.data:
            _put(path, each.file.stood)
