"""What must hold of progress.xlsx: every task and project that it names is there, and is told of once a year."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from yinfa.diagnostics import Report, nearest
from yinfa.model.link_charts import tasks_in
from yinfa.model.plan import Plan
from yinfa.model.progress import ProjectProgress, TaskProgress
from yinfa.model.tasks import TaskBlock
from yinfa.model.unique import unique

Homes = dict[str, dict[str, TaskBlock]]


def link_progress(plan: Plan, report: Report) -> None:
    """Report progress of tasks and projects that are not there, and what is told twice."""
    for year, rows in _by_year(plan).items():
        homes = _homes(tasks_in(plan, year))
        if not homes:
            _no_tasks(year, rows, report)
            continue
        points = _points(rows)
        for row in rows:
            _task(row, homes, points[row.task], report)
    for project in plan.project_progress:
        _project(plan, project, report)
    told = ((f"{each.year} {each.task} {each.point or ''}".rstrip(), each.origin) for each in plan.task_progress)
    unique("任务进展", told, report)
    unique("项目进展", ((f"{each.year} {each.project}", each.origin) for each in plan.project_progress), report)


def _by_year(plan: Plan) -> dict[int, list[TaskProgress]]:
    """Return the rows of each year; one whose year could not be read is of none, which is told already."""
    years: dict[int, list[TaskProgress]] = defaultdict(list)
    for each in plan.task_progress:
        if each.year:
            years[each.year].append(each)
    return years


def _homes(texts: dict[str, tuple[TaskBlock, ...]]) -> Homes:
    """Return the tasks of a year by their ids, each by the name of the file that it stands in."""
    homes: Homes = defaultdict(dict)
    for file, tasks in texts.items():
        for task in tasks:
            homes[str(task.task)][file] = task
    return homes


def _points(rows: Iterable[TaskProgress]) -> dict[str, set[int]]:
    """Return the points of each task that rows are about."""
    points: dict[str, set[int]] = defaultdict(set)
    for each in rows:
        points[str(each.task)].add(each.point)
    return points


def _no_tasks(year: int, rows: Sequence[TaskProgress], report: Report) -> None:
    """Report the rows of a year without tasks, all at once: they are wrong in one way."""
    message = f"{year} 年的文件没有任务" + (f"，这一年的进展有 {len(rows)} 行" if len(rows) > 1 else "")
    hint = f"核对年度；写任务的文件在 plan.yaml 中写明 year: {year}"
    report.fault("progress-year", message, rows[0].year_at, hint)


def _task(progress: TaskProgress, homes: Homes, told: set[int], report: Report) -> None:
    """Report progress of a task that no text of the year has, or more than one; `told` are its points in all rows."""
    found = homes.get(progress.task, {})
    if not found:
        message = f"{progress.year} 年的文件没有任务“{progress.task}”"
        report.fault(
            "progress-unknown", message, progress.task.origin, f"写任务的编号（task）：{nearest(progress.task, homes)}"
        )
    elif len(found) > 1:
        message = (
            f"{progress.year} 年有 {len(found)} 个文件都有任务“{progress.task}”（{'、'.join(found)}），分不清是哪一个"
        )
        report.fault("progress-unclear", message, progress.task.origin, "改动其中一个文件里的任务编号（task）")
    for task in found.values() if len(found) == 1 else ():
        _point(progress, task, report)
        _whole(progress, task, told, report)


def _point(progress: TaskProgress, task: TaskBlock, report: Report) -> None:
    """Report a point beyond those of the task."""
    points = len(task.parts)
    if progress.point > points:
        there = f"只有 {points} 点" if points else "没有分点"
        message = f"任务“{task.task}”{there}，没有第 {progress.point} 点"
        hint = "改正分点；说的是整个任务的，清空分点" if points else "清空分点"
        report.fault("progress-point", message, progress.point_at, hint)


def _whole(progress: TaskProgress, task: TaskBlock, told: set[int], report: Report) -> None:
    """Warn of progress of a whole task of which every point is told of by itself: it is printed nowhere."""
    if task.parts and not progress.point and told.issuperset(range(1, len(task.parts) + 1)):
        message = f"任务“{task.task}”各点都另有进展，整个任务的这一行没有用上"
        report.warning("progress-unused", message, progress.task.origin, "删去这一行，或填写分点")


def _project(plan: Plan, progress: ProjectProgress, report: Report) -> None:
    """Report progress of a project that projects.xlsx does not have, or in a year of no period."""
    known = [str(each.id) for each in plan.projects]
    if progress.project and progress.project not in known:
        named = next((each for each in plan.projects if each.name == progress.project), None)
        hint = f"写它的编号：{named.id}" if named else f"写 projects.xlsx 中的编号：{nearest(progress.project, known)}"
        message = f"projects.xlsx 没有编号为“{progress.project}”的项目"
        report.fault("progress-unknown", message, progress.project.origin, hint)
    if progress.year and not any(progress.year in period.years for period in plan.identity.periods):
        message = f"年度 {progress.year} 不在规划的任何时期内"
        report.fault("progress-year", message, progress.year_at, "核对年度")
