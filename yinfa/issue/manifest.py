"""manifest.json: which papers stand in an output folder, and from which inputs and what trees they were made."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "manifest.json"
Inputs = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Issued:
    """One file of the output: `path` is relative to the manifest, `sha256` hexadecimal, `year`/`unit` may be none.

    `made_of` is a digest of all that its bytes depend on: the tree, the format and what makes a file of them. It is
    empty where there was something to tell of its pages, which is to be told again in every run.
    """

    kind: str
    year: int | None
    unit: str | None
    title: str
    format: str
    path: str
    pages: int
    sha256: str
    made_of: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a manifest lists and stands unchanged, and from which inputs it was made."""

    papers: tuple[Issued, ...] = ()
    inputs: Inputs | None = None

    def find(self, made_of: str) -> Issued | None:
        """Return the file that was made of this; None where there is none, or where its pages are to be looked at."""
        return next((each for each in self.papers if made_of and each.made_of == made_of), None)


def sha256(data: bytes) -> str:
    """Return the SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digests(folder: Path, files: tuple[str, ...]) -> Inputs:
    """Return path and SHA-256 of each input file."""
    return [{"path": file, "sha256": sha256((folder / file).read_bytes())} for file in files]


def manifest(papers: Iterable[Issued], inputs: Inputs) -> bytes:
    """Return the manifest as JSON."""
    documents = sorted(map(asdict, papers), key=lambda each: str(each["path"]))
    return (json.dumps({"documents": documents, "inputs": inputs}, ensure_ascii=False, indent=2) + "\n").encode()


def standing(folder: Path) -> Standing:
    """Return what stands in `folder` as its manifest says; nothing when that is missing or damaged."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
        listed = dict.fromkeys(Issued(**each) for each in found["documents"])
        inputs = [{"path": str(each["path"]), "sha256": str(each["sha256"])} for each in found["inputs"]]
        return Standing(tuple(each for each in listed if _stands(folder, each)), inputs)
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return Standing()


def _stands(folder: Path, paper: Issued) -> bool:
    path = folder / paper.path
    return path.parent == folder and path.is_file() and sha256(path.read_bytes()) == paper.sha256
