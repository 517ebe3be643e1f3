"""Cells of a table that a spreadsheet must not take for formulas."""

import re

_GUARD = "'"
# With one of these, also in its wide form, a spreadsheet lets a formula begin. A text that begins with marks of its own
# gets one more, so that a reader who takes one away has what was written.
_FORMULA = re.compile(rf"{_GUARD}*[=+\-@\t\r\n＝＋－＠]")


def defused(text: str) -> str:
    """The text for a cell, with an apostrophe before it where it would come alive as a formula."""
    return f"{_GUARD}{text}" if _FORMULA.match(text) else text
