"""The flow is one way: who may import whom, no module too long, no cycle."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from yinfa.paths import ROOT

LINES = 250

# Part of the package -> the other parts of it that it may import. What is above a line may be imported below it only.
MAY_IMPORT: dict[str, set[str]] = {
    "diagnostics": set(),
    "paths": set(),
    "kinds": set(),
    "usage": set(),
    "document": set(),
    "form": set(),
    "styling": {"form", "paths"},
    "sources": {"diagnostics"},
    "fitting": {"document", "styling"},
    "model": {"sources", "kinds", "diagnostics"},
    "derive": {"model", "sources", "diagnostics"},
    "prose": {"derive", "model", "sources", "diagnostics"},
    "checks": {"prose", "derive", "model", "sources", "diagnostics"},
    "compose": {
        *("derive", "model", "sources", "document"),
        *("fitting", "styling", "kinds", "paths", "diagnostics"),
    },
    "writers": {"document", "fitting", "styling", "paths"},
    "redline": {"writers", "document", "styling"},
    "issue": {"paths"},
    "confined": {"diagnostics"},
    "proof": {"writers", "document", "compose", "checks", "styling", "diagnostics"},
    "mend": {
        *("prose", "compose", "checks", "issue", "model", "sources", "confined"),
        *("styling", "kinds", "paths", "diagnostics"),
    },
    "issued": {"issue", "document", "checks", "derive", "model", "sources", "paths", "diagnostics"},
    "pipeline": {
        *("issued", "proof", "issue", "writers", "document", "compose", "checks", "derive", "model", "sources"),
        *("styling", "kinds", "paths", "diagnostics"),
    },
    "issuing": {
        *("pipeline", "proof", "issue", "writers", "document", "checks", "confined"),
        *("styling", "paths", "diagnostics"),
    },
    "freezing": {
        *("issuing", "printing", "pipeline", "issued", "issue", "document", "confined", "styling", "diagnostics"),
    },
    "printing": {"pipeline", "proof", "writers", "document", "styling"},
    "books": {"writers", "sources", "diagnostics"},
    "begin": {"books", "issued", "issue", "model"},
    "collect": {
        *("books", "compose", "checks", "derive", "model", "sources"),
        *("issue", "confined", "paths", "diagnostics"),
    },
    "nextyear": {
        *("books", "mend", "checks", "prose", "derive", "model", "sources"),
        *("issue", "confined", "paths", "diagnostics"),
    },
    "changes": {
        *("pipeline", "printing", "issued", "redline", "issue", "proof", "writers", "document", "compose", "derive"),
        *("model", "sources", "styling", "paths", "diagnostics"),
    },
    "where": {
        *("pipeline", "printing", "tell", "writers", "document", "derive", "model", "sources"),
        *("styling", "paths", "diagnostics"),
    },
    "diffing": {"changes", "confined", "issued", "styling", "paths"},
    "tell": {"sources", "diagnostics"},
    "checking": {"pipeline", "proof", "tell", "writers", "checks", "confined", "styling", "paths", "diagnostics"},
    "answers": {"checks", "derive", "model", "paths", "diagnostics"},
    "commands": {
        *(
            "answers",
            "begin",
            "checking",
            "collect",
            "diffing",
            "freezing",
            "issuing",
            "mend",
            "nextyear",
            "pipeline",
            "tell",
            "usage",
            "where",
            "confined",
            "issue",
            "writers",
        ),
        *("model", "kinds", "paths", "diagnostics"),
    },
    "cli": {"changes", "commands", "usage", "writers", "issue", "styling", "diagnostics"},
}
MODULES = sorted((ROOT / "yinfa").rglob("*.py"))


def name_of(path: Path) -> str:
    """Return the name by which a module is imported."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


NAMES = {name_of(path) for path in MODULES}


def imports(path: Path) -> set[str]:
    """Return the modules of the package that a module imports, wherever in it and if only for its types."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            module = node.module or ""
            submodules = {f"{module}.{each.name}" for each in node.names} & NAMES
            found |= submodules or {module}
    return {each for each in found if each.startswith("yinfa.")}


def part(module: str) -> str:
    """Return the part of the package that a module belongs to."""
    return module.split(".")[1]


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parent != ROOT / "yinfa" or path.stem != "__init__"], ids=name_of
)
def test_a_module_imports_only_what_its_part_may(path: Path) -> None:
    """By the table."""
    mine = part(name_of(path))
    strange = {each for each in imports(path) if part(each) != mine} - {
        each
        for each in NAMES
        for allowed in MAY_IMPORT[mine]
        if each == f"yinfa.{allowed}" or each.startswith(f"yinfa.{allowed}.")
    }
    assert strange == set()


def test_the_table_names_every_part_and_every_import() -> None:
    """No line of it is out of date."""
    used: dict[str, set[str]] = {part(name): set() for name in NAMES - {"yinfa"}}
    for path in MODULES:
        if name_of(path) != "yinfa":
            used[part(name_of(path))] |= {part(each) for each in imports(path)} - {part(name_of(path))}
    assert used == MAY_IMPORT


def test_the_parts_stand_in_one_order() -> None:
    """The table itself has no cycle."""
    assert set(TopologicalSorter(MAY_IMPORT).static_order()) == set(MAY_IMPORT)


def test_no_modules_import_each_other() -> None:
    """Not even by a detour; a package's face and its modules count as one."""
    graph = {name_of(path): imports(path) for path in MODULES}
    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short_enough_to_be_read(path: Path) -> None:
    """At most 250 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES
