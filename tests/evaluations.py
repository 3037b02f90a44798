"""The evaluations for the plan of tests/plans.py: small, right in everything, and with every kind of target once.

An annual evaluation of 12-5 in 2013, the third of its five years, with the tasks of that year and what came of them and
of the projects; and the final one of 11-5 in 2010. By hand:

2013  quality    91.5, path 90 + 2 × 3/5 = 91.2            达到序时进度
      brands     国家级 5 of 5～10, 累计                     提前完成
                 省级 15, path 10 + 10 × 3/5 = 16           基本完成 93.75 %, so the whole is 基本完成
      emission   words, with evidence (for both its parts)   达到序时进度
      patents    20 + 25 + 12 = 57, path 100 × 3/5 = 60     未完成 95 %, as it is 约束性
      revenue    41 of 40, the year's own; 50 revised to 45  达到序时进度
      accidents  0, path 8 − 5 × 3/5 = 5                    达到序时进度
      award      不适用                                      不适用
2010  quality    91.25 of ≥ 90                              已完成
      certified  38 of ≥ 40                                 基本完成 95 %
      chambers   1 of = 1, no longer counted                已完成
"""

FINAL = """\
  - kind: evaluation
    text: text/evaluation-2010.yaml
    title: 某县“十一五”质量工作终期评估报告
    period: "11-5"
    year: 2010
"""
EVALUATIONS = f"""\
  - {{kind: action-plan, text: text/tasks-2013.yaml, title: 2013年某县质量工作任务, year: 2013}}
  - {{kind: evaluation, text: text/evaluation-2013.yaml, title: 某县质量强县规划2013年度评估报告, year: 2013}}
{FINAL}"""

TASKS_2013 = """\
chapters:
  - heading: 质量示范创建
    blocks:
      - {task: city, heading: 创建示范城市。, text: 通过上级验收。, lead: 县发改局、县质监局, due: 2013-09}
      - {task: park, heading: 创建示范园区。, text: 启动园区创建。, lead: 县经信局, support: 县质监局}
  - heading: 品牌建设
    blocks:
      - task: names
        heading: 培育品牌。
        lead: 县质监局
        parts:
          - {text: 建立品牌名录。}
          - {text: 推进企业技术改造。, lead: 县经信局}
          - {text: 开展品牌宣传。}
"""

EVALUATION_2013 = """\
head: {organs: [某县人民政府办公室], number: 某政办发〔2014〕5号}
addressee: 县政府：
preface:
  - 现将2013年度规划实施情况报告如下。
chapters:
  - heading: 总体情况
    blocks:
      - summary: overall
      - summary: natures
      - summary: groups
      - summary: extremes
      - summary: changes
  - heading: 指标完成情况
    blocks:
      - {table: verdicts, caption: 指标完成情况和评价, id: table-verdicts, notes: [注：数据截至2013年底。]}
      - {chart: rates, caption: 各指标完成率, id: chart-rates}
      - {chart: groups, caption: 各类指标完成情况}
      - {chart: path, indicator: 产品抽查合格率, caption: 产品抽查合格率历年情况}
      - {chart: path, indicator: brands, part: 省级, caption: 省级品牌历年情况}
  - heading: 未完成的指标
    blocks:
      - summary: missed
      - {table: missed, caption: 未完成指标的原因和改进措施}
  - heading: 任务完成情况
    blocks:
      - summary: tasks
      - {table: task-progress, caption: 任务完成情况}
      - {table: open-tasks, caption: 未完成的任务}
      - {chart: units, caption: 各单位任务完成情况}
  - heading: 项目进展
    blocks:
      - summary: projects
      - {table: project-progress, caption: 重大项目进展}
  - heading: 下一年度建议
    blocks:
      - 加强品牌培育。
signature: {date: 2014-01-20}
"""

EVALUATION_2010 = """\
chapters:
  - heading: 指标完成情况
    blocks:
      - summary: overall
      - {table: verdicts, caption: “十一五”指标完成情况和评价}
      - summary: missed
      - {table: missed, caption: 未完成指标的原因和改进措施}
"""

EVALUATION_TEXTS = {
    "text/tasks-2013.yaml": TASKS_2013,
    "text/evaluation-2013.yaml": EVALUATION_2013,
    "text/evaluation-2010.yaml": EVALUATION_2010,
}

QUALITY = ("quality", "是", "产品", 1, "产品抽查合格率", None, "%", "期末", "预期性", "≥")
BRANDS = ("brands", "是", "产品", 2, "品牌数")
EMISSION = ("emission", "是", "环境", 3, "污染物排放")
JUDGED_INDICATORS = (
    ("12-5", *QUALITY, 92, 90, "县质监局", None, "抽查口径调整，基期值重新核定"),
    ("12-5", *BRANDS, "国家级", "个", "累计", "预期性", "区间", "5～10", 2, "县质监局"),
    ("12-5", *BRANDS, "省级", "个", "累计", "预期性", "区间", "20-30", 10, "县质监局"),
    ("12-5", *EMISSION, "化学需氧量", "吨", "期末", "约束性", "定性", "完成上级任务", None, "县环保局"),
    ("12-5", *EMISSION, "二氧化硫", "吨", "期末", "约束性", "定性", None, None, "县环保局"),
    ("12-5", "patents", "是", "创新", 4, "新增发明专利", None, "件", "新增", "约束性", "≥", 100, None, "县经信局"),
    ("12-5", "revenue", "是", "创新", 5, "检测服务业收入", None, "亿元", "期末", "预期性", "≥", 50, 30, "县质监局"),
    ("12-5", "accidents", "是", "安全", 6, "质量安全事故", None, "起", "期末", "约束性", "≤", 3, 8, "县质监局"),
    ("12-5", "award", "是", "安全", 7, "安全县评定", None, "分", "期末", "预期性", "≥", 90, 80, "县质监局"),
    ("12-5", "noise", "否", "环境", None, "噪声", None, "分贝", "期末", "预期性", "≤", 55, None, "县环保局、县质监局"),
    ("11-5", *QUALITY, 90, None, None, "上期规划"),
    ("11-5", "certified", "是", "产品", 2, "获认证企业", None, "家", "累计", "预期性", "≥", 40, None, None, "上期规划"),
    ("11-5", "chambers", "是", "服务", 3, "质量协会", None, "个", "累计", "约束性", "=", 1, None, None, "上期规划"),
)

# 时期 编号 分项 年度 完成值 来源 快报 备注 年度目标 不再统计 证据 原因 改进措施
_LATE = ("企业申报积极性不高。", "加大奖励力度。")
JUDGED_ACTUALS = (
    ("12-5", "quality", None, 2011, 90.4, "县质监局年报"),
    ("12-5", "quality", None, 2012, 91.0, "县质监局年报"),
    ("12-5", "quality", None, 2013, 91.5, "县质监局年报", "是", "抽查批次有所增加"),
    ("12-5", "brands", "国家级", 2012, 4, "县质监局年报"),
    ("12-5", "brands", "国家级", 2013, 5, "县质监局年报"),
    ("12-5", "brands", "省级", 2012, 15, "县质监局年报"),
    ("12-5", "brands", "省级", 2013, 15, "县质监局年报", None, None, None, None, None, *_LATE),
    ("12-5", "emission", "化学需氧量", 2013, "达到序时进度", "县环保局", None, None, None, None, "年度减排核查意见"),
    ("12-5", "patents", None, 2011, 20, "县经信局", None, None, 20),
    ("12-5", "patents", None, 2012, 25, "县经信局", None, None, 20),
    ("12-5", "patents", None, 2013, 12, "县经信局", None, None, None, None, None, "研发投入不足。", "设立专项资金。"),
    ("12-5", "revenue", None, 2012, 36.5, "统计公报"),
    ("12-5", "revenue", None, 2013, 41, "统计公报", None, None, 40),
    ("12-5", "accidents", None, 2012, 2, "县质监局年报"),
    ("12-5", "accidents", None, 2013, 0, "县质监局年报"),
    ("12-5", "award", None, 2013, "不适用", "县质监局年报", None, "当年未开展评定"),
    ("12-5", "noise", None, 2011, 0),
    ("11-5", "quality", None, 2009, 88.5, "统计年鉴"),
    ("11-5", "quality", None, 2010, 91.25, "统计年鉴"),
    ("11-5", "certified", None, 2010, 38, "统计年鉴", None, None, None, None, None, *_LATE),
    ("11-5", "chambers", None, 2010, 1, "统计年鉴", None, None, None, "是"),
)
REVISIONS = (("12-5", "revenue", None, 45, "2012-10-30", "某政发〔2012〕30号", "口径调整"),)

# 年度 任务 分点 状态 进展 原因 下步措施
TASKS_DONE = (
    (2013, "city", None, "已完成", "通过省级验收。"),
    (2013, "park", None, "未启动", None, "园区规划正在调整。", "规划批复后启动。"),
    (2013, "names", None, "已完成", "名录已公布。"),
    (2013, "names", 2, "推进中", "完成技术改造3项。", "企业资金紧张。", "协调信贷支持。"),
)
# 年度 项目 状态 本年完成投资 累计完成投资 形象进度
PROJECTS_DONE = (
    (2012, "p1", "在建", 40000, 70000, "主体封顶。"),
    (2013, "p1", "已完工", 20000, 90000, "通过验收。"),
    (2013, "p2", "在建", 15000.5, 65000.5, "完成土建。"),
)
