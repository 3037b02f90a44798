"""The rules of drafting, as tables: which papers and tasks go on, which years in a text move and which stay."""

import re
from typing import NamedTuple

from yinfa.derive.progress import UNREPORTED
from yinfa.model.progress import TASK_STATES

_, UNDER_WAY, NOT_BEGUN = TASK_STATES

# What becomes of a task, or of a point of one, by its state at the end of last year. One that is done goes on only if
# its words say that it comes back every year (`RECURRING`), or if an indicator that it serves was missed.
CARRIED = {
    UNDER_WAY: "{last}年没有完成（推进中），结转",
    NOT_BEGUN: "{last}年没有完成（未启动），结转",
    UNREPORTED: "没有填报{last}年的进展，按没有完成结转",
}
ROLLED_ON = "{last}年已完成，文字有“{word}”，是每年的工作，滚动列入"
KEPT_FOR = "{last}年已完成，但所服务的指标没有完成，保留"
LEFT_OUT = "{last}年已完成，未列入：{words}（{task}）"
# Words of work that comes back every year.
RECURRING = (
    *("每年", "全年", "年度", "每半年", "每季", "按季", "季度", "每两个月", "每月", "按月"),
    *("持续", "常态", "日常", "定期", "保持", "稳定", "巩固", "质量月"),
)


class Move(NamedTuple):
    """Words in which a year may stand: `move` it, or leave it; `doubt` is what a person is to look at, if anything.

    `near` are years relative to last year: only those are looked at, none means whatever year it is.
    """

    pattern: re.Pattern[str]
    move: bool
    doubt: str = ""
    near: tuple[int, ...] = ()


_STAYS = "“{words}”像是已有的事实，没有改动"
# Words, further on in the sentence, by which it tells what has been: 完成了, 已建成, 成功创建, but not 为了 nor 了解.
_PAST = "[^。；！？\n]*(?:(?<!为)(?<!除)了(?!解)|已|成功|荣获|获评|被(?:评|授|列|认|命))"
# A figure further on in the sentence, typed and not of a date, a 文号 or a name (PM2.5).
_COUNTS = "[^。；！？\n{]*?(?<![0-9.A-Za-z〔])[0-9.]+(?![0-9.年月日号季—–～~-])"
_YEAR = r"(?<![0-9])(?P<year>[0-9]{4})"
# The first line that matches at a place decides; {year} is the year as it stood. A group `year` is the one to move.
MOVES: tuple[Move, ...] = (
    Move(re.compile(r"〔[0-9]{4}〕"), move=False),  # 文号
    Move(
        re.compile(_YEAR + r"年?[—–～~至到-]{1,2}[0-9]{4}年?"),
        move=False,
        doubt="“{words}”的起止年份没有改动",
        near=(0,),
    ),
    Move(re.compile(_YEAR + r"年?[—–～~至到-]{1,2}[0-9]{4}年?"), move=False),
    Move(re.compile(_YEAR + r"年(?=以来|起|以前|之前|1(?:月)?[—–～~至到-]{1,2}[0-9]{1,2}月)"), False, _STAYS, (0, -1)),
    Move(re.compile(r"截[至止]" + _YEAR + "年"), False, _STAYS, (0, -1)),
    Move(re.compile(_YEAR + f"年(?={_PAST})"), False, _STAYS, (0, -1)),
    Move(re.compile(r"(?<=[比较])" + _YEAR + "年"), move=True, near=(0, -1)),  # 比2021年增长
    Move(re.compile(_YEAR + r"年[0-9]{1,2}月[0-9]{1,2}日"), True, "“{words}”已顺延一年，具体日子要重新定", (0,)),
    Move(re.compile(_YEAR + f"年(?={_COUNTS})"), True, "“{words}”已顺延一年，同一句里的数没有改动", (0,)),
    Move(re.compile(_YEAR + "年"), move=True, near=(0,)),
    Move(re.compile(_YEAR + "年"), move=False, doubt="“{words}”没有改动", near=(-1, 1)),
    Move(re.compile(_YEAR + r"[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?"), move=False, doubt="“{words}”没有改动", near=(0,)),
    # Years without figures: those in Chinese ones, and those that are told from the year of the paper.
    Move(re.compile("二[〇○Ｏ零][〇○Ｏ零一二三四五六七八九]{2}年"), move=False, doubt="“{words}”没有改动"),
    Move(
        re.compile("(?<![比较同于])(?:去年|前年|明年)|今年(?:以来|上半年|1)"),
        move=False,
        doubt="“{words}”是就上一年的文件说的，没有改动",
    ),
)
CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
NAMED = re.compile(r"《[^《》{}]*》")  # a document keeps its name, unless it is one that is drafted now

# Yearly papers that follow last year's, and when they do.
PAPERS = {
    "action-plan": "所有的年度行动计划",
    "notice": "印发行动计划的通知",
    "responsibilities": "由行动计划的任务生成的",
    "unit-sheet": "由行动计划的任务生成的",
    "indicators": "标题写有年份的",
    "projects": "标题写有年份的",
}
