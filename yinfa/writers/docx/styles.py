"""The part word/styles.xml: every look of a paper as a named style, made from the form."""

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from yinfa.styling import Role, Style
from yinfa.writers.docx.numbering import Numbered
from yinfa.writers.docx.roles import BUILT_IN, Look, Rule, indents, looks_of, style_id
from yinfa.writers.docx.xml import Element, Value, eighths, mm_twips, twips, w, w_name

TABLE_STYLE, RUN_IN, PARTICIPANTS, SIGNER = "GwTable", "GwRunIn", "GwParticipantsOf", "GwSigner"
EDGES = ("top", "left", "bottom", "right")


def style_sheet(style: Style, numbers: Mapping[str, Numbered]) -> Element:
    """Return the root of word/styles.xml; `numbers` are the numberings of the styles that are numbered."""
    looks = looks_of(style)
    sheet = w("styles", _document_defaults(style), _latent(looks), *_defaults())
    sheet.extend(_paragraph_style(key, looks, style, numbers.get(key)) for key in looks)
    sheet.extend((*_character_styles(style), _table_style(style)))
    return sheet


def _document_defaults(style: Style) -> Element:
    run = w("rPr", *_run_properties(style.roles["body"], style), w("lang", val="en-US", eastAsia="zh-CN"))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def _latent(looks: Mapping[str, Look]) -> Element:
    """Return the word on the styles that Word has of itself: hidden, but for those in use."""
    used = sorted({look.role.word for look in looks.values()} & set(BUILT_IN))
    shown = (w("lsdException", name=name, semiHidden=0, unhideWhenUsed=0, qFormat=1) for name in ("Normal", *used))
    hidden = {"defSemiHidden": 1, "defUnhideWhenUsed": 1, "defQFormat": 0}
    return w("latentStyles", *shown, defLockedState=0, defUIPriority=99, **hidden, count=376)


def _defaults() -> Iterator[Element]:
    """Yield the default style of each kind, which Word would add where it lacks."""
    kinds = (
        ("character", "DefaultParagraphFont", "Default Paragraph Font"),
        ("table", "TableNormal", "Normal Table"),
        ("numbering", "NoList", "No List"),
    )
    yield w("style", w("name", val="Normal"), w("qFormat"), _habits(), type="paragraph", default=1, styleId="Normal")
    for kind, identity, name in kinds:
        yield w("style", w("name", val=name), type=kind, default=1, styleId=identity)


def _habits() -> Element:
    """Return what the form leaves unsaid everywhere; LibreOffice heeds it in a style only, not in the defaults.

    Paragraphs may be cut anywhere, punctuation stays within the line, no space is put between Han and Latin.
    """
    off = ("overflowPunct", "autoSpaceDE", "autoSpaceDN", "adjustRightInd")
    return w("pPr", w("widowControl", val=0), w("kinsoku", val=1), *(w(name, val=0) for name in off))


def _paragraph_style(key: str, looks: Mapping[str, Look], style: Style, numbered: Numbered | None) -> Element:
    """Return one style, which says only in what it differs from the one that it is based on."""
    look, identity = looks[key], style_id(key, looks[key])
    element = w("style", w("name", val=look.role.word), type="paragraph", styleId=identity)
    if identity not in BUILT_IN.values():
        element.set(w_name("customStyle"), "1")
    parent = looks.get(look.parent)
    element.append(w("basedOn", val=style_id(look.parent, parent) if parent else "Normal"))
    if look.role.next:  # what is typed after a heading is text
        text = "box-body" if key.startswith("box-") else "body"
        element.append(w("next", val=style_id(text, looks[text])))
    paragraph, run = _paragraph_properties(key, look, style, numbered), _run_properties(look.role, style)
    if parent:
        paragraph = _changes(paragraph, _paragraph_properties(look.parent, parent, style))
        run = _changes(run, _run_properties(parent.role, style))
    element.append(w("qFormat"))
    element.extend(w(tag, *said) for tag, said in (("pPr", paragraph), ("rPr", run)) if said)
    return element


def _changes(mine: Iterable[Element], given: Iterable[Element]) -> list[Element]:
    known = {etree.tostring(each) for each in given}
    return [each for each in mine if etree.tostring(each) not in known]


def _paragraph_properties(key: str, look: Look, style: Style, numbered: Numbered | None = None) -> list[Element]:
    """Return the whole of `w:pPr`, in the order in which the schema wants it."""
    role, boxed = look.role, key.startswith("box-")
    frame = _frame(style, shaded=key == "box-title") if boxed else _rule(look.rule)
    return [
        w("keepNext", val=int(role.next)),
        w("pageBreakBefore", val=int(key.startswith("annex-mark"))),
        *([numbered.element()] if numbered else []),
        *frame,
        *_tabs(key, style),
        # the pitch of the lines is exact: the grid would only shift what follows a table
        w("snapToGrid", val=0),
        _spacing(key, role),
        indents(role, style.box.padding + style.box.border if boxed else 0),
        w("jc", val={"justify": "both"}.get(role.align, role.align)),
        w("outlineLvl", val=role.outline - 1 if role.outline else 9),
    ]


def _spacing(key: str, role: Role) -> Element:
    before_after = {"before": twips(role.before), "after": twips(role.after)}
    if key == "figure":  # an exact pitch would crop the picture to one line
        return w("spacing", **before_after, line=240, lineRule="auto")
    return w("spacing", **before_after, line=twips(role.line), lineRule="exact")


def _frame(style: Style, *, shaded: bool) -> list[Element]:
    """Return the frame of a 专栏: paragraphs framed alike are drawn in one frame."""
    box = style.box
    rule: dict[str, Value] = {"val": "single", "sz": eighths(box.border), "color": "auto"}
    space = {edge: round(box.foot if edge == "bottom" else box.padding) for edge in EDGES}
    shade = [w("shd", val="clear", color="auto", fill=box.shade)] if shaded else []
    return [w("pBdr", *(w(edge, **rule, space=space[edge]) for edge in EDGES)), *shade]


def _rule(rule: Rule | None) -> list[Element]:
    if not rule:
        return []
    look: dict[str, Value] = {"val": rule.kind, "sz": eighths(rule.weight), "space": round(rule.space)}
    return [w("pBdr", w("bottom", **look, color=rule.colour))]


def _tabs(key: str, style: Style) -> list[Element]:
    """Return the place at the right edge that words of these styles are led to."""
    right = mm_twips(style.page.text_width)
    if key in ("contents-1", "contents-2"):
        return [w("tabs", w("tab", val="right", leader="dot", pos=right))]
    if key == "head-number-letter":
        return [w("tabs", w("tab", val="right", pos=right))]
    if key == "imprint":
        role = style.roles[key]
        return [w("tabs", w("tab", val="right", pos=right - twips(role.right * role.advance)))]
    return []


def _run_properties(role: Role, style: Style) -> list[Element]:
    """Return the whole of `w:rPr`, in the order in which the schema wants it."""
    half_points = round(role.size * 2)
    return [
        _fonts(style, role.face, own=role.own),
        w("color", val=role.colour or "auto"),
        w("spacing", val=twips(role.tracking)),
        w("sz", val=half_points),
        w("szCs", val=half_points),
    ]


def _fonts(style: Style, face: str, *, own: bool = False) -> Element:
    """Return the fonts of a face: Latin characters in the latin face, or in its `own`."""
    han = style.faces[face].docx
    latin = han if own else style.faces["latin"].docx
    return w("rFonts", ascii=latin, hAnsi=latin, eastAsia=han, cs=latin)


def run_in_style(level: int) -> str:
    """Return the id of the character style of a run-in heading that is numbered in its level."""
    return f"{RUN_IN}{level}"


def _character_styles(style: Style) -> Iterator[Element]:
    """Yield the faces that a part of a paragraph may be set in."""
    roles, run_in = style.roles, style.run_in
    yield _character_style(RUN_IN, run_in.word, style, run_in.face)
    for level in range(1, 5):
        face = roles[f"heading-{level}"].face
        yield _character_style(run_in_style(level), f"{run_in.word}{level}", style, face)
    yield _character_style(SIGNER, f"{roles['head-signer'].word}姓名", style, roles["head-signer"].face)
    yield _character_style(PARTICIPANTS, f"{roles['participants'].word}类别", style, roles["label"].face)


def _character_style(identity: str, word: str, style: Style, face: str) -> Element:
    head = (w("name", val=word), w("basedOn", val="DefaultParagraphFont"), w("qFormat"))
    return w("style", *head, w("rPr", _fonts(style, face)), type="character", customStyle=1, styleId=identity)


def _table_style(style: Style) -> Element:
    """Return the look of every grid: its rules and the space within its cells."""
    form = style.table
    rule: dict[str, Value] = {"val": "single", "sz": eighths(form.border), "space": 0, "color": "auto"}
    pads = {"top": form.pad_y, "left": form.pad_x, "bottom": form.pad_y, "right": form.pad_x}
    grid = w(
        "tblPr",
        w("tblBorders", *(w(edge, **rule) for edge in (*EDGES, "insideH", "insideV"))),
        w("tblCellMar", *(w(edge, w=twips(pad), type="dxa") for edge, pad in pads.items())),
    )
    head = (w("name", val="公文表格"), w("basedOn", val="TableNormal"), w("qFormat"))
    centred = w("tcPr", w("vAlign", val="center"))
    return w("style", *head, grid, centred, type="table", customStyle=1, styleId=TABLE_STYLE)
