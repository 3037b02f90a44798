"""What a task is made of once some of its points are gone, and the figures in its words and its goal."""

from yinfa.nextyear.figures import corrected
from yinfa.nextyear.points import alone, with_points
from yinfa.nextyear.tree import Said, Todo, Value, marked


def said(**values: str) -> dict[str, Said]:
    return {key: Said(value) for key, value in values.items()}


def plain(made: dict[str, Said]) -> dict[str, Value]:
    return {key: each.value for key, each in made.items()}


def test_what_no_point_takes_over_is_left_out() -> None:
    """A task that says it in vain is a fault."""
    whole = said(task="one", lead="甲局", support="乙局", due="2014-12")
    points = [Said(said(text="一。", lead="丙局")), Said(said(text="二。", lead="丁局", due="2014-06"))]
    assert set(with_points(whole, points)) == {"task", "due", "parts"}


def test_what_a_point_takes_over_stays() -> None:
    whole = said(task="one", lead="甲局", support="乙局")
    assert set(with_points(whole, [Said(said(text="一。")), Said(said(text="二。", lead="丁局"))])) == {
        *("task", "lead", "support", "parts"),
    }


def test_the_only_point_left_is_the_task() -> None:
    whole = said(task="one", heading="抓好。", text="总的。", lead="甲局", support="乙局")
    assert plain(alone(whole, Said({"text": marked(Said("一。"), "", ("乙。",)), "lead": Said("丙局")}))) == {
        "task": "one",
        "heading": "抓好。",
        "text": "〔待定〕总的。一。",
        "lead": "丙局",
    }


def test_what_is_to_be_decided_of_the_task_is_told_with_its_only_point() -> None:
    """And the mark stands once."""
    whole = {"text": marked(Said("总的。"), "任务one", ("甲。",)), "lead": Said("甲局")}
    text = alone(whole, Said({"text": marked(Said("一。"), "任务one第1点", ("乙。",))}))["text"]
    assert text == Said("〔待定〕总的。一。", Todo("任务one第1点", ("乙。", "甲。")))


def test_a_figure_is_changed_in_the_goal_too() -> None:
    task = Said(said(text="〔待定〕新增甲4家、乙4个。", goal="新增甲4家、乙4个", lead="甲局"))
    phrases = (("甲4家、乙4个", "甲4家、乙3个"), ("新增甲4家", "新增甲6家"))
    made = corrected(task, {"〔待定〕新增甲4家、乙4个。": phrases}).value
    assert isinstance(made, dict)
    assert (made["text"].value, made["goal"].value) == ("〔待定〕新增甲6家、乙3个。", "新增甲6家、乙3个")
