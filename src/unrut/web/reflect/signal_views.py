"""Step 1: the weeks one after another, and whether they tell of a rut or of a rough patch."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from unrut.clock import monday_of, today
from unrut.core.errors import InvalidInputError
from unrut.core.reflect.weeks import ALERTS, HIGHEST_SCORE, State, Week
from unrut.models import FALSE_ALARMS, Person
from unrut.queries.signal import Signal, new_normals, signal_of
from unrut.services.signal import accept_new_normal, choose_rules, take_back_new_normal
from unrut.web.access import OwnedRequest
from unrut.web.pictures_signal import PHONE_WIDTH, WIDE_WIDTH, Chart, signal_chart
from unrut.wording import signal as wording
from unrut.wording.numbers import day, round_tens

_LINE_SENTENCE = gettext_lazy("Write the line as a number from 0 to 10, like 4.2.")


class RulesForm(forms.Form):
    """How often a false alarm may be, and where low begins."""

    false_alarms = forms.TypedChoiceField(
        choices=[(choice, choice) for choice in FALSE_ALARMS],
        coerce=int,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), gettext_lazy("Choose one of the three rates.")
        ),
    )
    low_line = forms.DecimalField(
        min_value=0,
        max_value=HIGHEST_SCORE,
        max_digits=3,
        decimal_places=1,
        error_messages=dict.fromkeys(
            (
                "required",
                "invalid",
                "min_value",
                "max_value",
                "max_digits",
                "max_decimal_places",
                "max_whole_digits",
            ),
            _LINE_SENTENCE,
        ),
    )


@dataclass(frozen=True, slots=True)
class SignalSummary:
    """The signal as other pages show it; no chart before the first answer."""

    sentence: wording.Told
    charts: tuple[Chart, ...]
    state: State


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A week as a line of the table."""

    week: date
    score: str
    level: str
    drop: str
    low: str
    said: str


def signal_summary(owner: Person, today: date) -> SignalSummary:
    """What the signal says of a person, as a sentence and a picture for reflect/_signal.html."""
    return _summary(signal_of(owner), today)


@require_http_methods(["GET", "HEAD", "POST"])
def weeks_page(request: OwnedRequest) -> HttpResponse:
    """The sentence, the picture of the weeks with its table, and what may be chosen."""
    if request.method != "POST":
        return _page(request, None)
    form = RulesForm(_typed(request.POST))
    if not form.is_valid():
        return _page(request, form)
    choose_rules(request.owner, **form.cleaned_data)
    messages.success(request, gettext("Saved. The weeks are read by these rules now."))
    return redirect("behind-weeks")


@require_POST
def accept(request: OwnedRequest) -> HttpResponse:
    """Take the level since a week as what is usual."""
    normal = accept_new_normal(request.owner, _day(request.POST.get("week", "")), today=today())
    messages.success(
        request, gettext("From %(day)s on, this is your normal now.") % {"day": day(normal.week)}
    )
    return redirect("behind-weeks")


@require_POST
def take_back(request: OwnedRequest, new_normal_id: int) -> HttpResponse:
    """Let what came before a new normal count again."""
    take_back_new_normal(request.owner, new_normal_id)
    messages.success(request, gettext("Taken back. The weeks before count again."))
    return redirect("behind-weeks")


def _typed(posted: QueryDict) -> QueryDict:
    """What was typed, with a decimal comma read as the point it stands for."""
    changed = posted.copy()
    changed["low_line"] = changed.get("low_line", "").strip().replace(",", ".")
    return changed


def _page(request: OwnedRequest, form: RulesForm | None) -> HttpResponse:
    found = signal_of(request.owner)
    last = found.weeks[-1] if found.weeks else None
    new_start = last.shift.middle if last and last.state is State.DROP and last.shift else None
    context = {
        "signal": _summary(found, today()),
        "rows": _rows(found.weeks),
        "has_large": any(week.state in ALERTS for week in found.weeks),
        "new_start": new_start,
        "new_start_note": wording.normal_note(new_start) if new_start else "",
        "is_low": last is not None and last.state is State.LOW,
        "normals": new_normals(request.owner),
        "form": form,
        "choices": [(choice, wording.false_alarm_choice(choice)) for choice in FALSE_ALARMS],
        "chosen": form["false_alarms"].value() if form else str(found.rules.false_alarms),
        "low_line": form["low_line"].value() if form else f"{found.rules.low_line:.1f}",
        "note": wording.false_alarm_note(),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form else HTTPStatus.OK
    return render(request, "reflect/weeks.html", context, status=status)


def _summary(found: Signal, now: date) -> SignalSummary:
    return SignalSummary(
        sentence=wording.lead(found.weeks, found.rules, today=now),
        charts=_charts(found, now) if found.weeks else (),
        state=found.weeks[-1].state if found.weeks else State.TOO_LITTLE,
    )


def _charts(found: Signal, now: date) -> tuple[Chart, ...]:
    return tuple(
        signal_chart(
            found.weeks,
            low_line=found.rules.low_line,
            restarts=found.rules.restarts,
            this_week=monday_of(now),
            width=width,
        )
        for width in (PHONE_WIDTH, WIDE_WIDTH)
    )


def _rows(weeks: Sequence[Week]) -> list[WeekRow]:
    """The newest week first; what is too early to say has no chances."""
    return [
        WeekRow(
            week=week.week,
            score="–" if week.score is None else f"{week.score:.1f}",
            level="–" if week.level is None else f"{week.level:.1f}",
            drop=_percent(week, week.drop),
            low=_percent(week, week.low),
            said=wording.state_name(week.state),
        )
        for week in reversed(weeks)
    ]


def _percent(week: Week, chance: float) -> str:
    if week.state is State.TOO_LITTLE:
        return "–"
    return gettext("%(percent)d %%") % {"percent": round_tens(chance)}


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise InvalidInputError(f'"{written}" is not a day. Write it like 2026-11-20.') from error
