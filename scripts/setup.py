"""Make this machine ready: `setup.py run` to build papers, `setup.py test` for the tests as well.

Standard library only, for it runs before the virtual environment exists. Each step looks first and does only
what is missing, so that it may be run again at any time, and after an interruption. Exit codes: 0 ready,
2 wrong usage, 3 something is missing that only an administrator (or a network) can give.
"""

import ctypes
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
FONTS = ROOT / ".fonts"
CACHE = ROOT / ".cache"
TOOLS = ROOT / "tests" / "tools"
LISTS = Path("/var/lib/apt/lists")

# A font's file -> the Debian package that holds it. Looked for by name first, else taken out of the package.
FONT_FILES = {
    "FandolFang-Regular.otf": "texlive-lang-chinese",
    "FandolHei-Regular.otf": "texlive-lang-chinese",
    "FandolKai-Regular.otf": "texlive-lang-chinese",
    "FandolSong-Bold.otf": "texlive-lang-chinese",
    "FandolSong-Regular.otf": "texlive-lang-chinese",
    "LiberationSerif-Regular.ttf": "fonts-liberation2",
    "NotoSansCJK-Regular.ttc": "fonts-noto-cjk",
    "NotoSerifCJK-Bold.ttc": "fonts-noto-cjk",
    "NotoSerifCJK-Regular.ttc": "fonts-noto-cjk",
    "cwfs.ttf": "fonts-cwtex-fs",
}
# What each of those packages is for, and how much is fetched.
FONT_PACKAGES = {
    "texlive-lang-chinese": ("正文的仿宋、楷体、黑体、宋体", "the faces of the text", "49 MB"),
    "fonts-liberation2": ("西文与数字", "Latin letters and digits", "2 MB"),
    "fonts-noto-cjk": ("生僻字", "rare characters", "57 MB"),
    "fonts-cwtex-fs": ("仿宋生僻字", "rare characters in FangSong", "6 MB"),
}
FONT_FOLDERS = (
    FONTS,
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/usr/share/texlive/texmf-dist/fonts"),
    Path("~/.fonts").expanduser(),
    Path("~/.local/share/fonts").expanduser(),
)
# A shared library -> its Debian package.
LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
# A command that only the tests need -> its Debian package.
TEST_COMMANDS = {
    "soffice": "libreoffice-writer-nogui",
    "pdftoppm": "poppler-utils",
    "node": "nodejs",
    "npm": "npm",
}
# apt downloads as root straight into our folder, instead of warning that its own user cannot write there.
AS_ROOT = ("-o", "APT::Sandbox::User=root")
LOCKS = {"run": ROOT / "requirements.lock", "test": ROOT / "requirements-dev.lock"}


class Missing(Exception):
    """This machine lacks something that set-up cannot give it; the text says what and what to do."""


def main(arguments: Sequence[str]) -> int:
    """Make the machine ready for the purpose named, `run` or `test`, and return the exit code."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        print("usage: setup.py run|test", file=sys.stderr)
        return 2
    try:
        prepare(arguments[0])
    except Missing as missing:
        print(f"\n{missing}\n", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("\n已中断，再次运行即可继续。Interrupted; run it again to go on.", file=sys.stderr)
        return 130
    return 0


def prepare(purpose: str) -> None:
    """Give this machine all that `purpose` needs. Everything that takes an administrator comes first."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts it may have an older one
        raise Missing("需要 Python 3.11 或更高版本。Python 3.11 or newer is needed: make PYTHON=python3.11 …")
    packages = missing_packages(purpose)
    fonts = missing_fonts()
    if (packages or (fonts and not has_lists())) and not is_administrator():
        raise Missing(for_administrator(packages))
    if packages:
        install_packages(packages)
    for package in sorted({FONT_FILES[font] for font in fonts}):
        fetch_fonts(package, [font for font in fonts if FONT_FILES[font] == package])
    make_environment()
    install_python_packages(LOCKS[purpose])
    if purpose == "test":
        install_validator()


# -- what is missing -------------------------------------------------------------------------------


def missing_packages(purpose: str) -> list[str]:
    """Return the Debian packages to install for `purpose`, in the order of the tables."""
    found = [package for library, package in LIBRARIES.items() if not has_library(library)]
    if not is_sound(VENV) and importlib.util.find_spec("ensurepip") is None:
        found.append("python3-venv")
    if purpose == "test":
        found += [package for command, package in TEST_COMMANDS.items() if not has_command(command)]
    return found


def missing_fonts(folders: Iterable[Path] = FONT_FOLDERS) -> list[str]:
    """Return the font files that are in none of `folders` nor below them."""
    wanted = set(FONT_FILES)
    for folder in folders:
        for _, _, names in os.walk(folder):
            wanted.difference_update(names)
            if not wanted:
                return []
    return sorted(wanted)


def has_library(name: str) -> bool:
    """Tell whether the system's loader finds the shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_command(name: str) -> bool:
    """Tell whether a command is there; LibreOffice counts only with Writer, its core alone opens no DOCX."""
    found = shutil.which(name)
    if found and name == "soffice":
        return (Path(found).resolve().parent / "libswlo.so").exists()
    return found is not None


def is_sound(environment: Path) -> bool:
    """Tell whether a virtual environment is whole: its Python runs, is not older than 3.11, and has pip."""
    python = environment / "bin" / "python"
    if not python.exists():
        return False
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([python, "-c", check], check=False, capture_output=True).returncode == 0


# -- Debian's packages -----------------------------------------------------------------------------


def is_administrator() -> bool:
    """Tell whether packages can be installed: this is root on a system that has apt-get."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def has_lists() -> bool:
    """Tell whether apt knows what packages there are."""
    return shutil.which("apt-get") is not None and any(LISTS.glob("*_Packages*"))


def for_administrator(packages: Sequence[str]) -> str:
    """Return what to tell a user who is not root: the command that an administrator has to run."""
    install = f" && apt-get install -y --no-install-recommends {' '.join(packages)}" if packages else ""
    return (
        "需要管理员（root）在本机（Debian）上运行下面的命令，之后再运行 make：\n"
        "An administrator (root) has to run this on this machine (Debian); then run make again:\n\n"
        f"    apt-get update{install}"
    )


def install_packages(packages: Sequence[str]) -> None:
    """Install Debian packages, without those they merely recommend."""
    say(f"安装系统组件 {' '.join(packages)}", "installing system packages")
    apt("install", "-y", "--no-install-recommends", *packages)


def apt(*arguments: str, folder: Path = ROOT) -> None:
    """Run apt-get in `folder`; where that fails, renew the package lists as root and run it once more."""
    options = ("-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0", *AS_ROOT)
    command = ("apt-get", *options, *arguments)
    first = attempt(command, folder) if has_lists() else None
    if first and first.returncode == 0:
        return
    if not is_administrator():
        raise Missing((first.stdout + "\n" if first else "") + for_administrator(()))
    say("更新软件包列表", "updating apt's package lists")
    run(("apt-get", *options, "update"), folder)
    run(command, folder)


# -- fonts -----------------------------------------------------------------------------------------


def fetch_fonts(package: str, files: Sequence[str]) -> None:
    """Take font files out of a Debian package into .fonts, without installing it and what it depends on."""
    chinese, english, size = FONT_PACKAGES[package]
    say(f"下载字体 {package}（{size}）：{chinese}", f"fetching {english}")
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE, prefix="fetch-") as name:
        folder = Path(name)
        apt("download", package, folder=folder)
        unpack_fonts(next(folder.glob("*.deb")), files, folder)
        FONTS.mkdir(exist_ok=True)
        for file in files:
            (folder / file).replace(FONTS / file)


def unpack_fonts(package: Path, files: Sequence[str], folder: Path) -> None:
    """Write the named files of a .deb into `folder`, whatever folder of the package they are in."""
    reader = subprocess.Popen(["dpkg-deb", "--fsys-tarfile", package], stdout=subprocess.PIPE)
    wanted = set(files)
    try:
        with reader, tarfile.open(fileobj=reader.stdout, mode="r|") as archive:
            for member in archive:
                name = Path(member.name).name
                if name in wanted and member.isfile():
                    _save(archive.extractfile(member), folder / name)
                    wanted.remove(name)
    except tarfile.TarError as broken:
        raise Missing(f"{package.name} 已损坏（the package is damaged）：{broken}") from broken
    if wanted or reader.returncode:
        raise Missing(f"{package.name} 不完整，缺（the package lacks）：{'、'.join(sorted(wanted))}")


def _save(content: IO[bytes] | None, path: Path) -> None:
    """Write a stream to a file."""
    with path.open("wb") as file:
        shutil.copyfileobj(content or io.BytesIO(), file)


# -- Python and Node -------------------------------------------------------------------------------


def make_environment() -> None:
    """Make the virtual environment, anew where it is broken or half made."""
    if not is_sound(VENV):
        say("建立 Python 虚拟环境 .venv", "making the virtual environment")
        run((sys.executable, "-m", "venv", "--clear", str(VENV)))


def install_python_packages(lock: Path) -> None:
    """Install exactly what a lock file names; pip refuses whatever does not have its hash."""
    say(f"安装 Python 依赖 {lock.name}", "installing Python packages")
    pip = (str(VENV / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")
    run((*pip, "install", "--require-hashes", "-r", str(lock)))


def install_validator() -> None:
    """Install the DOCX validator that the tests use, unless the one of the lock file is there."""
    lock, done = TOOLS / "package-lock.json", TOOLS / "node_modules" / ".installed-lock.json"
    if done.exists() and done.read_bytes() == lock.read_bytes():
        return
    say("安装 DOCX 校验工具（npm）", "installing the validator of DOCX files")
    run(("npm", "ci", "--loglevel=error", f"--cache={CACHE / 'npm'}"), TOOLS)
    shutil.copyfile(lock, done)


# -- running ---------------------------------------------------------------------------------------


def say(chinese: str, english: str) -> None:
    """Print what is being done, in one line."""
    print(f"== {chinese}  ({english})", flush=True)


def attempt(command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command that asks nothing and shows nothing, and return how it ended and what it said."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(
        command,
        check=False,
        cwd=folder,
        env=quiet,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )


def run(command: Sequence[str], folder: Path = ROOT) -> None:
    """Run a command, and stop where it fails: mostly there is no network."""
    done = attempt(command, folder)
    if done.returncode:
        raise Missing(
            f"{done.stdout}\n这一步没有成功，多因网络不通或磁盘已满；解决后重新运行即可：\n"
            f"This step failed, mostly for want of network or disk; mend it and run again:\n\n"
            f"    {' '.join(command)}"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
