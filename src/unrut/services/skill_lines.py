"""A text cut into lines that say one thing each, so that a line can be quoted."""

import re

from unrut.importers.text_tools import one_line

LONGEST_LINE = 300
# What has no letter, or only one, says nothing, unless it is a language like C++ or C#.
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[+#])")
_ENDS = re.compile(r"(?<=[.!?;]) | ?[•·▪‣◦●○] ?")
_MARKS_BEFORE, _MARKS_BEHIND = "-–—*#>+|_`~=:,; ", "-–—*|_`~=:,; "


def lines_of_text(text: str) -> list[str]:
    """The lines and sentences of a text without the marks of its layout; long ones are cut at a word."""
    # Two spaces part columns and, in exports, what were lines.
    rows = text.replace("\t", "\n").replace("  ", "\n").splitlines()
    pieces = (piece for row in rows for piece in _ENDS.split(one_line(row)))
    return [
        line
        for piece in pieces
        if (line := _cut(piece.lstrip(_MARKS_BEFORE).rstrip(_MARKS_BEHIND))) and _WORD.search(line)
    ]


def _cut(line: str) -> str:
    if len(line) <= LONGEST_LINE:
        return line
    return line[:LONGEST_LINE].rsplit(" ", 1)[0]
