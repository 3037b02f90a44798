"""Years in words: those that go on with the plan are moved, those of documents and of what has been stay."""

import pytest

from yinfa.nextyear.moving import Clock

CLOCK = Clock(2013, frozenset({"2013年度某县行动计划"}), {"2013": "2014"})


@pytest.mark.parametrize(
    ("words", "moved"),
    [
        ("2013年，完成任务。", "2014年，完成任务。"),
        ("2013年度考核", "2014年度考核"),
        ("于2013年9月底前", "于2014年9月底前"),
        ("比2012年增长10%", "比2013年增长10%"),
        ("较2013年提高", "较2014年提高"),
        ("到2015年，达到目标。", "到2015年，达到目标。"),
        ("2010年末的基数", "2010年末的基数"),
        ("某政发〔2013〕8号", "某政发〔2013〕8号"),
        ("《质量发展纲要（2011—2020年）》", "《质量发展纲要（2011—2020年）》"),
        ("《2013年某县行动计划》已同意", "《2014年某县行动计划》已同意"),
        ('{{ target("合格率", period="2013") }}', '{{ target("合格率", period="2014") }}'),
        ("标准GB/T 2013", "标准GB/T 2013"),
        ("12013年", "12013年"),
        ("2013年9月底前完成。共5项。", "2014年9月底前完成。共5项。"),
        ('2013年达到{{ target("A10") }}', '2014年达到{{ target("A10") }}'),
        ("2013年按某政发〔2012〕8号治理PM2.5", "2014年按某政发〔2012〕8号治理PM2.5"),
        ("为了2013年的创建，了解情况。", "为了2014年的创建，了解情况。"),
        ("比上年提高，不低于去年，增幅在上年之上", "比上年提高，不低于去年，增幅在上年之上"),
    ],
)
def test_what_is_plain_is_moved_or_left_without_a_word(words: str, moved: str) -> None:
    assert CLOCK.prose(words) == (moved, ())


@pytest.mark.parametrize(
    ("words", "moved"),
    [
        ("2013年5月31日前", "2014年5月31日前"),
        ("2013年以来", "2013年以来"),
        ("2013年底已建成", "2013年底已建成"),
        ("2013年全县新增证书16张。", "2014年全县新增证书16张。"),
        ("2013年完成了创建。", "2013年完成了创建。"),
        ("2013年，全县印发《意见》，成功创建示范县。", "2013年，全县印发《意见》，成功创建示范县。"),
        ("2013年全县被命名为示范县", "2013年全县被命名为示范县"),
        ("2013年1—9月新增9家", "2013年1—9月新增9家"),
        ("截至2013年底共有9家", "截至2013年底共有9家"),
        ("二〇一三年九月底前", "二〇一三年九月底前"),
        ("去年合格率为98%", "去年合格率为98%"),
        ("今年以来新增2家", "今年以来新增2家"),
        ("明年再完成2家", "明年再完成2家"),
        ("2013—2015年", "2013—2015年"),
        ("2012年的做法", "2012年的做法"),
        ("2014年第一季度补足", "2014年第一季度补足"),
        ("《2013年全省工作要点》", "《2013年全省工作要点》"),
        ('{{ actual("合格率", year=2013) }}', '{{ actual("合格率", year=2013) }}'),
        ("2013-09-30", "2013-09-30"),
    ],
)
def test_what_is_doubtful_is_told(words: str, moved: str) -> None:
    """One doubt each, in which the words stand."""
    found, doubts = CLOCK.prose(words)
    assert found == moved
    assert len(doubts) == 1


def test_what_has_been_is_told_by_its_own_sentence_alone() -> None:
    """Behind a stop, and beyond a call, what is to be done begins anew."""
    words = '2013年完成了创建，合格率{{ actual("合格率") }}。2013年9月底前复查。'
    assert CLOCK.prose(words)[0] == words.replace("2013年9月", "2014年9月")


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        ("2013-09", "2014-09"),
        ("2013-09-30", "2014-09-30"),
        ("2013年5月9日", "2014年5月9日"),
        ("2013-12-31", "2014-12-31"),
    ],
)
def test_days_are_moved(day: str, moved: str) -> None:
    assert CLOCK.day(day) == moved


@pytest.mark.parametrize(("day", "moved"), [("2012-02-29", "2013-02-28"), ("2012年2月29日", "2013年2月28日")])
def test_the_last_of_february_stays_a_day(day: str, moved: str) -> None:
    assert Clock(2012).day(day) == moved
    assert Clock(2012).prose("2012年2月29日前")[0] == "2013年2月28日前"


@pytest.mark.parametrize(
    ("name", "moved"),
    [
        ("text/action-2013.yaml", "text/action-2014.yaml"),
        ("text/2013/action-2013.yaml", "text/2013/action-2014.yaml"),
        ("text/action.yaml", "text/action-2014.yaml"),
    ],
)
def test_a_text_has_a_file_of_its_own_for_each_year(name: str, moved: str) -> None:
    assert CLOCK.file(name) == moved


def test_a_new_plan_leaves_a_period_that_is_said() -> None:
    """Who quotes the plan before by its name means it."""
    clock = Clock(2015, periods={"12-5": "13-5"}, over="“十二五”", indicators={"合格率": None})
    call = '{{ target("合格率", period="12-5") }}'
    assert clock.prose(call) == (call, ("引用的时期是写明的，没有改动",))
    assert clock.prose('{{ target("合格率") }}')[0] == "〔待定〕"
