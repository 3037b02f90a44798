"""What must hold of the tables that a text calls for."""

from collections.abc import Iterator

from yinfa.diagnostics import Report
from yinfa.model.plan import Plan
from yinfa.model.tasks import TaskBlock
from yinfa.model.walk import each_of
from yinfa.model.words import PaperWords, TableBlock

OF_TASKS = ("duties", "matrix")


def link_tables(plan: Plan, report: Report) -> None:
    """Report tables without a caption where no annex's title serves as one, and tables of tasks where there is none."""
    for words in plan.words.values():
        for table in _in_the_body(words):
            if table.caption is None:
                hint = "写上 caption；附件中的表可不写，以附件名为题"
                report.fault("caption", "正文中的表缺少表题", table.origin, hint)
        if not any(each_of(TaskBlock, words)):
            for table in each_of(TableBlock, words):
                if is_of_tasks(table):
                    hint = "任务（task）与表写在同一个文件里"
                    report.fault("table-empty", f"表“{table.table}”由任务生成，这个文件没有任务", table.origin, hint)


def is_of_tasks(table: TableBlock) -> bool:
    """Return whether a table is made from the tasks of its text."""
    return table.table in OF_TASKS


def _in_the_body(words: PaperWords) -> Iterator[TableBlock]:
    yield from each_of(TableBlock, words.blocks)
    yield from each_of(TableBlock, words.chapters)
