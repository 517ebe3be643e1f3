"""Tags among words: those at the end are only tags, those between are words too."""

import re
from collections.abc import Callable

_WORD = re.compile(r"\S+")


def without_last_tags(text: str, is_tag: Callable[[str], object]) -> str:
    """The text up to its last word that is no tag."""
    end = 0
    # From the start, as a pattern for "tags up to the end" tries anew at each of them: minutes for a long line.
    for word in _WORD.finditer(text):
        if not is_tag(word[0]):
            end = word.end()
    return text[:end]
