"""Laying a DOCX out with LibreOffice, in the faces that the PDF is set in, to see that both say the same."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from yinfa.styling import Style, load_style
from yinfa.writers.fonts import PreparedFace, prepare_faces

# LibreOffice 7.4 reads w:autoSpaceDE not at all and w:overflowPunct the wrong way round. The macro does what the file
# says (and Word does): no space between Han and Latin, no punctuation beyond the margin.
_MACRO = """
Sub Convert(source As String, target As String)
  On Error Goto Done
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  text = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  looks = text.StyleFamilies.getByName("ParagraphStyles")
  For n = 0 To looks.Count - 1
    looks.getByIndex(n).ParaIsCharacterDistance = False
    looks.getByIndex(n).ParaIsHangingPunctuation = False
  Next
  Dim blank(0) As New com.sun.star.beans.PropertyValue
  blank(0).Name = "IsSkipEmptyPages" : blank(0).Value = False
  Dim export(1) As New com.sun.star.beans.PropertyValue
  export(0).Name = "FilterName" : export(0).Value = "writer_pdf_Export"
  export(1).Name = "FilterData" : export(1).Value = blank()
  text.storeToURL(target, export())
Done:
  StarDesktop.terminate()
End Sub

Sub Resolve(jobs As String)
  On Error Goto Done
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim export(0) As New com.sun.star.beans.PropertyValue
  export(0).Name = "FilterName" : export(0).Value = "MS Word 2007 XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  parts = Split(jobs, "|")
  For n = 0 To UBound(parts) Step 3
    text = StarDesktop.loadComponentFromURL(parts(n), "_blank", 0, hidden())
    If parts(n + 2) <> "" Then
      command = ".uno:" & parts(n + 2) & "AllTrackedChanges"
      dispatcher.executeDispatch(text.CurrentController.Frame, command, "", 0, Array())
    End If
    text.storeToURL(parts(n + 1), export())
    text.close(True)
  Next
Done:
  StarDesktop.terminate()
End Sub
"""
_KEEP_BLANK_PAGES = '{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
_LIBRARY = {
    "script.xlc": '<library:libraries xmlns:library="http://openoffice.org/2000/library"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard"'
    ' xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>',
    "Standard/script.xlb": '<library:library xmlns:library="http://openoffice.org/2000/library"'
    ' library:name="Standard" library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Paper"/></library:library>',
    "Standard/Paper.xba": '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Paper"'
    f' script:language="StarBasic">{escape(_MACRO)}</script:module>',
}


def docx_to_pdf(docx: bytes, folder: Path, *, as_word: bool = True) -> Path:
    """Return the PDF that LibreOffice makes of `docx` in `folder`; `as_word` makes good two faults of its import."""
    folder = folder.resolve()
    source, target = folder / "paper.docx", folder / "paper.pdf"
    source.write_bytes(docx)
    target.unlink(missing_ok=True)
    macro = f"macro:///Standard.Paper.Convert({source.as_uri()},{target.as_uri()})"
    plain = ["--convert-to", f"pdf:writer_pdf_Export:{_KEEP_BLANK_PAGES}", "--outdir", str(folder), str(source)]
    _started([macro] if as_word else plain, folder, target)
    return target


def resaved(papers: Sequence[tuple[bytes, str]], folder: Path) -> list[bytes]:
    """Return each DOCX as LibreOffice saves it; with it stands what to do with its changes: Accept, Reject or ""."""
    folder, jobs = folder.resolve(), list[str]()
    targets = [folder / f"resaved-{number}.docx" for number, _ in enumerate(papers)]
    for target, (docx, change) in zip(targets, papers, strict=True):
        source = target.with_suffix(".source.docx")
        source.write_bytes(docx)
        target.unlink(missing_ok=True)
        jobs += [source.as_uri(), target.as_uri(), change]
    _started([f"macro:///Standard.Paper.Resolve({'|'.join(jobs)})"], folder, targets[-1])
    return [each.read_bytes() for each in targets]


def _started(arguments: list[str], folder: Path, target: Path) -> None:
    """Start LibreOffice with the macros, that it makes `target`; raise FileNotFoundError if it does not."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", *arguments]
    environment = {**os.environ, "FONTCONFIG_FILE": str(_font_config(load_style(), folder)), "LC_ALL": "C.UTF-8"}
    for _ in range(2):  # the first start fills a new profile, and finds no macro yet
        _write_macro(folder)
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=300)
        if target.exists():
            return
    raise FileNotFoundError(target)


def _write_macro(folder: Path) -> None:
    for name, content in _LIBRARY.items():
        path = folder / "profile" / "user" / "basic" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{content}', encoding="utf-8")


def _font_config(style: Style, folder: Path) -> Path:
    """Return a fontconfig file in which an office's font names stand for the prepared faces, and nothing else does."""
    faces = prepare_faces(style.faces, "")
    folders = sorted({str(each.folder) for several in faces.values() for each in several})
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        + "\n".join(f"<dir>{escape(each)}</dir>" for each in folders)
        + "\n".join(_alias(style.faces[name].docx, several) for name, several in faces.items())
        + f"<cachedir>{escape(str(folder / 'fontconfig'))}</cachedir>\n</fontconfig>\n",
        encoding="utf-8",
    )
    return path


def _alias(name: str, faces: tuple[PreparedFace, ...]) -> str:
    latin, *han = faces
    families = "".join(f"<family>{escape(each.family)}</family>" for each in (*han, latin))
    return f'<alias binding="strong"><family>{escape(name)}</family><prefer>{families}</prefer></alias>'
