"""The zip file that holds the parts of a DOCX or an XLSX."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip entry can bear: no clock is looked at


def packed(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the zip file of parts by name: entries sorted, all of one time, so that equal papers are equal bytes."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in sorted(members):
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, data)
    return stream.getvalue()
