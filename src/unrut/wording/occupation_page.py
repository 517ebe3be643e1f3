"""One kind of work in sentences: how it would fit, what it is like, and what is near it."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from unrut.core.explore.occupations.atlas import Atlas
from unrut.core.explore.occupations.facet_levels import Element
from unrut.core.explore.occupations.reach import Hindrance, Verdict
from unrut.core.explore.occupations.riasec import Holland, shipped_types
from unrut.queries.occupation_page import OccupationPage
from unrut.wording.numbers import listed, round_tens
from unrut.wording.occupations import chance_words, fit_words, hindrance_words, known_words

_NAMED_HINDRANCES, _NAMED_TYPES = 2, 2
_VERDICTS = {
    Verdict.REALISTIC: "within reach",
    Verdict.STRETCH: "a stretch",
    Verdict.FAR: "far from where you are now",
}
# About as in most kinds of work: the middle tenth.
_MIDDLE_LOW, _MIDDLE_HIGH = 0.45, 0.55
# How near is near is judgement, by what the nearest of most kinds of work are.
_NEARNESS = ((0.7, "very near"), (0.55, "near"), (0.4, "fairly near"))


def page_lead(page: OccupationPage) -> str:
    """The first line: fit and distance in one sentence."""
    told = {"work": page.title, "chance": chance_words(page.ranked), "reach": reach_clause(page)}
    if not is_surveyed(page):
        return gettext("%(work)s: nobody was asked what it is like or what it needs.") % told
    if is_own(page):
        return gettext("%(work)s: your own kind of work, as people who do it describe it.") % told
    if told["chance"] and told["reach"]:
        return gettext("%(work)s: %(chance)s, and %(reach)s.") % told
    if told["chance"]:
        return gettext("%(work)s: %(chance)s.") % told
    if told["reach"]:
        return gettext("%(work)s: %(reach)s.") % told
    return gettext("%(work)s, as people who do it describe it.") % told


def fit_note(page: OccupationPage) -> str:
    """The figures behind the first line, or what is needed for them."""
    if not is_surveyed(page):
        return ""
    fit, known = fit_words(page.ranked), known_words(page.ranked)
    if not fit and page.judged.wants:
        return ""
    if not fit:
        return gettext("How well it would fit can be said once something is wanted.")
    # Translators: points of 100 with their range, and how many of the wants are known.
    return gettext("Fit: %(fit)s; %(known)s.") % {"fit": fit, "known": known}


def is_surveyed(page: OccupationPage) -> bool:
    """Whether anybody was asked what it is like and what it needs."""
    return bool(page.judged.is_surveyed[page.row])


def is_own(page: OccupationPage) -> bool:
    """Whether it is what the person does now."""
    present = page.judged.standpoint.present
    return present is not None and present.row == page.row


def reach_clause(page: OccupationPage) -> str:
    """How far it is and the weightiest reasons: "a stretch, because it asks for more schooling"; "" where that is not told."""
    if not _is_reach_told(page):
        return ""
    reach = page.ranked.reach
    verdict = verdict_label(reach.verdict)
    reasons = [hindrance_words(hindrance) for hindrance in reach.hindrances[:_NAMED_HINDRANCES]]
    if not reasons:
        return verdict
    return gettext("%(verdict)s, because %(reasons)s") % {"verdict": verdict, "reasons": listed(reasons)}


def more_hindrances(page: OccupationPage) -> str:
    """The reasons that the first line leaves out."""
    others: Sequence[Hindrance] = page.ranked.reach.hindrances[_NAMED_HINDRANCES:]
    if not others or not _is_reach_told(page):
        return ""
    return gettext("Besides, %(reasons)s.") % {
        "reasons": listed([hindrance_words(other) for other in others])
    }


def _is_reach_told(page: OccupationPage) -> bool:
    """Whether there is anything to measure from and to, and a way between the two."""
    return page.judged.standpoint.is_known and is_surveyed(page) and not is_own(page)


def verdict_label(verdict: Verdict) -> str:
    """How far away, inside a sentence."""
    return gettext(_VERDICTS[verdict])


def element_words(element: Element, atlas: Atlas) -> str:
    """An answer of the survey: "Time Pressure: 4.1 of 5, more than in 80 % of kinds of work"."""
    told = {
        "name": element.name,
        "value": _value_words(element, atlas),
        "beside": _beside(element.percentile),
    }
    return gettext("%(name)s: %(value)s, %(beside)s") % told


def _value_words(element: Element, atlas: Atlas) -> str:
    """The answer on its own scale; one that goes below nought names both ends."""
    table = atlas.ratings[element.table]
    at = table.ids.index(element.id)
    low, high = float(table.lows[at]), float(table.highs[at])
    value = f"{low + element.position * (high - low):.1f}"
    if low < 0:
        told = {"value": value.replace("-", "−"), "low": f"{low:g}".replace("-", "−"), "high": f"{high:g}"}
        return gettext("%(value)s on a scale from %(low)s to %(high)s") % told
    return gettext("%(value)s of %(high)s") % {"value": value, "high": f"{high:g}"}


def _beside(percentile: float) -> str:
    if _MIDDLE_LOW <= percentile <= _MIDDLE_HIGH:
        return gettext("about as in most kinds of work")
    if percentile > _MIDDLE_HIGH:
        return gettext("more than in %(percent)d %% of kinds of work") % {"percent": round_tens(percentile)}
    return gettext("less than in %(percent)d %% of kinds of work") % {"percent": round_tens(1 - percentile)}


def interests_sentence(types: Sequence[tuple[Holland, float]]) -> str:
    """Whom it is for, by interests."""
    known = shipped_types()
    names = [gettext("“%(interest)s”") % {"interest": known[kind].name} for kind, _ in types[:_NAMED_TYPES]]
    if not names:
        return ""
    return gettext(
        "What draws people to it most: %(interests)s. That says little about how content they are in it."
    ) % {"interests": listed(names)}


def near_words(nearness: float) -> str:
    """How near another kind of work is."""
    return gettext(next((words for least, words in _NEARNESS if nearness >= least), "not so near"))


def near_lead(page: OccupationPage) -> str:
    """The first line of the map."""
    if not page.near:
        return gettext("Nothing is known that is near %(work)s.") % {"work": page.title}
    return gettext("Nearest to %(work)s: %(other)s.") % {"work": page.title, "other": page.near[0].title}


def titles_count(count: int) -> str:
    """The fold of its other names."""
    return ngettext("%(count)d other title", "%(count)d other titles", count) % {"count": count}


def facets_count(count: int) -> str:
    """The fold of what was not wanted."""
    return ngettext(
        "%(count)d more thing the survey tells", "%(count)d more things the survey tells", count
    ) % {"count": count}


def lines_count(count: int) -> str:
    """The fold of further lines of a list."""
    return ngettext("%(count)d more", "%(count)d more", count) % {"count": count}
