"""Tell where a printed figure comes from, and where a cell is printed."""

from pathlib import Path

import click

from yinfa.commands.shared import asks_help, command, folders_of, known, progress, say
from yinfa.usage import WrongUsage


@command("where")
@click.argument("data", metavar="DATA", type=click.Path(path_type=Path))
@click.argument("what", metavar="文字|位置")
@click.option("--kind", default="", metavar="K", help="只在这一文种里找。")
@click.option("--paper", default="", metavar="标题", help="只在标题含有这些字的文件里找。")
@click.option("--page", type=click.IntRange(min=1), metavar="N", help="只在这一页上找，从文件的第一页（封面）数起。")
@click.option("--format", "format_", metavar="text|json", default="text", help="结果的格式，默认 text。")
@asks_help
def locate(data: Path, what: str, kind: str, paper: str, page: int | None, format_: str) -> None:
    """查出处：印出来的数字、文字出自哪一格、哪一行；或反过来，一格、一行印在哪些文件的第几页。

    文字照文件上的写：92%、8.6亿元、食品抽检。位置照检查结果的写法：indicators.xlsx!完成值!E57，
    indicators.xlsx!完成值!57（一整行），text/plan.yaml:31。
    """
    from yinfa.confined import confined
    from yinfa.kinds import KINDS
    from yinfa.where import FORMATS, Question, told

    if not what.strip():
        raise WrongUsage("写上要查的文字或位置。")
    known("--format", (format_,), FORMATS)
    known("--kind", (kind,) if kind else (), KINDS)
    (folder,) = folders_of((data,))
    question = Question(folder, what, kind, paper, page)
    said = confined(lambda step: told(question, format_, step), progress())
    say(said) if format_ == "text" else click.echo(said.encode())  # a program reads UTF-8, whatever the terminal does
