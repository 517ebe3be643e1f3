"""Openings, what hides them, and how far one has come with them, in sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from unrut.core.explore.openings.facts import Facts, read_listed_facts
from unrut.core.explore.openings.filters import FilterKind, least_pay, workplaces
from unrut.core.explore.openings.main_pay import main_pay
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary
from unrut.importers.openings.contract import PostedOpening
from unrut.models import Opening, OpeningEvent, OpeningStatus
from unrut.queries.opening_reader import History, ReadOpening
from unrut.queries.openings import Hiding, OpeningList, View
from unrut.wording.facts import hours_words, pay_words, workplace_words
from unrut.wording.numbers import day

_STATUS_NAMES: Mapping[str, str] = {
    OpeningStatus.FOUND: "found",
    OpeningStatus.SAVED: "saved",
    OpeningStatus.ASKING: "asking around",
    OpeningStatus.APPLIED: "applied",
    OpeningStatus.TALKING: "in talks",
    OpeningStatus.OFFERED: "offered to me",
    OpeningStatus.TAKEN: "I said yes",
    OpeningStatus.DECLINED: "I said no",
    OpeningStatus.REFUSED: "they said no",
    OpeningStatus.DISMISSED: "not for me",
}

_VIEW_NAMES: Mapping[View, str] = {
    View.OPEN: "Open",
    View.MINE: "Saved and under way",
    View.DECIDED: "Decided",
    View.DISMISSED: "Not for me",
    View.GONE: "No longer listed",
}
_HIDING = {
    FilterKind.PAY: "Hide what says it pays under %(value)s a year",
    FilterKind.HOURS: "Hide what says it takes more than %(value)s hours a week",
    FilterKind.WORKPLACE: "Hide what says it is not %(value)s",
    FilterKind.PLACE: "Hide what is not in %(value)s, nor remote",
    FilterKind.COMPANY: "Hide everything of %(value)s",
    FilterKind.WORDS: "Hide titles with “%(value)s”",
    FilterKind.AGE: "Hide what was posted more than %(value)s days ago",
}
_CONFLICTS = {
    "hours": "on the hours",
    "work_times": "on full or part time",
    "workplace": "on where the work is done",
    "contracts": "on the contract",
    "closes": "on the last day to apply",
}
_FIELD_NAMES = {
    "title": "title",
    "company": "company",
    "place": "place",
    "text": "text of the posting",
    "url": "address",
    "posted_on": "day it was posted",
    "closes_on": "last day to apply",
    "pay": "pay",
    "hours": "hours",
    "contract": "contract",
    "remote": "remote or not",
    "key": "number of the posting",
}


def status_name(status: str) -> str:
    """What a step from found to decided is called."""
    return gettext(_STATUS_NAMES[status])


def view_name(view: View) -> str:
    """What a list is called."""
    return gettext(_VIEW_NAMES[view])


def list_lead(found: OpeningList, *, view: View, has_wants: bool, words: str) -> str:
    """The first line of the list."""
    if words:
        return ngettext(
            "%(count)d opening fits “%(words)s”.", "%(count)d openings fit “%(words)s”.", found.count
        ) % {"count": found.count, "words": words}
    if view is not View.OPEN:
        return ngettext("%(count)d opening.", "%(count)d openings.", found.count) % {"count": found.count}
    return _open_lead(found, has_wants=has_wants) if found.count else _lead_of_none(found)


def _open_lead(found: OpeningList, *, has_wants: bool) -> str:
    if not has_wants:
        return ngettext(
            "%(count)d opening, the newest first.", "%(count)d openings, the newest first.", found.count
        ) % {"count": found.count}
    return ngettext(
        "%(count)d opening, judged by what you want.",
        "%(count)d openings, the best fit first.",
        found.count,
    ) % {"count": found.count}


def _lead_of_none(found: OpeningList) -> str:
    if found.counts[View.OPEN]:
        return gettext("What you ask for hides every opening.")
    return gettext("No opening is open now.") if any(found.counts.values()) else gettext("No openings yet.")


def hiding_words(hiding: Hiding) -> str:
    """What a filter hides, as a sentence without its count."""
    value = hiding.value
    if hiding.kind is FilterKind.PAY:
        least = least_pay(value)
        value = f"{least.amount:,.0f} {least.currency}".strip()
    elif hiding.kind is FilterKind.WORKPLACE:
        # Translators: between kinds of place, as in "remote or partly remote".
        value = gettext(" or ").join(workplace_words(workplace) for workplace in workplaces(value))
    return gettext(_HIDING[hiding.kind]) % {"value": value}


def hidden_count(hiding: Hiding) -> str:
    """How many openings a filter hides, or would hide."""
    if hiding.is_on:
        return ngettext("%(count)d hidden", "%(count)d hidden", hiding.count) % {"count": hiding.count}
    return ngettext("off, it would hide %(count)d", "off, it would hide %(count)d", hiding.count) % {
        "count": hiding.count
    }


def status_words(opening: Opening) -> str:
    """How far one has come, and whether it is still listed."""
    named = status_name(opening.status) if opening.status != OpeningStatus.FOUND else ""
    gone = (
        gettext("no longer listed since %(day)s") % {"day": day(opening.gone_on)} if opening.gone_on else ""
    )
    return ", ".join(part for part in (named, gone) if part)


def event_words(event: OpeningEvent) -> str:
    """What was done about an opening, and why."""
    reason = reason_words(event.reason)
    named = status_name(event.status)
    return f"{named} ({reason})" if reason else named


def reason_words(reason: str) -> str:
    """Why an opening was put aside: the name of a facet, "" where none was given."""
    vocabulary = shipped_vocabulary()
    return vocabulary[reason].name if reason in vocabulary else ""


def history_words(history: History, *, today: date) -> list[str]:
    """What the history of a posting is worth saying."""
    told = doubts(history, today=today)
    others = len(history.openings) - 1
    if others:
        told.append(
            ngettext(
                "The same job stands in %(count)d other posting, which is kept below.",
                "The same job stands in %(count)d other postings, which are kept below.",
                others,
            )
            % {"count": others}
        )
    return told


def doubts(history: History, *, today: date) -> list[str]:
    """What the history of a posting makes one ask."""
    if history.is_posted_often():
        return [
            gettext("Posted %(count)d times since %(day)s: ask why nobody stayed, or was found.")
            % {"count": history.postings, "day": day(history.open_since)}
        ]
    if history.is_long_open(today):
        return [
            gettext("Open since %(day)s, which is long: ask what makes it hard to fill.")
            % {"day": day(history.open_since)}
        ]
    return []


def facts_line(opening: Opening) -> str:
    """What tells an opening at a glance: company, place, pay and hours; what is not stated is said so."""
    found = read_listed_facts(opening)
    told = (
        opening.company,
        opening.place,
        workplace_words(found.workplace.value.kind if found.workplace else ""),
        _pay_and_hours(found, opening.hours),
    )
    return " · ".join(part for part in told if part)


def posted_line(opening: PostedOpening) -> str:
    """Pay and hours of an opening that is not kept yet."""
    return _pay_and_hours(read_listed_facts(opening), opening.hours)


def _pay_and_hours(found: Facts, hours: str) -> str:
    """Both, or that they are not stated; hours that could not be read in the words of their field."""
    told_hours = hours_words(found.hours.value) if found.hours else hours or gettext("hours not stated")
    return f"{pay_words(found) or gettext('pay not stated')} · {told_hours}"


def field_name(field: str) -> str:
    """What a field of an opening is called where the columns of a table are named."""
    return gettext(_FIELD_NAMES.get(field, field.replace("_", " ")))


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question for a conversation, and why it is worth asking; `facet` where the posting is silent on one."""

    ask: str
    why: str = ""
    facet: str = ""


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions that belong together."""

    name: str
    questions: tuple[AskedQuestion, ...]


def questions(
    opening: Opening, read: ReadOpening, wants: Sequence[Want], doubted: Sequence[str]
) -> list[QuestionGroup]:
    """What to ask: what the posting is silent on, by what is wanted; plain facts it leaves out; what its history makes one ask.

    `doubted` are the sentences on its history.
    """
    vocabulary = shipped_vocabulary()
    wanted = [
        AskedQuestion(vocabulary[facet].posting.ask, vocabulary[facet].name, facet) for facet in read.silent
    ]
    unclear = [
        AskedQuestion(
            vocabulary[want.facet].posting.ask,
            gettext("it says: “%(cue)s”") % {"cue": read.levels[want.facet].cue},
        )
        for want in wants
        if want.facet in read.levels
    ]
    groups = [
        QuestionGroup(gettext("What it is silent on, of what you want"), tuple(wanted)),
        QuestionGroup(gettext("Plain facts it leaves out"), tuple(_fact_questions(opening, read.facts))),
        QuestionGroup(
            gettext("What its history makes one ask"),
            tuple(AskedQuestion(gettext("Why is this open, and since when?"), doubt) for doubt in doubted),
        ),
        QuestionGroup(gettext("What it says, and is worth hearing more of"), tuple(unclear)),
    ]
    return [group for group in groups if group.questions]


def _fact_questions(opening: Opening, found: Facts) -> list[AskedQuestion]:
    asked = [
        (main_pay(found), gettext("What does it pay, from and to, and what decides where one begins?")),
        (found.hours, gettext("How many hours a week is it, and how many were worked last month?")),
        (
            found.workplace,
            gettext("Where is the work done, and on how many days a week must one be there?"),
        ),
        (found.contracts, gettext("Is it permanent? If not: until when, and what comes then?")),
        (opening.company, gettext("Who is the employer?")),
        (found.starts, gettext("When would it begin?")),
    ]
    return [AskedQuestion(question) for stated, question in asked if not stated]


def conflicts(found: Facts) -> list[str]:
    """Where a posting contradicts itself, with both its words."""
    return [
        gettext("%(fact)s: “%(one)s”, and “%(other)s”.")
        % {
            "fact": gettext(_CONFLICTS.get(conflict.fact, conflict.fact)),
            "one": conflict.counts.words,
            "other": conflict.against.words,
        }
        for conflict in found.conflicts
    ]
