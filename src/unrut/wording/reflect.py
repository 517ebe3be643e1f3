"""What the notes say, in sentences."""

from django.utils.translation import gettext, ngettext

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import RANKED_FROM_WEEKS, USUAL_WEIGHT, Cause, Picture
from unrut.wording.numbers import listed, weeks_named

_LISTED_WITHOUT_RANKS = 3


def lead(picture: Picture) -> str:
    """The first line of "What is behind it"."""
    if not picture.causes:
        return no_causes(picture)
    first = picture.causes[0]
    if not picture.is_ranked:
        names = [shipped_vocabulary()[cause.facet].weighs for cause in picture.causes[:_LISTED_WITHOUT_RANKS]]
        return gettext("What comes up so far: %(causes)s.") % {"causes": listed(names)}
    return gettext("What weighs on you most is %(cause)s. You named it in %(weeks)s.") % {
        "cause": shipped_vocabulary()[first.facet].weighs,
        "weeks": weeks_named(len(first.weeks), first.answered),
    }


def energy_lead(picture: Picture) -> str:
    """What gives energy, in a sentence; empty when nothing was liked yet."""
    if not picture.energies:
        return ""
    first = picture.energies[0]
    return gettext("What gives you most is %(energy)s, in %(weeks)s.") % {
        "energy": shipped_vocabulary()[first.facet].lifts,
        "weeks": weeks_named(len(first.weeks), first.answered),
    }


def ranking_note(picture: Picture) -> str:
    """What the order is worth."""
    answered = len(picture.weeks)
    if picture.is_ranked:
        told = ngettext("From %(count)d answered week.", "From %(count)d answered weeks.", answered) % {
            "count": answered
        }
        if any(cause.weight != USUAL_WEIGHT for cause in (*picture.causes, *picture.energies)):
            told += " " + gettext("What you said you want counts in the order, too.")
        return told
    missing = RANKED_FROM_WEEKS - answered
    return ngettext(
        "The order means nothing yet: %(count)d more week and it will.",
        "The order means nothing yet: %(count)d more weeks and it will.",
        missing,
    ) % {"count": missing}


def no_causes(picture: Picture) -> str:
    """The first line while no dislike could be read."""
    if picture.weeks:
        return gettext("Nothing you wrote so far says what weighs on you.")
    return gettext("After your first week this page can say something.")


def cause_name(cause: Cause) -> str:
    """The name of a cause's facet."""
    return shipped_vocabulary()[cause.facet].name
