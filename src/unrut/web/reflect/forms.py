"""The form of the weekly sitting."""

from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from unrut.models import SIGNS, CheckIn
from unrut.models.checkin import HIGHEST_SIGN, HOURS_IN_A_WEEK
from unrut.models.note import LONGEST_NOTE
from unrut.services.reflect import CheckInAnswers, Lines

# Many lines may be pasted at once; each of them is held to the length of a note.
_LONGEST_TEXT = 10 * LONGEST_NOTE


def _sign() -> forms.IntegerField:
    return forms.IntegerField(required=False, min_value=0, max_value=HIGHEST_SIGN)


class WeekForm(forms.Form):
    """Six signs, hours, whether one was at work, and three texts of one thing a line."""

    satisfaction = _sign()
    boredom = _sign()
    dread = _sign()
    drive = _sign()
    learning = _sign()
    energy = _sign()
    hours = forms.DecimalField(
        required=False,
        min_value=0,
        max_value=HOURS_IN_A_WEEK,
        max_digits=4,
        decimal_places=1,
        error_messages={"invalid": gettext_lazy("Write the hours as a number, like 38 or 38.5.")},
    )
    away = forms.BooleanField(required=False)
    liked = forms.CharField(required=False, max_length=_LONGEST_TEXT, strip=False)
    disliked = forms.CharField(required=False, max_length=_LONGEST_TEXT, strip=False)
    moved = forms.CharField(required=False, max_length=_LONGEST_TEXT, strip=False)
    revision = forms.IntegerField(min_value=0, required=False)

    def answers(self) -> CheckInAnswers:
        """The answers; what was left open is absent."""
        given = self.cleaned_data
        return CheckInAnswers(
            signs={sign: given[sign] for sign in SIGNS if given[sign] is not None},
            at_work=not given["away"],
            hours=given["hours"],
        )

    def lines(self) -> Lines:
        """What was written."""
        given = self.cleaned_data
        return Lines(liked=given["liked"], disliked=given["disliked"], moved=given["moved"])


def typed(post: QueryDict) -> QueryDict:
    """What was typed, with a decimal comma read as the point it stands for."""
    changed = post.copy()
    changed["hours"] = changed.get("hours", "").strip().replace(",", ".")
    return changed


def stored(checkin: CheckIn | None) -> dict[str, Any]:
    """The stored answers as the form shows them."""
    if checkin is None:
        return {"revision": 0}
    hours: Decimal | None = checkin.hours
    return {
        **{sign: getattr(checkin, sign) for sign in SIGNS},
        "hours": None if hours is None else f"{hours:g}" if hours % 1 else f"{hours:.0f}",
        "away": not checkin.at_work,
        "revision": checkin.revision,
    }
