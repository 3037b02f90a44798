"""Issue the papers of plans."""

from collections.abc import Iterable
from pathlib import Path

import click

from yinfa.commands.shared import asks_help, command, folders_of, known, progress, tell
from yinfa.usage import WrongUsage


@command()
@click.argument("data", nargs=-1, type=click.Path(path_type=Path))
@click.option("--kind", "kinds", multiple=True, metavar="K", help="只生成这一文种，可重复。")
@click.option("--to", "formats", multiple=True, metavar="docx|pdf|xlsx", help="只生成这一格式，可重复。")
@click.option(
    "--output", type=click.Path(path_type=Path), default=None, metavar="DIR", help="输出文件夹，默认 output/。"
)
@click.option("--strict", is_flag=True, help="检查发现问题时也停下。")
@asks_help
def build(
    data: tuple[Path, ...], kinds: tuple[str, ...], formats: tuple[str, ...], output: Path | None, strict: bool
) -> None:
    """由数据文件夹 DATA 生成公文；不写 DATA 时生成 data/ 下的全部。"""
    from yinfa.issuing import build as issue
    from yinfa.kinds import KINDS
    from yinfa.paths import OUTPUT
    from yinfa.pipeline import Request
    from yinfa.writers.formats import WRITERS

    known("--kind", kinds, KINDS)
    known("--to", formats, WRITERS)
    _compatible(kinds, formats)
    request = Request(folders_of(data), output or OUTPUT, kinds, formats, strict)
    tell(issue(request, progress()))


def _compatible(kinds: Iterable[str], formats: tuple[str, ...]) -> None:
    """Refuse formats in which none of the kinds can be written."""
    from yinfa.kinds import KINDS

    chosen = tuple(KINDS[kind] for kind in kinds)
    if chosen and formats and not any(each in kind.formats for kind in chosen for each in formats):
        able = "、".join(name for name, kind in KINDS.items() if set(formats) & set(kind.formats))
        raise WrongUsage(f"--kind {'、'.join(kinds)} 没有 {'、'.join(formats)} 格式。有这种格式的文种：{able}。")
