"""Step 2: papers for a review, a promotion or an interview, to read first and then to take along."""

from collections.abc import Mapping
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.errors import status_of
from unrut.exporters.paper import PaperFormat, write_paper
from unrut.exporters.review_papers import Asked, PaperKind, paper_of
from unrut.models import Milestone
from unrut.queries.scope import of
from unrut.web.access import OwnedRequest
from unrut.web.reflect.posted import posted_day, posted_key

_MONTHS_OF_A_REVIEW, _MONTHS_OF_YEAR = 6, 12


@require_http_methods(["GET", "HEAD", "POST"])
def papers_page(request: OwnedRequest) -> HttpResponse:
    """Choose a paper; it is shown to read before it is taken along. Pasted expectations are posted, not put into an address."""
    values = request.POST if request.method == "POST" else request.GET
    context = {
        "milestones": list(of(Milestone, request.owner).filter(goal=None, parent=None)),
        "formats": [(form.value, form.label) for form in PaperFormat],
        "kinds": [(kind.value, kind.label) for kind in PaperKind],
        "typed": values,
        "since": _half_a_year_before(today()),
        "today": today(),
    }
    if not values.get("kind"):
        return render(request, "milestones/papers.html", context)
    try:
        asked = _asked(values)
        paper = paper_of(request.owner, asked, today=today())
    except InvalidInputError as error:
        context["sentence"] = str(error)
        return render(request, "milestones/papers.html", context, status=status_of(error))
    return render(request, "milestones/papers.html", {**context, "asked": asked, "paper": paper})


@require_POST
def paper_file(request: OwnedRequest) -> HttpResponse:
    """The paper as a file."""
    try:
        form = PaperFormat(request.POST.get("as", ""))
    except ValueError as error:
        raise Http404 from error
    asked = _asked(request.POST)
    return HttpResponse(
        write_paper(paper_of(request.owner, asked, today=today()), form),
        content_type=form.content_type,
        headers={"Content-Disposition": f'attachment; filename="{asked.kind}.{form.ending}"'},
    )


def _asked(values: Mapping[str, str]) -> Asked:
    try:
        kind = PaperKind(values.get("kind", ""))
    except ValueError as error:
        raise Http404 from error
    lines = [" ".join(line.split()) for line in values.get("expectations", "").splitlines()]
    return Asked(
        kind=kind,
        since=posted_day(values.get("since", "")),
        until=posted_day(values.get("until", "")) or today(),
        expectations=tuple(dict.fromkeys(filter(None, lines))),
        milestone=posted_key(values.get("milestone", "")),
        with_witnesses="without_witnesses" not in values,
    )


def _half_a_year_before(day: date) -> date:
    """The first of the month half a year ago."""
    year, month = divmod(day.year * _MONTHS_OF_YEAR + day.month - 1 - _MONTHS_OF_A_REVIEW, _MONTHS_OF_YEAR)
    return date(year, month + 1, 1)
