"""Microsoft's own word on a file: the Open XML SDK, by the command that `make test` installs."""

import subprocess
from pathlib import Path

from yinfa.paths import ROOT

_VALIDATOR = ROOT / "tests" / "tools" / "node_modules" / ".bin" / "ooxml-validator"


def sdk_faults(data: bytes, path: Path) -> str:
    """Return what the SDK has to say against an Office file, nothing where it is valid; `path` is where it is put."""
    path.write_bytes(data)
    found = subprocess.run([str(_VALIDATOR), str(path)], capture_output=True, text=True, check=False)
    return (found.stdout or "the SDK gave no reason") if found.returncode else ""
