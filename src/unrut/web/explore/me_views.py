"""Step 3: where one stands among kinds of work: the jobs one had, what one brings, and how far one would go."""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from unrut.clock import today
from unrut.errors import status_of
from unrut.models import Job
from unrut.queries.guide import Guide, current_guide
from unrut.queries.skills import liked_texts
from unrut.queries.standpoint import Home, Standpoint, standpoint_of
from unrut.services.occupations import say_occupation
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.me_form import keep_posted, me_form
from unrut.web.explore.work_context import atlas_context
from unrut.wording import skills as wording
from unrut.wording.occupations import title_reason_words


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job with the kind of work it is taken for; `find` is where one says that it is another."""

    job: Job
    code: str
    work: str
    sentence: str
    is_said: bool
    find: str


@require_http_methods(["GET", "HEAD", "POST"])
def me_page(request: OwnedRequest) -> HttpResponse:
    """Where the person stands; posting keeps what they bring, and shows again what cannot be kept."""
    if request.method != "POST":
        return _page(request)
    try:
        keep_posted(request.owner, request.POST)
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, request.POST, sentence=str(told), status=status_of(told))
    messages.success(request, gettext("Kept. How far each kind of work is, is counted anew with it."))
    return redirect("fit-work-me")


@require_POST
def job_kind(request: OwnedRequest, job_id: int) -> HttpResponse:
    """Say which kind of work a job is; without a code it is read from its title again."""
    job = say_occupation(request.owner, job_id, request.POST.get("code", ""))
    guide = current_guide()
    title = guide.atlas.titles[guide.row_named(job.occupation)] if job.occupation else ""
    messages.success(request, wording.job_said_words(job.title, title))
    return redirect("fit-work-me")


def _page(
    request: OwnedRequest, typed: QueryDict | None = None, *, sentence: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    guide = current_guide()
    at = standpoint_of(request.owner, guide, today=today())
    context = {
        **atlas_context(),
        "lead": wording.me_lead(at, _present_title(at, guide)),
        "rows": [_row(home, guide) for home in at.homes],
        "has_present": at.present is not None,
        "form": me_form(at.background, at.horizon, liked_texts(request.owner), typed),
        "skills": len(at.skills),
        "sentence": sentence,
    }
    return render(request, "explore/work_me.html", context, status=status)


def _present_title(at: Standpoint, guide: Guide) -> str:
    row = at.present.row if at.present else None
    return "" if row is None else guide.atlas.titles[row]


def _row(home: Home, guide: Guide) -> JobRow:
    title = "" if home.row is None else guide.atlas.titles[home.row]
    reason = title_reason_words(home.match) if home.match else ""
    asked = urlencode({"for": "job", "job": home.job.pk, "q": home.job.title})
    return JobRow(
        job=home.job,
        code="" if home.row is None else guide.atlas.codes[home.row],
        work=title,
        sentence=wording.home_words(home, title, reason),
        is_said=home.is_said,
        find=f"{reverse('fit-work-find')}?{asked}",
    )
