"""The rules of the style sheet for 版头, 附件说明, 署名, 版记 and blanks: what roles alone do not say."""

from collections.abc import Iterator, Mapping

from yinfa.document.tree import Document, RedHead
from yinfa.document.walk import blocks_of
from yinfa.fitting import breadth_of, head_type
from yinfa.styling import ASCENT, MM_PER_PT, HeadForm, Style
from yinfa.writers.fonts import PreparedFace, ink_top
from yinfa.writers.titles import SIGNED_BY

Faces = Mapping[str, tuple[PreparedFace, ...]]


def official_rules(style: Style, document: Document, faces: Faces) -> Iterator[str]:
    """Yield the rules for what only red-head documents and forms have."""
    yield from _heads(style, document, faces)
    yield from _closing(style)
    yield from _blanks(style, faces)


def _heads(style: Style, document: Document, faces: Faces) -> Iterator[str]:
    line = style.roles["body"].line
    yield f".redhead {{ position: relative; padding-bottom: {style.fitting.below * line}pt }}"
    yield ".redhead { break-inside: avoid; break-after: avoid }"
    yield ".redhead .notes { position: absolute; top: 0; left: 0; width: 100% }"
    role = style.roles["head-organ"]
    family = ", ".join(f'"{face.family}"' for face in faces[role.face])
    yield f".organs {{ position: relative; white-space: nowrap; font-family: {family}; color: #{role.colour} }}"
    yield ".organs p { font: inherit; text-indent: 0; text-align: left; letter-spacing: 0; padding: 0; margin: 0 }"
    yield ".organs .suffix { position: absolute; right: 0 }"
    yield from _signers(style)
    for head in (block for block in blocks_of(document) if isinstance(block, RedHead)):
        yield from _head(head, style, faces)


def _signers(style: Style) -> Iterator[str]:
    """Yield the rules of an upward document: 签发人 at the right, 字号 at the left of its last line (rule 15)."""
    role, number = style.roles["head-signer"], style.roles["head-number"]
    hang = breadth_of(SIGNED_BY) * role.advance
    yield ".upward { position: relative } .head-number { white-space: nowrap }"
    yield f".upward .head-number {{ position: absolute; bottom: 0; left: {number.advance}pt }}"
    yield (
        f".upward .head-signer {{ white-space: nowrap; margin-left: auto; margin-right: {role.advance}pt;"
        f" padding-left: {hang:.3f}pt; text-indent: {-hang:.3f}pt; text-align: left }}"
    )


def _head(head: RedHead, style: Style, faces: Faces) -> Iterator[str]:
    form, fitted, line = style.heads[head.form], head_type(head, style), style.roles["body"].line
    han = faces[style.roles["head-organ"].face][1:]
    ink = (fitted.line - fitted.size) / 2 + (ASCENT - ink_top(han, head.organs[0])) * fitted.size
    top = (form.top - style.page.top) / MM_PER_PT - ink
    here = f".redhead.{head.form}"
    yield f"{here} {{ margin-top: {min(top, 0):.3f}pt; padding-top: {max(top, 0):.3f}pt }}"
    if form.number == "right":
        yield from _letter(here, form, style, (fitted.line - fitted.size) / 2, ink)
        return
    yield f"{here} .organs {{ margin-bottom: {style.fitting.below * line}pt }}"
    if form.rule:
        below = form_gap(style) - (line - style.roles["head-number"].size) / 2
        yield f"{here} .rule {{ {_rule(form, style)}; margin-top: {below:.3f}pt }}"


def form_gap(style: Style) -> float:
    """Return the gap between what stands over a red rule and the rule, in pt."""
    return style.fitting.gap / MM_PER_PT


def _letter(here: str, form: HeadForm, style: Style, leading: float, ink: float) -> Iterator[str]:
    """Yield the rules of a letter, whose 标志 has a double rule below it and another at the foot of its sheet."""
    page, fitting, body = style.page, style.fitting, style.roles["head-number"]
    high = (fitting.thick + fitting.thin + 1 if form.double else 1) * fitting.weight
    yield f"{here} .rule {{ {_rule(form, style)}; margin-top: {form_gap(style) - leading:.3f}pt }}"
    gap = fitting.letter_gap * body.size - (body.line - body.size) / 2
    yield f"{here} .below {{ position: relative; margin-top: {gap:.3f}pt }}"
    yield f"{here} .beside {{ position: absolute; top: 0; right: 0 }}"
    top = (page.height - form.foot - form.top) / MM_PER_PT + ink - high  # from the top of the line of 标志
    yield f"{here} .foot-rule {{ {_rule(form, style, turned=True)}; position: absolute; top: {top:.3f}pt }}"


def _rule(form: HeadForm, style: Style, *, turned: bool = False) -> str:
    """Return a red rule; of a double one the heavier line is above, or below if it is `turned`."""
    fitting = style.fitting
    two = (fitting.thick, fitting.thin) if form.double else (1, 0)
    upper, lower = (each * fitting.weight for each in (reversed(two) if turned else two))
    width = f"width: {form.rule}mm; margin-left: {style.page.beside(form.rule)[0]}mm"
    border = f"border: 0 solid #{style.roles['head-organ'].colour}; border-width: {upper}pt 0 {lower}pt"
    return f"{width}; height: {fitting.weight if form.double else 0}pt; {border}"


def _closing(style: Style) -> Iterator[str]:
    line, edge, inner = style.roles["body"].line, style.fitting.imprint_edge, style.fitting.imprint_inner
    yield ".close { break-after: avoid } .twos { widows: 2 } .close li:last-child { break-inside: avoid }"  # (rule 25)
    yield f".attached {{ padding-top: {line}pt; break-after: avoid; break-inside: avoid }}"
    yield ".attached .marker { display: inline-block; text-indent: 0 }"
    yield ".signed { position: relative; break-inside: avoid } .abreast { white-space: nowrap }"
    yield ".seal { position: absolute; z-index: -1 }"
    yield ".postscript { break-before: avoid } .opening ~ .postscript { break-before: auto }"
    yield f"p:not(.participants) + .participants {{ margin-top: {line}pt }}"  # (rule 38)
    yield ".closing { break-inside: avoid }"
    yield f".closing.ruled {{ border: solid; border-width: {edge}mm 0 }}"
    yield f".imprint-part + .imprint-part {{ border-top: {inner}mm solid }}"
    yield ".imprint { position: relative }"
    yield ".issued { position: absolute; top: 0; right: 0; text-indent: 0 }"


def _blanks(style: Style, faces: Faces) -> Iterator[str]:
    border = f"{style.table.border}pt solid"
    yield "input, textarea { font: inherit; border: 0; padding: 0; margin: 0; background: none; width: 100% }"
    # the engine puts a field's font into the file: one that stands there for the words beside it, or it would be whole
    yield f'input, textarea {{ font-family: "{faces[style.roles["table-cell"].face][1].family}" }}'
    yield "input { height: 1lh }"
    yield "td textarea { display: block }"  # else the line that it stands on adds to its height
    yield f"p input {{ display: inline-block; width: 10em; border-bottom: {border} }}"
    yield f'input[type="checkbox"] {{ display: inline-block; width: 0.8em; height: 0.8em; border: {border} }}'
