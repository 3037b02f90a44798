"""text/*.yaml: the words of a paper as data - chapters, paragraphs, lists, boxes, tables and figures by reference."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from yinfa.model.base import BLOCK, WHOLE, Model, Name, Words

# The keys by which the blocks are told apart; what begins with none of them is a mere paragraph.
BRANCHES = ("heading", "runin", "dash", "list", "box", "table", "figure")


def _kind(value: object) -> str:
    """Return the tag of the branch that a block belongs to, or of none when its keys are not known."""
    if not isinstance(value, Mapping):
        return "a paragraph"
    return BLOCK + next((key for key in BRANCHES if key in value), next(iter(value), "{}"))


class RunInText(Model):
    """A paragraph or an item that opens with a run-in heading."""

    runin: Words
    text: Words


Passage = Annotated[
    Annotated[Words, Tag("a paragraph")] | Annotated[RunInText, Tag("a block of runin")], Discriminator(_kind)
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
    id: Name | None = None


class BoxBlock(Model):
    """A 专栏."""

    box: Boxed


class Total(Model):
    """How a derived total is printed: its measure and its decimals."""

    measure: Literal["元", "万元", "亿元"]
    decimals: Annotated[int, Field(ge=0, le=6), WHOLE]


class TableBlock(Model):
    """A table made from the workbooks: `table` says which."""

    table: Literal["indicators", "completion", "projects"]
    caption: Words
    id: Name | None = None
    period: Words | None = None
    total: Total | None = None
    notes: tuple[Words, ...] = ()


class FigureBlock(Model):
    """A picture: `figure` is a PNG or JPEG in the plan's folder, `alt` its words for who cannot see it, width in mm."""

    figure: Words
    caption: Words
    alt: Words
    id: Name | None = None
    width: Annotated[int, Field(ge=10, le=225), WHOLE] = 140


class HeadingBlock(Model):
    """A heading with all that stands under it; its level is its depth."""

    heading: Words
    blocks: "tuple[Block, ...]" = ()
    id: Name | None = None


class AnnexBlock(HeadingBlock):
    """An annex: a heading that begins a new page, upright or across."""

    orientation: Literal["portrait", "landscape"] = "portrait"


Block = Annotated[
    Annotated[Words, Tag("a paragraph")]
    | Annotated[HeadingBlock, Tag("a block of heading")]
    | Annotated[RunInText, Tag("a block of runin")]
    | Annotated[DashList, Tag("a block of dash")]
    | Annotated[NumberedList, Tag("a block of list")]
    | Annotated[BoxBlock, Tag("a block of box")]
    | Annotated[TableBlock, Tag("a block of table")]
    | Annotated[FigureBlock, Tag("a block of figure")],
    Discriminator(_kind),
]

BoxedBlock = Annotated[
    Annotated[Words, Tag("a paragraph")]
    | Annotated[RunInText, Tag("a block of runin")]
    | Annotated[DashList, Tag("a block of dash")]
    | Annotated[NumberedList, Tag("a block of list")],
    Discriminator(_kind),
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
