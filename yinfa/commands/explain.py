"""Tell how a verdict comes about."""

from pathlib import Path

import click

from yinfa.commands.shared import asks_help, command, folders_of, progress, tell


@command("explain")
@click.argument("data", metavar="DATA", type=click.Path(path_type=Path))
@click.argument("indicator", metavar="[指标名]", default="")
@click.option("--year", type=int, metavar="Y", help="评估年，默认最近一次评估的年度。")
@click.option("--period", default="", metavar="P", help="时期，默认评估年所在的时期。")
@click.option("--part", default="", metavar="分项", help="只说明这一分项。")
@click.option("--rules", is_flag=True, help="列出全部评价规则和比较方法。")
@asks_help
def why(data: Path, indicator: str, year: int | None, period: str, part: str, rules: bool) -> None:
    """说明指标的评价怎样得出：目标、完成值及其单元格、算式和规则；不写指标名时列出全部指标的评价。"""
    from yinfa.answers import Question, answer, rules_of
    from yinfa.confined import confined

    (folder,) = folders_of((data,))
    question = Question(folder, indicator, year, period, part)
    lines, told = confined(lambda _: rules_of(folder) if rules else answer(question), progress())
    tell(told)
    click.echo("\n".join(lines))
