"""Workbooks changed and made: cells set, rows added, everything else as it was; and new ones to fill in."""
