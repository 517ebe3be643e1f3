"""The texts of accomplishments as numbers: their words in one row, what each means, and what each whole text means."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from unrut.core.meaning import Meanings, Numbers, of_length_one, plain_words
from unrut.core.milestones.postings import Places, Postings, numbered, postings_of
from unrut.core.milestones.stems import Spelling, stem
from unrut.core.milestones.wins import Win

STORY_WEIGHT = 0.5
"""How much a word of the story, or the name of a witness, says beside one of the line itself; judgement."""
STORY_NEARNESS = 0.8
"""How near such a word is taken to be, beside one of the line itself; tuned."""
TELLING = 0.7
"""A word whose vector is as long as this tells something, one half as long half as much; tuned."""

_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of all texts one after the other: `flat` has their numbers, text `i` those from `starts[i]` on.

    `vectors` has a row of length one for each different word, `rows` one for each text; `telling` says from 0 to 1 how much
    a word tells anywhere, `nearness` how much it counts where it stands.
    """

    numbers: Mapping[str, int]
    words: Sequence[str]
    flat: Places
    starts: Places
    nearness: Numbers
    postings: Postings
    spelling: Spelling
    vectors: Numbers
    telling: Numbers
    rows: Numbers
    filled: Places = field(repr=False)

    @property
    def count(self) -> int:
        """How many texts there are."""
        return len(self.starts) - 1

    def of(self, place: int) -> list[str]:
        """The words of one text, in order."""
        return [self.words[number] for number in self.flat[self.starts[place] : self.starts[place + 1]]]

    def nearest(self, nearness: Numbers) -> Numbers:
        """For each text the largest value that any of its words has; zero for a text without words."""
        most = np.zeros(self.count, dtype=np.float32)
        if len(self.filled):
            near = nearness[self.flat] * self.nearness
            most[self.filled] = np.maximum.reduceat(near, self.starts[self.filled])
        return most


def texts_of(wins: Sequence[Win], meanings: Meanings) -> Texts:
    """Read all accomplishments; takes about a second for ten thousand."""
    lines = [plain_words(" ".join((win.text, *win.skills, win.figures))) for win in wins]
    stories = [plain_words(f"{win.seen_by} {win.story}") for win in wins]
    known = numbered([word for pair in zip(lines, stories, strict=True) for words in pair for word in words])
    flat = _row(known[word] for pair in zip(lines, stories, strict=True) for words in pair for word in words)
    lengths = _row(
        count for line, story in zip(lines, stories, strict=True) for count in (len(line), len(story))
    )
    weight, nearness = (
        np.repeat(np.tile(np.array([1.0, less], dtype=np.float32), len(wins)), lengths)
        for less in (STORY_WEIGHT, STORY_NEARNESS)
    )
    counts = lengths.reshape(-1, 2).sum(axis=1)
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    stems = [stem(word) for word in known]
    terms = numbered(stems)
    vectors = meanings.words(known)
    return Texts(
        numbers=known,
        words=tuple(known),
        flat=flat,
        starts=starts,
        nearness=nearness,
        postings=postings_of(
            terms,
            _row(terms[stemmed] for stemmed in stems)[flat],
            np.repeat(np.arange(len(wins)), counts),
            weight,
            count=len(wins),
        ),
        spelling=Spelling(known),
        vectors=of_length_one(vectors),
        telling=np.minimum(np.linalg.norm(vectors, axis=1) / TELLING, 1).astype(np.float32),
        rows=_meaning_rows(vectors, flat, weight, starts),
        filled=np.flatnonzero(counts),
    )


def _meaning_rows(vectors: Numbers, flat: Places, weight: Numbers, starts: Places) -> Numbers:
    """The weighted sum of each text's words, at length one."""
    counts = np.diff(starts)
    rows = np.zeros((len(counts), vectors.shape[1]), dtype=np.float32)
    filled = np.flatnonzero(counts)
    # Some texts at a time: the vectors of all words of ten thousand stories would not fit beside anything else.
    portion = starts[filled] // _AT_ONCE
    for some in np.split(filled, np.flatnonzero(np.diff(portion)) + 1) if len(filled) else []:
        held = slice(starts[some[0]], starts[some[-1] + 1])
        scaled = vectors[flat[held]] * weight[held, None]
        rows[some] = np.add.reduceat(scaled, starts[some] - starts[some[0]], axis=0)
    return of_length_one(rows)


def _row(numbers: Iterable[int]) -> Places:
    return np.fromiter(numbers, dtype=np.int64)
