"""What the commands share: their exit codes, the folders they are given, and how they speak to the drafter.

Only click is imported at the top of a command: the stages are imported where it runs, so that `--help` is quick.
"""

import os
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yinfa.usage import Command, WrongUsage

if TYPE_CHECKING:
    from yinfa.diagnostics import Diagnostic
    from yinfa.pipeline import Progress

DONE, DATA_FAULT, WRONG_USAGE, MACHINE_LACKS, BUG = range(5)

command = partial(click.command, cls=Command, options_metavar="[选项]")
asks_help = click.help_option("-h", "--help", help="显示用法。")


def known(option: str, given: Iterable[str], choices: Iterable[str]) -> None:
    """Refuse what is none of the choices of an option."""
    from yinfa.diagnostics import nearest

    for each in given:
        if each not in choices:
            raise WrongUsage(f"{option} 没有“{each}”。{nearest(each, choices)}")


def folders_of(data: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the folders that a command is given, else all of data/. Raise WrongUsage for none.

    What a killed run left half changed in one of them is finished first.
    """
    from yinfa.issue.together import recover
    from yinfa.paths import DATA

    folders = data or tuple(sorted(each for each in DATA.glob("[!._]*") if each.is_dir()))
    for each in folders:
        if not each.is_dir():
            raise WrongUsage(f"没有数据文件夹“{each}”。")
        recover(each)
    if not folders:
        raise WrongUsage("data/ 下没有数据文件夹。")
    return folders


def tell(diagnostics: "Iterable[Diagnostic]") -> None:
    """Print what there is to tell the drafter beside what was asked for."""
    from yinfa.tell.findings import gather
    from yinfa.tell.text import text

    findings = gather(diagnostics)
    if findings.found:
        say(text(findings), err=True)


def say(words: str, *, err: bool = False) -> None:
    """Print, in colours on a terminal only, and not there either where NO_COLOR asks for none."""
    encoding = (sys.stderr if err else sys.stdout).encoding or "utf-8"
    writable = words.encode(encoding, "replace").decode(encoding)  # a terminal may lack a character: no reason to stop
    click.echo(writable, err=err, color=False if os.environ.get("NO_COLOR") else None)


def progress() -> "Progress":
    """Return how progress is told: on a terminal only."""
    from yinfa.pipeline import silent

    return show_progress if sys.stderr is not None and sys.stderr.isatty() else silent


def show_progress(words: str) -> None:
    """Show on the terminal what is being done."""
    click.echo(f"  {words} …", err=True)
