"""The journal of a folder: which of its files are being changed, what stood in them and what is to stand there.

It holds all bytes, old and new, so that whoever finds it behind a killed run needs nothing else. It lies in the folder
that it tells of, so that it goes wherever that is copied; and so it may be anybody's: it is believed only as far as it
speaks of files within the folder, and changes none that is neither as it was nor as it was to be.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from yinfa.issue.whole import Unwritable

JOURNAL = ".yinfa.journal"  # what it tells of is to be finished
UNDO = ".yinfa.undo"  # what it tells of is to be taken back
LONGEST = 512 << 20  # bytes: room for all workbooks of a plan, old and new


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is to hold `data` in the place of `stood`, which is None where there was no file."""

    path: Path
    stood: bytes | None
    data: bytes

    @property
    def target(self) -> Path:
        """Return the file itself where the path is a link to it."""
        return self.path.resolve()

    @property
    def now(self) -> bytes | None:
        """Return what stands there now; None for no file. Raises OSError where that cannot be read."""
        try:
            return self.target.read_bytes()
        except FileNotFoundError:
            return None


def written(folder: Path, changes: Sequence[Change]) -> bytes:
    """Return the journal of these changes. Raise `Unwritable` for a file that does not lie in the folder."""
    return json.dumps({"files": [_entry(folder, each) for each in changes]}).encode()


def read(folder: Path, journal: Path) -> tuple[Change, ...]:
    """Return the changes that a journal of the folder tells of. Raise `Unwritable` where it cannot be one of ours."""
    try:
        if journal.stat().st_size > LONGEST:
            raise ValueError("too long")
        return tuple(_changes(folder, json.loads(journal.read_bytes())))
    except OSError as error:
        raise Unwritable(f"读不了 {journal}，上次的改动没有写完：请检查权限后再运行一次") from error
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        message = f"{journal} 不是本程序留下的，或已损坏：核对文件夹里的数据，删去它后再运行一次"
        raise Unwritable(message) from error


def _entry(folder: Path, change: Change) -> dict[str, str | None]:
    if not change.target.is_relative_to(folder.resolve()):
        raise Unwritable(f"不能改写 {change.path}：它是通到文件夹外的链接，请换成文件本身")
    stood = None if change.stood is None else b64encode(change.stood).decode()
    name = change.target.relative_to(folder.resolve()).as_posix()
    return {"path": name, "stood": stood, "data": b64encode(change.data).decode()}


def _changes(folder: Path, journal: dict[str, Any]) -> Iterator[Change]:
    for each in journal["files"]:
        name = PurePosixPath(each["path"])
        stood = None if each["stood"] is None else b64decode(each["stood"], validate=True)
        change = Change(folder / name, stood, b64decode(each["data"], validate=True))
        if name.is_absolute() or not change.target.is_relative_to(folder.resolve()):
            raise ValueError(f"outside the folder: {name}")
        yield change
