"""Words for values in templates. They name and format; nothing is computed here."""

from datetime import date, time

from django import template

from unrut.core.explore import criteria
from unrut.core.explore.levels import Level
from unrut.core.explore.wants import OWN, Want
from unrut.core.facets import Facet, shipped_vocabulary
from unrut.core.plan.steps import Strand
from unrut.core.reflect.causes import Cause
from unrut.core.reflect.profile_edits import ListLine
from unrut.models import CheckIn
from unrut.queries.explore import RankedOption
from unrut.wording import explore, numbers, profile

register = template.Library()


@register.filter
def facet_name(facet_id: str) -> str:
    """The name of a facet."""
    return shipped_vocabulary()[facet_id].name


@register.filter
def facet_of(facet_id: str) -> Facet:
    """The facet itself."""
    return shipped_vocabulary()[facet_id]


@register.filter
def want_name(want: Want) -> str:
    """What a want is called."""
    return criteria.want_name(want, shipped_vocabulary())


@register.filter
def is_own(facet_id: str) -> bool:
    """Whether a criterion is the person's own, and none of the facets."""
    return facet_id.startswith(OWN)


@register.filter
def remedy_name(remedy_id: str) -> str:
    """The name of a remedy."""
    return shipped_vocabulary().remedies[remedy_id].name


@register.filter
def strand_label(strand: str) -> str:
    """The name of a strand."""
    return Strand(strand).label


@register.filter
def long_day(value: date) -> str:
    """3 March 2026."""
    return numbers.day(value)


@register.filter
def short_day(value: date) -> str:
    """Thu 3 Mar."""
    return numbers.short_day(value)


@register.filter
def week_name(value: date) -> str:
    """Week of 3 March."""
    return numbers.week_name(value)


@register.filter
def clock(value: time) -> str:
    """18:30."""
    return numbers.clock(value)


@register.filter
def length_of(minutes: int) -> str:
    """45 min, 1 h 30."""
    return numbers.length(minutes)


@register.filter
def level_words(level: Level, facet_id: str) -> str:
    """A level in words."""
    return explore.level_words(facet_id, level)


@register.filter
def source_words(level: Level) -> str:
    """Where a level comes from."""
    return explore.source_words(level)


@register.filter
def option_name(option: RankedOption) -> str:
    """What an option is called."""
    return explore.option_name(option)


@register.filter
def better_words(option: RankedOption) -> str:
    """How an option compares with the present job."""
    return explore.better(option)


@register.filter
def weeks_words(cause: Cause) -> str:
    """9 of 14 weeks."""
    return numbers.weeks_named(len(cause.weeks), cause.answered)


@register.filter
def grounds_words(line: ListLine) -> str:
    """What a line of the list rests on."""
    return profile.grounds_words(line)


@register.filter
def answer(checkin: CheckIn, sign: str) -> str:
    """The stored answer of a sign, or a dash."""
    value = getattr(checkin, sign)
    return "–" if value is None else str(value)
