"""What stands around the body of a red-head document: its head, its signature, its imprint, who took part."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from yinfa.model.base import Copies, Model, Several, Units, WholeDay, Words, YesNo
from yinfa.model.numbers import DocumentNumber, Secrecy, Serial


class Head(Model):
    """The head of a red-head document: the offices that issue it and its 发文字号 (gbt9704 9-16).

    `serial` is 份号, `secrecy` 密级★期限, `urgency` 紧急程度; with `signers` (签发人) it goes to a higher office.
    """

    organs: Annotated[Units, Field(min_length=1)]
    number: DocumentNumber | None = None
    form: Literal["文件", "信函", "命令", "纪要"] = "文件"
    serial: Serial | None = None
    secrecy: Secrecy | None = None
    urgency: Literal["特急", "加急"] | None = None
    signers: Several = ()


class SignatureText(Model):
    """署名 and 成文日期: the offices of the head unless others are named; `seal` is a picture of the seal (PNG)."""

    date: WholeDay
    organs: Units = ()
    sealed: YesNo = True
    seal: Words | None = None


class ImprintText(Model):
    """版记: 抄送, 印发机关 and 印发日期."""

    copies: Copies = ()
    printer: Words | None = None
    date: WholeDay | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "ImprintText":
        """Return the imprint. Raise ValueError where it says nothing: two rules would be printed."""
        if not (self.copies or self.printer or self.date):
            raise ValueError("版记没有内容", "写上 printer 和 date，或删去 imprint")
        return self


class Participants(Model):
    """A list of a meeting's minutes: 出席, 请假 or 列席, and who."""

    label: Literal["出席", "请假", "列席"]
    names: Words
