"""Set-up: what it finds missing, what it tells, and that nothing half done is left behind."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from scripts import setup
from yinfa.paths import FONTS
from yinfa.writers import fonts

ROOT = Path(__file__).resolve().parent.parent
PINNED = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the root of a machine that has none of what is needed, its user being no administrator."""
    monkeypatch.setattr(setup, "LIBRARIES", {"libnothing.so.9": "libnothing9"})
    monkeypatch.setattr(setup, "TEST_COMMANDS", {"no-such-command": "no-such-package"})
    monkeypatch.setattr(setup, "missing_fonts", list)
    monkeypatch.setattr(setup, "is_administrator", lambda: False)
    monkeypatch.setattr(setup, "VENV", tmp_path / ".venv")
    return tmp_path


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a Debian package that holds one font, in a folder of its own, and a file nobody wants."""
    content = tmp_path / "content"
    (content / "DEBIAN").mkdir(parents=True)
    (content / "DEBIAN" / "control").write_text(
        "Package: fonts-x\nVersion: 1\nArchitecture: all\nMaintainer: x\nDescription: x\n"
    )
    (content / "usr" / "share").mkdir(parents=True)
    (content / "usr" / "share" / "a.otf").write_bytes(b"a font")
    (content / "usr" / "share" / "README").write_text("not a font")
    built = tmp_path / "fonts-x.deb"
    subprocess.run(["dpkg-deb", "--build", "--root-owner-group", content, built], check=True, capture_output=True)
    return built


def test_every_font_of_the_shipped_profile_is_fetched() -> None:
    """The table of fonts names each file that styles/gbt9704.yaml sets the PDF in, and no other."""
    form = yaml.safe_load((ROOT / "styles" / "gbt9704.yaml").read_text(encoding="utf-8"))
    faces = form["profiles"][form["profile"]].values()
    used = {file for face in faces for file in (*face["files"], *face.get("rare", []))}
    assert used == set(setup.FONT_FILES)


def test_every_font_package_says_what_it_is_for() -> None:
    """Whoever waits for a download is told what is fetched and why."""
    assert set(setup.FONT_FILES.values()) == set(setup.FONT_PACKAGES)


def test_fonts_are_found_by_name_at_any_depth(tmp_path: Path) -> None:
    """A font that an office installed anywhere below a font folder is not downloaded."""
    deep = tmp_path / "truetype" / "office"
    deep.mkdir(parents=True)
    (deep / "cwfs.ttf").touch()
    missing = setup.missing_fonts([tmp_path, tmp_path / "absent"])
    assert missing == sorted(set(setup.FONT_FILES) - {"cwfs.ttf"})


def test_fonts_are_looked_for_where_the_engine_looks() -> None:
    """Else set-up would call ready what the engine then misses. Set-up cannot import the engine's list."""
    system = {Path(each).expanduser() for each in fonts._SYSTEM if each.startswith(("/", "~"))}
    assert set(setup.FONT_FOLDERS) == {FONTS, *system}


def test_without_root_an_administrator_is_told_the_whole_command(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All that is missing stands in one command, in Chinese and English, and the exit code is 3."""
    assert setup.main(["test"]) == 3
    told = capsys.readouterr().err
    assert "apt-get install -y --no-install-recommends libnothing9 no-such-package" in told
    assert "管理员" in told
    assert "administrator" in told
    assert not (bare / ".venv").exists()


def test_run_asks_for_nothing_that_only_tests_need(bare: Path) -> None:
    """LibreOffice and Node are not asked of someone who only issues papers."""
    assert bare.exists()
    assert setup.missing_packages("run") == ["libnothing9"]


def test_fonts_without_package_lists_need_an_administrator(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where apt knows no packages, only an administrator can fetch its lists."""
    monkeypatch.setattr(setup, "LIBRARIES", {})
    monkeypatch.setattr(setup, "LISTS", bare)
    monkeypatch.setattr(setup, "missing_fonts", lambda: ["cwfs.ttf"])
    assert setup.main(["run"]) == 3
    assert capsys.readouterr().err.rstrip().endswith("apt-get update")


def test_a_ready_machine_needs_neither_root_nor_downloads(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With everything there, the only command left is pip's, which finds nothing to do."""
    commands: list[str] = []
    monkeypatch.setattr(setup, "LIBRARIES", {})
    monkeypatch.setattr(setup, "is_sound", lambda environment: environment == bare / ".venv")
    monkeypatch.setattr(setup, "run", lambda command: commands.append(" ".join(command)))
    assert setup.main(["run"]) == 0
    assert len(commands) == 1
    assert "pip" in commands[0]


@pytest.mark.parametrize("arguments", [[], ["build"], ["run", "test"]])
def test_a_wrong_word_is_wrong_usage(arguments: list[str]) -> None:
    """Only `run` and `test` are known."""
    assert setup.main(arguments) == 2


def test_a_font_is_taken_out_of_a_package(package: Path, tmp_path: Path) -> None:
    """Only the file asked for is written, by its bare name."""
    folder = tmp_path / "out"
    folder.mkdir()
    setup.unpack_fonts(package, ["a.otf"], folder)
    assert [path.name for path in folder.iterdir()] == ["a.otf"]
    assert (folder / "a.otf").read_bytes() == b"a font"


def test_a_package_without_the_font_is_told(package: Path, tmp_path: Path) -> None:
    """A font that moved to another package is named, not passed over."""
    with pytest.raises(setup.Missing, match=r"b\.otf"):
        setup.unpack_fonts(package, ["a.otf", "b.otf"], tmp_path)


def test_a_damaged_package_leaves_no_font(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A download that broke off puts nothing into .fonts, not even half a file."""
    monkeypatch.setattr(setup, "FONTS", tmp_path / ".fonts")
    monkeypatch.setattr(setup, "CACHE", tmp_path / ".cache")
    monkeypatch.setattr(setup, "FONT_PACKAGES", {"fonts-x": ("", "", "")})
    half = package.read_bytes()[: package.stat().st_size // 2]
    monkeypatch.setattr(setup, "apt", lambda *_, folder: (folder / "fonts-x.deb").write_bytes(half))
    with pytest.raises(setup.Missing, match=r"fonts-x\.deb"):
        setup.fetch_fonts("fonts-x", ["a.otf"])
    assert not (tmp_path / ".fonts").exists()
    assert not list((tmp_path / ".cache").iterdir())
    assert "dpkg-deb" in capfd.readouterr().err


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "tests/tools/package-lock.json"])
def test_a_lock_file_names_no_registry(name: str) -> None:
    """Each machine has its own registry: an address in a lock file would override it."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert '"resolved"' not in text
    assert "sha256:" in text or '"sha512-' in text


def test_tests_run_on_the_versions_that_papers_are_issued_with() -> None:
    """The lock file of the tests holds that of the run, version for version."""
    run = dict(PINNED.findall((ROOT / "requirements.lock").read_text(encoding="utf-8")))
    test = dict(PINNED.findall((ROOT / "requirements-dev.lock").read_text(encoding="utf-8")))
    assert len(run) > 20
    assert run.items() <= test.items()


def test_a_second_make_run_sets_nothing_up(tmp_path: Path) -> None:
    """Once the stamp is newer than the lock file, `make run` only builds."""
    (tmp_path / "scripts").mkdir()
    for name in ("Makefile", "requirements.lock", "scripts/setup.py"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    assert "setup.py run" in _would_run(tmp_path)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / ".stamp-run").touch()
    assert _would_run(tmp_path).split("\n") == [".venv/bin/python generate.py build", ""]


def _would_run(folder: Path) -> str:
    """Return what `make run` would do in a folder."""
    make = ["make", "--no-print-directory", "-n", "run"]
    return subprocess.run(make, cwd=folder, check=True, capture_output=True, text=True).stdout
