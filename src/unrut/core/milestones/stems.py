"""Words as they are compared: without their endings, and with typing errors forgiven."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

SHORTEST_FORGIVEN = 4
"""A shorter word with another letter is another word."""
LONG_WORD = 8
"""A word this long may have two errors, a shorter one has one."""

_SHORTEST_STEM = 3
# The longer before the shorter.
_ENDINGS = (
    "isations isation izations ization ability ional ising izing ively ments edly ises ised izes ized able ably iest "
    "ions ings ment ness ion ing ise ize ives ive ies ied ers ors er or ed es ly s y e"
).split()
_SECOND_ENDINGS = (("at", 4), ("it", 5), ("i", 4))
_DOUBLING = frozenset({"ing", "ings", "ed", "er", "ers"})
_DOUBLED = frozenset("bdgklmnprt")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word in small letters without its endings: negotiated, negotiates and negotiation are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return _shortened(word[: -len(ending)], is_doubling=ending in _DOUBLING)
    return word


def telling(words: Iterable[str]) -> list[str]:
    """The words that are not empty ones, each once and in order."""
    return [word for word in dict.fromkeys(words) if word not in EMPTY]


class Spelling:
    """All words of a collection, to find those that a mistyped word was meant to be."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for word in words:
            if len(word) >= SHORTEST_FORGIVEN and word.isalpha():
                self._by_first[word[0]].append((word, _letters(word)))

    def meant(self, typed: str) -> list[str]:
        """The words with the same first letter and the fewest errors from the typed one, if few enough."""
        if len(typed) < SHORTEST_FORGIVEN or not typed.isalpha():
            return []
        most = 2 if len(typed) >= LONG_WORD else 1
        letters = _letters(typed)
        found: dict[int, list[str]] = defaultdict(list)
        for word, others in self._by_first.get(typed[0], ()):
            # Each error changes at most two letters: most words are out before their letters are compared one by one.
            if abs(len(word) - len(typed)) <= most and (letters ^ others).bit_count() <= 2 * most:
                found[errors(typed, word)].append(word)
        least = min(found, default=most + 1)
        return found[least] if least <= most else []


def errors(typed: str, word: str) -> int:
    """How many letters are missing, too many, wrong or swapped with the next."""
    before: Sequence[int] = ()
    row = list(range(len(word) + 1))
    for at, letter in enumerate(typed, 1):
        new = [at]
        for place, other in enumerate(word, 1):
            least = min(row[place] + 1, new[-1] + 1, row[place - 1] + (letter != other))
            if before and place > 1 and letter == word[place - 2] and typed[at - 2] == other:
                least = min(least, before[place - 2] + 1)
            new.append(least)
        before, row = row, new
    return row[-1]


def _shortened(word: str, *, is_doubling: bool) -> str:
    """What is left of a word, without a second ending and without the letter that the first one doubled."""
    for ending, shortest in _SECOND_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: -len(ending)]
    is_doubled = is_doubling and len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] in _DOUBLED
    return word[:-1] if is_doubled else word


def _letters(word: str) -> int:
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 31)
    return found


EMPTY = frozenset(
    "a about after again all also am an and any are as at be because been but by can could did do does doing done for "
    "from get got had has have he her him his how i if in into is it its just me my no not of off on one or our out "
    "over own she so some something someone somebody than that the their them then there these they this those to too "
    "up us very was we were what when where which who whom whose why will with without would you your s t m re ve ll d "
    "don isn didn wasn couldn wouldn doesn much many more most other another such only even ever though although "
    "while during each every both between".split()
)
"""Words that say nothing about what an accomplishment is about."""
