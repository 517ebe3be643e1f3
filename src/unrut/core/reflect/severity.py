"""How strongly a note is worded, and how the week was it was written in: from 0 (hardly) to 1 (as strongly as can be).

A line starts in the middle and each kind of sign in it counts once: strong words (swearing and insults among them), words
that strengthen, words that say it happens again and again, and shouting move it up; words that soften move it down. The
weights are judgement.
"""

import re
from functools import lru_cache

from unrut.core.reflect.reader import NoteKind

USUAL_SEVERITY = 0.5
LEAST_SEVERITY, MOST_SEVERITY = 0.1, 1.0
WORDS_COUNT = 0.75
"""The rest is the score of the week, where there is one."""

BEST_SCORE = 10.0
_REMEMBERED_TEXTS = 8192

_STRONG_DISLIKE = (
    r"hat(?:e|ed|ing)|unbearable|awful|terrible|horrible|dread\w*|furious|fuming|rage|sick of|fed up|despair\w*|"
    r"cr(?:y|ied|ying)|tears|humiliat\w*|degrading|miserable|exhaust\w*|nightmare|hopeless\w*|desperate|soul[- ]destroying|"
    r"disgust\w*|scream\w*|yell\w*|bull(?:y|ied|ying)|harass\w*|afraid|scared|broken|last straw|can(?:no|')t take|worst"
)
_SWEARING = (
    r"(?:mother)?fuck\w*|f[*#@]+c?k\w*|(?:bull)?shit\w*|sh[*#@!]t\w*|crap\w*|(?:god)?damn\w*|bloody|wtf|ffs|pissed|arse\w*|"
    r"ass(?:es|holes?)?|bastards?|bitch\w*|cunts?|dickheads?|pricks?|wankers?|twats?|jerks?|idiot\w*|morons?|moronic|"
    r"imbeciles?|stupid\w*|dumb|scum|liars?|clowns?|tyrants?|sucks|screwed|pathetic|toxic|what the hell|go to hell"
)
_STRONG_LIKE = (
    r"lov(?:e|ed|ing)|brilliant|wonderful|fantastic|amazing|proud|delight\w*|thrill\w*|best|excellent|overjoyed|"
    r"flew by|great|marvellous|perfect|made my (?:day|week)|so happy|grateful|inspir\w*"
)
_STRENGTHENS = (
    r"very|really|so|such|too|completely|totally|utterly|extremely|incredibly|absolutely|far|way|deeply"
)
_AGAIN = (
    r"again|once more|as always|always|constantly|every (?:single )?(?:day|week|time|morning|evening|month)|all week|"
    r"all day|still|yet another|nonstop|non-stop|never|over and over|(?:second|third|fourth|fifth|\d+(?:nd|rd|th)) "
    r"(?:time|week|month|day)"
)
_SOFTENS = r"a bit|a little|slightly|somewhat|kind of|sort of|minor|small|mildly|not too bad"


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_STRONG = {NoteKind.DISLIKE: _any_of(f"{_STRONG_DISLIKE}|{_SWEARING}"), NoteKind.LIKE: _any_of(_STRONG_LIKE)}
_SIGNS = (
    (_any_of(_STRENGTHENS), 0.1),
    (_any_of(_AGAIN), 0.15),
    # One exclamation mark, or a word of four capitals and more: shorter ones are abbreviations.
    (re.compile(r"!|\b[A-Z]{4,}\b"), 0.1),
    (_any_of(_SOFTENS), -0.2),
)
STRONG_COUNTS = 0.2


def severity_of(text: str, kind: NoteKind, score: float | None = None) -> float:
    """How much a note weighs (or lifts), from its words and, where known, the score of its week (ten is good)."""
    worded = wording_strength(text, kind)
    if score is None:
        return worded
    week = score if kind is NoteKind.LIKE else BEST_SCORE - score
    return WORDS_COUNT * worded + (1 - WORDS_COUNT) * week / BEST_SCORE


@lru_cache(maxsize=_REMEMBERED_TEXTS)
def wording_strength(text: str, kind: NoteKind) -> float:
    """How strongly a note is worded."""
    strength = USUAL_SEVERITY + (STRONG_COUNTS if _STRONG[kind].search(text) else 0)
    strength += sum(counts for sign, counts in _SIGNS if sign.search(text))
    return round(min(MOST_SEVERITY, max(LEAST_SEVERITY, strength)), 2)
