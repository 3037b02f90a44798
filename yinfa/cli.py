"""The command line: a command is run, and an exit code tells how it went.

Only click is imported here; what a failure needs to be told is imported when there is one, so that `--help` is quick.
"""

import errno
import os
import sys
import traceback

import click

from yinfa.commands import commands
from yinfa.commands.shared import BUG, DATA_FAULT, DONE, MACHINE_LACKS, WRONG_USAGE, tell
from yinfa.usage import explain

INTERRUPTED = 128 + 2  # as shells count


def main() -> None:
    """Run the command line and exit: 0 done, 1 faults in the data, 2 wrong usage, 3 something missing, 4 a bug."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command and return its exit code; the drafter is told in Chinese what went wrong."""
    try:
        code = commands.main(arguments, prog_name="generate.py", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help(), err=True)
        return WRONG_USAGE
    except click.UsageError as error:
        click.echo(f"用法不对：{explain(error)}\n用 python generate.py --help 查看用法。", err=True)
        return WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断；输出文件夹里的文件都是完整的。", err=True)
        return INTERRUPTED
    except Exception as error:  # the front door: nothing may leave it as a traceback
        return _told(error)
    return code or DONE


def _told(error: Exception) -> int:
    try:
        return _failed(error)
    except Exception as other:  # while the drafter was told of the first
        return _bug(other)


def _failed(error: Exception) -> int:
    from yinfa.diagnostics import Faults

    if isinstance(error, Faults):
        tell(error.diagnostics)
        return DATA_FAULT
    if isinstance(error, ImportError) and (error.name or "").startswith("yinfa"):
        return _bug(error)  # a module of our own is nothing to install
    if isinstance(error, ImportError) or "cannot load library" in str(error):
        click.echo(f"这台机器缺少程序库：{error}\n请运行 make setup 安装，或请管理员安装。", err=True)
        return MACHINE_LACKS
    from yinfa.changes.revisions import NoGit
    from yinfa.issue.whole import Unwritable
    from yinfa.styling import BadStyle
    from yinfa.writers.fonts import MissingFont

    if isinstance(error, BadStyle):
        click.echo(f"{error}\n改法：对照 styles/gbt9704.yaml 开头的说明改正。", err=True)
        return DATA_FAULT
    if isinstance(error, (MissingFont, NoGit, Unwritable)):
        click.echo(str(error), err=True)
        return MACHINE_LACKS
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:  # where the answer is written to
        click.echo("磁盘已满，请腾出空间后再试。", err=True)
        return MACHINE_LACKS
    return _bug(error)


def _bug(error: Exception) -> int:
    """Keep the traceback in a file for the developers, tell the drafter where it is."""
    import tempfile

    try:
        handle, name = tempfile.mkstemp(prefix="yinfa-bug-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            traceback.print_exception(error, file=file)
        kept = f"详情已存到 {name}，请连同数据交给开发者。"
    except OSError:
        kept = "详情没能存下来（临时文件夹不能写），请把数据交给开发者。"
    click.echo(f"程序出错（不是数据的问题）：{type(error).__name__}: {error}\n{kept}", err=True)
    return BUG
