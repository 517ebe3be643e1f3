"""What a list of kinds of work is asked for in its address, and what is said on its page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import Http404, QueryDict

from unrut.core.explore.occupations.atlas import MOST_ZONES
from unrut.core.explore.occupations.reach import Verdict
from unrut.core.explore.occupations.study import EDUCATION
from unrut.models import Person
from unrut.queries.frame import present_job
from unrut.queries.occupations import Filters, Judged, Order, Place, count_of
from unrut.services.explore import save_present_job
from unrut.services.occupations import say_background
from unrut.wording import occupation_list as wording
from unrut.wording import skills as skill_wording

LONGEST_SEARCH, LONGEST_PLACE = 200, 6
YES = "yes"
WORDS, ZONE, EDUCATION_ASKED, SHORT, PLACE = "q", "zone", "education", "short", "place"
# At most the highest zone says nothing: it is all of them.
ZONES = range(1, MOST_ZONES)
FAR, BY, FROM = "far", "by", "from"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; what it cannot be is as if it were not asked."""

    filters: Filters
    by: Order
    first: int

    @property
    def is_far(self) -> bool:
        """Whether those far away are shown as well."""
        return Verdict.FAR in self.filters.verdicts


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers to a question of a form; `note` says why it is suggested, if it is."""

    value: str
    name: str
    is_chosen: bool
    sentence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A filter that is on: its sentence, how many it leaves out by itself, and the address without it."""

    sentence: str
    count: str
    without: str


def asked_of(query: QueryDict, *, is_measured: bool) -> Asked:
    """What the list is narrowed to, sorted by, and begins at; all are shown while no distance is known."""
    by, place = query.get(BY, ""), query.get(PLACE, "")
    filters = Filters(
        words=query.get(WORDS, "").strip()[:LONGEST_SEARCH],
        zone=_one_of(query.get(ZONE, ""), ZONES),
        education=_one_of(query.get(EDUCATION_ASKED, ""), EDUCATION),
        is_short=SHORT in query,
        place=Place(place) if place in set(Place) else None,
    )
    if FAR in query or not is_measured:
        filters = replace(filters, verdicts=tuple(Verdict))
    first = query.get(FROM, "")
    return Asked(
        filters=filters,
        by=Order(by) if by in set(Order) else Order.FIT,
        first=int(first) if first.isdecimal() and len(first) <= LONGEST_PLACE else 0,
    )


def narrowings(judged: Judged, query: QueryDict, filters: Filters) -> list[Narrowing]:
    """The filters that are on, each with what it alone leaves out."""
    alone = Filters(verdicts=filters.verdicts)
    on = {
        WORDS: replace(alone, words=filters.words),
        ZONE: replace(alone, zone=filters.zone),
        EDUCATION_ASKED: replace(alone, education=filters.education),
        SHORT: replace(alone, is_short=filters.is_short),
        PLACE: replace(alone, place=filters.place),
    }
    return [
        Narrowing(
            sentence=wording.filter_sentence(single),
            count=wording.left_out_words(count_of(judged, single)[1]),
            without=address_without(query, name),
        )
        for name, single in on.items()
        if single != alone
    ]


def address_without(query: QueryDict, *names: str) -> str:
    """The address of the list without these, from its beginning."""
    left = query.copy()
    for name in (*names, FROM):
        left.pop(name, None)
    return f"?{left.urlencode()}"


def address_with(query: QueryDict, name: str, value: str) -> str:
    """The address of the list with this, from its beginning."""
    changed = query.copy()
    changed.pop(FROM, None)
    changed[name] = value
    return f"?{changed.urlencode()}"


def filter_choices(filters: Filters) -> dict[str, list[Choice]]:
    """The answers to each question of the filters."""
    places = [("", wording.any_place()), *((place.value, wording.place_words(place)) for place in Place)]
    zones = [("", wording.any_time()), *((str(zone), wording.zone_at_most(zone)) for zone in ZONES)]
    schooling = [("", wording.any_schooling()), *((str(key), wording.schooling(key)) for key in EDUCATION)]
    return {
        "zones": _choices(zones, filters.zone),
        "schooling": _choices(schooling, filters.education),
        "sites": _choices(places, filters.place),
    }


def horizon_choices(chosen: str) -> list[Choice]:
    """How far one may want to go."""
    return [
        Choice(horizon, name, horizon == chosen, sentence)
        for horizon, name, sentence in skill_wording.horizon_choices()
    ]


def keep_said(owner: Person, posted: Mapping[str, str]) -> None:
    """Keep the horizon, or what the person does now while that is not known. Raises InvalidInputError."""
    if "horizon" in posted:
        say_background(owner, horizon=posted["horizon"])
    elif "title" not in posted:
        raise Http404
    elif present_job(owner) is None:
        save_present_job(owner, title=posted["title"])


def _choices(named: list[tuple[str, str]], chosen: object) -> list[Choice]:
    at = "" if chosen is None else str(chosen)
    return [Choice(value, name, value == at) for value, name in named]


def _one_of(written: str, known: Mapping[int, object] | range) -> int | None:
    if not written.isdecimal() or len(written) > LONGEST_PLACE:
        return None
    return int(written) if int(written) in known else None
