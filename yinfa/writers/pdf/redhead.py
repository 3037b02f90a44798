"""版头 as HTML: notes, 发文机关标志, 发文字号 with 签发人, and the red rules (gbt9704 9-16, 36-38)."""

from collections.abc import Iterator
from html import escape

from yinfa.document.tree import RedHead
from yinfa.fitting import HeadType, breadth_of, head_breadth, head_type, signer_lines
from yinfa.styling import Style
from yinfa.writers.pdf.html_inlines import div
from yinfa.writers.titles import SIGNED_BY


def write_redhead(head: RedHead, style: Style) -> str:
    """Return the 版头; `.organs` is set to its height by the style sheet, which knows the face."""
    form = style.heads[head.form]
    rule = '<div class="rule"></div>' if form.rule else ""
    notes = "" if form.number == "right" else _notes(head)
    foot = '<div class="foot-rule"></div>' if form.foot else ""
    below = (rule, _beside(head)) if form.number == "right" else (_number(head, style), rule)
    return div(f"redhead {head.form}", (notes, _organs(head, style), *below, foot))


def _notes(head: RedHead) -> str:
    """Return what stands on the first lines of the type area: 密级 on the second, whether there is a 份号 or not."""
    serial = '<p class="head-serial">\u3000</p>' if head.secrecy and not head.serial else ""
    lines = [serial, *_note_lines(head)]
    return div("notes", lines) if any(lines) else ""


def _note_lines(head: RedHead) -> Iterator[str]:
    if head.serial:
        yield f'<p class="head-serial">{escape(head.serial)}</p>'
    for note in filter(None, (head.secrecy, head.urgency)):
        yield f'<p class="head-note">{escape(note)}</p>'


def _beside(head: RedHead) -> str:
    """Return what stands below the rule of a letter: notes at the left, 发文字号 at the right of their first line."""
    number = f'<p class="head-number beside">{escape(head.number)}</p>' if head.number else ""
    notes = list(_note_lines(head)) or ['<p class="head-serial">\u3000</p>']
    return div("below", [notes[0], number, *notes[1:]])


def _number(head: RedHead, style: Style) -> str:
    if not head.signers:
        return f'<p class="head-number">{escape(head.number)}</p>'
    lines = ["\u3000".join(names) for names in signer_lines(head)]
    room = max(map(breadth_of, lines)) * style.roles["head-signer"].advance
    names = "<br>".join(map(escape, lines))
    signers = f'<p class="head-signer" style="width:{room:.3f}pt"><span>{SIGNED_BY}</span>{names}</p>'
    return div("upward", [f'<p class="head-number">{escape(head.number)}</p>', signers])


def _organs(head: RedHead, style: Style) -> str:
    """Return 发文机关标志: one name with 文件 behind it, or several spread to one width with 文件 beside them."""
    fitted = head_type(head, style)
    breadth = head_breadth(head, style) * fitted.size
    # wider than the type area before it is condensed about its middle, and yet centred
    form = f"width:{breadth:.2f}pt;margin-left:calc(50% - {breadth / 2:.2f}pt)"
    condensed = f";transform:scaleX({fitted.scale / 100:g})" if fitted.scale < 100 else ""
    size = f"font-size:{fitted.size:g}pt;line-height:{fitted.line:.2f}pt"
    several = len(head.organs) > 1
    words = _stack(head, fitted) if several else [f"<p>{escape(head.organs[0] + head.suffix)}</p>"]
    return div("organs", words, f"{size};{form}{condensed}")


def _stack(head: RedHead, fitted: HeadType) -> Iterator[str]:
    widest = max(map(breadth_of, head.organs))
    for organ in head.organs:
        gaps = max(len(organ) - 1, 1)
        spacing = (widest - breadth_of(organ)) * fitted.size / gaps
        yield f'<p style="letter-spacing:{spacing:.3f}pt">{escape(organ)}</p>'
    middle = (len(head.organs) - 1) / 2 * fitted.line
    yield f'<p class="suffix" style="top:{middle:.2f}pt">{escape(head.suffix)}</p>' if head.suffix else ""
