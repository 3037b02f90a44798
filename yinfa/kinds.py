"""The kinds of paper that can be issued: one line each, and a folder of that name in templates/."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: what an office calls it (文种); its template is templates/<name>/paper.j2.

    `needs` are the keys that its text must have, none for a paper without a text; `each` is "unit" for a kind of which
    every unit gets a paper of its own; `formats` are those it can be written in. `made_by` is the command that alone
    makes it: no plan lists it among its documents.
    """

    label: str
    needs: tuple[str, ...] = ()
    each: Literal["", "unit"] = ""
    formats: tuple[str, ...] = ("docx", "pdf")
    made_by: str = ""

    @property
    def of_tasks(self) -> bool:
        """Return whether it is made from the tasks of a text that is printed elsewhere."""
        return "task" in self.needs


KINDS: dict[str, Kind] = {
    "plan": Kind("规划", needs=("chapters",)),
    "notice": Kind("通知", needs=("head", "blocks", "signature")),
    "action-plan": Kind("行动计划", needs=("chapters",)),
    "opinion": Kind("意见", needs=("chapters",)),
    "indicators": Kind("指标附表"),
    "responsibilities": Kind("责任分解表", needs=("task",), formats=("docx", "pdf", "xlsx")),
    "unit-sheet": Kind("单位任务单", needs=("task",), each="unit", formats=("docx", "pdf", "xlsx")),
    "projects": Kind("重大项目表"),
    "evaluation": Kind("评估报告", needs=("chapters",)),
    "feedback": Kind("反馈表", needs=("blocks",)),
    "errata": Kind("更正说明", made_by="diff"),
}
