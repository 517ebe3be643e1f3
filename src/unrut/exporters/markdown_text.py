"""Words of a person inside Markdown."""

import re

# What Markdown, or the common additions to it, would take for a sign of its own wherever it stands.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$]|&(?=#?\w+;))")


def escaped(text: str) -> str:
    """The text, with what Markdown would take for a sign of its own as plain letters."""
    return _MARKS.sub(r"\\\1", text)
