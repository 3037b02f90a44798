"""The names by which prose calls indicators: in full, with 的, and for short where no other is called so."""

from dataclasses import replace

import pytest

from tests.prose.stating import clean
from yinfa.diagnostics import Origin
from yinfa.prose.names import Names
from yinfa.sources.text import Text

CALLED = (
    "国优工程“鲁班奖”",
    "培育“品字标”企业",
    "“品字标”国际认证企业",
    "制定“浙江制造”标准",
    "市级政府质量奖企业",
    "目的地景区满意度",
)


def names() -> Names:
    """Return the names of some indicators, each of one part."""
    origin, one = Origin("indicators.xlsx", sheet="指标", cell="F2"), clean().indicators[0]
    return Names(replace(one, id=Text(name, origin), name=Text(name, origin)) for name in CALLED)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("国优工程“鲁班奖”1个", [("国优工程“鲁班奖”", True)]),
        ("力争“鲁班奖”1个", [("国优工程“鲁班奖”", True)]),
        ("国家级“鲁班奖”1个", [("国优工程“鲁班奖”", True)]),
        ("申报“鲁班奖”1个", [("国优工程“鲁班奖”", False)]),
        ("新增“品字标”企业20家", [("培育“品字标”企业", True)]),
        ("辅导“品字标”企业20家", [("培育“品字标”企业", False)]),
        ("获得“品字标”国际认证的企业20家", [("“品字标”国际认证企业", True)]),
        ("使用“品字标”20家", []),  # of two
        ("“浙江制造”标准20个", [("制定“浙江制造”标准", True)]),
        ("制定“浙江制造”标准20个", [("制定“浙江制造”标准", True)]),
        ("获得市级政府质量奖的企业5家", [("市级政府质量奖企业", True)]),
        ("目的地景区满意度90%", [("目的地景区满意度", True)]),
        ("目的地景区的满意度90%", [("目的地景区满意度", True)]),
    ],
)
def test_an_indicator_is_called_by_its_name_or_for_short(words: str, said: list[tuple[str, bool]]) -> None:
    """Whether it is certain, what stands before it shows."""
    found = [(str(indicator.name), each.sure) for each in names().mentions(words) for indicator, _ in each.named]
    assert found == said
