"""A comparison for a drafter at a terminal: each change, where it comes from, and every place that prints it."""

from collections.abc import Iterable, Iterator, Sequence

from yinfa.changes.comparison import Comparison, Place
from yinfa.changes.excerpts import excerpts
from yinfa.changes.facts import Change
from yinfa.changes.papers import Compared

LONGEST = 60  # characters of a value, beyond which only what differs is shown
HOW = {
    "changed": "改动",
    "added": "增加",
    "removed": "删去",
    "moved": "移动",
    "renumbered": "序号顺延",
    "reordered": "次序变动",
}
NOTHING = "（无）"
_INNER = str.maketrans("《》", "〈〉")


def text(comparison: Comparison) -> str:
    """Return what changed, in Chinese, ended by a summary."""
    lines = [f"比较：{comparison.old.name} → {comparison.new.name}", *_changes(comparison)]
    lines += _section("找不到对应的数据改动的印出差异", _unexplained(comparison.unexplained))
    lines += _section("找不到对应的数据改动的推算", (f"  {_said(each)}" for each in comparison.rootless))
    lines += _section(
        "没有印在任何文件里的数据改动", (f"  {_said(each)}  {_cell(each)}" for each in comparison.unprinted)
    )
    lines += _section("整份增加、删去或只有版式不同的文件", _whole(comparison.papers))
    return "\n".join((*lines, "", summary(comparison)))


def summary(comparison: Comparison) -> str:
    """Return in one line how much changed, and that the rest did not."""
    if not comparison.changes and not comparison.touched:
        return f"没有改动：数据相同，{len(comparison.papers)} 份文件逐字相同。"
    count = len(comparison.touched)
    return (
        f"改动 {len(comparison.entered)} 个数据、{len(comparison.derived)} 个推算，印在 {len(comparison.places)} 处，"
        f"涉及 {count} 份文件，其余 {len(comparison.untouched)} 份未变。"
    )


def title_of(paper: Compared) -> str:
    """Return how a paper is named: 《…》, a workbook said to be one."""
    return f"{quoted(paper.title)}{'' if paper.either.is_paged else '（工作簿）'}"


def quoted(title: str) -> str:
    """Return a title in 《》, those within it as 〈〉 (GB/T 15834)."""
    return f"《{title.translate(_INNER)}》"


def pages_of(place: Place) -> str:
    """Return on which page a place is: 第5页, 原第5页、现第6页, nothing of a workbook."""
    old, new = (found.page if found else None for found in (place.difference.old, place.difference.new))
    if old and new and old != new:
        return f"原第{old}页、现第{new}页"
    if old and not new:
        return f"原第{old}页"
    return f"第{new}页" if new else ""


def _changes(comparison: Comparison) -> Iterator[str]:
    told, known = set[int](), set[Change]()  # places, and derived changes: each is listed once
    for number, change in enumerate(comparison.entered, 1):
        yield ""
        yield f"{number}. 【输入】{_said(change)}"
        yield f"   {_cell(change)}"
        following, places = comparison.following(change), comparison.printing(change)
        new = [each for each in following if each not in known]
        own = [each for each in places if id(each) not in told]
        yield from (f"   【推算】{_said(each)}" for each in new)
        yield from _places(own)
        known.update(new)
        told.update(map(id, own))
        before = {"个推算": len(following) - len(new), "处": len(places) - len(own)}
        if any(before.values()):
            yield f"   另有 {'、'.join(f'{count} {what}' for what, count in before.items() if count)}已列在前面"


def _places(places: Sequence[Place]) -> Iterator[str]:
    papers = dict.fromkeys(id(place.paper) for place in places)
    for paper in papers:
        lot = [place for place in places if id(place.paper) == paper]
        yield f"   印在{title_of(lot[0].paper)}："
        yield from (f"     {_place(each)}" for each in lot)


def _place(place: Place) -> str:
    difference = place.difference
    where = " ".join(filter(None, (pages_of(place), difference.place)))
    if difference.how == "renumbered" and difference.count > 1:
        old = difference.old.text if difference.old else ""
        return f"{where}：{difference.count} 项序号顺延，{old} → {difference.either.text}"
    before, after = shown(place)
    match difference.how:
        case "moved":
            return f"{where}：移动，原在{difference.old.where if difference.old else ''}"
        case "added" | "removed":
            return f"{where}：{HOW[difference.how]}“{after or before}”"
    return f"{where}：{before or NOTHING} → {after or NOTHING}"


def shown(place: Place, longest: int = LONGEST) -> tuple[str, str]:
    """Return what a place said and says, cut to what differs."""
    old, new = (found.text if found else "" for found in (place.difference.old, place.difference.new))
    return excerpts(old, new, longest) if old and new else (old, new)


def _said(change: Change) -> str:
    if change.kind in ("added", "removed"):
        value = change.after or change.before
        return f"{HOW[change.kind]}{change.label}：{value}"
    if change.kind == "moved":
        return f"{HOW[change.kind]}{change.label}：{excerpts(change.after, '', LONGEST)[0]}"
    before, after = excerpts(change.before, change.after, LONGEST)
    return f"{change.label}：{before} → {after}"


def _cell(change: Change) -> str:
    moved = change.old and change.new and _inside(change.old_place) != _inside(change.place)
    return f"位置：{f'{change.old_place} → ' if moved else ''}{change.place}"


def _inside(place: str) -> str:
    """Return a place without the folder and file that it is in."""
    return place.rpartition("/")[2]


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = tuple(lines)
    if listed:
        yield from ("", f"{title}（{len(listed)} 项）：", *listed)


def _unexplained(places: Sequence[Place]) -> Iterator[str]:
    yield from (f"  {title_of(each.paper)} {_place(each)}" for each in places)


def _whole(papers: Iterable[Compared]) -> Iterator[str]:
    for each in papers:
        if each.old is None or each.new is None:
            yield f"  {'删去' if each.new is None else '增加'}{title_of(each)}"
        elif not each.is_same and not each.differences:
            yield f"  {title_of(each)}文字未变，只有版式或内部编号不同"
