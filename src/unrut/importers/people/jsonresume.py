"""A JSON Resume: work, school, skills and what others wrote."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from unrut.importers.contract import UnreadableFileError
from unrut.importers.people.contract import ReadPeople, ReadRecommendation, Skipped
from unrut.importers.people.entry import Entry, required
from unrut.importers.people.linkedin import Told, take
from unrut.importers.people.linkedin_rows import (
    certificate_of,
    honour_of,
    language_of,
    position_of,
    project_of,
    school_of,
    skill_of,
    volunteering_of,
)
from unrut.importers.text_tools import list_at, one_line, tidy, words_at
from unrut.importers.wins.letters import lettered

SOURCE = "jsonresume"
DAYS = {"startDate": "started_on", "endDate": "ended_on"}
# In each part, what its fields mean to us; the first that says something counts.
PARTS: Mapping[str, tuple[Callable[[Entry], object], Mapping[str, tuple[str, ...]]]] = {
    "work": (position_of, {"company": ("name", "company"), "title": ("position",), "place": ("location",)}),
    "volunteer": (volunteering_of, {"company": ("organization",), "title": ("position",)}),
    "education": (school_of, {"school": ("institution",)}),
    "certificates": (
        certificate_of,
        {"name": ("name",), "authority": ("issuer",), "started_on": ("date", "startDate"), "url": ("url",)},
    ),
    "awards": (honour_of, {"title": ("title",), "given_on": ("date",)}),
    "projects": (project_of, {"title": ("name",), "url": ("url",)}),
    "languages": (language_of, {"name": ("language",), "level": ("fluency",)}),
}
TEXTS = ("description", "summary")
LISTS = ("highlights", "courses", "roles", "keywords")
NOT_READ = {
    "publications": "a publication",
    "interests": "an interest",
    "patents": "a patent",
}
KNOWN = frozenset({*PARTS, *NOT_READ, "basics", "skills", "references"})
ASIDE = frozenset({"$schema", "meta"})
LONGEST_SHOWN = 60
MOST_STRANGE = 50


def read_resume(content: bytes) -> ReadPeople:
    """What a JSON Resume tells of one's career.

    Raises UnreadableFileError where the file is broken, or is something else.
    """
    resume = _value(content)
    if not isinstance(resume, Mapping) or not KNOWN & set(resume):
        raise UnreadableFileError(
            "This is no JSON Resume: it has none of the parts basics, work, education and skills. Choose another file."
        )
    told = Told()
    told.headline = words_at(resume, "basics", "label")
    told.summary = _text_at(resume.get("basics"), "summary")
    for part, (read, fields) in PARTS.items():
        for where, record in _records(resume, part, told):
            take(read, Entry(where, _words(record, fields)), told)
    _read_skills(resume, told)
    for where, record in _records(resume, "references", told):
        words = {"name": words_at(record, "name"), "text": _text_at(record, "reference")}
        take(_reference_of, Entry(where, words), told)
    _skip_rest(resume, told)
    return told.result(SOURCE)


def _value(content: bytes) -> Any:
    try:
        return json.loads(lettered(content)[0])
    except json.JSONDecodeError as error:
        raise UnreadableFileError(
            f"The file cannot be read past line {error.lineno}, column {error.colno}: something there is missing or too "
            "much. Save it again from where it came."
        ) from error
    except (RecursionError, ValueError) as error:
        raise UnreadableFileError(
            "The file is nested or written in a way no CV is. Choose another file."
        ) from error


def _records(resume: Mapping[str, Any], part: str, told: Told) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The entries of a part with their places; what is none is noted."""
    held = resume.get(part)
    if held is not None and not isinstance(held, list):
        told.skipped.append(Skipped(part, "It is no list, so it was left out."))
    for number, record in enumerate(list_at(resume, part), start=1):
        if isinstance(record, Mapping):
            yield f"{part}, entry {number}", record
        else:
            told.skipped.append(
                Skipped(f"{part}, entry {number}", "It is no record with fields, so it was left out.")
            )


def _words(record: Mapping[str, Any], fields: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    words = {ours: words_at(record, theirs) for theirs, ours in DAYS.items()}
    words |= {
        field: next((told for name in names if (told := words_at(record, name))), "")
        for field, names in fields.items()
    }
    words["degree"] = ", ".join(filter(None, (words_at(record, "studyType"), words_at(record, "area"))))
    lines = (f"- {line}" for name in LISTS for line in list_at(record, name) if isinstance(line, str))
    words["text"] = "\n".join(
        filter(None, (*(_text_at(record, name) for name in TEXTS), words_at(record, "awarder"), *lines))
    )
    return words


def _text_at(record: Any, name: str) -> str:
    value = record.get(name) if isinstance(record, Mapping) else None
    return tidy(value) if isinstance(value, str) else ""


def _read_skills(resume: Mapping[str, Any], told: Told) -> None:
    """A skill and each of its keywords, which are skills themselves."""
    for where, record in _records(resume, "skills", told):
        words = [
            words_at(record, "name"),
            *(word for word in list_at(record, "keywords") if isinstance(word, str)),
        ]
        for word in filter(str.strip, words):
            take(skill_of, Entry(where, {"name": word}), told)


def _reference_of(entry: Entry) -> ReadRecommendation:
    text = entry.text("text")
    required(text, what="text of a reference")
    return ReadRecommendation(entry.line("name"), "", "", text, written_on=None, is_received=True)


def _skip_rest(resume: Mapping[str, Any], told: Told) -> None:
    for part, what in NOT_READ.items():
        for where, _ in _records(resume, part, told):
            told.skipped.append(Skipped(where, f"It is {what}, which has no place here yet."))
    basics = resume.get("basics")
    for where, _ in _records(basics if isinstance(basics, Mapping) else {}, "profiles", told):
        told.skipped.append(Skipped(where, "Your own addresses have no place here."))
    strange = [one_line(part)[:LONGEST_SHOWN] for part in resume if part not in {*KNOWN, *ASIDE}]
    told.skipped += [
        Skipped(part, "It is no part of a JSON Resume that we know.") for part in strange[:MOST_STRANGE]
    ]
