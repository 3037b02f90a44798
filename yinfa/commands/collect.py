"""Send each unit a workbook to fill in, and merge what they return into the data."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from yinfa.commands.shared import asks_help, command, folders_of, progress, say, tell
from yinfa.usage import Group, WrongUsage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yinfa.collect.missing import Missing

YEAR = click.option("--year", type=int, metavar="Y", help="哪一年的完成情况。", required=True)


@click.group("collect", cls=Group, options_metavar="[选项]", subcommand_metavar="命令 …")
@asks_help
def collect() -> None:
    """收集各单位的完成情况：导出填报表（export），合并交回的表（merge），列出还缺的（missing）。"""


@command("export")
@click.argument("data", metavar="DATA", type=click.Path(path_type=Path))
@YEAR
@click.option(
    "--output", type=click.Path(path_type=Path), default=None, metavar="DIR", help="输出文件夹，默认 output/。"
)
@asks_help
def export(data: Path, year: int, output: Path | None) -> None:
    """为每个单位导出一份填报表：只有它牵头的指标、任务和项目。"""
    from yinfa.collect.sending import send
    from yinfa.paths import OUTPUT, shown

    (folder,) = folders_of((data,))
    sent = send(folder, _sane(year), output or OUTPUT, progress())
    tell(sent.told)
    say(f"已导出 {len(sent.names)} 份填报表，在 {shown(sent.folder)}：")
    for name in sent.names:
        say(f"  {name}")


@command("merge")
@click.argument("data", metavar="DATA", type=click.Path(path_type=Path))
@click.argument("files", metavar="文件或文件夹…", nargs=-1, type=click.Path(path_type=Path))
@click.option("--year", type=int, metavar="Y", help="哪一年的完成情况，默认照填报表。")
@asks_help
def merge(data: Path, files: tuple[Path, ...], year: int | None) -> None:
    """把交回的填报表合并到数据里：有一处不对就全部不写，逐处列出；都对才一起写入，并列出还缺的。"""
    from yinfa.collect.gathered import files_in
    from yinfa.collect.merge import merge as merged

    (folder,) = folders_of((data,))
    found = merged(folder, _found(files_in(_there(files))), year and _sane(year), progress())
    tell(found.told)
    units = "、".join(found.units)
    say(
        f"已合并 {len(found.units)} 个单位的填报表（{units}），写入 {found.cells} 格。"
        if found.cells
        else "数据没有变化。"
    )
    _say_missing(found.missing, found.year)


@command("missing")
@click.argument("data", metavar="DATA", type=click.Path(path_type=Path))
@YEAR
@asks_help
def missing(data: Path, year: int) -> None:
    """列出数据里这一年还缺什么、该由哪个单位报。"""
    from yinfa.collect.merge import missing as found

    (folder,) = folders_of((data,))
    _say_missing(found(folder, _sane(year), progress()), year)


def _sane(year: int) -> int:
    from yinfa.model.base import YEARS

    if year not in YEARS:
        raise WrongUsage(f"--year {year} 不在 {YEARS[0]} 至 {YEARS[-1]} 之间。")
    return year


def _there(files: tuple[Path, ...]) -> tuple[Path, ...]:
    for each in files:
        if not each.exists():
            raise WrongUsage(f"没有文件或文件夹“{each}”。")
    if not files:
        raise WrongUsage("写上交回的文件，或放这些文件的文件夹；只看还缺什么的，用 collect missing。")
    return files


def _found(files: tuple[Path, ...]) -> tuple[Path, ...]:
    if not files:
        raise WrongUsage("文件夹里没有填报表（.xlsx）。")
    return files


def _say_missing(missing: "Iterable[Missing]", year: int) -> None:
    from yinfa.collect.missing import lines_of

    say("\n".join(lines_of(missing, year)))


for _each in (export, merge, missing):
    collect.add_command(_each)
