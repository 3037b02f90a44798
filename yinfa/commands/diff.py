"""Tell what changed between two states of a plan, and what is printed otherwise for it."""

from datetime import date, datetime
from pathlib import Path

import click

from yinfa.commands.shared import asks_help, command, folders_of, known, progress, say
from yinfa.usage import WrongUsage

LAST = "last"


@command("diff")
@click.argument("data", nargs=-1, type=click.Path(path_type=Path), metavar="OLD NEW | DATA")
@click.option("--from", "since", default="", metavar="REV", help="DATA 在 git 的这一版，作为旧的一边。")
@click.option("--to", "until", default="", metavar="REV", help="DATA 在 git 的这一版，作为新的一边；默认现有的文件。")
@click.option(
    "--issued",
    is_flag=False,
    flag_value=LAST,
    default="",
    metavar="[ID]",
    help="DATA 最近一次（或这一次）印发的存档，作为旧的一边。",
)
@click.option("--format", "format_", metavar="text|json", default="text", help="结果的格式，默认 text。")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="另把更正说明（附修订对照表）和各份文件的修订稿写到这里。",
)
@click.option("--date", "day", default="", metavar="YYYY-MM-DD", help="更正说明的日期，默认今天。")
@asks_help
def difference(
    data: tuple[Path, ...], since: str, until: str, issued: str, format_: str, output: Path | None, day: str
) -> None:
    """比较规划的两个状态：改动了哪些数据，印在哪些文件的第几页、哪一处，其余文件是否未变。

    OLD NEW 是改动前后的两个数据文件夹；或给一个数据文件夹 DATA，用 --from 取它在 git 中的旧版，
    用 --issued 取印发时的存档。
    """
    from yinfa.diffing import FORMATS, Versions, Wanted, diff

    known("--format", (format_,), FORMATS)
    folders = folders_of(data) if data else ()
    _understood(len(folders), since, until, issued)
    said = diff(Versions(folders[0], folders[-1], since, until, issued), Wanted(format_, _day(day), output), progress())
    say(said) if format_ == "text" else click.echo(said.encode())  # a program reads UTF-8, whatever the terminal does


def _understood(folders: int, since: str, until: str, issued: str) -> None:
    """Refuse what is neither two folders, nor one with a revision or what was issued."""
    if folders == 2 and not (since or until or issued):
        return
    if folders == 1 and bool(since) != bool(issued) and not (issued and until):
        return
    if until and not since and not issued:
        raise WrongUsage("--to 要和 --from 一起用。")
    raise WrongUsage("写两个数据文件夹（旧的在前），或写一个数据文件夹和 --from 版本（或 --issued）。")


def _day(day: str) -> str:
    """Return the day of the errata paper. Raise WrongUsage for what is none."""
    try:
        return (date.fromisoformat(day) if day else datetime.now().astimezone().date()).isoformat()
    except ValueError as error:
        raise WrongUsage(f"--date 写成 2013-05-09 这样的日期，不是“{day[:20]}”。") from error
