"""A plan with something wrong of every severity, in YAML and in workbooks, and a file in an encoding of old."""

from pathlib import Path

from tests.plans import Change, write_plan
from yinfa.checking import findings_in
from yinfa.tell.findings import Findings

FAULTY: tuple[Change, ...] = (
    ("text/plan.yaml", "培育名牌", "培育XX名牌"),
    ("text/plan.yaml", "到2015年，合格率", "<到2015年>,合格率"),
    ("text/plan.yaml", '"品牌数", "国家级"', '"品牌树", "国家级"'),
    ("项目!D2", "新<建>"),
    ("完成值!E2", 0.88),
)


def faulty_plan(folder: Path) -> Path:
    """Write the plan into `folder`/xian and return that."""
    plan = write_plan(folder, *FAULTY)
    units = plan / "units.yaml"
    units.write_bytes(units.read_text(encoding="utf-8").encode("gb18030"))
    return plan


def findings(folder: Path) -> Findings:
    """Return what there is to tell of the plan written into `folder`, which is to be where we are."""
    return findings_in([faulty_plan(folder)])
