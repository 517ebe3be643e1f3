"""Recognises, in what a person just wrote, words after which help should be in reach.

Nothing is kept of it: the caller shows the panel and forgets. The reading is deliberately broad. Words that are denied ("I am
not suicidal") and figures of speech ("this job is killing me") are recognised as such and answered quietly, not passed over.
Rules come first; what no rule knows is weighed by the learned part. `unrut note` uses both, so they load next to nothing.
"""

import os
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache

Rule = tuple[tuple[str, ...], str]
"""Beginnings, of which one must stand in the text, and a pattern."""

RULES_FILE = "safety_rules.tsv"


class Concern(StrEnum):
    """What the words may mean, the gravest first."""

    SELF_HARM = "self_harm"
    NOT_LIVING = "not_living"
    DANGER = "danger"
    HARASSMENT = "harassment"
    IN_PASSING = "in_passing"

    @property
    def is_soft(self) -> bool:
        """Whether it was said in passing or denied, so that one quiet line is enough."""
        return self is Concern.IN_PASSING


_FULL = (Concern.SELF_HARM, Concern.NOT_LIVING, Concern.DANGER, Concern.HARASSMENT)
_HARMLESS, _FIGURE, _MEANT, _GROUP = "harmless", "figure", "meant", "group"
# What is denied about oneself is answered quietly; what is denied about others ("nobody is bullied here") is good news.
_QUIET_WHEN_DENIED = frozenset({Concern.SELF_HARM, Concern.NOT_LIVING})

_SHORT = {
    "n't": " not",
    "'m ": " am ",
    "'ve ": " have ",
    "'re ": " are ",
    "'ll ": " will ",
    "'d ": " would ",
    "'": "",
}
_SPELT = {
    "kms": "kill myself",
    "kys": "kill yourself",
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "cant": "can not",
    "cannot": "can not",
    "ca": "can",
    "wont": "will not",
    "wo": "will",
    "isnt": "is not",
    "wasnt": "was not",
    "couldnt": "could not",
    "wouldnt": "would not",
    "shouldnt": "should not",
    "havent": "have not",
    "im": "i am",
    "ive": "i have",
    "wanna": "want to",
    "gonna": "going to",
    "anymore": "any more",
    "kil": "kill",
    "kll": "kill",
    "k*ll": "kill",
    "mysef": "myself",
    "meself": "myself",
    "infront": "in front",
    "sewerslide": "suicide",
    "s*icide": "suicide",
    "selfharm": "self harm",
    "selfharming": "self harm",
}
# Words worth finding behind a slip of the finger: one letter too many, too few, another, or two changed round.
_SLIPS = (
    "suicide",
    "suicidal",
    "myself",
    "himself",
    "herself",
    "harassed",
    "harassment",
    "harassing",
    "bullying",
    "bullied",
    "threatened",
    "humiliated",
    "assaulted",
    "overdose",
    "killing",
)
_SHORTEST_SLIP = 6
_NO_SLIPS = frozenset(
    {"overdone", "kilning", "kissing", "kidding", "kicking", "filling", "harnessed", "herself", "himself"}
)
_DIGITS = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "@": "a", "$": "s"})
_SIGNS = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "-": " ", "/": " ", "_": " "})

_DENIALS = frozenset({"not", "no", "never", "without", "nobody", "neither", "nor", "hardly", "none", "zero"})
_NEW_CLAUSE = frozenset(
    {",", "and", "but", "because", "so", "when", "while", "if", "after", "since", "until", "as"}
)
# "Cannot stop thinking of it", "nobody helps against it": these take a denial back.
_TAKES_BACK = (
    "stop",
    "help",
    "know",
    "only",
    "just",
    "sure",
    "longer",
    "other",
    "anything",
    "done",
    "care",
    "doubt",
    "could",
)
_DENIED_WITHIN = 6


def concern_of(text: str) -> Concern | None:
    """The gravest concern that the words of a note give, or None."""
    told = readable(text)
    denied = []
    for concern in _FULL:
        for start in _hits(concern, told):
            if not _is_denied(told[:start]):
                return concern
            denied.append(concern)
    if _applies(_FIGURE, told):
        return Concern.NOT_LIVING if _applies(_MEANT, told) else Concern.IN_PASSING
    if denied:
        return Concern.IN_PASSING if _QUIET_WHEN_DENIED.intersection(denied) else None
    return _learned(text)


def _learned(text: str) -> Concern | None:
    """What the learned part makes of words that no rule knows."""
    from unrut.core.reflect.safety_learned import limits, score_of, sentences  # noqa: PLC0415 - only where no rule applies

    quiet, full = limits()
    height, is_about_others = max(
        (score_of(readable(part)) for part in sentences(text)), default=(quiet - 1, False)
    )
    if height < quiet:
        return None
    if height < full:
        return Concern.IN_PASSING
    return Concern.HARASSMENT if is_about_others else Concern.NOT_LIVING


def readable(text: str) -> str:
    """A text as the learned part weighs it: folded, and without courses, policies and tools."""
    return _without_harmless(folded(text))


def gravest(texts: Iterable[str]) -> Concern | None:
    """The gravest concern of several notes."""
    found = {concern_of(text) for text in texts}
    return next((concern for concern in Concern if concern in found), None)


def folded(text: str) -> str:
    """The text as the rules expect it: small letters, whole words, spelling slips mended, commas between clauses."""
    small = f" {text.casefold().translate(_SIGNS)} "
    for short, long in _SHORT.items():
        small = small.replace(short, long)
    words = (_word(part) for part in _parts(small))
    return f" , {' '.join(words)} , ".replace(" my self ", " myself ").replace(" w o ", " without ")


def _parts(text: str) -> Iterable[str]:
    """Words, and a comma for each sign that parts clauses."""
    return re.findall(r"[\w*@$]+|[^\w\s*@$\"“”()'+#%&]", text)


def _word(part: str) -> str:
    if not part[0].isalnum() and not part[-1].isalnum():
        return ","
    if not part.isalpha() and any(sign.isalpha() for sign in part):
        part = part.translate(_DIGITS)
    return _SPELT.get(part) or _mended(part)


def _mended(word: str) -> str:
    """The word behind a slip of the finger, or the word."""
    if len(word) >= _SHORTEST_SLIP and word not in _NO_SLIPS:
        for meant in _SLIPS:
            if word[0] == meant[0] and _is_slip(word, meant):
                return meant
    return word


def _is_slip(word: str, meant: str) -> bool:
    """Whether one sign too many, too few or another, or two neighbours changed round, parts two different words."""
    if abs(len(word) - len(meant)) > 1 or word == meant:
        return False
    at = next((at for at, (one, other) in enumerate(zip(word, meant, strict=False)) if one != other), None)
    if at is None:
        return True
    rest, wanted = word[at:], meant[at:]
    swapped = rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
    return swapped or rest[1:] == wanted or rest == wanted[1:] or rest[1:] == wanted[1:]


def _hits(kind: str, told: str) -> Iterator[int]:
    """Where rules of a kind apply. A pattern is built only when one of its beginnings is there."""
    for begins, pattern in _rules()[kind]:
        if any(begin in told for begin in begins):
            for hit in _compiled(pattern).finditer(told):
                yield hit.start()


def _applies(kind: str, told: str) -> bool:
    return next(_hits(kind, told), None) is not None


def _without_harmless(told: str) -> str:
    for begins, pattern in _rules()[_HARMLESS]:
        if any(begin in told for begin in begins):
            told = _compiled(pattern).sub(",", told)
    return told


@cache
def _rules() -> dict[str, list[Rule]]:
    """The rules of each kind in the order of their file."""
    rules: dict[str, list[Rule]] = {}
    with open(os.path.join(os.path.dirname(__file__), RULES_FILE), encoding="utf-8") as file:  # noqa: PTH118, PTH120, PTH123 - pathlib is slow to load
        for line in file:
            if not line.startswith("#"):
                kind, begins, pattern = line.rstrip("\n").split("\t")
                rules.setdefault(kind, []).append((tuple(begins.replace("_", " ").split("|")), pattern))
    return rules


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A rule as an expression over whole words."""
    for (name,), words in _rules()[_GROUP]:
        pattern = pattern.replace(name, words)
    pattern = re.sub(r"~(\d)", r"(?: \\w+){0,\1}", pattern.replace("*", r"\w*"))
    return re.compile(rf"(?<= )(?:{pattern})(?= )")


def _is_denied(before: str) -> bool:
    """Whether the words stand under a "not" or "never" of their own clause."""
    near: list[str] = []
    for word in reversed(before.split()[-_DENIED_WITHIN:]):
        if word in _NEW_CLAUSE:
            break
        near.append(word)
    if any(word.startswith(_TAKES_BACK) for word in near):
        return False
    return any(word in _DENIALS for word in near)
