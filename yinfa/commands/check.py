"""Tell what is wrong in plans."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from yinfa.commands.shared import DATA_FAULT, DONE, asks_help, command, folders_of, known, progress, say, tell

if TYPE_CHECKING:
    from yinfa.diagnostics import Diagnostic


@command("check")
@click.argument("data", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "format_", metavar="text|json|sarif|html", default="text", help="结果的格式，默认 text。")
@click.option("--pages", is_flag=True, help="还排版每份文件，检查印出来的每一页。")
@click.option("--html", "page", type=click.Path(path_type=Path), metavar="FILE", help="另把结果存成一个网页。")
@click.option("--fix", is_flag=True, help="先把正文里与数据相同的数字改成引用，注释和版式不动，再检查。")
@asks_help
def examine(data: tuple[Path, ...], format_: str, pages: bool, page: Path | None, fix: bool) -> int:
    """检查数据文件夹 DATA，列出全部问题，不生成公文；不写 DATA 时检查 data/ 下的全部。"""
    from yinfa.checking import findings_in
    from yinfa.issue.whole import write_whole
    from yinfa.tell import FORMATS

    known("--format", (format_,), FORMATS)
    told = _fixed(folders_of(data)) if fix else ()
    findings = findings_in(folders_of(data), progress(), pages=pages, told=told)
    if format_ in ("json", "sarif"):  # they have room for findings only; but files were changed
        tell(told)
    said = FORMATS[format_](findings)
    say(said) if format_ == "text" else click.echo(said.encode())  # a program reads UTF-8, whatever the terminal does
    if page is not None:
        write_whole(page, FORMATS["html"](findings).encode())
    return DATA_FAULT if findings.are_grave else DONE


def _fixed(folders: tuple[Path, ...]) -> "tuple[Diagnostic, ...]":
    from yinfa.mend.fix import fixed

    return fixed(folders, progress())
