"""Which keys a model has: found along the place at which pydantic found an unknown one."""

from collections.abc import Iterator
from collections.abc import Mapping as TreeMapping
from typing import Any, get_args

from yinfa.model.base import BLOCK, Model
from yinfa.model.words import branch_of
from yinfa.sources.yaml_tree import Mapping, Node, Sequence

Loc = tuple[int | str, ...]


def model_at(model: type[Model], loc: Loc) -> type[Model]:
    """Return the model that stands at `loc` in `model`, the first of several that may."""
    return _models_at(model, loc)[0]


def only_model_at(model: type[Model], loc: Loc) -> type[Model] | None:
    """Return the model that stands at `loc`, or None where a mere text or any of several models may."""
    found = _models_at(model, loc)
    return found[0] if len(found) == 1 else None


def _models_at(model: type[Model], loc: Loc) -> list[type[Model]]:
    candidates = [model]
    for step in loc:
        if str(step).startswith(BLOCK):
            candidates = [each for each in candidates if branch_of(each.model_fields) == step]
        elif isinstance(step, str):
            candidates = list(_models(candidates[0].model_fields[step].annotation))
    return candidates


def _models(annotation: Any) -> Iterator[type[Model]]:
    """Yield the models that an annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for each in get_args(annotation):
        yield from _models(each)


def mapping_at(node: Node, loc: Loc) -> TreeMapping[str, Node]:
    """Return the mapping at `loc`, passing over the names of a union's branches."""
    for step in loc:
        if isinstance(node, Mapping):
            node = node.get(str(step), node)  # the name of a branch is no key
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node[step]
    return mapping_of(node)


def mapping_of(node: object) -> TreeMapping[str, Node]:
    """Return a node if it is a mapping, else an empty one."""
    return node if isinstance(node, Mapping) else {}
