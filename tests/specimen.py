"""A paper made by hand that holds every kind of node: what the writers are tried on."""

from decimal import Decimal

from yinfa.document.tree import (
    Block,
    Box,
    Break,
    Cell,
    Contents,
    Document,
    Entry,
    Heading,
    ListBlock,
    ListItem,
    Num,
    Paragraph,
    Ref,
    RunIn,
    Section,
    Table,
    Text,
)

SENTENCE = (
    "各有关部门要把质量工作摆在更加突出的位置，健全统筹协调、分工负责的推进机制，"
    "到2015年使“产品、工程、服务、环境”四类质量都有可以核对的年度数据，并按时向社会公布。"
)


def specimen(paragraphs: int = 12) -> Document:
    """Return a finished tree (numbers and references filled in) with `paragraphs` long paragraphs a section."""
    return Document(
        kind="plan",
        title="某县质量强县发展规划（样张）",
        author="某县质量强县工作领导小组办公室",
        date="2011-11-01",
        subject="规划",
        mark="样例",
        sections=(
            Section("cover", _cover()),
            Section("contents", (Contents("目录", 2, _entries()),)),
            Section("body", (*_preface(), *_chapter_one(paragraphs), *_chapter_two(paragraphs)), number_from=1),
            Section("landscape", _annex()),
        ),
    )


def _cover() -> tuple[Block, ...]:
    return (
        Paragraph((Text("某县质量强县"), Break(), Text("发展规划（样张）")), "title"),
        Paragraph((Text("（征求意见稿）"),), "status"),
        Paragraph((Text("某县质量强县工作领导小组办公室"),), "issuer"),
        Paragraph((Text("二〇一一年十一月"),), "date"),
    )


def _entries() -> tuple[Entry, ...]:
    return (
        Entry("h-1", 1, "一、", "发展基础"),
        Entry("h-1-1", 2, "（一）", "发展现状"),
        Entry("h-2", 1, "二、", "主要目标"),
        Entry("annex-1", 1, "附件", "重大建设项目表"),
    )


def _preface() -> tuple[Block, ...]:
    basis = ListBlock(
        "ordered",
        tuple(ListItem((Text(f"《质量发展纲要（第{n}部分）》"),), f"{n}.") for n in range(1, 4)),
    )
    return (Paragraph((Text(SENTENCE * 2),)), Paragraph((Text("编制依据"),), "label"), basis)


def _chapter_one(paragraphs: int) -> tuple[Block, ...]:
    return (
        Heading("h-1", 1, (Text("发展基础"),), ordinal="一、", number=1),
        Heading("h-1-1", 2, (Text("发展现状"),), ordinal="（一）", number=1),
        Heading("h-1-1-1", 3, (Text("总体水平"),), ordinal="1.", number=1),
        Heading("h-1-1-1-1", 4, (Text("产品质量"),), ordinal="（1）", number=1),
        *(
            Paragraph((RunIn(f"第{n}项。"), Text(SENTENCE * 2), Num("92%", Decimal(92), "indicators.xlsx!指标!L2")))
            for n in range(paragraphs)
        ),
        Paragraph((Text("各项指标见"), Ref("table-1", "表1"), Text("，重点见"), Ref("box-1", "专栏1"), Text("。"))),
    )


def _chapter_two(paragraphs: int) -> tuple[Block, ...]:
    dashes = tuple(
        ListItem((RunIn("产品质量稳步提升。"), Text(SENTENCE), Num("50个", Decimal(50))), "——") for _ in range(3)
    )
    boxed = tuple(ListItem((Text(SENTENCE),), f"{n}.") for n in range(1, 9))
    return (
        Heading("h-2", 1, (Text("主要目标"),), ordinal="二、", number=2),
        ListBlock("dash", dashes),
        Box(
            "box-1",
            (Text("品牌建设体系实施重点"),),
            (Paragraph((Text(SENTENCE),)), ListBlock("ordered", boxed)),
            "专栏1",
        ),
        *(Paragraph((Text(SENTENCE),)) for _ in range(paragraphs)),
        _indicators(),
        Paragraph((Text(SENTENCE),)),
    )


def _head(*titles: str) -> tuple[Cell, ...]:
    return tuple(Cell((Text(title),), role="head") for title in titles)


def _indicators() -> Table:
    def group(name: str, first: int) -> tuple[tuple[Cell, ...], ...]:
        rows = []
        for n in range(first, first + 4):
            cells = (
                Cell((Text(str(n)),)),
                Cell((Text(f"{name}合格率（第{n}项）"),), colspan=2, align="left"),
                Cell((Text("%"),)),
                Cell((Num("≥92", Decimal(92)),)),
            )
            rows.append((Cell((Text(name),), rowspan=4, role="group"), *cells) if n == first else cells)
        return tuple(rows)

    parts = ("化学需氧量", "二氧化硫", "氮氧化物", "氨氮")
    last = tuple(
        (
            Cell((Text("环境"),), rowspan=4, role="group"),
            Cell((Text("17"),), rowspan=4),
            Cell((Text("主要污染物排放总量"),), rowspan=4, align="left"),
            Cell((Text(part),), align="left"),
            Cell((Text("万吨"),), rowspan=4),
            Cell((Text("完成上级下达任务"),), rowspan=4),
        )
        if part == parts[0]
        else (Cell((Text(part),), align="left"),)
        for part in parts
    )
    head = (
        Cell((Text("分类"),), role="head"),
        Cell((Text("序号"),), role="head"),
        Cell((Text("指标名称"),), colspan=2, role="head"),
        Cell((Text("计量单位"),), role="head"),
        Cell((Text("2015年"), Break(), Text("目标值")), role="head"),
    )
    return Table(
        "table-1",
        (Text("主要指标"),),
        (10, 8, 22, 16, 12, 20),
        (head,),
        (group("产品质量", 1), group("工程质量", 5), last),
        (Paragraph((Text("注：完成上级下达任务的指标不设数值。"),), "note"),),
        "表1",
    )


def _annex() -> tuple[Block, ...]:
    rows = tuple(
        (
            Cell((Text(str(n)),)),
            Cell((Text(f"第{n}号检验检测中心建设工程"),), align="left"),
            Cell((Text("续建"),)),
            Cell((Text("2010—2015"),)),
            Cell(
                (Text("新建实验用房和配套设施，购置关键仪器设备，形成面向全县主导产业的检验检测能力。"),), align="left"
            ),
            Cell((Num("9000", Decimal(9000)),), align="right"),
            Cell((Text("—"),)),
            Cell((Text("县质监局"),)),
        )
        for n in range(1, 27)
    )
    total = (
        Cell((Text("总计"),), colspan=5, role="total"),
        Cell((Num("23.4亿元", Decimal("23.4")),), align="right", role="total"),
        Cell((Text("—"),), role="total"),
        Cell((), role="total"),
    )
    return (
        Heading("annex-1", 1, (Text("重大建设项目表"),), form="annex", ordinal="附件"),
        Table(
            "table-2",
            (Text("重大建设项目表"),),
            (5, 24, 8, 12, 40, 12, 12, 13),
            (
                _head(
                    "序号",
                    "项目名称",
                    "建设性质",
                    "建设期限",
                    "建设内容",
                    "总投资（万元）",
                    "计划投资（万元）",
                    "责任单位",
                ),
            ),
            (rows, (total,)),
            ordinal="表2",
        ),
    )
