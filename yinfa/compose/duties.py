"""Who is charged with a task, as the words behind it say: （县质监局、县发改局牵头，相关部门配合）."""

from dataclasses import dataclass

from markupsafe import Markup

from yinfa.compose.figures import placed
from yinfa.model.identity import Registry, Unit
from yinfa.model.tasks import Manner, Point, TaskBlock, TaskPart
from yinfa.model.words import PaperWords


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a manner names those who lead and those who support, one who is `alone`, and several who lead `together`."""

    shared: str
    alone: str
    together: str


MANNERS: dict[Manner, Pattern] = {
    "牵头配合": Pattern("（{lead}牵头，{support}配合）", "（{lead}负责）", "（{lead}负责）"),
    "牵头参与": Pattern("（{lead}牵头，{support}参与）", "（{lead}负责）", "（{lead}负责）"),
    "分工负责": Pattern("（{lead}牵头，{support}按职责分工负责）", "（{lead}负责）", "（{lead}按职责分工负责）"),
    "负责": Pattern("（{lead}负责）", "（{lead}负责）", "（{lead}负责）"),  # nobody supports: seen to when linked
    "责任单位": Pattern("（责任单位：{lead}、{support}）", "（责任单位：{lead}）", "（责任单位：{lead}）"),
}


class Duties:
    """The words behind the tasks of one paper of a `year`, in its manner.

    Units are called by their short names, in the order of the registry.
    """

    def __init__(self, words: PaperWords, registry: Registry, year: int | None = None) -> None:
        self._manner = words.duties
        self._registry = registry
        self._year = year

    def __call__(self, task: TaskBlock, part: TaskPart | None = None) -> Markup:
        """Return who is charged with one of the points of a task or, without `part`, with the task.

        Nothing is said twice: where any point names units of its own, each says who is charged with it, else the task
        does, at its end.
        """
        if any(each.lead or each.support for each in task.parts) != bool(part):
            return Markup("")
        point = Point(task, part)
        lead, support = (self._registry.in_order(names, self._year) for names in (point.lead, point.support))
        if not lead:  # told when the data were linked
            return Markup("")
        manner = MANNERS[point.manner or self._manner]
        pattern = manner.shared if support else manner.together if len(lead) > 1 else manner.alone
        return Markup(pattern).format(lead=_joined(lead), support=_joined(support))  # noqa: S704  one of MANNERS


def _joined(units: tuple[Unit, ...]) -> Markup:
    return placed([unit.short for unit in units])
