"""One of last year's texts turned into the new year's: its tree walked, each value moved by what its key says it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from yinfa.mend.loaded import texts_in
from yinfa.model.base import divided
from yinfa.nextyear.moving import Clock
from yinfa.nextyear.offices import Offices
from yinfa.nextyear.points import alone, with_points
from yinfa.nextyear.tasks import Fate, Fates
from yinfa.nextyear.tree import MARK, Said, Value, marked
from yinfa.sources.text import Text
from yinfa.sources.yaml_file import Mapping, Node, Sequence

# What a key holds; all others hold prose.
UNITS = ("lead", "support")
DAYS = ("due", "date")
PERIODS = ("period",)
AS_THEY_ARE = (
    *("id", "task", "indicators", "indicator", "part", "table", "figure", "chart", "summary", "seal", "form"),
    *("duties", "orientation", "through", "sealed", "measure", "decimals", "width", "secrecy", "urgency"),
)
# What a head had last year and cannot have again.
ONCE = {"number": "发文字号", "serial": "份号"}
# Names that are looked up or put together again, so that no mark may stand in them.
UNMARKED = ("organs", "printer", "copies", "addressee", "signers", "names", "headline")
PLACES = {"preface": "前言", "blocks": "正文", "chapters": "正文", "annexes": "附件", "basis": "依据"}
TASK = "任务"  # begins the place of all that stands in a task, which is marked as a whole
QUOTES = re.compile(r"\btarget\s*\(")
FORMAL = ("head", "signature", "imprint", "addressee", "participants")


@dataclass(frozen=True, slots=True)
class Turn:
    """Turns the nodes of a text; `fates` say what becomes of its tasks."""

    clock: Clock
    offices: Offices
    fates: Fates

    def text(self, tree: Mapping) -> dict[str, Said]:
        """Return the whole text; where it is signed, what is to be decided of that stands at its first words."""
        made = {key: self.node(key, value, key) for key, value in tree.items() if value is not None}
        if _joined(tree.get("headline")) and not self._is_same_headline(tree, made):
            del made["headline"]  # a name in it that goes over two lines has changed: the program finds the lines
        why = tuple(self._formal(tree))
        return self._first_marked(made, why) if why else made

    def node(self, key: str, node: Node, where: str) -> Said:
        """Return what stands under a key."""
        if isinstance(node, Text):
            return self._leaf(key, node, where)
        if isinstance(node, Mapping):
            return self._head(node, where) if key == "head" else self._mapping(node, where)
        if isinstance(node, Sequence):
            if key in UNITS:
                return Said([Said(name) for name in self.offices.named(tuple(map(str, _texts(node))))[0]])
            return self._indicators(node) if key == "indicators" else Said(list(self._items(key, node, where)))
        return Said("")

    def _indicators(self, node: Sequence) -> Said:
        """Return the indicators served, as the new period calls them; those that it has not are remembered."""
        names = {str(name): self.clock.indicators.get(str(name), str(name)) for name in _texts(node)}
        gone = "、".join(name for name, heir in names.items() if heir is None)
        remarks = (f"{self.clock.last}年的{gone}不是新一期的指标，已删去",) if gone else ()
        return Said([Said(heir) for heir in names.values() if heir is not None], remarks=remarks)

    def _leaf(self, key: str, text: Text, where: str) -> Said:
        if key in AS_THEY_ARE:
            return Said(str(text))
        if key in PERIODS:
            return Said(self.clock.periods.get(str(text), str(text)))
        if key in DAYS:
            return Said(self.clock.day(str(text)))
        if key in UNITS:
            return Said("、".join(self.offices.named(tuple(map(str, divided(text))))[0]))
        moved, doubts = self.clock.prose(text.replace(MARK, ""))
        if MARK in text:
            doubts = (*doubts, f"{self.clock.last}年这里还打着{MARK}，没有定")
        renamed, more = self.offices.prose(moved)
        if key in UNMARKED:
            return Said(renamed)
        if self.clock.periods and QUOTES.search(moved) and not where.startswith(TASK):
            more = (*more, f"引用的目标值暂照{self.clock.last}年的，见 indicators.xlsx 的“指标”表")
        return marked(Said(renamed), where, (*doubts, *more))

    def _mapping(self, node: Mapping, where: str) -> Said:
        made = {key: self.node(key, value, _place(where, key)) for key, value in node.items() if value is not None}
        return Said(self._apart(made) if "lead" in made and "support" in made else made)

    def _apart(self, made: dict[str, Said]) -> dict[str, Said]:
        """Return what somebody is charged with, without those among who supports it that have come to lead it."""
        leading = {self.offices.id_of(name) for name in _names(made["lead"])}
        names = _names(made["support"])
        kept = [name for name in names if self.offices.id_of(name) not in leading]
        if len(kept) == len(names):
            return made
        as_text = isinstance(made["support"].value, str)
        support = Said("、".join(kept) if as_text else [Said(name) for name in kept])
        return {key: support if key == "support" else said for key, said in made.items() if key != "support" or kept}

    def _head(self, node: Mapping, where: str) -> Said:
        """Return a head without what it cannot have again."""
        kept = Mapping(node.origin)
        kept.update({key: value for key, value in node.items() if key not in ONCE})
        gone = "，".join(f"{ONCE[key]} {node[key]}" for key in ONCE if node.get(key))
        return replace(
            self._mapping(kept, where), remarks=(f"{self.clock.last}年的{gone}，定下后补上",) if gone else ()
        )

    def _items(self, key: str, items: Sequence, where: str) -> Iterable[Said]:
        """Yield the items of a list; tasks that are left out become remarks above what follows."""
        left: tuple[str, ...] = ()
        count = 0
        for number, each in enumerate(items, 1):
            is_task = isinstance(each, Mapping) and "task" in each
            said = self._task(each) if is_task and isinstance(each, Mapping) else self._item(key, each, where, number)
            if isinstance(said, Fate):
                left = (*left, *said.why)
                continue
            count += 1
            yield replace(said, remarks=(*left, *said.remarks))
            left = ()
        if left and not count:
            words = f"{MARK}本节{self.clock.last}年的任务都已完成，没有结转。"
            yield replace(marked(Said(""), where, ("定下本节的新任务，或删去本节",)), value=words, remarks=left)

    def _item(self, key: str, node: Node, where: str, number: int) -> Said:
        heading = node.get("heading") if isinstance(node, Mapping) else None
        return self.node(key, node, f"“{heading}”" if heading else f"{PLACES.get(where, where)}第{number}段")

    def _task(self, node: Mapping) -> Said | Fate:
        """Return a task in the new year, or that it is left out."""
        task = str(node["task"])
        where = f"{TASK}{task}"
        parts = node.get("parts")
        if not isinstance(parts, Sequence):
            fate = self.fates.of(task, 0)
            return self._open(self._mapping(node, where), node, where, fate) if fate.goes_on else fate
        kept: list[Said] = []
        gone: tuple[str, ...] = ()
        for number, part in enumerate(parts, 1):
            fate = self.fates.of(task, number)
            assert isinstance(part, Mapping)  # noqa: S101  the plan has been read
            if fate.goes_on:
                there = f"{where}第{number}点"
                charged = part if part.get("lead") or part.get("support") else node
                kept.append(self._open(self._mapping(part, there), charged, there, fate))
            else:
                gone = (*gone, *fate.why)
        if not kept:
            return Fate(False, gone)
        whole = self._mapping_without(node, "parts", where)
        made = alone(whole, kept[0]) if len(kept) == 1 else with_points(whole, kept)
        return Said(made, remarks=gone)

    def _mapping_without(self, node: Mapping, without: str, where: str) -> dict[str, Said]:
        """Return a task but for its points; what is to be looked at in its units is told at them."""
        value = self._mapping(node, where).value
        assert isinstance(value, dict)  # noqa: S101
        return {key: said for key, said in value.items() if key != without}

    def _open(self, said: Said, charged: Mapping, where: str, fate: Fate) -> Said:
        """Return a task or a point with the mark at its words, and why it goes on; `charged` names its units."""
        assert isinstance(said.value, dict)  # noqa: S101
        key = "text" if "text" in said.value else "heading"
        units = [name for each in UNITS for name in _texts(charged.get(each))]
        doubts = self.offices.named(tuple(map(str, units)))[1]
        return Said(said.value | {key: marked(said.value[key], where, (*fate.why, *doubts))})

    def _formal(self, tree: Mapping) -> Iterable[str]:
        """Yield what of a text is formal and is to be decided anew."""
        head, signature, imprint = (tree.get(key) for key in ("head", "signature", "imprint"))
        if isinstance(head, Mapping) and "number" in head:
            yield "发文字号编号后写在 head 的 number"
        if isinstance(signature, Mapping) and "date" in signature:
            yield f"成文日期由{signature['date']}顺延一年，定下后改 signature 的 date"
        if isinstance(imprint, Mapping) and "date" in imprint:
            yield f"印发日期由{imprint['date']}顺延一年，定下后改 imprint 的 date"

        for key in FORMAL:
            for text in texts_in(tree.get(key)):
                yield from self.offices.prose(str(text))[1]

    def _is_same_headline(self, tree: Mapping, made: dict[str, Said]) -> bool:
        lines = made["headline"].value
        joined = "".join(str(each.value) for each in lines) if isinstance(lines, list) else lines
        return joined == self.title(_joined(tree.get("headline")))

    def title(self, title: str) -> str:
        """Return a title in the new year: its year moved, or put before it, for no two papers have the same title."""
        moved = self.offices.prose(self.clock.title(title))[0]
        return moved if moved != title else f"{self.clock.year}年{title}"

    def _first_marked(self, made: dict[str, Said], why: tuple[str, ...]) -> dict[str, Said]:
        """Return a text with the mark at the first words that it prints of its own."""
        for key in ("preface", "blocks", "chapters"):
            if key in made and (marked_ := _at_first_words(made[key], key, why)) is not None:
                return made | {key: marked_}
        return made


def _texts(node: Node) -> tuple[Text, ...]:
    """Return the names in a list, or in one text."""
    if isinstance(node, Text):
        return divided(node)
    return tuple(each for each in node if isinstance(each, Text)) if isinstance(node, Sequence) else ()


def _names(said: Said) -> list[str]:
    """Return the names in a list of units, or in a text that names some."""
    return [str(each.value) for each in said.value] if isinstance(said.value, list) else str(said.value).split("、")


def _joined(node: Node) -> str:
    return "".join(texts_in(node))


def _place(where: str, key: str) -> str:
    where = PLACES.get(where, where)
    return where if key in ("heading", "text", "blocks", "parts") else f"{where}的 {key}"


def _at_first_words(said: Said, where: str, why: tuple[str, ...]) -> Said | None:
    """Return a value with the mark at its first paragraph or heading; None where it has none."""
    value: Value = said.value
    if isinstance(value, str):
        return marked(said, where, why)
    if isinstance(value, list):
        for number, each in enumerate(value):
            if (found := _at_first_words(each, f"{PLACES.get(where, where)}第{number + 1}段", why)) is not None:
                return replace(said, value=[*value[:number], found, *value[number + 1 :]])
        return None
    key = next((each for each in ("text", "heading", "article", "runin") if each in value), None)
    return None if key is None else replace(said, value=value | {key: marked(value[key], where, why)})
