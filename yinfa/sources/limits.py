"""How large a workbook may be, and how one is refused.

The workbooks of a plan hold some hundreds of rows. What is beyond these limits is an accident or an
attack; within them reading takes less than 10 s and 500 MB, whatever the file holds (tests/hostile).
"""

from yinfa.diagnostics import Origin, Report

FILE_BYTES = 32 << 20  # the file as it lies on disk
MEMBERS = 2_000  # files within the zip
TOTAL_BYTES = 256 << 20  # all members unpacked: a million formatted blank rows take some 90 MB
RATIO = 200  # unpacked to packed, of a member larger than RATIO_FROM; real sheets stay below 40
RATIO_FROM = 16 << 20
TAGS = 6_000_000  # "<" in all parts together: what makes parsing slow is elements, not bytes
TOKEN_BYTES = 4 << 20  # one tag with its attributes, or one comment
ELEMENTS = 200_000  # formats of a workbook, relationships of a part
SHEETS = 200
ROWS = 20_000  # of the last row and the last column that hold anything
COLUMNS = 512
CELLS = 200_000  # of all sheets together, blanks between filled cells included
MERGES = 1_000  # in one sheet
CELL_TEXT = 32_767  # characters, Excel's own limit
TEXT = 20_000_000  # characters of all cells together, a shared text counted at each cell
NUMBER = 10**18  # magnitude of a number
SAME_CODE = 20  # diagnostics of one kind said one by one in a workbook; the rest are counted


class Refused(Exception):
    """A workbook, or one of its cells, that is not read: why, and how to mend it."""

    def __init__(self, code: str, message: str, hint: str = "", cell: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.cell = code, message, hint, cell

    def tell(self, report: Report, origin: Origin) -> None:
        """Write the refusal into `report` as a fault at `origin`, or at its cell that is to blame."""
        place = Origin(origin.file, sheet=origin.sheet, cell=self.cell or origin.cell)
        report.fault(self.code, self.message, place, self.hint)


class TooMuch(Refused):
    """A workbook beyond one of the limits: nothing more of it is read."""

    def __init__(self, message: str, hint: str, cell: str = "") -> None:
        super().__init__("xlsx-too-large", message, hint, cell)
