"""The list of kinds of work in sentences: what it holds, what it leaves out, and what it is measured from."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from unrut.core.explore.occupations.riasec import Holland, shipped_types
from unrut.core.explore.occupations.study import EDUCATION
from unrut.models import Job
from unrut.queries.guide import Guide
from unrut.queries.occupations import Filters, Judged, OccupationList, Order, Place, Promise
from unrut.queries.standpoint import Home
from unrut.wording.numbers import chance, listed

_PLACES = {
    Place.DESK: "at a desk",
    Place.FEET: "on my feet, indoors",
    Place.OUTDOORS: "outdoors",
}
_AT = {
    Place.DESK: "Only what is mostly done at a desk",
    Place.FEET: "Only what is mostly done on one's feet, indoors",
    Place.OUTDOORS: "Only what is often done outdoors",
}
# The longest that work up to a job zone is usually learned; the highest has no end.
_TIMES = {1: "three months", 2: "a year", 3: "two years", 4: "four years"}
_ORDERS = {Order.FIT: "By fit", Order.NEAR: "Nearest first", Order.INTERESTS: "By interests"}


def lead(judged: Judged, promise: Promise) -> str:
    """The first line of the list."""
    if judged.fit is None:
        return ngettext(
            "%(count)s kind of work is here, and nothing you want to judge it by yet.",
            "%(count)s kinds of work are here, and nothing you want to judge them by yet.",
            promise.among,
        ) % {"count": figure(promise.among)}
    if not judged.standpoint.is_known:
        return gettext(
            "These fit what you want best. How far away they are can be told once you say what you do now."
        )
    if not promise.within_reach:
        return _lead_of_none(promise)
    words = ngettext(
        "Of %(all)s kinds of work, %(count)d would probably suit you better than your job now and is within reach.",
        "Of %(all)s kinds of work, %(count)d would probably suit you better than your job now and are within reach.",
        promise.within_reach,
    )
    return words % {"all": figure(promise.among), "count": promise.within_reach}


def _lead_of_none(promise: Promise) -> str:
    if not promise.stretch:
        return gettext(
            "Of %(all)s kinds of work, none that is near would probably suit you better than your job now."
        ) % {"all": figure(promise.among)}
    words = ngettext(
        "Of %(all)s kinds of work, %(count)d would probably suit you better than your job now; it is a stretch.",
        "Of %(all)s kinds of work, %(count)d would probably suit you better than your job now; each is a stretch.",
        promise.stretch,
    )
    return words % {"all": figure(promise.among), "count": promise.stretch}


def under_lead(judged: Judged, promise: Promise) -> str:
    """What the list stands by, and how many more are a stretch."""
    if judged.fit is None:
        if judged.standpoint.is_known:
            return gettext(
                "Until you say what you want, they stand by how near they are to what you do and can."
            )
        return gettext(
            "Until you say what you want and what you do now, what asks least of a beginner comes first."
        )
    told = [gettext("The dashed line is your job as it is; the band holds four chances in five.")]
    if promise.within_reach and promise.stretch and judged.standpoint.is_known:
        words = ngettext("%(count)d more is a stretch.", "%(count)d more are a stretch.", promise.stretch)
        told.insert(0, words % {"count": promise.stretch})
    return " ".join(told)


def figure(count: int) -> str:
    """A number as a person writes it: 1,016."""
    return f"{count:,}"


def list_words(found: OccupationList, *, is_known: bool) -> str:
    """How many the list holds, and in which order; `is_known` says whether it is known where the person stands."""
    count = found.count
    if found.by is Order.INTERESTS:
        words = ngettext(
            "%(count)s kind of work", "%(count)s kinds of work, those most like your interests first", count
        )
    elif found.by is Order.FIT and is_known:
        words = ngettext(
            "%(count)s kind of work", "%(count)s kinds of work, within reach and best fit first", count
        )
    elif found.by is Order.FIT:
        words = ngettext("%(count)s kind of work", "%(count)s kinds of work, best fit first", count)
    elif is_known:
        words = ngettext("%(count)s kind of work", "%(count)s kinds of work, the nearest first", count)
    else:
        words = ngettext("%(count)s kind of work", "%(count)s kinds of work, what asks least first", count)
    return words % {"count": figure(count)}


def order_name(order: Order) -> str:
    """What an order is called."""
    return gettext(_ORDERS[order])


def any_time() -> str:
    """No limit to how long it is learned."""
    return gettext("any time it takes")


def any_schooling() -> str:
    """No limit to what was learned before."""
    return gettext("any schooling")


def any_place() -> str:
    """Wherever it is."""
    return gettext("anywhere")


def place_words(place: Place) -> str:
    """Where work is done."""
    return gettext(_PLACES[place])


def zone_at_most(zone: int) -> str:
    """The longest preparation that is fine."""
    return gettext("at most %(time)s") % {"time": gettext(_TIMES[zone])}


def schooling(category: int) -> str:
    """A degree of schooling."""
    return gettext(EDUCATION[category].name)


def filter_sentence(single: Filters) -> str:
    """One filter as a sentence; the first that is set."""
    if single.words:
        return gettext("Only titles with “%(words)s”") % {"words": single.words}
    if single.zone is not None:
        return gettext("Only what is learned in %(time)s") % {"time": zone_at_most(single.zone)}
    if single.education is not None:
        return gettext("Only what most enter with at most: %(schooling)s") % {
            "schooling": schooling(single.education)
        }
    if single.place is not None:
        return gettext(_AT[single.place])
    return gettext("Only what takes not more than 40 hours in a usual week")


def left_out_words(count: int) -> str:
    """How many a filter leaves out."""
    return ngettext("%(count)d left out", "%(count)d left out", count) % {"count": count}


def home_sentence(home: Home, guide: Guide) -> str:
    """What the present job was taken for."""
    if home.row is None:
        return gettext("We know no kind of work called “%(title)s”.") % {"title": home.job.title}
    named = {"title": home.job.title, "kind": guide.atlas.titles[home.row]}
    if home.is_said:
        return gettext("“%(title)s” counts as %(kind)s, as you said.") % named
    sure = chance(home.match.chance) if home.match else ""
    # Translators: %(sure)s is a chance in words, such as "probably (about 70 %)".
    return gettext("“%(title)s” is taken for %(kind)s by its title; that is %(sure)s right.") % {
        **named,
        "sure": sure,
    }


def skills_sentence(count: int) -> str:
    """What is known of what the person can."""
    if not count:
        return gettext("What you can is taken from the work behind you until you confirm it.")
    return ngettext("You confirmed %(count)d skill.", "You confirmed %(count)d skills.", count) % {
        "count": count
    }


def interests_sentence(chosen: list[Holland]) -> str:
    """Which interests were chosen."""
    names = [gettext(shipped_types()[each].name) for each in chosen]
    return gettext("You chose: %(interests)s.") % {"interests": listed(names)}


def interests_caution() -> str:
    """How little interests say."""
    return gettext(
        "Interests say little about satisfaction: across studies the two go together only weakly "
        "(a correlation of about .1 to .2). So they are a view, and never part of the fit."
    )


def found_lead(words: str, count: int, job: Job | None) -> str:
    """The first line of the page that looks up a title."""
    if not words and job:
        return gettext("Which kind of work is “%(title)s”?") % {"title": job.title}
    if not words:
        return gettext("Look up what a job is, by any title.")
    if not count:
        return gettext("We know no kind of work called “%(words)s”.") % {"words": words}
    told = ngettext(
        "“%(words)s” most likely means this.",
        "“%(words)s” may mean one of these, the likeliest first.",
        count,
    )
    return told % {"words": words}


def compare_problems(unknown: Sequence[str], *, left_out: int) -> list[str]:
    """What could not be set side by side, and what to do."""
    told = [
        gettext("There is no kind of work with the code “%(code)s”. Tick another one in the list.")
        % {"code": code}
        for code in unknown
    ]
    if left_out > 0:
        words = ngettext(
            "Four stand side by side at most; %(count)d more was left out.",
            "Four stand side by side at most; %(count)d more were left out.",
            left_out,
        )
        told.append(words % {"count": left_out})
    return told
