"""JSON Schemas of the YAML files, made from the models, so that editors complete and check what is typed."""

import json

from yinfa.model.base import Model
from yinfa.model.identity import Identity, Registry
from yinfa.model.words import PaperWords

SCHEMAS: dict[str, type[Model]] = {
    "plan.json": Identity,
    "units.json": Registry,
    "text.json": PaperWords,
}


def schemas() -> dict[str, str]:
    """Return each schema as JSON text by the name of its file."""
    return {
        name: json.dumps(model.model_json_schema(), ensure_ascii=False, indent=2) + "\n"
        for name, model in SCHEMAS.items()
    }
