"""What may be told of an accomplishment and how long it may be, and whether it holds some words."""

LONGEST_TEXT, LONGEST_STORY, LONGEST_LINE, LONGEST_PROOF = 500, 20_000, 300, 1000
MOST_SKILLS, LONGEST_SKILL = 20, 60


def holds(words: str, *texts: str) -> bool:
    """Whether the words stand in one of the texts just so, large or small letters."""
    wanted = words.casefold()
    return any(wanted in text.casefold() for text in texts)
