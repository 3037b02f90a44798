"""Which keys a model has: found along the place at which pydantic found an unknown one."""

from collections.abc import Container, Iterator
from typing import Any, get_args

from yinfa.model.base import BLOCK, Model
from yinfa.model.words import branch_of
from yinfa.sources.yaml_tree import Mapping, Node, Sequence


def unused(model: type[Model], loc: tuple[int | str, ...], node: Node) -> list[str]:
    """Return the keys that the mapping around `loc` may have and has not."""
    return [name for name in _at(model, loc[:-1]).model_fields if name not in _value(node, loc[:-1])]


def _at(model: type[Model], loc: tuple[int | str, ...]) -> type[Model]:
    """Return the model that stands at `loc` in `model`."""
    candidates = [model]
    for step in loc:
        if str(step).startswith(BLOCK):
            candidates = [each for each in candidates if branch_of(each.model_fields) == step]
        elif isinstance(step, str):
            candidates = list(_models(candidates[0].model_fields[step].annotation))
    return candidates[0]


def _models(annotation: Any) -> Iterator[type[Model]]:
    """Yield the models that an annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for each in get_args(annotation):
        yield from _models(each)


def _value(node: Node, loc: tuple[int | str, ...]) -> Container[str]:
    """Return the mapping at `loc`, passing over the names of a union's branches."""
    for step in loc:
        if isinstance(node, Mapping):
            node = node.get(str(step), node)  # the name of a branch is no key
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node[step]
    return node if isinstance(node, Mapping) else ()
