"""What is stated by a sentence of the plan with evaluations: shared by the tests of prose."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.plans import Change, good_plan
from yinfa.model.plan import Plan
from yinfa.prose.paper import Paper, papers_of

YEAR, WHOLE, TASKS = "text/evaluation-2013.yaml", "text/plan.yaml", "text/tasks-2013.yaml"
SPOTS = {YEAR: "加强品牌培育。", WHOLE: "为做好质量工作，编制本规划。", TASKS: "启动园区创建。"}


def sentence(words: str, paper: str = YEAR) -> Change:
    """Return the change that puts a sentence into a paper."""
    return paper, SPOTS[paper], f"'{words}'"


@cache
def clean() -> Plan:
    """Return the plan with evaluations as it is."""
    with TemporaryDirectory() as folder:
        return good_plan(Path(folder), evaluation=True)


def paper_of(file: str = YEAR) -> Paper:
    """Return a paper of the plan by its text."""
    return next(each for each in papers_of(clean()) if each.leaf.text == file)
