"""What closes a red-head document as HTML: 附件说明, 署名 and 成文日期, 版记 (gbt9704 22-25, 28-31)."""

import base64
from html import escape

from yinfa.document.tree import Attachments, Imprint, Signature
from yinfa.fitting import SEAL_RAISED, SEAL_WIDTH, SignaturePlace, breadth_of, signature_place
from yinfa.styling import MM_PER_PT, Style
from yinfa.writers.html_inlines import div, inlines
from yinfa.writers.titles import ATTACHED, COPIED, ISSUED


def picture(data: bytes, alt: str, width: int) -> str:
    """Return a picture, whole in the page itself, `width` mm wide."""
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    source = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    return f'<img src="{source}" alt="{escape(alt)}" style="width:{width}mm">'


def write_attachments(attachments: Attachments, style: Style) -> str:
    """Return 附件说明: several names are numbered, and each turns over below its own first character."""
    role, names = style.roles["attachments"], attachments.names
    markers = [f"{n}." for n in range(1, len(names) + 1)] if len(names) > 1 else [""]
    room = max(1.0, breadth_of(markers[-1])) if markers[-1] else 0
    left = role.indent + breadth_of(ATTACHED) + room
    lines = []
    for n, (marker, name) in enumerate(zip(markers, names, strict=True)):
        back = room if n else left - role.indent
        place = f"margin-left:{left * role.advance:.3f}pt;text-indent:{-back * role.advance:.3f}pt"
        mark = f'<span class="marker" style="width:{room * role.advance:.3f}pt">{marker}</span>' if marker else ""
        lines.append(f'<p class="attachments" style="{place}">{"" if n else ATTACHED}{mark}{inlines(name)}</p>')
    return div("attached", lines)


def write_signature(signature: Signature, style: Style) -> str:
    """Return 署名 and 成文日期, each line as far from the right edge as `fitting` has it, and behind them the seal."""
    place, role = signature_place(signature, style), style.roles["signature"]
    lines = []
    for n, (organ, right) in enumerate(zip(signature.organs, place.organs, strict=True)):
        apart = f";margin-top:{place.apart * role.line:g}pt" if n and place.apart else ""
        lines.append(f'<p class="signature" style="{_right(right, role.advance)}{apart}">{escape(organ)}</p>')
    form = _right(place.date, style.roles["signature-date"].advance)
    lines.append(f'<p class="signature-date" style="{form}">{escape(signature.date)}</p>')
    seal = _seal(signature, place, style) if signature.seal else ""
    room = f"padding-top:{place.before * role.line:g}pt"
    return div("signed", [seal, *lines], room)


def _right(characters: float, advance: float) -> str:
    return f"margin-right:{characters * advance:.3f}pt"


def _seal(signature: Signature, place: SignaturePlace, style: Style) -> str:
    """Return the seal, its middle over that of the date and a little above the line between it and the last name."""
    role, half = style.roles["signature"], SEAL_WIDTH / 2
    middle = (place.date + breadth_of(signature.date) / 2) * role.advance * MM_PER_PT
    bottom = style.roles["signature-date"].line * MM_PER_PT + SEAL_RAISED
    form = f"right:{max(middle - half, 0):.3f}mm;bottom:{bottom - half:.3f}mm"
    return f'<div class="seal" style="{form}">{picture(signature.seal, "印章", SEAL_WIDTH)}</div>'


def write_imprint(imprint: Imprint, style: Style) -> str:
    """Return 版记 between its rules; that of a letter is the 抄送 alone and has none."""
    role = style.roles["imprint"]
    hang = breadth_of(COPIED) * role.advance
    place = f"padding-left:{hang:.3f}pt;text-indent:{-hang:.3f}pt"
    copies = f'<p class="imprint" style="{place}">{COPIED}{escape(imprint.copies)}</p>' if imprint.copies else ""
    issued = f"{imprint.date}{ISSUED}" if imprint.date else ""
    room = f"padding-right:{(breadth_of(issued) + 1) * role.advance:.3f}pt"
    date = f'<span class="issued">{issued}</span>' if issued else ""
    line = f'<p class="imprint" style="{room}">{escape(imprint.printer)}{date}</p>' if imprint.printer else ""
    parts = [div("imprint-part", [part]) for part in (copies, line) if part]
    return div("closing ruled" if imprint.printer else "closing", parts)
