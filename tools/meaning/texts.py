"""The texts that the table is taught with: notes and vocabulary of this project, and copies of the notes with other words."""

import random
import re
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files

from statements import VOCABULARY, labelled_notes

from unrut.core.meaning import plain_words
from unrut.core.milestones.portraits import GOOD_NEWS_FILE, QUESTIONS_FILE, load_good_news, load_questions

OTHER_WORDS = 3
"""So many words of a copy are replaced, at most half of them: every common word then stands in some sentence."""
FEWEST_WORDS = 4
SHORTEST_OTHER = 3
SEED = 7
PORTRAITS = "portraits"
OFTEN, FEWEST_LETTERS = 2, 4

_WORD = re.compile(r"[^\W_]+")


def own_texts() -> list[tuple[str, str]]:
    """Each text with the name of the file it comes from."""
    notes = [(note.text, note.source) for note in labelled_notes()]
    return [*notes, *((text, PORTRAITS) for text in _portrait_texts())]


def words_beyond(texts: Sequence[tuple[str, str]], names: Sequence[str]) -> list[str]:
    """The words of work that stand in at least two texts and that the encoder reads in parts only, in order of letters."""
    known = set(names)
    often = Counter(word for text, _ in texts for word in set(plain_words(text)))
    beyond = (word for word, count in often.items() if count >= OFTEN and word not in known)
    return sorted(
        word for word in beyond if word.isascii() and word.isalpha() and len(word) >= FEWEST_LETTERS
    )


def _portrait_texts() -> list[str]:
    folder = files("unrut.data").joinpath("interview")
    questions = load_questions(folder.joinpath(QUESTIONS_FILE).read_text("utf-8"), file=QUESTIONS_FILE)
    news = load_good_news(folder.joinpath(GOOD_NEWS_FILE).read_text("utf-8"), file=GOOD_NEWS_FILE)
    return [
        text
        for portrait in (*questions, *news)
        for text in (*portrait.questions, *portrait.examples, *portrait.words)
    ]


def with_other_words(
    texts: Sequence[tuple[str, str]], names: Sequence[str], *, copies: int
) -> list[tuple[str, str]]:
    """The texts, then copies of the notes with some words replaced by any common words, under the same source."""
    common = [name for name in names if name.isalpha() and len(name) >= SHORTEST_OTHER]
    chance = random.Random(SEED)
    made = [
        (_copy(text, common, chance), source)
        for _ in range(copies)
        for text, source in texts
        if source not in {VOCABULARY, PORTRAITS} and len(_WORD.findall(text)) >= FEWEST_WORDS
    ]
    return [*texts, *made]


def _copy(text: str, common: Sequence[str], chance: random.Random) -> str:
    places = list(_WORD.finditer(text))
    replaced = chance.sample(places, min(OTHER_WORDS, len(places) // 2))
    for place in sorted(replaced, key=lambda place: -place.start()):
        text = text[: place.start()] + chance.choice(common) + text[place.end() :]
    return text
