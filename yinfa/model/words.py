"""text/*.yaml: the words of a paper as data - chapters, paragraphs, lists, boxes, tables and figures by reference."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from yinfa.model.base import Model, Whole, Words


class RunInText(Model):
    """A paragraph or an item that opens with a run-in heading."""

    runin: Words
    text: Words


def _passage_kind(value: object) -> str | None:
    if isinstance(value, Mapping):
        return "a passage with a run-in heading" if "runin" in value else None
    return "a passage"


Passage = Annotated[
    Annotated[Words, Tag("a passage")] | Annotated[RunInText, Tag("a passage with a run-in heading")],
    Discriminator(_passage_kind),
]
Passages = Annotated[tuple[Passage, ...], Field(min_length=1)]


class DashList(Model):
    """A list whose items begin with ——."""

    dash: Passages


class NumberedList(Model):
    """A list whose items are numbered 1. 2. 3."""

    list: Passages


class Boxed(Model):
    """The inside of a 专栏."""

    title: Words
    blocks: Annotated["tuple[BoxedBlock, ...]", Field(min_length=1)]
    id: Words | None = None


class BoxBlock(Model):
    """A 专栏."""

    box: Boxed


class Total(Model):
    """How a derived total is printed: its measure and its decimals."""

    measure: Words
    decimals: Whole


class TableBlock(Model):
    """A table made from the workbooks: `table` says which."""

    table: Literal["indicators", "completion", "projects"]
    caption: Words
    id: Words | None = None
    period: Words | None = None
    total: Total | None = None
    notes: tuple[Words, ...] = ()


class FigureBlock(Model):
    """A picture: `figure` is a PNG or JPEG in the plan's folder, `alt` its words for who cannot see it, width in mm."""

    figure: Words
    caption: Words
    alt: Words
    id: Words | None = None
    width: Whole = 140


class HeadingBlock(Model):
    """A heading with all that stands under it; its level is its depth."""

    heading: Words
    blocks: "tuple[Block, ...]" = ()
    id: Words | None = None


class AnnexBlock(HeadingBlock):
    """An annex: a heading that begins a new page, upright or across."""

    orientation: Literal["portrait", "landscape"] = "portrait"


BRANCHES = ("heading", "runin", "dash", "list", "box", "table", "figure")


def _block_kind(value: Any) -> str | None:
    if not isinstance(value, Mapping):
        return "a paragraph"
    return next((f"a block of {key}" for key in BRANCHES if key in value), None)


Block = Annotated[
    Annotated[Words, Tag("a paragraph")]
    | Annotated[HeadingBlock, Tag("a block of heading")]
    | Annotated[RunInText, Tag("a block of runin")]
    | Annotated[DashList, Tag("a block of dash")]
    | Annotated[NumberedList, Tag("a block of list")]
    | Annotated[BoxBlock, Tag("a block of box")]
    | Annotated[TableBlock, Tag("a block of table")]
    | Annotated[FigureBlock, Tag("a block of figure")],
    Discriminator(_block_kind),
]

BoxedBlock = Annotated[
    Annotated[Words, Tag("a paragraph")]
    | Annotated[RunInText, Tag("a block of runin")]
    | Annotated[DashList, Tag("a block of dash")]
    | Annotated[NumberedList, Tag("a block of list")],
    Discriminator(_block_kind),
]


class PlanWords(Model):
    """text/plan.yaml: the words of a five-year plan."""

    chapters: Annotated[tuple[HeadingBlock, ...], Field(min_length=1)]
    preface: tuple[Words, ...] = ()
    basis: tuple[Words, ...] = ()
    annexes: tuple[AnnexBlock, ...] = ()


Boxed.model_rebuild()
HeadingBlock.model_rebuild()
AnnexBlock.model_rebuild()
PlanWords.model_rebuild()
