"""The papers of a year for the plan of tests/plans.py: small, right in everything, and with every feature once.

A notice that an action plan follows, a notice with annexes to consult the public, an opinion of articles, and the
splits of duties made from the tasks of the action plan.
"""

# What is added to plan.yaml: a line of `periods`, and the documents.
PERIOD = (
    'period: "12-5"\n',
    '  - {id: "2013", name: 2013年, start: 2013, end: 2013}\nperiod: "12-5"\n',
)
PAPERS = """\
  - kind: notice
    text: text/notice.yaml
    title: 某县人民政府办公室关于印发2013年度某县质量强县建设行动计划的通知
    year: 2013
    parts:
      - kind: action-plan
        text: text/action.yaml
        title: 2013年度某县质量强县建设行动计划
        period: "2013"
  - kind: notice
    text: text/consult.yaml
    title: 某县质量技术监督局关于公开征求《某县质量强县规划》意见的通知
    year: 2013
    parts:
      - {kind: plan, title: 某县质量强县规划, binding: apart}
      - {kind: feedback, text: text/feedback.yaml, title: 公众意见反馈表, binding: annex}
  - kind: opinion
    text: text/opinion.yaml
    title: 关于加强质量工作的意见
    year: 2013
  - kind: notice
    text: text/adoption.yaml
    title: 某县质量技术监督局关于《某县质量强县规划》意见采纳情况的通知
    year: 2013
  - {kind: indicators, title: 2013年政府量化指标要求, period: "2013", year: 2013}
  - {kind: responsibilities, text: text/action.yaml, title: 某县质量强县建设责任分解表, year: 2013, period: "2013"}
  - {kind: unit-sheet, text: text/action.yaml, title: 某县质量强县建设任务单, year: 2013, period: "2013"}
"""

# The same first lines as the units of tests/plans.py, but for the years in which a name held.
UNITS_OF_THE_YEAR = """\
units:
  - {id: zhijian, name: 某县质量技术监督局, short: 县质监局, level: bureau, until: 2013, successor: shijian}
  - {id: huanbao, name: 某县环境保护局, short: 县环保局, level: bureau}
  - {id: fagai, name: 某县发展和改革局, short: 县发改局, level: bureau}
  - {id: jingxin, name: 某县经济和信息化局, short: 县经信局, level: bureau}
  - {id: shijian, name: 某县市场监督管理局, short: 县市场监管局, level: bureau, since: 2014}
  - {id: chengguan, name: 某县城关镇人民政府, short: 城关镇, level: town}
  - {id: gongsi, name: 某县建设投资有限公司, short: 县建投公司, level: company}
  - id: xiangguan
    name: 某县质量强县工作相关部门
    short: 相关部门
    level: group
    members:
      - {unit: zhijian, until: 2013}
      - {unit: shijian, since: 2014}
      - {unit: huanbao}
  - id: chengyuan
    name: 某县质量强县工作领导小组成员单位
    short: 成员单位
    level: group
    members:
      - {unit: fagai}
      - {unit: jingxin}
"""

NOTICE = """\
head: {organs: [某县人民政府办公室], number: 某政办发〔2013〕62号, serial: "000012", secrecy: 秘密★1年, urgency: 加急}
addressee: 各乡镇人民政府，县政府直属各单位：
blocks:
  - 《2013年度某县质量强县建设行动计划》已经县政府同意，现印发给你们，请认真组织实施。
signature: {date: 2013-05-09}
postscript: （此件公开发布）
imprint:
  copies: [县委各部门, 县人大常委会、县政协办公室, 县人武部]
  printer: 某县人民政府办公室
  date: 2013年5月9日
"""

CONSULT = """\
head: {organs: 某县质量技术监督局、某县环境保护局, number: 某质监〔2013〕8号, form: 信函}
headline:
  - 某县质量技术监督局
  - 关于公开征求《某县质量强县规划》
  - 意见的通知
addressee: 社会各界：
blocks:
  - 现就《某县质量强县规划》公开征求意见，请于2013年9月30日前将附件2寄送我局。
  - runin: 联系方式。
    text: 联系电话见县政府网站。
annexes: []
signature: {date: 2013-09-01, organs: [某县质量技术监督局, 某县环境保护局], sealed: 否}
"""

FEEDBACK = """\
blocks:
  - form:
      caption: 公众意见反馈表
      id: form-feedback
      fields:
        - {label: 单位名称（个人姓名）}
        - {label: 反馈者类别, choices: [机关, 企业, 个人]}
        - {label: 总体意见, lines: 3}
      columns:
        - {header: 章节或页码, weight: 20}
        - {header: 修改意见, weight: 50}
        - {header: 理由, weight: 30}
      rows: 3
      notes:
        - 注：可另附页。
"""

ADOPTION = """\
head: {organs: [某县质量技术监督局], number: 某质监〔2013〕12号}
addressee: 社会各界：
blocks:
  - 征求意见期间共收到意见{{ count("意见") }}，采纳情况见附件。
signature: {date: 2013-10-20}
annexes:
  - heading: 意见采纳情况表
    orientation: landscape
    blocks:
      - {table: opinions}
"""

ACTION = """\
preface:
  - 为推进质量强县建设，制定本计划。
duties: 牵头配合
chapters:
  - heading: 深化质量示范创建
    blocks:
      - 开展各级示范创建。
      - task: quality-city
        heading: 配合做好质量强市示范城市创建。
        text: 对照标准查漏补缺，9月底前具备验收条件。
        goal: 9月底前具备验收条件
        lead: [县发改局, 县质监局]
        support: [相关部门]
        due: 2013-09
        indicators: [food-rate]
      - task: park
        heading: 创建示范园区。
        text: 以园区为主体开展创建。
        lead: 城关镇、县建投公司
  - heading: 提升产品质量
    id: products
    blocks:
      - heading: 实施品牌战略
        blocks:
          - task: brands
            heading: 培育品牌。
            text: 推进品牌建设。
            lead: 县质监局
            due: 2013-12-31
            parts:
              - text: 加大培育力度，新增省级品牌{{ target("品牌", "省级") }}。
                goal: 新增省级品牌{{ target("品牌", "省级") }}
                indicators: [品牌]
              - text: 推进企业技术改造。
                lead: 县经信局
                support: 县环保局，成员单位
              - {text: 建立品牌名录。, support: [县发改局], due: 2013年6月}
          - task: lone
            heading: 加强宣传。
            text: 组织开展质量月活动。
            lead: [县质监局]
            duties: 分工负责
      - article: 严格监督检查。
        text: 食品抽检合格率达到{{ target("食品抽检合格率") }}，见{{ ref("annex-targets") }}。
annexes:
  - heading: 2013年政府量化指标要求
    id: annex-targets
    blocks:
      - {table: targets, period: "2013"}
  - heading: 责任分解表
    orientation: landscape
    blocks:
      - {table: duties}
"""

OPINION = """\
preface:
  - 为加强质量工作，提出以下意见。
through: true
chapters:
  - heading: 总体要求
    blocks:
      - {article: 指导思想。, text: 坚持质量第一。}
      - {article: 工作原则。, text: 坚持政府引导、企业主体。}
  - heading: 重点任务
    blocks:
      - {article: 落实主体责任。, text: 企业对产品质量负责。, id: article-duty}
      - article: 加强质量监管。
        text: 健全制度，落实{{ ref("article-duty") }}的要求。
"""

TEXTS = {
    "text/notice.yaml": NOTICE,
    "text/consult.yaml": CONSULT,
    "text/feedback.yaml": FEEDBACK,
    "text/adoption.yaml": ADOPTION,
    "text/action.yaml": ACTION,
    "text/opinion.yaml": OPINION,
}

ACTION_INDICATORS = (
    ("2013", "food-rate", "是", "产品", 1, "食品抽检合格率", None, "%", "期末", "预期性", "≥", 95, None, "县质监局"),
    ("2013", "brand", "是", "产品", 2, "品牌", "国家级", "个", "新增", "预期性", "=", 1, None, "县质监局"),
    ("2013", "brand", "是", "产品", 2, "品牌", "省级", "个", "新增", "预期性", "=", 5, None, "县质监局"),
    (
        "2013",
        "award",
        "是",
        "产品",
        3,
        "申报质量奖",
        None,
        "家",
        "新增",
        "预期性",
        "定性",
        "完成上级任务",
        None,
        "县发改局",
    ),
)

OPINIONS = (
    ("1", "某县经济和信息化局", "第三部分", "增加技术改造的内容。", "采纳", None, "2013-09-05"),
    ("2", "某企业", "主要指标", "下调合格率目标。", "未采纳", "目标与上级要求一致。", "2013年9月12日"),
    ("3", "社会公众", None, "增加宣传经费。", "部分采纳", "经费按预算安排。", None, "电话记录"),
)
