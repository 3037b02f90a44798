"""Freeze a build as issued."""

from pathlib import Path

import click

from yinfa.commands.shared import asks_help, command, folders_of, known, progress, say, tell


@command("issue")
@click.argument("data", nargs=-1, type=click.Path(path_type=Path))
@click.option("--kind", "kinds", multiple=True, metavar="K", help="只印发这一文种，可重复。")
@click.option(
    "--output", type=click.Path(path_type=Path), default=None, metavar="DIR", help="输出文件夹，默认 output/。"
)
@asks_help
def freeze(data: tuple[Path, ...], kinds: tuple[str, ...], output: Path | None) -> None:
    """印发：生成公文，连同所用的数据存入 output/issued/，以后更正时与它对照；检查有问题时不印发。"""
    from yinfa.freezing import issue
    from yinfa.kinds import KINDS
    from yinfa.paths import OUTPUT, shown
    from yinfa.pipeline import Request

    known("--kind", kinds, KINDS)
    request = Request(folders_of(data), output or OUTPUT, tuple(sorted(set(kinds))), strict=True)
    issues, told = issue(request, progress())
    tell(told)
    for each in issues:
        say(f"已存档：{shown(each.folder)}")
