"""What a file with people holds, and what came of bringing it in."""

import shlex
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from unrut.cli.output import indented, section
from unrut.importers.people.contract import ReadContact, ReadPeople, Skipped
from unrut.services.people_import import Choice, Fate, PeopleImport
from unrut.wording import people_import as wording
from unrut.wording.people import does_words, people_count

NAMELESS = "Somebody without a name"
SKIPPED_SHOWN, PEOPLE_SHOWN, JOBS_SHOWN = 5, 5, 10
_ASKED = (Fate.NEW, Fate.JOINED, Fate.CHANGED)


def preview_lines(read: ReadPeople, fates: Mapping[str, Fate]) -> list[str]:
    """What would become of it; nothing is stored."""
    own = _own(read)
    told = [wording.preview_lead(len(read.contacts), own=any(own.values()))]
    told += filter(None, [_holds(read), wording.fate_sentence(Counter(fates.values()))])
    shown = [contact for contact in read.contacts if fates.get(contact.key) in _ASKED]
    more = wording.more_people(len(shown) - PEOPLE_SHOWN)
    told += section(
        "People", [*(_person(each, fates) for each in shown[:PEOPLE_SHOWN]), *filter(None, [more])]
    )
    told += section("Your jobs", _capped([_job(read, place) for place in range(len(read.positions))]))
    told += section("Your schooling", _capped([wording.school_words(school) for school in read.schools]))
    return told + _skipped_lines(read.skipped)


def preview_values(read: ReadPeople, fates: Mapping[str, Fate]) -> dict[str, Any]:
    """All that was read for scripts, each contact with what would become of it."""
    values = asdict(read)
    for contact in values["contacts"]:
        contact["fate"] = fates[contact["key"]].value if contact["key"] in fates else None
    return values


def import_lines(read: ReadPeople, came: PeopleImport, choice: Choice, file: str) -> list[str]:
    """What was stored, what was left out, and what could be taken besides; `file` is "" where it is none."""
    return [
        *filter(None, [_holds(read)]),
        wording.imported_words(came),
        *_left(read, choice, file),
        *_skipped_lines(read.skipped),
    ]


def import_values(read: ReadPeople, came: PeopleImport) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "source": read.source,
        "read": {"people": len(read.contacts), **_own(read)},
        **asdict(came),
        "left_out": [asdict(skipped) for skipped in read.skipped],
    }


def _own(read: ReadPeople) -> dict[str, int]:
    """How much there is of the person's own work."""
    return {
        "jobs": len(read.positions),
        "schools": len(read.schools),
        "skills": len(read.skills),
        "recommendations": sum(told.is_received for told in read.recommendations),
    }


def _holds(read: ReadPeople) -> str:
    """What kind of file it is, and how much of each it holds."""
    own = _own(read)
    parts = [
        people_count(len(read.contacts)) if read.contacts else "",
        wording.jobs_words(own["jobs"]) if own["jobs"] else "",
        wording.recommendations_words(own["recommendations"]) if own["recommendations"] else "",
    ]
    told = ", ".join(filter(None, parts))
    about = wording.file_words(read.source)
    return f"{about}: {told}." if told else f"{about}."


def _left(read: ReadPeople, choice: Choice, file: str) -> list[str]:
    """What the file holds of the person's own work and was not asked for, with the option that takes it."""
    own = _own(read)
    parts = [
        "--jobs" if own["jobs"] and not choice.jobs else "",
        "--schooling" if own["schools"] and not choice.schooling else "",
        "--recommendations" if own["recommendations"] and not choice.recommendations else "",
    ]
    options = " ".join(filter(None, parts))
    lines = [f"It holds more of your own: run it again with {options} to take it."] if options else []
    if own["skills"] and file:
        lines.append(f"Skills it may show: unrut skills propose {shlex.quote(file)}")
    return lines


def _person(contact: ReadContact, fates: Mapping[str, Fate]) -> str:
    told = ", ".join(filter(None, [does_words(contact), wording.fate_words(fates[contact.key])]))
    name = contact.name or contact.email or contact.url or NAMELESS
    return f"{name}: {told}" if told else name


def _job(read: ReadPeople, place: int) -> str:
    job = read.positions[place]
    named = ", ".join(filter(None, [job.title, job.company]))
    period = wording.period_words(job.started_on, job.ended_on, job.precision, is_present=job.is_present)
    return f"{named} ({period})" if period else named


def _capped(lines: Sequence[str]) -> list[str]:
    rest = len(lines) - JOBS_SHOWN
    return [*lines[:JOBS_SHOWN], *([f"and {rest} more"] if rest > 0 else [])]


def _skipped_lines(skipped: Sequence[Skipped]) -> list[str]:
    """Up to five of what was left out, and how many more there are."""
    if not skipped:
        return []
    rest = len(skipped) - SKIPPED_SHOWN
    lines = [f"{each.where}: {each.why}" for each in skipped[:SKIPPED_SHOWN]]
    more = [f"and {rest:,} more; all of them: add --json"] if rest > 0 else []
    return ["", f"{wording.skipped_count(len(skipped))}:", *indented([*lines, *more])]
