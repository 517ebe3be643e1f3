"""Two plain ways to find accomplishments, to stand beside ours: shared words by BM25, and the cosine of TF-IDF."""

import math
from collections import Counter
from collections.abc import Callable, Sequence

from unrut.core.facets import shipped_vocabulary
from unrut.core.meaning import plain_words
from unrut.core.milestones.stems import stem, telling
from unrut.core.milestones.wins import Win, Worry

Ranked = list[tuple[float, int]]
"""Scores and ids of accomplishments, best first; only those above zero."""
Way = Callable[[str], Ranked]
K1, B = 1.2, 0.75


def by_bm25(wins: Sequence[Win]) -> Way:
    """The sum over the words of the question, each by its rarity; the stems are ours."""
    texts = [_stems(_whole(win)) for win in wins]
    rarity = _rarity(texts)
    mean = sum(map(len, texts)) / len(texts)

    def ranked(question: str) -> Ranked:
        asked = set(_stems(question))
        scores = [
            sum(
                rarity[word] * often * (1 + K1) / (often + K1 * (1 - B + B * len(text) / mean))
                for word, often in Counter(text).items()
                if word in asked
            )
            for text in texts
        ]
        return _best(wins, scores)

    return ranked


def by_cosine(wins: Sequence[Win]) -> Way:
    """The cosine of the words, each by its rarity."""
    texts = [_stems(_whole(win)) for win in wins]
    rarity = _rarity(texts)
    vectors = [_vector(text, rarity) for text in texts]

    def ranked(question: str) -> Ranked:
        asked = _vector(_stems(question), rarity)
        return _best(wins, [sum(asked[word] * value for word, value in text.items()) for text in vectors])

    return ranked


def words_against(worry: Worry) -> str:
    """What a plain way is given for a worry: its text and what the vocabulary says of the better side of its facets."""
    facets = [shipped_vocabulary()[facet] for facet in worry.facets]
    better = [part for facet in facets for part in (facet.lifts, *facet.phrases_liked, *facet.words_liked)]
    return " ".join((worry.text, *better)).replace("*", "")


def _whole(win: Win) -> str:
    return " ".join((win.text, *win.skills, win.figures, win.seen_by, win.story))


def _stems(text: str) -> list[str]:
    words = plain_words(text)
    kept = set(telling(words))
    return [stem(word) for word in words if word in kept]


def _rarity(texts: Sequence[Sequence[str]]) -> Counter[str]:
    holding = Counter(word for text in texts for word in set(text))
    return Counter(
        {word: math.log1p((len(texts) - held + 0.5) / (held + 0.5)) for word, held in holding.items()}
    )


def _vector(words: Sequence[str], rarity: Counter[str]) -> Counter[str]:
    weighed = Counter({word: rarity[word] * (1 + math.log(often)) for word, often in Counter(words).items()})
    length = math.sqrt(sum(value**2 for value in weighed.values())) or 1.0
    return Counter({word: value / length for word, value in weighed.items()})


def _best(wins: Sequence[Win], scores: Sequence[float]) -> Ranked:
    found = [(score, win) for score, win in zip(scores, wins, strict=True) if score > 0]
    return [
        (score, win.id)
        for score, win in sorted(found, key=lambda one: (-one[0], -one[1].on.toordinal(), one[1].id))
    ]
