"""What click says by itself, in Chinese: the headings of --help, and what is wrong with a command line."""

import click

HEADINGS = {"Options": "选项", "Commands": "命令"}


class WrongUsage(click.UsageError):
    """A command line that our own checks refuse; its message is Chinese already."""


class _Help(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        super().write_heading(HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Help


class Command(click.Command):
    """A command whose help is Chinese."""

    context_class = _Context


class Group(click.Group):
    """A group of commands whose help is Chinese."""

    context_class = _Context
    command_class = Command


def explain(error: click.UsageError) -> str:
    """Return in Chinese what is wrong with a command line."""
    match error:
        case WrongUsage():
            return error.message
        case click.NoSuchOption():
            return f"没有选项“{error.option_name}”。{_near(error)}"
        case click.exceptions.NoSuchCommand():
            return f"没有命令“{error.command_name}”。{_near(error)}"
        case click.BadOptionUsage():
            return f"选项“{error.option_name}”后面缺少值，或多了值。"
    return "参数多余、缺少或写法不对。"


def _near(error: click.NoSuchOption | click.exceptions.NoSuchCommand) -> str:
    return f"是否指{'、'.join(f'“{each}”' for each in error.possibilities)}？" if error.possibilities else ""
