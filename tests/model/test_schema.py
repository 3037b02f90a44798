"""The JSON Schemas: those committed are those of the model, and the samples keep them."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.plans import write_plan
from yinfa.model.schema import SCHEMAS, schemas
from yinfa.paths import DATA, ROOT

SAMPLES = sorted(each.parent for each in DATA.glob("*/plan.yaml"))


class Yaml12(yaml.SafeLoader):
    """Reads as editors do: by YAML 1.2, where a date is a text."""


Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def check(path: Path, schema: str) -> None:
    """Raise when a YAML file does not keep a schema."""
    content: Any = yaml.load(path.read_text(encoding="utf-8"), Yaml12)  # noqa: S506  a SafeLoader
    jsonschema.Draft202012Validator(json.loads(schemas()[schema])).validate(content)


def schema_of(path: Path) -> str:
    """Return the name of the schema that an editor takes for a file by its first line."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    schema = (path.parent / first.partition("$schema=")[2]).resolve()
    assert schema.parent == ROOT / "schema"
    return schema.name


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schema_is_that_of_the_model(name: str) -> None:
    """Else: python generate.py schema."""
    assert (ROOT / "schema" / name).read_text(encoding="utf-8") == schemas()[name]


@pytest.mark.parametrize("path", [path for sample in SAMPLES for path in sorted(sample.rglob("*.yaml"))], ids=str)
def test_a_sample_keeps_the_schema_that_it_names(path: Path) -> None:
    """Editors of the samples see no false alarm."""
    check(path, schema_of(path))


@pytest.mark.parametrize(
    ("file", "schema", "old", "new"),
    [
        ("plan.yaml", "plan.json", "status: 印发稿", "status: 草稿"),
        ("plan.yaml", "plan.json", "date: 2011-11", "date: 二〇一一年"),
        ("plan.yaml", "plan.json", "place: 某县", "palce: 某县"),
        ("plan.yaml", "plan.json", "end: 2010", "end: 20100"),
        ("units.yaml", "units.json", "level: bureau", "level: 局"),
        ("text/plan.yaml", "text.json", "- dash:", "- dsah:"),
        ("text/plan.yaml", "text.json", "id: goals", "id: 目标"),
    ],
)
def test_what_the_model_refuses_the_schema_refuses(tmp_path: Path, file: str, schema: str, old: str, new: str) -> None:
    """The drafter sees it while typing."""
    folder = write_plan(tmp_path)
    check(folder / file, schema)
    with pytest.raises(jsonschema.ValidationError):
        check(write_plan(tmp_path, (file, old, new)) / file, schema)
