"""What the quarterly review says, in sentences."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy, ngettext

from unrut.core.facets import Sign, shipped_vocabulary
from unrut.core.reflect.reviews import (
    Comparison,
    Move,
    SlowSigns,
    last_day,
    name_of,
    quarter_number,
    reviewed_items,
)
from unrut.queries.reviews import StoredReview
from unrut.wording.numbers import listed

NAMED_AT_MOST = 3
HIGH_FROM = 8
LOWEST_FROM = 5
TOGETHER_FROM = 4

Text = Any  # a lazy translation

# What each slow sign says when it speaks of a rut, and when it speaks against one.
SPEAKING: Mapping[str, Text] = {
    "envy": gettext_lazy("envy of new starts"),
    "next_step": gettext_lazy("no next step in sight"),
    "nothing_new": gettext_lazy("nothing new asked of you"),
    "standing_still": gettext_lazy("your work standing still"),
    "wish_to_learn": gettext_lazy("little wish to learn"),
    "leaving": gettext_lazy("looking elsewhere likely"),
}
AGAINST: Mapping[str, Text] = {
    "envy": gettext_lazy("no envy of new starts"),
    "next_step": gettext_lazy("a next step in sight"),
    "nothing_new": gettext_lazy("new things asked of you"),
    "standing_still": gettext_lazy("your work going forward"),
    "wish_to_learn": gettext_lazy("the wish to learn"),
    "leaving": gettext_lazy("looking elsewhere unlikely"),
}


def own_words_note() -> str:
    """What the questions are and are not."""
    return gettext(
        "These questions were written for this tool. They help you watch yourself; they do not compare you with others."
    )


def quarter_name(quarter: date) -> str:
    """A quarter as a person names it: October to December 2026."""
    return gettext("%(first)s to %(last)s %(year)s") % {
        "first": date_format(quarter, "F"),
        "last": date_format(last_day(quarter), "F"),
        "year": quarter.year,
    }


def quarter_code(quarter: date) -> str:
    """A quarter as it is written on the command line: 2026-Q4."""
    return f"{quarter.year}-Q{quarter_number(quarter)}"


def look_name(review: StoredReview) -> str:
    """What a long look is called in a sentence."""
    return quarter_name(review.period) if review.is_quarter else gettext("your first look back")


def lead(now: StoredReview, before: StoredReview | None, comparison: Comparison | None) -> str:
    """The first line of a review: what moved most since the one before, or where it stands."""
    if before is None or comparison is None:
        return standing(now.answers)
    since = {"since": look_name(before)}
    most = comparison.most
    if most is None:
        return gettext("Since %(since)s, nothing you answered moved by more than a point.") % since
    told = {**since, "item": name_of(most.item), "move": move_words(most)}
    if comparison.steady + len(comparison.better) + len(comparison.worse) == 1:
        return _only_move(told, is_better=most.by > 0)
    if most.by > 0:
        return gettext("Since %(since)s, “%(item)s” got better most, %(move)s.") % told
    return gettext("Since %(since)s, “%(item)s” got worse most, %(move)s.") % told


def standing(answers: Mapping[str, int]) -> str:
    """Where a single review stands: the lowest of the facets."""
    facets = {facet: answers[facet] for facet in shipped_vocabulary().facets if facet in answers}
    if not facets:
        return gettext("No facet of work is answered yet.")
    lowest = min(facets.values())
    if lowest >= HIGH_FROM:
        return gettext("Everything you answered is well with you.")
    if len(facets) < LOWEST_FROM:
        return _too_few_facets(len(facets))
    names = [name_of(facet).lower() for facet, value in facets.items() if value == lowest]
    return gettext("Lowest of all: %(items)s (%(value)d of 10).") % {
        "items": _some(names),
        "value": lowest,
    }


def move_words(move: Move) -> str:
    """From 3 to 7."""
    return gettext("from %(before)d to %(now)d") % {"before": move.before, "now": move.now}


def steady_words(comparison: Comparison) -> str:
    """How much stayed, and how much could not be compared."""
    stayed = ngettext(
        "%(count)d answer moved by a point or not at all.",
        "%(count)d answers moved by a point or not at all.",
        comparison.steady,
    ) % {"count": comparison.steady}
    if not comparison.only_once:
        return stayed
    once = ngettext(
        "%(count)d was answered only once, so it cannot be compared.",
        "%(count)d were answered only once, so they cannot be compared.",
        comparison.only_once,
    ) % {"count": comparison.only_once}
    return f"{stayed} {once}"


def slow_signs(signs: SlowSigns) -> str:
    """What the slow signs say together, once enough of them are answered."""
    if not signs.answered:
        return gettext("None of the six slow signs is answered yet.")
    if signs.answered < TOGETHER_FROM:
        return _too_few_signs(signs.answered)
    if not signs.speaking:
        return gettext("None of the %(count)d slow signs you answered speaks of a rut.") % {
            "count": signs.answered
        }
    return ngettext(
        "Of %(answered)d slow signs, %(count)d speaks of a rut: %(signs)s.",
        "Of %(answered)d slow signs, %(count)d speak of a rut: %(signs)s.",
        len(signs.speaking),
    ) % {"answered": signs.answered, "count": len(signs.speaking), "signs": _named(signs.speaking, SPEAKING)}


def signs_against(signs: SlowSigns) -> str:
    """Which slow signs speak against a rut; empty when none does or too few are answered."""
    if not signs.against or signs.answered < TOGETHER_FROM:
        return ""
    return gettext("Against it: %(signs)s.") % {"signs": _named(signs.against, AGAINST)}


def answered_words(answers: Mapping[str, int]) -> str:
    """How much of a review is answered: 31 of 36."""
    asked = reviewed_items()
    return gettext("%(count)d of %(all)d answered.") % {
        "count": sum(item in answers for item in asked),
        "all": len(asked),
    }


def _only_move(told: Mapping[str, str], *, is_better: bool) -> str:
    """The move of the only answer that could be compared: it is no superlative."""
    if is_better:
        return gettext("Since %(since)s, “%(item)s” got better, %(move)s.") % told
    return gettext("Since %(since)s, “%(item)s” got worse, %(move)s.") % told


def _too_few_facets(count: int) -> str:
    return ngettext(
        "%(count)d facet of work is answered so far; from %(least)d on this page names the lowest.",
        "%(count)d facets of work are answered so far; from %(least)d on this page names the lowest.",
        count,
    ) % {"count": count, "least": LOWEST_FROM}


def _too_few_signs(count: int) -> str:
    return ngettext(
        "%(count)d slow sign is answered so far; from %(least)d on this page says what they tell together.",
        "%(count)d slow signs are answered so far; from %(least)d on this page says what they tell together.",
        count,
    ) % {"count": count, "least": TOGETHER_FROM}


def _some(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = len(names) - NAMED_AT_MOST
    if more <= 0:
        return listed(list(names))
    rest = ngettext("%(count)d more", "%(count)d more", more) % {"count": more}
    return listed([*names[:NAMED_AT_MOST], rest])


def _named(signs: Sequence[Sign], words: Mapping[str, Text]) -> str:
    return listed([str(words[sign.id]) for sign in signs])
