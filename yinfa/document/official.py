"""What stands around the text of a red-head document: 版头, 附件说明, 署名 and 版记."""

from dataclasses import dataclass
from typing import Literal

from yinfa.document.inlines import Inlines

HeadForm = Literal["document", "letter", "order", "minutes"]


@dataclass(frozen=True, slots=True)
class RedHead:
    """The 版头 of a red-head document (gbt9704 9-16, 36-38): the offices' names in red, and what stands about them.

    `organs` are printed one below the other, `suffix` (文件) once behind them; `number` is 发文字号 or 令号, `serial`
    the six digits of 份号; `signers` make it an upward document. What is empty is not printed.
    """

    form: HeadForm
    organs: tuple[str, ...]
    suffix: str = ""
    number: str = ""
    serial: str = ""
    secrecy: str = ""
    urgency: str = ""
    signers: tuple[str, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Attachments:
    """附件说明: the names of the annexes, as their titles have them (gbt9704 22)."""

    names: tuple[Inlines, ...]
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """署名 and 成文日期 (gbt9704 23-25): `date` as printed; `seal` are the bytes of its picture, nothing for none.

    A sealed one leaves room for a seal though there be no picture of it.
    """

    organs: tuple[str, ...]
    date: str
    sealed: bool = False
    seal: bytes = b""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 (gbt9704 28-31): `copies` the list of 抄送 with its stop, `printer` 印发机关, `date` 印发日期 without 印发.

    In a letter it is the 抄送 alone, without rules (gbt9704 36): then `printer` is empty.
    """

    copies: str = ""
    printer: str = ""
    date: str = ""
    origin: str = ""
