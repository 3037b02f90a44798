"""Bindings made in the file in which their texts stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from yinfa.diagnostics import Report
from yinfa.mend.binding import Binding, Change, GivenUp, bound
from yinfa.mend.loaded import differ_just_so, read_soundly, texts_in
from yinfa.mend.original import Original, Replacement
from yinfa.mend.rewrite import cuts_in, rewritten
from yinfa.mend.scalars import Scalar, scalars_of
from yinfa.sources.text import Text
from yinfa.sources.yaml_file import Mapping

BY_HAND = "照警告里给出的写法自己改"


@dataclass(frozen=True, slots=True)
class Mended:
    """A file with bindings made, what it says now, and the changes."""

    file: Original
    tree: Mapping
    changes: tuple[Change, ...]

    def after(self, earlier: "Mended | None") -> "Mended":
        """Return the file with the changes of an earlier round before its own."""
        return self if earlier is None else replace(self, changes=earlier.changes + self.changes)


@dataclass(frozen=True, slots=True)
class _Passage:
    """A text of the file with its bindings made."""

    text: Text
    replacements: tuple[Replacement, ...]
    changes: tuple[Change, ...]


def left(bindings: Iterable[Binding], why: object, report: Report) -> None:
    """Tell that figures are left as they are, and why."""
    for each in bindings:
        report.notice("fix-left", f"“{each.literal}”没有改动：{why}", each.text.origin, BY_HAND)


def mended(original: Original, bindings: Sequence[Binding], report: Report) -> Mended | None:
    """Return the file with the `bindings` of its texts made; what is given up is told, and None if that is all.

    The bindings do not meet.
    """
    try:
        tree = read_soundly(original.text, original.shown)
        passages = tuple(_passages(original, tree, bindings, report))
        return _whole(original, tree, passages) if passages else None
    except GivenUp as why:
        left(bindings, why, report)
        return None


def _whole(original: Original, tree: Mapping, passages: Sequence[_Passage]) -> Mended:
    """Return the whole file. Raise `GivenUp` where it would say anything else than is wanted."""
    file = original.with_(list(chain.from_iterable(each.replacements for each in passages)))
    after = read_soundly(file.text, file.shown)
    if not differ_just_so(tree, after, {each.text.origin: each.text for each in passages}):
        raise GivenUp("改了之后文件读出来不一样")
    return Mended(file, after, tuple(chain.from_iterable(each.changes for each in passages)))


def _passages(original: Original, tree: Mapping, bindings: Sequence[Binding], report: Report) -> Iterator[_Passage]:
    standing = {each.origin: each for each in texts_in(tree)}
    scalars = {each.place: each for each in scalars_of(original.text)}
    for origin in dict.fromkeys(each.text.origin for each in bindings):
        group = [each for each in bindings if each.text.origin == origin]
        try:
            if standing.get(origin) != group[0].text:
                raise GivenUp("文件里这段文字已不是检查时的样子")
            yield _passage(original, scalars[origin.line, origin.column], group)
        except GivenUp as why:
            left(group, why, report)


def _passage(original: Original, scalar: Scalar, group: Sequence[Binding]) -> _Passage:
    cuts = cuts_in(scalar.places(original.text), [(each.start, each.end, each.call) for each in group])
    changes = (
        Change(original.origin(cut.start), each.literal, each.call) for cut, each in zip(cuts, group, strict=True)
    )
    replacements = rewritten(original.text, scalar, cuts)
    return _Passage(bound(group[0].text, group), tuple(replacements), tuple(changes))
