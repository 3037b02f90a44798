"""Draft the papers of a new year."""

from pathlib import Path

import click

from yinfa.commands.shared import asks_help, command, folders_of, progress, say, tell


@command("draft")
@click.argument("data", metavar="DATA", type=click.Path(path_type=Path))
@click.option("--year", type=click.IntRange(1950, 2099), required=True, metavar="Y", help="要起草的年度。")
@asks_help
def begin(data: Path, year: int) -> None:
    """由上一年的文件和数据起草 Y 年的行动计划：任务结转、年度目标、文件清单，待定处都打〔待定〕。

    只添没有的：人写过的文字、行和文件一概不动；再运行一次不会改动什么。
    """
    from functools import partial

    from yinfa.confined import confined
    from yinfa.issue.together import save
    from yinfa.nextyear.draft import drafted
    from yinfa.paths import shown

    (folder,) = folders_of((data,))
    draft = confined(partial(drafted, folder, year), progress())
    save(draft.folder, draft.changes)
    tell(draft.told)
    if not draft.changes:
        say(f"{year}年的都已有，没有改动。全部文件和表格里还有 {draft.left} 处待定，用 check 逐处查看。")
        return
    say("".join(f"{'改写' if each.stood else '新建'} {shown(each.path)}\n" for each in draft.changes).rstrip())
    say(f"待定事项 {len(draft.todos)} 项：")
    for number, todo in enumerate(draft.todos, 1):
        say(f"{number:>3}. {todo}")
