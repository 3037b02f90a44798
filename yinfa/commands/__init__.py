"""The commands, one a module: what a drafter types, and what is called for it."""

import click

from yinfa import __version__
from yinfa.commands.build import build
from yinfa.commands.check import examine
from yinfa.commands.collect import collect
from yinfa.commands.diff import difference
from yinfa.commands.draft import begin
from yinfa.commands.explain import why
from yinfa.commands.issue import freeze
from yinfa.commands.new import create
from yinfa.commands.schema import schema
from yinfa.commands.shared import asks_help
from yinfa.commands.where import locate
from yinfa.usage import Group


@click.group(cls=Group, options_metavar="[选项]", subcommand_metavar="命令 …")
@click.version_option(__version__, prog_name="yinfa", message="%(prog)s %(version)s", help="显示版本。")
@asks_help
def commands() -> None:
    """印发：质量规划一次录入，各类公文由此生成（DOCX 供流转，PDF 供公开，XLSX 供分发）。"""


for _each in (create, build, examine, collect, begin, freeze, difference, why, locate, schema):
    commands.add_command(_each)
