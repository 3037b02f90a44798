"""Names that must be given once."""

from collections.abc import Iterable

from yinfa.diagnostics import Origin, Report


def unique(what: str, named: Iterable[tuple[str, Origin]], report: Report) -> None:
    """Report every name given twice; that one is missing has been told before."""
    first: dict[str, Origin] = {}
    for name, origin in named:
        if name and first.setdefault(name, origin) is not origin:
            report.fault("duplicate", f"{what}“{name}”重复，另一处在 {first[name]}", origin, "改为不同的值，或删去一处")
