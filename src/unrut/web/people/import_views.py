"""Step 3: bringing in people, and one's own career, from a file; it is looked over before anything is kept."""

from collections import Counter
from http import HTTPStatus
from pathlib import Path

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from unrut.clock import now, today
from unrut.config import load_config
from unrut.core.errors import InvalidInputError
from unrut.errors import status_of
from unrut.importers.people.contract import ReadPeople
from unrut.models import ContactDraft
from unrut.queries.scope import one
from unrut.queries.skills import known_skills
from unrut.queries.strengths import self_view_of
from unrut.services.people_import import (
    approve_people,
    draft_people,
    foreseen,
    preview_people,
    read_source,
)
from unrut.settings import LARGEST_UPLOAD
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.people.contact_form import circle_choices
from unrut.web.people.import_form import (
    SHOWN,
    Ticks,
    choice_of,
    job_rows,
    numbers,
    person_rows,
    places_asked,
    posted_form,
    skill_rows,
    usual_ticks,
)
from unrut.web.reflect.posted import posted_folder
from unrut.wording import people_import as wording

MEGABYTE = 2**20
SKIPPED_SHOWN = 50
FIND = "find"


@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: OwnedRequest) -> HttpResponse:
    """Choose a file, or name a folder; nothing counts before it is looked over."""
    if request.method != "POST":
        return _form(request)
    try:
        name, source = _source(request)
        read = read_source(source)
    except EXPECTED as error:
        told = sentence_of(error)
        return _form(request, sentence=str(told), status=status_of(told))
    draft = preview_people(request.owner, name, read, now=now())
    return redirect("people-approve", draft_id=draft.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def approve_page(request: OwnedRequest, draft_id: int) -> HttpResponse:
    """What a file holds, with ticks; posting keeps what is ticked, or shows others of its people."""
    draft = one(ContactDraft, request.owner, draft_id)
    read = draft_people(draft)
    if request.method != "POST":
        return _preview(request, draft, read, usual_ticks(read))
    ticks = posted_form(request.POST)
    if request.POST.get("doing") == FIND:
        return _preview(request, draft, read, ticks, request.POST)
    try:
        choice = choice_of(read, ticks, request.POST)
        came = approve_people(request.owner, draft_id, choice, today=today())
    except EXPECTED as error:
        told = sentence_of(error)
        return _preview(request, draft, read, ticks, request.POST, sentence=str(told), status=status_of(told))
    messages.success(request, wording.imported_words(came))
    return redirect("people-list" if read.contacts else "people")


def _preview(
    request: OwnedRequest,
    draft: ContactDraft,
    read: ReadPeople,
    ticks: Ticks,
    posted: QueryDict | None = None,
    *,
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    fates = foreseen(request.owner, read, today=today())
    asked = places_asked(read, fates, ticks)
    shown = asked[:SHOWN]
    context = {
        "draft": draft,
        "lead": wording.preview_lead(len(read.contacts), own=_own(read)),
        "about": wording.file_words(read.source),
        "fates": wording.fate_sentence(Counter(fates.values())),
        "rows": person_rows(read, fates, ticks, shown),
        "look": wording.look_words(len(shown), len(asked)),
        "more": wording.more_people(len(asked) - len(shown)),
        "ticks": ticks,
        "shown": numbers(shown),
        "left": numbers(ticks.left),
        "left_words": wording.left_out_words(len(ticks.left)),
        "circles": circle_choices(ticks.circle),
        **_career(request, read, ticks, posted),
        "skipped": read.skipped[:SKIPPED_SHOWN],
        "skipped_count": wording.skipped_count(len(read.skipped)),
        "more_skipped": max(0, len(read.skipped) - SKIPPED_SHOWN),
        "has_any": bool(read.contacts) or _own(read),
        "sentence": sentence,
    }
    return render(request, "people/import_preview.html", context, status=status)


def _career(
    request: OwnedRequest, read: ReadPeople, ticks: Ticks, posted: QueryDict | None
) -> dict[str, object]:
    """What the file holds of the person's own work, a part each."""
    jobs = job_rows(read, ticks)
    skills = skill_rows(read, (skill.words.id for skill in known_skills(request.owner)), posted)
    received = [told for told in read.recommendations if told.is_received]
    return {
        "jobs": jobs,
        "jobs_words": wording.jobs_words(len(jobs)),
        "schools": [wording.school_words(school) for school in read.schools],
        "skills": skills,
        "skills_words": wording.skills_words(len(skills)),
        "recommendations": received,
        "are_words_shown": bool(received) and self_view_of(request.owner) is not None,
        "recommendations_words": wording.recommendations_words(len(received)),
    }


def _own(read: ReadPeople) -> bool:
    """Whether it speaks of the person's own work."""
    return bool(read.positions or read.schools or read.skills or read.recommendations or read.summary)


def _form(request: OwnedRequest, *, sentence: str = "", status: int = HTTPStatus.OK) -> HttpResponse:
    context = {
        "sentence": sentence,
        "folder": request.POST.get("folder", ""),
        "has_folders": _has_folders(),
        "megabytes": LARGEST_UPLOAD // MEGABYTE,
    }
    return render(request, "people/import.html", context, status=status)


def _source(request: OwnedRequest) -> tuple[str, tuple[str, bytes] | Path]:
    """The folder that was named, else the file that was chosen."""
    if folder := request.POST.get("folder", "").strip():
        if not _has_folders():
            raise InvalidInputError(
                gettext("Folders can only be read where Unrut runs on your own machine. Choose a file.")
            )
        path = posted_folder(folder)
        return path.name, path
    upload = request.FILES.get("file")
    if upload is None:
        raise InvalidInputError(gettext("No file is chosen yet. Choose one, and press the button again."))
    name = upload.name or "file"
    if (upload.size or 0) > LARGEST_UPLOAD:
        raise InvalidInputError(
            gettext(
                "%(name)s is larger than %(megabytes)d MB. Unpack it and give Connections.csv alone: the people stand there."
            )
            % {"name": name, "megabytes": LARGEST_UPLOAD // MEGABYTE}
        )
    return name, (name, upload.read())


def _has_folders() -> bool:
    """Whether folders on this machine are the person's own: not where many people share one server."""
    return not load_config().database
