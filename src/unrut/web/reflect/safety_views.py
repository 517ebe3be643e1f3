"""When it is too much: help by country, the way out of harassment and danger, and the panel beside words that may mean either.

Nothing that is ticked, opened or recognised here is stored, counted or put into an address.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unrut.clock import today
from unrut.core.reflect.help_lines import Country, shipped_countries
from unrut.core.reflect.help_panel import Ground, Sign
from unrut.core.reflect.safety import Concern, gravest
from unrut.models import Person
from unrut.queries.notes import NoteView
from unrut.queries.safety import chosen_country, help_ground, respect_notes
from unrut.services.safety import choose_country
from unrut.web.access import OwnedRequest
from unrut.wording import safety as wording

RECORD_LINES = 5
"""Empty lines of the record: as many as leave the printed page one page."""


@dataclass(frozen=True, slots=True)
class Panel:
    """What is shown once beside words that were just written."""

    words: str
    is_soft: bool
    is_about_others: bool
    numbers: list[str]
    is_kept: bool


def panel_for(owner: Person, texts: Iterable[str], *, is_kept: bool = True) -> Panel | None:
    """The panel for what was just written (and stored, if `is_kept`), or None. Whoever calls shows it and forgets it."""
    concern = gravest(line for text in texts for line in text.splitlines())
    if concern is None:
        return None
    country = None if concern.is_soft else chosen_country(owner)
    return Panel(
        words=wording.beside_words(concern),
        is_soft=concern.is_soft,
        is_about_others=concern in {Concern.DANGER, Concern.HARASSMENT},
        numbers=wording.country_lines(country) if country else [],
        is_kept=is_kept,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def help_page(request: OwnedRequest) -> HttpResponse:
    """What can help, whom to call, and four signs to tick; an answer is shown and not kept."""
    ticked = [sign for sign in Sign if sign.value in request.POST]
    ground = Ground.SPREADS if ticked else help_ground(request.owner, today=today())
    chosen = chosen_country(request.owner)
    context = {
        "lead": wording.opening(ground),
        "advice": wording.advice(),
        "urgent": wording.urgent(),
        "employer_note": wording.employer_note(),
        "elsewhere": wording.elsewhere(),
        "ground": ground,
        "signs": [(sign.value, wording.sign_words(sign), sign in ticked) for sign in Sign],
        "answered": request.method == "POST",
        "ticked": ticked,
        "chosen": chosen,
        "chosen_row": _row(chosen) if chosen else None,
        "countries": [_row(country) for country in shipped_countries().values()],
    }
    return render(request, "reflect/help.html", context)


@require_POST
def country(request: OwnedRequest) -> HttpResponse:
    """Show the numbers of a country first."""
    choose_country(request.owner, request.POST.get("country", ""))
    return redirect("help")


@require_safe
def respect_page(request: OwnedRequest) -> HttpResponse:
    """What to do about harassment, bullying and danger, and a record to keep."""
    notes = respect_notes(request.owner)
    left_out = _left_out(request)
    context = {
        "urgent": wording.urgent(),
        "steps": wording.respect_steps(),
        "employer_note": wording.employer_note(),
        "notes": [(note, str(note.id) in left_out) for note in notes],
        "columns": wording.record_columns(),
        "empty_lines": range(RECORD_LINES),
    }
    return render(request, "reflect/help_respect.html", context)


@require_safe
def respect_text(request: OwnedRequest) -> HttpResponse:
    """The record as a text file, without what the person leaves out."""
    left_out = _left_out(request)
    notes: list[NoteView] = [note for note in respect_notes(request.owner) if str(note.id) not in left_out]
    return HttpResponse(
        wording.record_text(notes, on=today()),
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="record.txt"'},
    )


def _left_out(request: OwnedRequest) -> set[str]:
    return set(request.GET.getlist("without"))


def _row(country: Country) -> tuple[Country, str]:
    """A country, and how far its numbers can be relied on."""
    return country, wording.checked_words(country)
