"""Facts of plan.yaml and units.yaml: what the plan and its papers are called, when, and who is who."""

from yinfa.derive.facts.fact import Facts, Thing, day_words
from yinfa.model.identity import Identity, Leaf, Part, Registry
from yinfa.model.plan import Plan

PLAN = Thing("规划", ())
GOVERNMENTS = {"county": "县", "county-city": "县级市", "district": "区", "prefecture-city": "设区市"}
STAGES = {"annual": "年度评估", "mid-term": "中期评估", "final": "终期评估"}
LEVELS = {"office": "办公机构", "bureau": "部门", "town": "乡镇街道", "company": "企业", "group": "单位组合"}
BINDINGS = {"follows": "随文", "annex": "附件", "apart": "另附"}


def identity_facts(plan: Plan, facts: Facts) -> None:
    """Tell the identity of a plan, its periods, its papers and its units."""
    identity = plan.identity
    facts.texts(
        PLAN,
        ("名称", identity.title),
        ("所在地", identity.place),
        ("印发机关", identity.issuer),
        ("时期", identity.period),
    )
    where = f"{plan.shown}/plan.yaml"
    facts.put(PLAN, "日期", day_words(identity.date), identity.date.origin)
    facts.put(PLAN, "文稿状态", identity.status, where)
    facts.put(PLAN, "政府层级", GOVERNMENTS[identity.government], where)
    facts.put(PLAN, "样例标记", "有" if identity.sample else "无", where)
    _dates(identity, facts)
    _yardstick(identity, facts, where)
    _periods(identity, facts)
    _papers(plan, facts)
    _units(plan.registry, facts)


def _dates(identity: Identity, facts: Facts) -> None:
    if identity.consultation:
        start, deadline = identity.consultation.start, identity.consultation.deadline
        facts.put(PLAN, "征求意见开始", day_words(start), start.origin)
        facts.put(PLAN, "征求意见截止", day_words(deadline), deadline.origin)


def _yardstick(identity: Identity, facts: Facts, where: str) -> None:
    yardstick = identity.evaluation
    facts.put(PLAN, "约束性指标基本完成的界限", f"{yardstick.nearly.binding}%", where)
    facts.put(PLAN, "预期性指标基本完成的界限", f"{yardstick.nearly.expected}%", where)
    facts.put(PLAN, "可以提前完成的口径", "、".join(yardstick.early) or "无", where)


def _periods(identity: Identity, facts: Facts) -> None:
    for period in identity.periods:
        thing = Thing("时期", (str(period.id),), str(period.name))
        facts.texts(thing, ("名称", period.name))
        facts.put(thing, "起止", f"{period.start}—{period.end}年", period.id.origin)


def _papers(plan: Plan, facts: Facts) -> None:
    for paper in plan.papers():
        _leaf(paper, (), facts)
        for part in paper.parts:
            _leaf(part, (str(paper.title),), facts)


def _leaf(leaf: Leaf, inside: tuple[str, ...], facts: Facts) -> None:
    thing = Thing("文件", (str(leaf.kind), str(leaf.year or ""), str(leaf.text), *inside), str(leaf.title))
    facts.texts(thing, ("标题", leaf.title), ("文种", leaf.kind), ("正文", leaf.text or None), ("时期", leaf.period))
    place = leaf.kind.origin
    if leaf.year:
        facts.put(thing, "年度", f"{leaf.year}年", place)
    if leaf.stage:
        facts.put(thing, "评估类别", STAGES[leaf.stage], place)
    if isinstance(leaf, Part):
        facts.put(thing, "装订", BINDINGS[leaf.binding], place)


def _units(registry: Registry, facts: Facts) -> None:
    for count, unit in enumerate(registry.units, 1):
        thing = Thing("单位", (str(unit.id),), str(unit.short))
        facts.texts(thing, ("全称", unit.name), ("简称", unit.short), ("接替单位", unit.successor))
        facts.put(thing, "类别", LEVELS[unit.level], unit.id.origin)
        facts.put(thing, "次序", count, unit.id.origin)
        facts.names(thing, "成员", (each.unit for each in unit.members))
        for what, year in (("启用年份", unit.since), ("停用年份", unit.until)):
            if year:
                facts.put(thing, what, f"{year}年", unit.id.origin)
