"""The words that may stand between an indicator and its figure; with any other word the figure is not its."""

import re

PERIOD_NAME = "“?十[一二三四五六七]五”?"
YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")

_TIME = (
    r"(?:到|至|截至|比|较)?(?:19|20)[0-9]{2}年?年?(?:底|末|度|以来|起)?",
    f"{PERIOD_NAME}(?:规划)?(?:期间|以来|时期|期末|末)?",
    "全年|年内|年底前?|年末|今年|当年|去年|上年(?:同期|末)?|本年|今后|目前|现已|近年来",
    "[一二三四五两]年(?:内|间|来)?|规划(?:末期|实施以来|期内|期末|期)|末期|以来|期末|每年|年均|同期",
    "全[县市省区国镇乡]|我[县市省区]|本[县市省区]|县域",
)
_STATE = (
    "达到?了?|达|为|是|占到?|有|在|到|至|已经?|均|要|将|应|须|需|可|能|仍|还|共|约|近|将近|接近|都|就|不得|不",
    "不?低于|不?少于|不?小于|不?超过|不?高于|不?多于|不?大于|至少|至多|突破|控制|保持|稳定|维持|力争|争取|确保|努力",
    "实现|完成|需要?|新增加?|累计|总数|总量|数量|总值|数|占比|比例|指标值?|规划|年度|目标值?|任务|设定?|定|基本|实际|最终|合计|总计|水平",
    "以[上下内]|之内|及以上|左右|上下|多|余|含|的|比|较|与(?=上年|去年|[12][0-9]{3})|相比|同比|环比|由|从|上升|一直|连续|仅|只|建成|获得|拥有|计划|预计|要求",
)
_MOVE = (
    "提高|提升|上升|增长|增加|扩大|增幅|增速|增|下降|降低|减少|回落|缩小|下滑|降幅|压减|降|升|减|高出|幅度|率|了",
    "持平|稳步|逐年|明显|有所|大幅|小幅|显著|进一步|快速",
)
FIGURE, CALL = "\x00", "\x01"  # what stands for a figure and for a call in what lies between
_MARKS = rf"[，：,:（）()“”=≥≤><%％\s{FIGURE}{CALL}]"
BETWEEN = re.compile("(?:" + "|".join((*_TIME, *_MOVE, *_STATE, _MARKS)) + ")*")

# What may stand right before a name, so that it is not the end of a longer one: 工业产品合格率 is not 产品合格率.
LEADS = re.compile(
    r"(?:[，。；：、,;:！？（）()“”‘’《》—\s\x01]|"
    r"(?:[0-9]{4}年)(?:底|末|度)?|全[县市省区国镇乡]|我[县市省区]|本[县市省区]|全年|年内|年底|年末|今年|当年|去年|上年|本年|"
    r"期间|以来|期末|使|把|将|让|推动|促进|实现|提高|提升|新增|累计|新|培育|建成|创建|获得|拥有|达到|确保|力争|争取|其中|"
    r"和|及|与|以及|建设|新建|新创|新获|新添|争创|实施|选择|确定|鼓励|支持|制定|制订|引进|推荐|列入|间|评选|完成|有|至|到|中|内|是|为|县级|五年|规划|对|指标|目标)$"
)

AIMED = re.compile("力争|争取|确保|努力|目标|计划|要求|规划期末|预计|将")  # what is to be, and is not yet
HOPED = re.compile("力争|争取|确保|努力|预计|将")
YEARLY = re.compile("每年|年均|每季|每月|每两年|每周|每人|每个|逐年|人均")
WHOLE_YEAR = re.compile("全年|年内|今年|当年|本年|年底")
WHOLE_PERIOD = re.compile("规划期|规划末期|五年")
PAST_YEAR = re.compile("(?<![比较与同于和])(?:去年|上年)(?!同期)")
LOOKS_BACK = re.compile("截至|目前|现有|现已|累计已|已有|已达|以来|过去|迄今|全[县市省区]拥有")
LAST_PERIOD = re.compile("上一?(?:期|轮|个?五年|个?规划)|前一?期")
PERIOD_END = re.compile("(?<!规划)期末")  # of this period, or of the one before
PERIOD_AIM = re.compile("规划(?:确定的|设定的)?目标")
RETROSPECT = re.compile("回顾|基础与|发展基础|现状|成效|成就|形势|背景")  # headings of what was, not of what is to be
SINCE_LAST_YEAR = re.compile("同比|[比较与](?:上年|去年)")
SINCE_BASELINE = re.compile("基期|五年|以来|十[一二三四五六七]五")
ADDED, SUMMED = "新增", "累计"
