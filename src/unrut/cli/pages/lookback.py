"""The look back on the command line."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from unrut.cli.output import section
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.look_back import FirstPicture, Ground, looked_back_items
from unrut.core.reflect.reader import NoteKind as ReadKind
from unrut.models import NoteKind, Person
from unrut.queries.frame import present_job
from unrut.queries.look_back import Remembered, look_back_of
from unrut.services.look_back import JobNow, save_job_now, save_look_back
from unrut.services.reviews import answer_of
from unrut.wording import look_back as wording
from unrut.wording.items import prompt

_KINDS: dict[str, str] = {"good": NoteKind.LIKE, "bad": NoteKind.DISLIKE}
_JOB = {
    "title": "What are you called at work?",
    "company": "Where do you work?",
    "since": "Since when? A day like 2022-05-01, about will do",
    "hours": "How many hours has a usual week: 20, 30, 35, 40, 45, 50 or 60?",
}
_LINES = {
    "good": "What made the best week of the last three months good? One thing a line",
    "bad": "And what made the worst one bad? One thing a line",
}


def open_questions(owner: Person) -> dict[str, str]:
    """What has no answer yet, with its question."""
    found = look_back_of(owner)
    answers = found.review.answers if found else {}
    asked = {} if present_job(owner) else dict(_JOB)
    asked |= {name: text for name, text in _LINES.items() if not (found and found.texts(_KINDS[name]))}
    return asked | {item: prompt(item) for item in looked_back_items() if item not in answers}


def keep_job(owner: Person, told: Mapping[str, Any], *, today: date) -> None:
    """Save what was said about the job over what is stored; nothing when nothing was said.

    Raises InvalidInputError.
    """
    if not any(value is not None for value in told.values()):
        return
    job = present_job(owner)
    stored = {"title": job.title, "company": job.company, "since": job.started_on} if job else {}
    said = stored | {name: value for name, value in told.items() if value is not None}
    save_job_now(
        owner,
        JobNow(said.get("title", ""), said.get("company", ""), said.get("since"), said.get("hours")),
        today=today,
    )


def keep(
    owner: Person, answers: Mapping[str, Any], lines: Mapping[str, Sequence[str]], *, today: date
) -> None:
    """Save answers and lines over what is stored; nothing when there are none.

    Raises InvalidInputError, ConflictError.
    """
    written = {_KINDS[name]: "\n".join(told) for name, told in lines.items() if told}
    if not (answers or written):
        return
    found = look_back_of(owner)
    read = {item: answer_of(item, str(given)) for item, given in answers.items()}
    save_look_back(owner, read, today=today, revision=found.review.revision if found else 0, lines=written)


def lines(owner: Person) -> list[str]:
    """The first picture in sentences."""
    found = look_back_of(owner)
    if found is None or found.told.is_empty:
        return ["Nothing is looked back on yet.", "Begin in a terminal with: unrut lookback"]
    picture = found.picture
    drained = [wording.drained(found.told)] if picture.is_drained else []
    about = [wording.energy_lead(picture), wording.typical(picture), wording.swing(found.told, picture)]
    return [
        wording.lead(picture),
        *filter(None, about),
        *drained,
        *section("What seems to weigh", _grounds(picture.weighs, ReadKind.DISLIKE)),
        *section("What seems to give energy", _grounds(picture.gives, ReadKind.LIKE)),
        "",
        wording.doubt(),
    ]


def values(owner: Person) -> dict[str, Any]:
    """What was answered, and the picture that follows."""
    found = look_back_of(owner)
    if found is None:
        return {"answered_on": None, "answers": {}, "good": [], "bad": [], "picture": None}
    return {
        "answered_on": found.review.answered_on,
        "answers": found.review.answers,
        "good": found.texts(NoteKind.LIKE),
        "bad": found.texts(NoteKind.DISLIKE),
        "picture": _picture(found, found.picture),
    }


def _picture(found: Remembered, picture: FirstPicture) -> dict[str, Any]:
    texts = {line.pk: line.text for line in found.lines}

    def told(grounds: Sequence[Ground]) -> list[dict[str, Any]]:
        return [
            {
                "facet": ground.facet,
                "band": ground.band.value,
                "answer": ground.answer,
                "lines": [texts[line] for line in ground.lines],
            }
            for ground in grounds
        ]

    return {
        "weighs": told(picture.weighs),
        "gives": told(picture.gives),
        "typical": picture.typical.value,
        "score": picture.score,
    }


def _grounds(grounds: Sequence[Ground], kind: ReadKind) -> list[str]:
    return [
        f"{shipped_vocabulary()[ground.facet].name}: {wording.band_words(ground.band)}, {wording.ground_words(ground, kind)}"
        for ground in grounds
    ]
