"""What kinds of accomplishments look like: telling words and examples, read from reference files and compared by meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from unrut.core.errors import InvalidReferenceError
from unrut.core.facets import shipped_vocabulary
from unrut.core.meaning import Numbers, of_length_one, plain_words, shipped_meanings
from unrut.core.milestones.stems import telling
from unrut.core.milestones.texts import Texts
from unrut.core.reference import Table, each, parse_toml, tables

WORDS_SHARE = 0.6
"""How much the single words of a question say of its kind beside the whole; tuned."""
QUESTIONS_FILE, GOOD_NEWS_FILE = "questions.toml", "good_news.toml"

# "Tell me about a time when" stands before half of all questions and says nothing of their kind.
_FRAME = frozenset(
    "tell describe example give share walk talk through time times situation occasion moment instance ever case".split()
)


@dataclass(frozen=True, slots=True)
class Portrait:
    """What accomplishments of a kind look like.

    `questions` ask for them, `facets` are those they usually speak of.
    """

    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    name: str = ""
    questions: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gallery:
    """Portraits with the meanings of their words, of their examples and of what asks for them, a row each."""

    portraits: tuple[Portrait, ...]
    words: tuple[Numbers, ...]
    examples: tuple[Numbers, ...]
    asking: tuple[Numbers, ...]

    def likeness(self, texts: Texts) -> tuple[Numbers, Numbers]:
        """For each portrait and text two cosines: with the nearest example, and of the nearest words."""
        by_example = np.array([(texts.rows @ rows.T).max(axis=1) for rows in self.examples])
        by_word = np.array(
            [texts.nearest((texts.vectors @ rows.T).max(axis=1) * texts.telling) for rows in self.words]
        )
        return by_example, by_word

    def asked_for(self, text: str, words: Numbers, weights: Numbers) -> Numbers:
        """For each portrait from 0 to 1 how far a text asks for it, by the whole and by its words with their weights."""
        meaning = shipped_meanings().sentence(bare(text))
        whole = np.array([(rows @ meaning).max() for rows in self.asking])
        single = np.array([np.clip((rows @ words.T).max(axis=0), 0, 1) @ weights for rows in self.words])
        asked: Numbers = ((whole + WORDS_SHARE * single) / (1 + WORDS_SHARE)).astype(np.float32)
        return asked


@cache
def shipped_questions() -> Gallery:
    """The kinds of interview questions inside the package: a constant, read once."""
    return gallery_of(load_questions(_shipped(QUESTIONS_FILE), file=QUESTIONS_FILE))


@cache
def shipped_good_news() -> Mapping[str, Gallery]:
    """For each facet what speaks against a worry about it, inside the package: a constant, read once."""
    portraits = load_good_news(_shipped(GOOD_NEWS_FILE), file=GOOD_NEWS_FILE)
    return {portrait.id: gallery_of([portrait]) for portrait in portraits}


def load_questions(text: str, *, file: str) -> list[Portrait]:
    """The kinds of questions written in `text`.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    return list(each(_only("kind", text, file), _kind).values())


def load_good_news(text: str, *, file: str) -> list[Portrait]:
    """What speaks against worries, as written in `text`.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    found = _only("facet", text, file)
    for name, table in found.items():
        if name not in shipped_vocabulary():
            table.fail("", "is no facet of the vocabulary")
    return list(each(found, _good_news).values())


def gallery_of(portraits: Sequence[Portrait]) -> Gallery:
    """The portraits with their meanings."""
    meanings = shipped_meanings()
    return Gallery(
        portraits=tuple(portraits),
        words=tuple(
            of_length_one(meanings.words(part for word in portrait.words for part in plain_words(word)))
            for portrait in portraits
        ),
        examples=tuple(meanings.sentences(portrait.examples) for portrait in portraits),
        asking=tuple(
            meanings.sentences([bare(text) for text in (*portrait.questions, *portrait.examples)])
            for portrait in portraits
        ),
    )


def bare(text: str) -> str:
    """The telling words of a question without those in which any question is put."""
    return " ".join(word for word in telling(plain_words(text)) if word not in _FRAME)


def _shipped(name: str) -> str:
    return files("unrut.data").joinpath("interview", name).read_text(encoding="utf-8")


def _only(part: str, text: str, file: str) -> dict[str, Table]:
    values = parse_toml(text, file)
    for name in values:
        if name != part:
            raise InvalidReferenceError(
                f'{file} has a part "{name}", which is not {part}. Take it out and start again.'
            )
    return tables(values, part, text=text, file=file)


def _kind(name: str, table: Table) -> Portrait:
    facets = table.texts("facets", optional=True)
    for facet in facets:
        if facet not in shipped_vocabulary():
            table.fail("facets", f'names "{facet}", which is no facet of the vocabulary')
    return Portrait(
        id=name,
        name=table.text("name"),
        questions=table.texts("questions"),
        words=table.texts("words"),
        examples=table.texts("examples"),
        facets=facets,
    )


def _good_news(name: str, table: Table) -> Portrait:
    return Portrait(
        id=name,
        words=table.texts("words"),
        examples=table.texts("examples"),
        facets=(name,),
    )
