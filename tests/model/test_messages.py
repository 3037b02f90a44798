"""What a drafter writes otherwise than the program reads it: the hint says what was meant, or how to write it."""

from pathlib import Path

import pytest

from tests.plans import Change, good_plan, hints, read_plan, write_plan

ACTION, OPINION, FEEDBACK = "text/action.yaml", "text/opinion.yaml", "text/feedback.yaml"
PARTS = "parts:\n              - text: 加大"
BLOCKS = "文字、task、article、heading、runin、dash、list、box、table、figure、chart、summary、form"
TABLES = (
    "indicators 指标表、completion 完成情况表、targets 目标表、verdicts 指标完成情况和评价表、missed 未完成指标、"
    "projects 项目、project-progress 项目进展表、duties 责任分解表、matrix 任务与单位对照表、"
    "task-progress 任务完成情况表、open-tasks 未完成任务表、opinions 意见采纳情况表"
)
SPELLING = "请检查拼写，或删去这一项。"


def told(folder: Path, change: Change) -> list[str]:
    """Return message and hint of what is said of the papers of a year with a change."""
    _, said = read_plan(folder, change, action=True)
    messages = (each.split("] ", 1)[1] for each in said)
    return [f"{message}|{hint}" for message, hint in zip(messages, hints(folder / "xian"), strict=True)]


@pytest.mark.parametrize(
    ("change", "meant"),
    [
        ((ACTION, "lead: 县经信局", "牵头: 县经信局"), "lead"),
        ((ACTION, "support: [相关部门]", "配合单位: [相关部门]"), "support"),
        ((ACTION, "due: 2013-09", "时限: 2013-09"), "due"),
        (("text/notice.yaml", "number:", "发文字号:"), "number"),
        (("text/notice.yaml", "addressee:", "主送机关:"), "addressee"),
        (("text/plan.yaml", "              id: box-brand", "              编号: box-brand"), "id"),
    ],
)
def test_a_key_in_chinese_is_known(tmp_path: Path, change: Change, meant: str) -> None:
    assert f"{SPELLING}是否指“{meant}”？" in hints(write_plan(tmp_path, change, action=True))


def test_a_key_in_chinese_beside_the_key_itself_is_one_too_many(tmp_path: Path) -> None:
    """No text was cut in two."""
    assert told(tmp_path, ("text/notice.yaml", "imprint:", "版记: 无\nimprint:")) == [
        f"不认识的键“版记”|{SPELLING}这里已有“imprint”"
    ]


def test_a_block_in_chinese_is_known(tmp_path: Path) -> None:
    """Not for a text cut in two by its colon."""
    (hint,) = hints(write_plan(tmp_path, ("text/plan.yaml", "- dash:", "- 列表:")))
    assert hint.startswith("是否指“list”？这里可用的有：")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            (
                ACTION,
                "parts:\n              - text: 加大",
                "parts:\n              - 建立名录。\n              - text: 加大",
            ),
            "“parts 第1项”应是一组“键: 值”|写成 - text: 建立名录。，每个键一行",
        ),
        (
            ("units.yaml", "- {unit: fagai}", "- fagai"),
            "“members 第1项”应是一组“键: 值”|写成 - unit: fagai，每个键一行",
        ),
        (
            (FEEDBACK, "{label: 总体意见, lines: 3}", "总体意见"),
            "“fields 第3项”应是一组“键: 值”|写成 - label: 总体意见，每个键一行",
        ),
        (
            (OPINION, "through: true", "head: 某县人民政府\nthrough: true"),
            "“head”应是一组“键: 值”|写成 organs: 某县人民政府，每个键一行",
        ),
        (
            ("text/notice.yaml", "postscript: （此件公开发布）\nimprint:", "imprint: 某县人民政府办公室印发\nrest:"),
            "“imprint”应是一组“键: 值”|分行写出各键：copies、printer、date",
        ),
        (
            ("plan.yaml", "parts:\n      - {kind: plan", "parts:\n      - 规划\n      - {kind: plan"),
            "“parts 第1项”应是一组“键: 值”|写成 - kind: …，每个键一行",
        ),
        (
            (ACTION, "lead: [县质监局]", "lead: [[县质监局]]"),
            "“lead 第1项”应是一段文字|如果文字以 {{ 或 [ 开头，请加单引号",
        ),
        (
            (ACTION, "indicators: [food-rate]", "indicators: [food-rate]\n        parts: 加大力度。"),
            "“parts”应是列表|每一项另起一行，以“- ”开头：写成 - text: 加大力度。，每个键一行",
        ),
        (
            (ACTION, "indicators: [food-rate]", "indicators: [food-rate]\n        parts:"),
            "“parts”是空的|请填写内容，或删去这一项",
        ),
        (
            ("text/plan.yaml", "- 重点如下。", "- {task: x, heading: 甲。, lead: 县质监局}"),
            "这里不能放“task”|专栏里不能放任务（task），把它移到专栏外面。这里可用的有：文字、runin、dash、list",
        ),
        (
            (OPINION, "- {article: 指导思想。, text: 坚持质量第一。}", "- {lead: 县质监局}"),
            f"这里不能放“lead”|“lead”写在任务（task）下面。这里可用的有：{BLOCKS}",
        ),
        (
            (ACTION, "{table: duties}", "{table: 责任分解表}"),
            f"“table”的值“责任分解表”不在可选范围内|是否指“duties”？可用的有：{TABLES}",
        ),
        (
            (OPINION, "text: 坚持质量第一。", "text: 坚持质量第一。, lead: 县质监局"),
            "不认识的键“lead”|责任单位和时限只写在任务上：把 article 改用 task（编号）和 heading（标题）",
        ),
        (
            (OPINION, "- heading: 总体要求", "- heading: 总体要求\n    lead: 县质监局"),
            "不认识的键“lead”|责任单位和时限只写在任务上：在 blocks 下用 task 写任务",
        ),
    ],
)
def test_what_stands_in_the_wrong_shape_or_place_is_told_how_to_write(
    tmp_path: Path, change: Change, said: str
) -> None:
    assert told(tmp_path, change)[0] == said


WANTED = "写成 2011-11 或 2011-11-05（也可写 2011年11月、2011年11月5日）"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2013-9", "2013-09"),
        ("2013.09", "2013-09"),
        ("2013-5-9", "2013-05-09"),
        ("２０１３-09", "2013-09"),
        ("2013年底前", "2013-12"),
        ("2013年9月底", "2013-09"),
        ("2013-05-09 10:00", "2013-05-09"),
        ("201309", "2013-09"),
        ("2013-13", ""),
        ("9月底", ""),
    ],
)
def test_a_day_written_otherwise_is_understood(tmp_path: Path, written: str, meant: str) -> None:
    """But not read: what is meant is for the drafter to say."""
    change: Change = (ACTION, "due: 2013-09\n", f'due: "{written}"\n')
    assert hints(write_plan(tmp_path, change, action=True)) == [f"是否指“{meant}”？{WANTED}" if meant else WANTED]


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        (("units.yaml", "since: 2014}", "since: 2014-03}"), "是否指“2014”？只写年份"),
        (("plan.yaml", "year: 2013", "year: 2013年"), "是否指“2013”？只写年份"),
        ((FEEDBACK, "rows: 3", "rows: 六"), "用阿拉伯数字写"),
        ((FEEDBACK, "rows: 3", "rows: 6行"), "是否指“6”？只写数字"),
        ((FEEDBACK, "rows: 3", "rows: 若干"), "只写整数，如 6"),
    ],
)
def test_a_number_written_otherwise_is_told_how_to_write(tmp_path: Path, change: Change, hint: str) -> None:
    assert hint in hints(write_plan(tmp_path, change, action=True))


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("'某县{{ target(\"quality\") }}规划'", "有花括号"),
        ('"某县质量\\n强县规划"', "有换行"),
    ],
)
def test_a_title_is_printed_as_it_is(tmp_path: Path, title: str, wrong: str) -> None:
    """No call in it is answered, and it names the file."""
    (said,) = told(
        tmp_path, ("plan.yaml", "        title: 2013年度某县质量强县建设行动计划", f"        title: {title}")
    )
    assert said.endswith(f"不合写法：{wrong}|标题照原样印出，不能有花括号，也不能换行")


@pytest.mark.parametrize("written", ["food-rate、品牌", "[food-rate, 品牌]"])
def test_indicators_are_a_list_or_one_text(tmp_path: Path, written: str) -> None:
    good_plan(tmp_path, (ACTION, "indicators: [food-rate]", f"indicators: {written}"), action=True)
