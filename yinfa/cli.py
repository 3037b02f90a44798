"""The command line: what a drafter types, what they read, and the exit code that tells how it went.

Only click is imported here; the stages are imported by the command that needs them, so that `--help` is quick.
"""

import os
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yinfa import __version__
from yinfa.usage import Group, WrongUsage, explain

if TYPE_CHECKING:
    from yinfa.diagnostics import Diagnostic
    from yinfa.pipeline import Progress

DONE, DATA_FAULT, WRONG_USAGE, MACHINE_LACKS, BUG = range(5)
INTERRUPTED = 128 + 2  # as shells count


_help = click.help_option("-h", "--help", help="显示用法。")


@click.group(cls=Group, options_metavar="[选项]", subcommand_metavar="命令 …")
@click.version_option(__version__, prog_name="yinfa", message="%(prog)s %(version)s", help="显示版本。")
@_help
def commands() -> None:
    """印发：质量规划一次录入，各类公文由此生成（DOCX 供流转，PDF 供公开，XLSX 供分发）。"""


@commands.command(options_metavar="[选项]")
@click.argument("data", nargs=-1, type=click.Path(path_type=Path))
@click.option("--kind", "kinds", multiple=True, metavar="K", help="只生成这一文种，可重复。")
@click.option("--to", "formats", multiple=True, metavar="docx|pdf|xlsx", help="只生成这一格式，可重复。")
@click.option(
    "--output", type=click.Path(path_type=Path), default=None, metavar="DIR", help="输出文件夹，默认 output/。"
)
@click.option("--strict", is_flag=True, help="检查发现问题时也停下。")
@_help
def build(
    data: tuple[Path, ...], kinds: tuple[str, ...], formats: tuple[str, ...], output: Path | None, strict: bool
) -> None:
    """由数据文件夹 DATA 生成公文；不写 DATA 时生成 data/ 下的全部。"""
    from yinfa.issuing import build as issue
    from yinfa.kinds import KINDS
    from yinfa.paths import OUTPUT
    from yinfa.pipeline import Request
    from yinfa.writers.formats import WRITERS

    _known("--kind", kinds, KINDS)
    _known("--to", formats, WRITERS)
    _compatible(kinds, formats)
    request = Request(_folders(data), output or OUTPUT, kinds, formats, strict)
    tell(issue(request, _progress()))


@commands.command("check", options_metavar="[选项]")
@click.argument("data", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "format_", metavar="text|json|sarif|html", default="text", help="结果的格式，默认 text。")
@click.option("--pages", is_flag=True, help="还排版每份文件，检查印出来的每一页。")
@click.option("--html", "page", type=click.Path(path_type=Path), metavar="FILE", help="另把结果存成一个网页。")
@click.option("--fix", is_flag=True, help="先把正文里与数据相同的数字改成引用，注释和版式不动，再检查。")
@_help
def examine(data: tuple[Path, ...], format_: str, pages: bool, page: Path | None, fix: bool) -> int:
    """检查数据文件夹 DATA，列出全部问题，不生成公文；不写 DATA 时检查 data/ 下的全部。"""
    from yinfa.checking import findings_in
    from yinfa.issue.whole import write_whole
    from yinfa.tell import FORMATS

    _known("--format", (format_,), FORMATS)
    told = _fixed(_folders(data)) if fix else ()
    findings = findings_in(_folders(data), _progress(), pages=pages, told=told)
    if format_ in ("json", "sarif"):  # they have room for findings only; but files were changed
        tell(told)
    said = FORMATS[format_](findings)
    _say(said) if format_ == "text" else click.echo(said.encode())  # a program reads UTF-8, whatever the terminal does
    if page is not None:
        write_whole(page, FORMATS["html"](findings).encode())
    return DATA_FAULT if findings.are_grave else DONE


def _fixed(folders: tuple[Path, ...]) -> "tuple[Diagnostic, ...]":
    from yinfa.mend.fix import fixed

    return fixed(folders, _progress())


@commands.command("explain", options_metavar="[选项]")
@click.argument("data", metavar="DATA", type=click.Path(path_type=Path))
@click.argument("indicator", metavar="[指标名]", default="")
@click.option("--year", type=int, metavar="Y", help="评估年，默认最近一次评估的年度。")
@click.option("--period", default="", metavar="P", help="时期，默认评估年所在的时期。")
@click.option("--part", default="", metavar="分项", help="只说明这一分项。")
@click.option("--rules", is_flag=True, help="列出全部评价规则和比较方法。")
@_help
def why(data: Path, indicator: str, year: int | None, period: str, part: str, rules: bool) -> None:
    """说明指标的评价怎样得出：目标、完成值及其单元格、算式和规则；不写指标名时列出全部指标的评价。"""
    from yinfa.answers import Question, answer, rules_of
    from yinfa.confined import confined

    (folder,) = _folders((data,))
    question = Question(folder, indicator, year, period, part)
    lines, told = confined(lambda _: rules_of(folder) if rules else answer(question), _progress())
    tell(told)
    click.echo("\n".join(lines))


@commands.command(options_metavar="[选项]")
@click.argument("folder", type=click.Path(path_type=Path), default=None, required=False)
@_help
def schema(folder: Path | None) -> None:
    """写出 YAML 文件的 JSON Schema（默认到 schema/），供编辑器补全和校验。"""
    from yinfa.issue.whole import write_whole
    from yinfa.model.schema import schemas
    from yinfa.paths import ROOT

    for name, text in schemas().items():
        write_whole((folder or ROOT / "schema") / name, text.encode())


def _known(option: str, given: Iterable[str], known: Iterable[str]) -> None:
    from yinfa.diagnostics import nearest

    for each in given:
        if each not in known:
            raise WrongUsage(f"{option} 没有“{each}”。{nearest(each, known)}")


def _compatible(kinds: Iterable[str], formats: tuple[str, ...]) -> None:
    """Refuse formats in which none of the kinds can be written."""
    from yinfa.kinds import KINDS

    chosen = tuple(KINDS[kind] for kind in kinds)
    if chosen and formats and not any(each in kind.formats for kind in chosen for each in formats):
        able = "、".join(name for name, kind in KINDS.items() if set(formats) & set(kind.formats))
        raise WrongUsage(f"--kind {'、'.join(kinds)} 没有 {'、'.join(formats)} 格式。有这种格式的文种：{able}。")


def _folders(data: tuple[Path, ...]) -> tuple[Path, ...]:
    from yinfa.paths import DATA

    folders = data or tuple(sorted(each for each in DATA.glob("[!._]*") if each.is_dir()))
    for each in folders:
        if not each.is_dir():
            raise WrongUsage(f"没有数据文件夹“{each}”。")
    if not folders:
        raise WrongUsage("data/ 下没有数据文件夹。")
    return folders


def tell(diagnostics: "Iterable[Diagnostic]") -> None:
    """Print what there is to tell the drafter beside what was asked for."""
    from yinfa.tell.findings import gather
    from yinfa.tell.text import text

    findings = gather(diagnostics)
    if findings.found:
        _say(text(findings), err=True)


def _say(words: str, *, err: bool = False) -> None:
    """Print, in colours on a terminal only, and not there either where NO_COLOR asks for none."""
    encoding = (sys.stderr if err else sys.stdout).encoding or "utf-8"
    writable = words.encode(encoding, "replace").decode(encoding)  # a terminal may lack a character: no reason to stop
    click.echo(writable, err=err, color=False if os.environ.get("NO_COLOR") else None)


def _progress() -> "Progress":
    from yinfa.pipeline import silent

    return show_progress if sys.stderr is not None and sys.stderr.isatty() else silent


def show_progress(words: str) -> None:
    """Show on the terminal what is being done."""
    click.echo(f"  {words} …", err=True)


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
    from yinfa.issue.whole import Unwritable
    from yinfa.styling import BadStyle
    from yinfa.writers.fonts import MissingFont

    if isinstance(error, BadStyle):
        click.echo(f"{error}\n改法：对照 styles/gbt9704.yaml 开头的说明改正。", err=True)
        return DATA_FAULT
    if isinstance(error, (MissingFont, Unwritable)):
        click.echo(str(error), err=True)
        return MACHINE_LACKS
    return _bug(error)


def _bug(error: Exception) -> int:
    """Keep the traceback in a file for the developers, tell the drafter where it is."""
    import tempfile

    handle, name = tempfile.mkstemp(prefix="yinfa-bug-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        traceback.print_exception(error, file=file)
    click.echo(
        f"程序出错（不是数据的问题）：{type(error).__name__}: {error}\n详情已存到 {name}，请连同数据交给开发者。",
        err=True,
    )
    return BUG
