"""What closes a red-head document as HTML: 附件说明, 署名 and 成文日期, 版记 (gbt9704 22-25, 28-31)."""

import base64
from collections.abc import Sequence
from html import escape
from itertools import pairwise

from yinfa.document.tree import Attachments, Imprint, Signature
from yinfa.fitting import SignaturePlace, breadth_of, ordinal_room, signature_place
from yinfa.styling import MM_PER_PT, Role, Style
from yinfa.writers.pdf.html_inlines import div, inlines
from yinfa.writers.titles import ATTACHED, COPIED, ISSUED


def picture(data: bytes, alt: str, width: float) -> str:
    """Return a picture, whole in the page itself, `width` mm wide."""
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    source = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    return f'<img src="{source}" alt="{escape(alt)}" style="width:{width:g}mm">'


def write_attachments(attachments: Attachments, style: Style) -> str:
    """Return 附件说明: several names are numbered, and each turns over below its own first character."""
    role, names = style.roles["attachments"], attachments.names
    markers = [f"{n}." for n in range(1, len(names) + 1)] if len(names) > 1 else [""]
    room = ordinal_room(len(names))
    left = role.indent + breadth_of(ATTACHED) + room
    lines = []
    for n, (marker, name) in enumerate(zip(markers, names, strict=True)):
        back = room if n else left - role.indent
        place = f"margin-left:{left * role.advance:.3f}pt;text-indent:{-back * role.advance:.3f}pt"
        mark = f'<span class="marker" style="width:{room * role.advance:.3f}pt">{marker}</span>' if marker else ""
        lines.append(f'<p class="attachments" style="{place}">{"" if n else ATTACHED}{mark}{inlines(name)}</p>')
    return div("attached", lines)


def write_signature(signature: Signature, style: Style) -> str:
    """Return 署名 and 成文日期, each name as far from the right edge as `fitting` has it, and behind them the seal."""
    place, role = signature_place(signature, style), style.roles["signature"]
    lines: list[str] = []
    for line in place.lines:
        apart = f";margin-top:{place.apart * role.line:g}pt" if lines and place.apart else ""
        form = _right(place.organs[line[-1]], role.advance)
        name = "signature abreast" if len(line) > 1 else "signature"
        lines.append(f'<p class="{name}" style="{form}{apart}">{_abreast(line, signature, place, role)}</p>')
    form = _right(place.date, style.roles["signature-date"].advance)
    lines.append(f'<p class="signature-date" style="{form}">{escape(signature.date)}</p>')
    seal = _seal(signature, place, style) if signature.seal else ""
    room = f"padding-top:{place.before * role.line:g}pt"
    return div("signed", [seal, *lines], room)


def _abreast(line: Sequence[int], signature: Signature, place: SignaturePlace, role: Role) -> str:
    """Return the names of a line, each as far from the next as their places have it."""
    words = escape(signature.organs[line[0]])
    for before, name in pairwise(line):
        gap = place.organs[before] - place.organs[name] - breadth_of(signature.organs[name])
        words += f'<span style="margin-left:{gap * role.advance:.3f}pt">{escape(signature.organs[name])}</span>'
    return words


def _right(characters: float, advance: float) -> str:
    return f"margin-right:{characters * advance:.3f}pt"


def _seal(signature: Signature, place: SignaturePlace, style: Style) -> str:
    """Return the seal, its middle over that of the date and a little above the line between it and the last name."""
    role, form = style.roles["signature"], style.fitting
    half = form.seal / 2
    middle = (place.date + breadth_of(signature.date) / 2) * role.advance * MM_PER_PT
    bottom = style.roles["signature-date"].line * MM_PER_PT + form.raised
    there = f"right:{max(middle - half, 0):.3f}mm;bottom:{bottom - half:.3f}mm"
    return f'<div class="seal" style="{there}">{picture(signature.seal, "印章", form.seal)}</div>'


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
