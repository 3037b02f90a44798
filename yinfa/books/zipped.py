"""The zip of a workbook with some of its parts replaced: order, names and times of all of them stay."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile, ZipInfo


def rezipped(book: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the workbook with these parts, by the names that its members have, in the place of its own."""
    made = BytesIO()
    with ZipFile(BytesIO(book)) as old, ZipFile(made, "w") as new:
        new.comment = old.comment
        for info in old.infolist():
            data = parts.get(info.filename)
            new.writestr(_like(info), old.read(info) if data is None else data)
    return made.getvalue()


def _like(info: ZipInfo) -> ZipInfo:
    """Return the entry of a member that is to be written anew."""
    like = ZipInfo(info.filename, info.date_time)
    for name in ("compress_type", "comment", "create_system", "internal_attr", "external_attr"):
        setattr(like, name, getattr(info, name))
    return like
