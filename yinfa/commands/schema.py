"""Write the JSON Schemas of the YAML files."""

from pathlib import Path

import click

from yinfa.commands.shared import asks_help, command


@command()
@click.argument("folder", type=click.Path(path_type=Path), default=None, required=False)
@asks_help
def schema(folder: Path | None) -> None:
    """写出 YAML 文件的 JSON Schema（默认到 schema/），供编辑器补全和校验。"""
    from yinfa.issue.whole import write_whole
    from yinfa.model.schema import schemas
    from yinfa.paths import ROOT

    for name, text in schemas().items():
        write_whole((folder or ROOT / "schema") / name, text.encode())
