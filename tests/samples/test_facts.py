"""The sample of Tiantai against its source, copied by hand: the targets of 附件1 and who is charged with each task.

The source is the notice 天政办发〔2013〕62号 as a collection of policies reprinted it. Names of indicators are the
source's, without the 达到 that two of them end with and the bracket of the fifth, which is a note below the table here.
"""

import re

from tests.samples.reading import SPLIT, Duty, bracket_at_end, duty, papers, run_in, tables, units
from yinfa.document.tree import Document
from yinfa.proof.said_tree import said_by_tree

TARGETS = (
    ("1", "生产环节食品安全监督抽查批次合格率", "", "95%", "县质监局"),
    ("2", "种养环节初级食用农产品（农、林、渔）抽查合格率", "", "96%", "县农业局、县林特局、县水电局"),
    ("3", "餐饮食品评价抽检合格率", "", "90%", "县食品药品监管局"),
    ("4", "农村食品安全示范店配送率", "", "80%", "县工商局"),
    ("5", "质量管理工程", "卓越绩效模式", "5家", "县质监局"),
    ("5", "质量管理工程", "质量管理培训", "5家", "县质监局"),
    ("6", "取得质量管理体系认证的服务企业", "", "1家", "县质监局"),
    ("7", "建立质量损失统计的企业数", "", "1家", "县质监局"),
    ("8", "先进质量管理孵化基地", "", "1个", "县质监局"),
    ("9", "农业标准化示范项目", "", "3个", "县质监局"),
    ("10", "竣工验收交付工程合格率", "", "100%", "县建设规划局"),
    ("11", "保障性安居工程", "分户验收率", "100%", "县建设规划局"),
    ("11", "保障性安居工程", "设立永久性责任标牌", "100%", "县建设规划局"),
    ("12", "新建民用建筑实施节能设计标准率", "", "100%", "县建设规划局"),
    ("13", "服务业公共平台建设", "", "2个", "县发改局"),
    ("14", "机动车排气定期检测与车辆安全技术检验同步率", "", "100%", "县环保局"),
    ("15", "辐射工作单位持证运营率", "", "100%", "县环保局"),
    ("16", "市控以上重点污染企业发放排污许可证率", "", "100%", "县环保局"),
)
NOTE = "服务业企业不低于企业总数的6%，建筑企业不低于4%"

# Where the task stands, who leads, who supports (in the source's order), how, and until when.
TASKS = (
    ("一（一）", "县质监局、县发改局、县环保局、县建设规划局", "相关部门", "配合", "2013年9月"),
    ("一（二）", "县强县办", "县质监局、县发改局、县环保局、县建设规划局", "配合", "—"),
    ("一（三）", "县强县办", "相关部门", "配合", "—"),
    ("二（一）1", "县质监局", "县经信局", "配合", "2013年12月"),
    ("二（一）2", "县建设规划局", "县交通运输局、县水电局", "配合", "—"),
    ("二（一）3", "县发改局", "县交通运输局、县商务局、县文广新局、县质监局、县旅游局", "配合", "—"),
    ("二（一）4", "县质监局", "县经信局", "配合", "2013年12月"),
    ("二（二）1", "县质监局", "县农业局、县林特局、县商务局、县工商局", "配合", "—"),
    ("二（二）2", "县建设规划局、县交通运输局", "—", "负责", "—"),
    ("二（二）3", "县发改局", "县交通运输局、县卫生局、县旅游局", "配合", "—"),
    ("二（二）4", "县环保局", "—", "负责", "—"),
    (
        "三（一）1",
        "县科技局",
        "县经信局、县建设规划局、县环保局、县交通运输局、县水电局、县农业局、县林特局、县旅游局、县工商局、县质监局",
        "配合",
        "—",
    ),
    (
        "三（一）2",
        "县质监局",
        "县发改局、县经信局、县环保局、县建设规划局、县交通运输局、县水电局、县农业局、县林特局、县商务局、县文广新局、县旅游局",
        "配合",
        "—",
    ),
    (
        "三（一）3",
        "县强县办",
        "县发改局、县经信局、县交通运输局、县农业局、县林特局、县商务局、县文广新局、县旅游局、县工商局、县质监局、县水电局",
        "配合",
        "—",
    ),
    ("三（二）1", "县质监局", "—", "负责", "—"),
    ("三（二）2", "县经信局、县环保局", "县质监局", "配合", "—"),
    ("三（二）3", "县政府、县经信局、县财政局、县质监局、县工商局", "—", "责任单位", "—"),
    ("三（二）4", "县发改局", "县交通运输局、县商务局、县文广新局、县旅游局、县质监局", "配合", "—"),
    ("三（二）5", "县人力社保局", "县发改局、县环保局、县建设规划局、县质监局", "配合", "—"),
    (
        "三（三）1",
        "县食安委",
        "县水电局、县农业局、县林特局、县卫生局、县食品药品监管局、县工商局、县质监局",
        "配合",
        "—",
    ),
    ("三（三）2", "县质监局", "县安全生产监管局", "配合", "—"),
    ("三（三）3", "县商务局", "—", "负责", "—"),
    ("三（三）4", "县建设规划局、县交通运输局、县水电局", "—", "负责", "—"),
    ("三（三）5", "县环保局", "—", "负责", "—"),
    ("三（四）1", "县质监局", "—", "负责", "2013年12月"),
    ("三（四）2", "县质监局", "县经信局", "配合", "2013年12月"),
    ("三（四）3", "县质监局", "—", "负责", "—"),
    ("三（五）1", "县教育局", "县质监局", "配合", "—"),
    ("三（五）2", "县强县办", "成员单位", "参与", "—"),
)


def notice() -> Document:
    (document,) = papers("tiantai", "notice")
    return document


def test_the_first_annex_has_the_targets_of_the_source() -> None:
    """Ordinal, name, part, target and units; a target is a least one, but for those of 100%."""
    (rows,) = tables(notice(), ("序号", "内容"))
    printed = [
        (ordinal, re.sub(r"（(新增|累计)）$", "", name), "" if part == name else part, target, units(names))
        for ordinal, name, part, target, names in rows
    ]
    wanted = [
        (ordinal, name, part, target if target == "100%" else f"≥{target}", units(names))
        for ordinal, name, part, target, names in TARGETS
    ]
    assert printed == wanted


def test_the_note_below_the_first_annex_is_that_of_the_source() -> None:
    assert NOTE in said_by_tree(notice()).text


def test_the_split_of_duties_has_the_units_and_terms_of_the_source() -> None:
    (rows,) = tables(notice(), SPLIT)
    printed = [(row[1], units(row[4]), units(row[5]), row[6]) for row in rows]
    numbered = enumerate(TASKS, 1)
    assert printed == [(str(n), units(lead), units(support), due) for n, (_, lead, support, _, due) in numbered]


def test_the_brackets_in_the_prose_name_the_units_of_the_source() -> None:
    """Each where the source has it, in its manner; 工作要求 charges nobody."""
    printed = [(place, bracket_at_end(words)) for place, words in run_in(notice())]
    charged = [(place, duty(bracket)) for place, bracket in printed if bracket and not place.startswith("四")]
    assert charged == [(place, Duty(units(lead), units(support), how)) for place, lead, support, how, _ in TASKS]
    assert [place for place, bracket in printed if bracket is None] == ["四（一）", "四（二）", "四（三）"]


def test_the_table_of_its_own_says_the_same_as_the_annex() -> None:
    (annexed,), (document,) = list(tables(notice(), SPLIT)), papers("tiantai", "responsibilities")
    (own,) = tables(document, SPLIT)
    assert own == annexed
