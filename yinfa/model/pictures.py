"""The pictures that the words of a plan name: read and looked at before anything is laid out."""

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFile, UnidentifiedImageError

from yinfa.diagnostics import Report
from yinfa.model.walk import each_of
from yinfa.model.words import FigureBlock, PaperWords
from yinfa.sources.text import Text

FORMATS = ("PNG", "JPEG")
MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 50_000_000
TOO_LARGE = "太大"
SMALLER = f"缩小图片，不超过 {MAX_PIXELS // 10_000} 万点（如 7000×7000）"
SEAL_RATIO = 2  # of the longer to the shorter side of a seal: an oval one has not more


def read_pictures(folder: Path, words: Iterable[PaperWords], report: Report) -> dict[str, bytes]:
    """Return the bytes of every picture named, by the name; one that cannot be printed is a fault where it is named."""
    texts = tuple(words)
    names = (name for each in texts for name in _named(each))
    pictures = {str(name): data for name in names if (data := _read(folder, name, report))}
    for seal in (each.signature.seal for each in texts if each.signature and each.signature.seal):
        if seal in pictures:
            _shaped(seal, pictures[seal], report)
    return pictures


def _shaped(seal: Text, data: bytes, report: Report) -> None:
    """Report a seal that is far from as wide as high."""
    with Image.open(BytesIO(data), formats=FORMATS) as image:
        wide, high = image.size
    if max(wide, high) > SEAL_RATIO * min(wide, high):
        message = f"印章图片“{seal}”宽高悬殊（{wide}×{high} 点），不像印章"
        hint = f"换成印章的图片，裁去四周空白，宽高之比不超过 {SEAL_RATIO}"
        report.fault("seal", message, seal.origin, hint)


def _named(words: PaperWords) -> Iterator[Text]:
    """Yield the names of the pictures of a text: figures and the seal."""
    yield from (block.figure for block in each_of(FigureBlock, words))
    if words.signature and words.signature.seal:
        yield words.signature.seal


def inside(folder: Path, name: str) -> Path | None:
    """Return the file of this relative name in `folder`, or None when there is none or a link leads out of it."""
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except OSError:  # no name of a file, too long for one
        return None


def _read(folder: Path, name: Text, report: Report) -> bytes:
    path = inside(folder, name)
    if path is None:
        report.fault("figure", f"没有图片“{name}”", name.origin, "图片放在本规划的文件夹内，写相对路径")
        return b""
    if path.stat().st_size > MAX_BYTES:
        report.fault("figure", f"图片“{name}”超过 {MAX_BYTES >> 20} MB", name.origin, "缩小图片")
        return b""
    data = path.read_bytes()
    if trouble := _trouble(data):
        hint = SMALLER if trouble.startswith(TOO_LARGE) else "用画图软件打开，另存为 PNG 或 JPEG"
        report.fault("figure", f"图片“{name}”{trouble}", name.origin, hint)
    return data


def _trouble(data: bytes) -> str:
    """Return what is wrong with a picture, nothing when it can be printed."""
    try:
        with _silently(), Image.open(BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                return f"{TOO_LARGE}（{image.width}×{image.height} 点）"
            image.verify()  # the checksums of a PNG; the picture is of no more use after
        with _strictly(), Image.open(BytesIO(data), formats=FORMATS) as image:
            image.draft(image.mode, (1, 1))  # a JPEG at an eighth of its size: enough to see that it is whole
            image.load()
    except Image.DecompressionBombError:
        return TOO_LARGE
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return "不是完好的 PNG 或 JPEG"
    return ""


@contextmanager
def _silently() -> Iterator[None]:
    """Keep Pillow from warning of many points, which are counted here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        yield


@contextmanager
def _strictly() -> Iterator[None]:
    """Let Pillow refuse what is cut short: WeasyPrint, once loaded, tells it for the whole process to be lenient."""
    lenient = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
