"""Kinds of work in sentences: how they fit, how far away they are, and how one was found."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext, ngettext

from unrut.core.explore.occupations.atlas import Entry, Prose, Rated
from unrut.core.explore.occupations.reach import Hindrance, Reach, Verdict
from unrut.core.explore.occupations.titles import TitleMatch, TitleReason
from unrut.queries.occupations import RankedOccupation
from unrut.wording.numbers import chance, listed, round_tens

_VERDICTS = {
    Verdict.REALISTIC: "Within reach",
    Verdict.STRETCH: "A stretch",
    Verdict.FAR: "Far from here",
}
_HINDRANCES = {
    Hindrance.GAPS: "it needs much you have not done yet",
    Hindrance.ZONE: "it asks for much more preparation",
    Hindrance.EDUCATION: "it asks for more schooling",
    Hindrance.LICENCE: "it usually needs a licence",
    Hindrance.UNLIKE: "its tasks are quite different",
    Hindrance.UNSURVEYED: "nobody was asked about it",
}
_REASONS = {
    TitleReason.TITLE: "that is its name",
    TitleReason.OTHER: "“%(told)s” is another name for it",
    TitleReason.SPELLING: "it is written nearly like “%(told)s”",
    TitleReason.WORDS: "it shares words with “%(told)s”",
    TitleReason.MEANING: "it means nearly the same as “%(told)s”",
}
# How long work of a job zone is usually learned, by the vocational preparation that O*NET gives it.
_ZONES = {
    1: "little preparation: three months at most",
    2: "some preparation: up to a year",
    3: "a fair amount of preparation: one or two years",
    4: "much preparation: two to four years",
    5: "very long preparation: four years or more",
}
# Reasons that a sentence names; the rest is counted together.
_HINDRANCES_NAMED = 4
_LACKING = {
    Rated.SKILL_IMPORTANCE: "how important skills are",
    Rated.SKILL_LEVEL: "how much skill is needed",
    Rated.KNOWLEDGE_IMPORTANCE: "how important knowledge is",
    Rated.KNOWLEDGE_LEVEL: "how much knowledge is needed",
    Rated.ABILITY_IMPORTANCE: "how important abilities are",
    Rated.ABILITY_LEVEL: "how much ability is needed",
    Rated.ACTIVITY_IMPORTANCE: "how important each activity is",
    Rated.ACTIVITY_LEVEL: "how demanding each activity is",
    Rated.CONTEXT: "the conditions people work in",
    Rated.INTEREST: "the interests it is for",
    Rated.VALUE: "what the work gives people",
    Rated.STYLE: "the working styles it needs",
    Entry.EDUCATION: "the schooling people need",
    Entry.EXPERIENCE: "the experience people need",
    Entry.SITE_TRAINING: "the training on the spot",
    Entry.JOB_TRAINING: "the training on the job",
    Prose.TASKS: "what people do there",
    Prose.TECHNOLOGY: "the tools they use",
    # What is no table of ratings or answers goes by the names an importer gives it.
    "zones": "how much preparation it takes",
    "alternates": "other titles of each kind of work",
}
_ALIKE = (
    (0.7, "very much alike"),
    (0.4, "alike"),
    (0.1, "somewhat alike"),
    (-0.1, "neither alike nor unlike"),
)
_CERTAIN, _PERCENT = 0.975, 100
_STEPS = (
    (_CERTAIN, "almost surely better than your job now"),
    (0.8, "very probably better than your job now (about %(percent)d %%)"),
    (0.65, "probably better than your job now (about %(percent)d %%)"),
    (0.55, "perhaps better than your job now (about %(percent)d %%)"),
    (0.45, "about as good as your job now"),
    (0.35, "perhaps not better than your job now (a chance of about %(percent)d %%)"),
    (0.2, "probably not better than your job now (a chance of about %(percent)d %%)"),
    (0.0, "very probably not better than your job now (a chance of about %(percent)d %%)"),
)


def verdict_words(verdict: Verdict) -> str:
    """How far away, in two words."""
    return gettext(_VERDICTS[verdict])


def hindrance_words(hindrance: Hindrance) -> str:
    """What stands in the way, as a clause."""
    return gettext(_HINDRANCES[hindrance])


def hindrances_words(reach: Reach) -> str:
    """All that stands in the way, as clauses; "" where nothing does."""
    return listed([hindrance_words(hindrance) for hindrance in reach.hindrances])


def reach_sentence(reach: Reach) -> str:
    """How far away and why: "A stretch: it asks for more schooling."."""
    verdict, reasons = verdict_words(reach.verdict), hindrances_words(reach)
    if not reasons:
        return gettext("%(verdict)s.") % {"verdict": verdict}
    # Translators: how far away a kind of work is, and why.
    return gettext("%(verdict)s: %(reasons)s.") % {"verdict": verdict, "reasons": reasons}


def chance_words(ranked: RankedOccupation) -> str:
    """How it compares with the present job, the word by the round figure; "" while nothing is wanted."""
    if ranked.better is None:
        return ""
    if not ranked.known:
        return gettext("how it would fit is not known")
    percent = round_tens(ranked.better)
    told = ranked.better if ranked.better >= _CERTAIN else percent / _PERCENT
    words = next(words for least, words in _STEPS if told >= least)
    return gettext(words) % {"percent": percent}


def fit_words(ranked: RankedOccupation) -> str:
    """The fit with its range, in points of 100; "" while nothing is wanted, or nothing wanted is known of it."""
    if not ranked.known or ranked.mean is None or ranked.low is None or ranked.high is None:
        return ""
    return gettext("%(mean)d of 100, between %(low)d and %(high)d") % {
        "mean": round(ranked.mean),
        "low": round(ranked.low),
        "high": round(ranked.high),
    }


def known_words(ranked: RankedOccupation) -> str:
    """How many of the wanted things the survey tells of; "" while nothing is wanted."""
    if not ranked.wanted:
        return ""
    return ngettext(
        "%(known)d of %(total)d want known", "%(known)d of %(total)d wants known", ranked.wanted
    ) % {"known": ranked.known, "total": ranked.wanted}


def coverage_words(reach: Reach) -> str:
    """How much of what it needs the person has; "" where nobody was asked what that is."""
    if reach.coverage is None:
        return ""
    return gettext("you have about %(percent)d %% of what it needs") % {"percent": round_tens(reach.coverage)}


def zone_words(zone: int) -> str:
    """How long the work is usually learned."""
    return gettext(_ZONES.get(zone, "how much preparation it takes is not known"))


def likeness_words(ranked: RankedOccupation) -> str:
    """How alike its interests and the chosen ones are; "" where that cannot be told."""
    if ranked.likeness is None:
        return ""
    likeness = ranked.likeness
    return gettext(next((words for least, words in _ALIKE if likeness >= least), "unlike"))


def hidden_sentence(hidden: Mapping[Hindrance, int]) -> str:
    """How many are not shown because they are far away, and why; "" where all are shown."""
    total = sum(hidden.values())
    if not total:
        return ""
    reasons = sorted(hidden.items(), key=lambda item: (-item[1], item[0]))
    named = [_hidden_part(hindrance, count) for hindrance, count in reasons[:_HINDRANCES_NAMED]]
    rest = sum(count for _, count in reasons[_HINDRANCES_NAMED:])
    if rest:
        named.append(
            ngettext("%(count)d for another reason", "%(count)d for other reasons", rest) % {"count": rest}
        )
    words = ngettext(
        "%(total)d is far from here: %(reasons)s.", "%(total)d are far from here: %(reasons)s.", total
    )
    return words % {"total": total, "reasons": listed(named)}


def _hidden_part(hindrance: Hindrance, count: int) -> str:
    """How many are hidden for one reason, as a clause."""
    told = {
        Hindrance.GAPS: ngettext(
            "%(count)d needs much you have not done yet", "%(count)d need much you have not done yet", count
        ),
        Hindrance.ZONE: ngettext(
            "%(count)d asks for much more preparation", "%(count)d ask for much more preparation", count
        ),
        Hindrance.EDUCATION: ngettext(
            "%(count)d asks for more schooling", "%(count)d ask for more schooling", count
        ),
        Hindrance.LICENCE: ngettext("%(count)d needs a licence", "%(count)d need a licence", count),
        Hindrance.UNLIKE: ngettext(
            "%(count)d has quite different tasks", "%(count)d have quite different tasks", count
        ),
        Hindrance.UNSURVEYED: ngettext(
            "nobody was asked about %(count)d", "nobody was asked about %(count)d", count
        ),
    }
    return told[hindrance] % {"count": count}


def title_reason_words(match: TitleMatch) -> str:
    """Why a title was taken for this kind of work, as a clause that may follow "because"."""
    return gettext(_REASONS[match.reason]) % {"told": match.told}


def sureness_words(match: TitleMatch) -> str:
    """How sure it is that this is meant."""
    return chance(match.chance)


def lacking_sentence(lacking: Sequence[str]) -> str:
    """What a release does not tell; "" where all is there. Tables without words here are not named."""
    named = [gettext(_LACKING[name]) for name in lacking if name in _LACKING]
    if not named:
        return ""
    return gettext(
        "This release does not tell %(tables)s. What rests on that is less sure, or not known."
    ) % {"tables": listed(named)}


def average_sentence() -> str:
    """What a kind of work is, and what it cannot tell."""
    return gettext(
        "A kind of work is an average over many workplaces in the United States. A single job of it can be quite different, "
        "so its fit is wide, and the place you would apply to decides."
    )
