"""Options, fits and their reasons, in sentences."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from unrut.core.explore.criteria import poles_of
from unrut.core.explore.levels import Level, Source
from unrut.core.explore.present import Treatment
from unrut.core.explore.strengths.use import is_told_by_strengths
from unrut.core.facets import shipped_vocabulary
from unrut.queries.explore import OPENING, RankedOption, Ranking
from unrut.queries.frame import PRESENT
from unrut.queries.ways import WAY
from unrut.wording.numbers import chance, listed, round_tens

_LEADS_CLEARLY, _STANDS_OUT = 0.65, 0.15
_LOW_END, _HIGH_END = 3.5, 6.5


def option_name(option: RankedOption) -> str:
    """What an option is called."""
    if option.kind in {OPENING, WAY}:
        return option.title
    if option.kind == PRESENT:
        return gettext("Your job as it is")
    return gettext("Your job, changed")


def option_place(option: RankedOption) -> str:
    """Employer and place, as far as they are known."""
    return " · ".join(part for part in (option.company, option.place) if part)


def better(option: RankedOption) -> str:
    """How the option compares with the present job."""
    if option.kind == PRESENT:
        return gettext("what the others are compared with")
    return gettext("%(chance)s better than now") % {"chance": chance(option.better)}


def fit_range(option: RankedOption) -> str:
    """The fit with its range, in points of 100."""
    return gettext("%(mean)d of 100, between %(low)d and %(high)d") % {
        "mean": round(option.mean),
        "low": round(option.low),
        "high": round(option.high),
    }


def coverage(option: RankedOption) -> str:
    """How many of the wanted things are known."""
    total = option.known + len(option.questions)
    return ngettext(
        "%(known)d of %(total)d want known",
        "%(known)d of %(total)d wants known",
        total,
    ) % {"known": option.known, "total": total}


def lead(ranking: Ranking) -> str:
    """The first line of "What would fit"."""
    others = [option for option in ranking.options if option.kind != PRESENT]
    if not ranking.wants:
        return gettext("First it takes a week of notes, or a few wants of your own.")
    if not others:
        return gettext("There is nothing to compare your job with yet.")
    first = others[0]
    if ranking.options[0].kind == PRESENT:
        return gettext("Nothing here beats the job you have.")
    if first.best >= _LEADS_CLEARLY:
        return gettext("%(option)s fits best: %(chance)s the best of what is here.") % {
            "option": option_name(first),
            "chance": chance(first.best),
        }
    if first.best < _STANDS_OUT:
        return gettext("The first options are too close to tell apart; %(option)s stands at the top.") % {
            "option": option_name(first)
        }
    return gettext(
        "%(option)s leads, but not clearly: its chance of being the best is about %(percent)d %%."
    ) % {
        "option": option_name(first),
        "percent": round_tens(first.best),
    }


def level_words(facet_id: str, level: Level) -> str:
    """A level in words: which pole it is near."""
    low, high = poles_of(facet_id, shipped_vocabulary())
    if level.source is Source.UNKNOWN:
        return gettext("not known")
    if level.mean <= _LOW_END:
        return low
    if level.mean >= _HIGH_END:
        return high
    return gettext("in between")


def source_words(level: Level) -> str:
    """Where a level comes from; a stated one brings its quote, an expected one its treatment."""
    if level.source in {Source.STATED, Source.EXPECTED}:
        return level.cue
    if is_told_by_strengths(level):
        return gettext("judged by your strengths: %(told)s") % {"told": level.cue}
    if level.source is Source.HEARD and level.cue:
        return gettext("you were told: “%(words)s”") % {"words": level.cue}
    return {
        Source.ANSWERED: gettext("you said so"),
        Source.HEARD: gettext("you were told"),
        Source.NOTES: gettext("from your notes"),
        Source.TESTED: gettext("you tried it"),
        Source.KEPT: gettext("as in your job now"),
        Source.USUAL: gettext("usual for this kind of way"),
        Source.SURVEYED: gettext("people who do this work say so"),
        Source.INFERRED: gettext("usual for this kind of work; the posting is silent"),
        Source.UNKNOWN: gettext("nothing is known"),
    }[level.source]


def treatments_sentence(treatments: Sequence[Treatment]) -> str:
    """What the changed job would change."""
    names = [shipped_vocabulary()[treatment.facet].name for treatment in treatments]
    return gettext("Treats %(causes)s.") % {"causes": listed(names)}
