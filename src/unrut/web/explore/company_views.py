"""Step 3: companies, by their openings, one's own notes, and who is known there."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from unrut.core.explore.openings.same import company_key
from unrut.errors import status_of
from unrut.queries.companies import Company, Verdict, checked, companies, company
from unrut.queries.explore import judged_in
from unrut.queries.frame import frame_of
from unrut.queries.profile import profile_list
from unrut.queries.reflect import behind
from unrut.services.companies import write_company
from unrut.services.opening_readings import keep_opening_readings
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.people.here import people_there
from unrut.wording import companies as wording
from unrut.wording import explore as fit_wording

OPENINGS_SHOWN = 50


@require_http_methods(["GET", "HEAD", "POST"])
def companies_page(request: OwnedRequest) -> HttpResponse:
    """All companies; posting here writes one down that has no opening yet."""
    if request.method == "POST":
        return _written_down(request)
    keep_opening_readings(request.owner)
    rows = companies(request.owner)
    context = {
        "lead": wording.list_lead(rows),
        "rows": [(row, wording.row_words(row)) for row in rows],
    }
    return render(request, "explore/companies.html", context)


def _written_down(request: OwnedRequest) -> HttpResponse:
    """Keep a company; what was written about it before stays where nothing is written now."""
    name = request.POST.get("name", "")
    note, people = request.POST.get("note", ""), request.POST.get("people", "")
    known = company(request.owner, company_key(name))
    if known is None or note.strip() or people.strip():
        before = known.note if known else None
        write_company(
            request.owner,
            name,
            note=note.strip() or (before.note if before else gettext("A company to look at.")),
            people=people.strip() or (before.people if before else ""),
        )
    return redirect("fit-company", key=company_key(name))


@require_http_methods(["GET", "HEAD", "POST"])
def company_page(request: OwnedRequest, key: str) -> HttpResponse:
    """One company, named in the address by its key; posting keeps own words about it."""
    found = company(request.owner, key)
    if found is None:
        raise Http404
    if request.method != "POST":
        return _page(request, found)
    typed = {"note": request.POST.get("note", ""), "people": request.POST.get("people", "")}
    try:
        write_company(request.owner, found.name, **typed)
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, found, sentence=str(told), status=status_of(told), typed=typed)
    messages.success(request, gettext("Kept."))
    is_known = found.openings or any(words.strip() for words in typed.values())
    return redirect("fit-company", key=found.key) if is_known else redirect("fit-companies")


def _page(
    request: OwnedRequest,
    found: Company,
    *,
    sentence: str = "",
    status: int = 200,
    typed: dict[str, str] | None = None,
) -> HttpResponse:
    frame = frame_of(request.owner)
    ranked = judged_in(frame, found.openings[:OPENINGS_SHOWN])
    options = {opening.pk: ranked.option(f"opening-{opening.pk}") for opening in found.openings}
    lines = checked(found, profile_list(request.owner, behind(request.owner)))
    note = found.note
    context = {
        "company": found,
        "lead": wording.lead(found),
        "openings": [
            (opening, fit_wording.better(option) if (option := options[opening.pk]) else "")
            for opening in found.openings[:OPENINGS_SHOWN]
        ],
        "lines": [
            (line, wording.checked_words(line)) for line in lines if line.verdict is not Verdict.SILENT
        ],
        "silent": [line for line in lines if line.verdict is Verdict.SILENT],
        **people_there(request.owner, found.key, found.name),
        "typed": typed or {"note": note.note if note else "", "people": note.people if note else ""},
        "sentence": sentence,
    }
    return render(request, "explore/company.html", context, status=status)
