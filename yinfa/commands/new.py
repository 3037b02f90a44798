"""Start a plan."""

from datetime import date
from pathlib import Path

import click

from yinfa.commands.shared import asks_help, command, say
from yinfa.usage import WrongUsage


@command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--year", type=int, metavar="Y", help="规划的第一个行动计划的年度，默认今年。")
@asks_help
def create(folder: Path, year: int | None) -> None:
    """新建一个规划：在 DIR 写出带注释的文本和空白工作簿，马上可以生成，要填的地方都标着〔待定〕。"""
    from yinfa.begin import Misnamed, Occupied, start
    from yinfa.begin.periods import period_of
    from yinfa.paths import shown

    wanted = date.today().year if year is None else year  # noqa: DTZ011  the year of whoever sits there
    try:
        period_of(wanted)
    except ValueError as error:
        raise WrongUsage(f"--year 没有{error}年所在的五年规划。") from error
    try:
        files = start(folder, wanted)
    except Occupied as error:
        raise WrongUsage(f"“{error}”已有内容，没有写入。换一个新的文件夹名。") from error
    except Misnamed as error:
        raise WrongUsage(
            f"“{error}”不能用作文件夹名：生成的公文也存在同名的文件夹里。换成 data/xian 这样的名称。"
        ) from error
    say(f"已写出 {shown(folder)}：{'、'.join(files)}")
    say(f"接着填〔待定〕的地方（python generate.py check {shown(folder)} 逐处列出），再用 build 生成。")
