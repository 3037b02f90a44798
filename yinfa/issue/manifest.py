"""manifest.json: which papers stand in an output folder, and from which inputs they were made."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Issued:
    """One file of the output: `path` is relative to the manifest, `sha256` hexadecimal, `year`/`unit` may be none."""

    kind: str
    year: int | None
    unit: str | None
    title: str
    format: str
    path: str
    pages: int
    sha256: str


def sha256(data: bytes) -> str:
    """Return the SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digests(folder: Path, files: tuple[str, ...]) -> list[dict[str, str]]:
    """Return path and SHA-256 of each input file."""
    return [{"path": file, "sha256": sha256((folder / file).read_bytes())} for file in files]


def manifest(issued: list[Issued], inputs: list[dict[str, str]], earlier: Sequence[dict[str, Any]] = ()) -> bytes:
    """Return the manifest as JSON: the papers `issued` and those of an `earlier` one that were not made again."""
    made = {each.path for each in issued}
    documents = [asdict(each) for each in issued] + [each for each in earlier if each["path"] not in made]
    documents.sort(key=lambda each: str(each["path"]))
    return (json.dumps({"documents": documents, "inputs": inputs}, ensure_ascii=False, indent=2) + "\n").encode()


def still_standing(folder: Path, inputs: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Return the papers that the manifest in `folder` lists, made from the very same inputs and standing unchanged.

    So building one format after the other lists both. There are none when the manifest is missing or damaged.
    """
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
        same = found["inputs"] == inputs
        return [each for each in found["documents"] if same and _stands(folder, Issued(**each))]
    except (OSError, ValueError, LookupError, TypeError):
        return []


def _stands(folder: Path, paper: Issued) -> bool:
    path = folder / paper.path
    return path.parent == folder and path.is_file() and sha256(path.read_bytes()) == paper.sha256
