"""What a file with people holds and what came of it, in sentences."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from django.utils.translation import gettext, ngettext

from unrut.importers.people.contract import ReadSchool
from unrut.models import ContactSource
from unrut.wording.numbers import day, listed
from unrut.wording.people import counted, people_count


class Imported(Protocol):
    """What came of bringing in a file."""

    @property
    def created(self) -> int: ...
    @property
    def changed(self) -> int: ...
    @property
    def known(self) -> int: ...
    @property
    def joined(self) -> int: ...
    @property
    def forgotten(self) -> int: ...
    @property
    def jobs(self) -> int: ...
    @property
    def schooling(self) -> bool: ...
    @property
    def skills(self) -> int: ...
    @property
    def recommendations(self) -> int: ...
    @property
    def jobs_skipped(self) -> int: ...


def preview_lead(people: int, *, own: bool) -> str:
    """What a file holds, before anything is kept; `own` says whether it speaks of the person's own work."""
    if people and own:
        return gettext("%(people)s, and your own work: nothing is kept yet.") % {
            "people": people_count(people)
        }
    if people:
        return gettext("%(people)s: nothing is kept yet.") % {"people": people_count(people)}
    if own:
        return gettext("No people, but your own work: nothing is kept yet.")
    return gettext("Nothing in it can be taken in.")


def fate_sentence(counts: Mapping[str, int]) -> str:
    """What would become of the people of a file: counts by fate (new, joined, changed, known, forgotten)."""
    parts = [
        counted(
            ngettext("%(count)s person is new", "%(count)s people are new", counts.get("new", 0)),
            counts.get("new", 0),
        ),
        counted(
            ngettext(
                "%(count)s is somebody you have from elsewhere",
                "%(count)s are people you have from elsewhere",
                counts.get("joined", 0),
            ),
            counts.get("joined", 0),
        ),
        counted(
            ngettext("%(count)s has changed", "%(count)s have changed", counts.get("changed", 0)),
            counts.get("changed", 0),
        ),
        counted(
            ngettext("%(count)s is here already", "%(count)s are here already", counts.get("known", 0)),
            counts.get("known", 0),
        ),
        counted(
            ngettext(
                "%(count)s you forgot, who stays out",
                "%(count)s you forgot, who stay out",
                counts.get("forgotten", 0),
            ),
            counts.get("forgotten", 0),
        ),
    ]
    told = listed([part for part in parts if part])
    return gettext("%(told)s.") % {"told": told} if told else ""


def imported_words(came: Imported) -> str:
    """What came of a file, in one sentence or two."""
    people = {
        "new": came.created,
        "joined": came.joined,
        "changed": came.changed,
        "known": came.known,
        "forgotten": came.forgotten,
    }
    sentences = [fate_sentence(people), _own_sentence(came), _skipped_jobs(came.jobs_skipped)]
    return " ".join(sentence for sentence in sentences if sentence) or gettext(
        "Nothing was chosen, so nothing was kept."
    )


def skipped_count(count: int) -> str:
    """The fold of what was left out."""
    return ngettext(
        "%(count)s thing was left out, and why", "%(count)s things were left out, and why", count
    ) % {"count": f"{count:,}"}


def period_words(started_on: date | None, ended_on: date | None, precision: str, *, is_present: bool) -> str:
    """From when to when, as exactly as it was told."""
    begin = _moment(started_on, precision)
    end = gettext("now") if is_present else _moment(ended_on, precision)
    if begin and end and begin != end:
        return gettext("%(begin)s to %(end)s") % {"begin": begin, "end": end}
    return begin or end


def file_words(source: str) -> str:
    """What kind of file it is that was read."""
    return {
        ContactSource.OWN: gettext("A file"),
        ContactSource.LINKEDIN: gettext("A copy of your data from LinkedIn"),
        ContactSource.VCARD: gettext("Cards of an address book"),
        ContactSource.TABLE: gettext("A table"),
        ContactSource.JSON_RESUME: gettext("A JSON Resume"),
    }[ContactSource(source)]


def fate_words(fate: str) -> str:
    """What would become of one person of a file; nothing is said of those who are simply new."""
    return {
        "joined": gettext("joins the entry you have from elsewhere"),
        "changed": gettext("has changed since the last file"),
    }.get(fate, "")


def more_people(count: int) -> str:
    """How many more people of a file there are than those shown."""
    if count <= 0:
        return ""
    return ngettext(
        "and %(count)s more, who is kept as well",
        "and %(count)s more, who are kept as well",
        count,
    ) % {"count": f"{count:,}"}


def left_out_words(count: int) -> str:
    """How many are left out by the person so far."""
    if not count:
        return ""
    return ngettext("%(count)s is left out so far.", "%(count)s are left out so far.", count) % {
        "count": f"{count:,}"
    }


def jobs_words(count: int) -> str:
    """The jobs of a file."""
    return ngettext("%(count)d job of yours", "%(count)d jobs of yours", count) % {"count": count}


def recommendations_words(count: int) -> str:
    """The recommendations of a file."""
    return ngettext(
        "%(count)d recommendation somebody wrote you",
        "%(count)d recommendations others wrote you",
        count,
    ) % {"count": count}


def skills_words(count: int) -> str:
    """The skills that a file may show."""
    return ngettext("%(count)d skill it may show", "%(count)d skills it may show", count) % {"count": count}


def _moment(on: date | None, precision: str) -> str:
    if on is None:
        return ""
    if precision == "year":
        return str(on.year)
    return on.strftime("%m/%Y") if precision == "month" else day(on)


def _own_sentence(came: Imported) -> str:
    """What was taken in of the person's own work."""
    parts = [
        counted(ngettext("%(count)s job", "%(count)s jobs", came.jobs), came.jobs),
        gettext("your schooling") if came.schooling else "",
        counted(ngettext("%(count)s skill", "%(count)s skills", came.skills), came.skills),
        counted(
            ngettext("%(count)s recommendation", "%(count)s recommendations", came.recommendations),
            came.recommendations,
        ),
    ]
    told = listed([part for part in parts if part])
    return gettext("Taken in of your own: %(told)s.") % {"told": told} if told else ""


def _skipped_jobs(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "%(count)d job says not when it was, and was left out.",
        "%(count)d jobs say not when they were, and were left out.",
        count,
    ) % {"count": count}


def school_words(school: ReadSchool) -> str:
    """A school and what was learned there."""
    named = [part for part in (school.degree, school.school) if part]
    period = period_words(school.started_on, school.ended_on, school.precision, is_present=False)
    told = ", ".join(named)
    # Translators: a degree and a school, then the years.
    return gettext("%(school)s (%(period)s)") % {"school": told, "period": period} if period else told


def look_words(shown: int, count: int) -> str:
    """The fold of the people of a file."""
    if shown < count:
        return gettext("Look at the first %(count)s") % {"count": f"{shown:,}"}
    return ngettext("Look at %(count)s person", "Look at all %(count)s", count) % {"count": f"{count:,}"}
