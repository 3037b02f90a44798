"""The tests of surgical edits of workbooks."""
