"""Step 2: the jobs of a working life, on the line and to correct."""

from collections.abc import Mapping
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.errors import status_of
from unrut.models import Job
from unrut.queries.milestones import job_overlaps
from unrut.queries.scope import of
from unrut.services.jobs import ToldJob, add_past_job, change_job, remove_past_job
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.reflect.posted import posted_day
from unrut.wording import milestones as wording


@require_http_methods(["GET", "HEAD", "POST"])
def jobs_page(request: OwnedRequest) -> HttpResponse:
    """All jobs, and a form for one more that is over."""
    if request.method != "POST":
        return _page(request, {})
    try:
        add_past_job(request.owner, _told(request.POST), today=today())
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, request.POST, sentence=str(told), status=status_of(told))
    messages.success(request, gettext("Kept. It stands on the line now."))
    return redirect("picture-jobs")


@require_POST
def change(request: OwnedRequest, job_id: int) -> HttpResponse:
    """Correct or remove one."""
    if "remove" in request.POST:
        remove_past_job(request.owner, job_id)
        messages.success(request, gettext("Removed. What you wrote in it stays."))
        return redirect("picture-jobs")
    try:
        change_job(request.owner, job_id, _told(request.POST), today=today())
    except InvalidInputError as error:
        typed = {**request.POST.dict(), "id": job_id}
        return _page(request, {}, changed=typed, sentence=str(error), status=status_of(error))
    messages.success(request, gettext("Saved."))
    return redirect("picture-jobs")


def _page(
    request: OwnedRequest,
    typed: Mapping[str, object],
    *,
    changed: Mapping[str, object] | None = None,
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    jobs = list(of(Job, request.owner))
    context = {
        "lead": wording.jobs_lead(len(jobs)),
        "rows": [_row(job, changed) for job in reversed(jobs)],
        "overlaps": [wording.overlap(found) for found in job_overlaps(jobs)],
        "typed": typed,
        "sentence": sentence,
        "today": today(),
    }
    return render(request, "milestones/jobs.html", context, status=status)


def _row(job: Job, changed: Mapping[str, object] | None) -> dict[str, object]:
    """A job as its form shows it: what is stored, or what was just typed and could not be kept."""
    stored: dict[str, object] = {
        "id": job.pk,
        "title": job.title,
        "company": job.company,
        "started_on": job.started_on.isoformat() if job.started_on else "",
        "ended_on": job.ended_on.isoformat() if job.ended_on else "",
    }
    shown = {**stored, **changed} if changed and changed["id"] == job.pk else stored
    return {"job": job, "shown": shown, "is_wrong": shown is not stored}


def _told(posted: Mapping[str, str]) -> ToldJob:
    return ToldJob(
        title=posted.get("title", ""),
        company=posted.get("company", ""),
        started_on=posted_day(posted.get("started_on", "")),
        ended_on=posted_day(posted.get("ended_on", "")),
    )
