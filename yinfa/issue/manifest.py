"""manifest.json: which papers stand in an output folder, and from which inputs they were made."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Issued:
    """One file of the output: `path` is relative to the manifest, `sha256` in hexadecimal, `year`/`unit` may be none."""

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


def manifest(issued: list[Issued], inputs: list[dict[str, str]], earlier: dict[str, Any]) -> bytes:
    """Return the manifest as JSON.

    What an earlier run made from the very same inputs and this one did not make again stays listed, so that building
    one format after the other lists both.
    """
    documents = [asdict(each) for each in issued]
    made = {each.path for each in issued}
    if earlier.get("inputs") == inputs:
        documents += [each for each in earlier.get("documents", []) if each["path"] not in made]
    documents.sort(key=lambda each: str(each["path"]))
    return (json.dumps({"documents": documents, "inputs": inputs}, ensure_ascii=False, indent=2) + "\n").encode()


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest that stands in `folder`, empty when there is none or it cannot be read."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
