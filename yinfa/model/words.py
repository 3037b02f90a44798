"""text/*.yaml: the words of a paper as data - chapters, paragraphs, lists, boxes, tables and figures by reference."""

from collections.abc import Collection, Mapping
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from yinfa.diagnostics import Origin
from yinfa.model.base import BLOCK, KEPT, WHOLE, Model, Name, Words, YesNo
from yinfa.model.forms import FormBlock
from yinfa.model.heads import Head, ImprintText, Participants, SignatureText
from yinfa.model.tasks import ArticleBlock, Duty, Manner, TaskBlock
from yinfa.sources.text import Text

# The keys by which the blocks are told apart; what begins with none of them is a mere paragraph.
PARAGRAPH = "a paragraph"
BRANCHES = (
    *("task", "article", "heading", "runin", "dash", "list", "box"),
    *("table", "figure", "chart", "summary", "form"),
)


def branch_of(keys: Collection[str]) -> str:
    """Return the tag of the branch that a block with these keys belongs to, or of none when it has no key of one.

    A heading with duties, and nothing under it, is a task whose own key is missing or misspelt.
    """
    if "heading" in keys and "blocks" not in keys and any(key in keys for key in Duty.model_fields):
        return f"{BLOCK}task"
    return BLOCK + next((key for key in BRANCHES if key in keys), next(iter(keys), "{}"))


def _kind(value: object) -> str:
    return branch_of(value) if isinstance(value, Mapping) else PARAGRAPH


def _of(key: str) -> Tag:
    """Return the tag of the blocks that are known by `key`."""
    return Tag(BLOCK + key)


class RunInText(Model):
    """A paragraph or an item that opens with a run-in heading."""

    runin: Words
    text: Words


_Mere = Annotated[Words, Tag(PARAGRAPH)]
_RunIn = Annotated[RunInText, _of("runin")]
Passage = Annotated[_Mere | _RunIn, Discriminator(_kind)]
Passages = Annotated[tuple[Passage, ...], Field(min_length=1)]


class DashList(Model):
    """A list whose items begin with ——."""

    dash: Passages


class NumberedList(Model):
    """A list whose items are numbered 1. 2. 3."""

    list: Passages


_Listed = Annotated[DashList, _of("dash")] | Annotated[NumberedList, _of("list")]
BoxedBlock = Annotated[_Mere | _RunIn | _Listed, Discriminator(_kind)]


class Boxed(Model):
    """The inside of a 专栏."""

    title: Words
    blocks: Annotated[tuple[BoxedBlock, ...], Field(min_length=1)]
    id: Name | None = None


class BoxBlock(Model):
    """A 专栏."""

    box: Boxed


class Total(Model):
    """How a derived total is printed: its measure and its decimals."""

    measure: Literal["元", "万元", "亿元"]
    decimals: Annotated[int, Field(ge=0, le=6), WHOLE]


class TableBlock(Model):
    """A table made from the workbooks or the tasks: `table` says which. An annex's own table needs no caption."""

    table: Annotated[
        Literal[
            "indicators",
            "completion",
            "targets",
            "verdicts",
            "missed",
            "projects",
            "project-progress",
            "duties",
            "matrix",
            "task-progress",
            "open-tasks",
            "opinions",
        ],
        KEPT,
    ]
    caption: Words | None = None
    id: Name | None = None
    period: Words | None = None
    total: Total | None = None
    notes: tuple[Words, ...] = ()

    @property
    def origin(self) -> Origin:
        """Return where the table is called for."""
        return getattr(self.table, "origin", Origin(""))


class FigureBlock(Model):
    """A picture: `figure` is a PNG or JPEG in the plan's folder, `alt` its words for who cannot see it, width in mm."""

    figure: Words
    caption: Words
    alt: Words
    id: Name | None = None
    width: Annotated[int, Field(ge=10, le=225), WHOLE] = 140


class ChartBlock(Model):
    """A chart of an evaluation: `chart` says of what; the path over the years is that of one `indicator` (id or name).

    What it shows is said in words (for who cannot see it) by the program.
    """

    chart: Annotated[Literal["rates", "groups", "path", "units"], KEPT]
    caption: Words
    id: Name | None = None
    indicator: Words | None = None
    part: Words | None = None

    @property
    def origin(self) -> Origin:
        """Return where the chart is called for."""
        return getattr(self.chart, "origin", Origin(""))


class SummaryBlock(Model):
    """Sentences that the program makes from the results: `summary` says about what."""

    summary: Annotated[
        Literal["overall", "natures", "groups", "extremes", "changes", "missed", "tasks", "projects"], KEPT
    ]

    @property
    def origin(self) -> Origin:
        """Return where the sentences are called for."""
        return getattr(self.summary, "origin", Origin(""))


class HeadingBlock(Model):
    """A heading with all that stands under it; its level is its depth."""

    heading: Words
    blocks: "tuple[Block, ...]" = ()
    id: Name | None = None


def heading_of(block: object) -> Text | None:
    """Return the words of a block that has an ordinal of the headings: a heading, a task, an article; else None."""
    if isinstance(block, (HeadingBlock, TaskBlock)):
        return block.heading
    return block.article if isinstance(block, ArticleBlock) else None


class AnnexBlock(HeadingBlock):
    """An annex: a heading that begins a new page, upright or across."""

    orientation: Literal["portrait", "landscape"] = "portrait"


Block = Annotated[
    _Mere
    | Annotated[TaskBlock, _of("task")]
    | Annotated[ArticleBlock, _of("article")]
    | Annotated[HeadingBlock, _of("heading")]
    | _RunIn
    | _Listed
    | Annotated[BoxBlock, _of("box")]
    | Annotated[TableBlock, _of("table")]
    | Annotated[FigureBlock, _of("figure")]
    | Annotated[ChartBlock, _of("chart")]
    | Annotated[SummaryBlock, _of("summary")]
    | Annotated[FormBlock, _of("form")],
    Discriminator(_kind),
]


class PaperWords(Model):
    """text/*.yaml: the words of a paper, in the order in which they are printed.

    `headline` are the lines of its title where they are not to be found by the program; `duties` is the manner in which
    tasks name their units; with `through` the second level of headings is numbered on through the chapters.
    """

    head: Head | None = None
    headline: tuple[Words, ...] = ()
    addressee: Words | None = None
    participants: tuple[Participants, ...] = ()
    preface: tuple[Words, ...] = ()
    basis: tuple[Words, ...] = ()
    blocks: tuple[Block, ...] = ()
    chapters: tuple[HeadingBlock, ...] = ()
    annexes: tuple[AnnexBlock, ...] = ()
    signature: SignatureText | None = None
    postscript: Words | None = None
    imprint: ImprintText | None = None
    duties: Manner = "牵头配合"
    through: YesNo = False


HeadingBlock.model_rebuild()
AnnexBlock.model_rebuild()
PaperWords.model_rebuild()
