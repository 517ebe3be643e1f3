"""The weekly sitting: six signs from 0 to 10, hours, and whether one was at work at all."""

from django.db import models
from django.db.models import Q

from unrut.models.owned import Owned

HIGHEST_SIGN = 10
HOURS_IN_A_WEEK = 168


SIGNS = ("satisfaction", "boredom", "dread", "drive", "learning", "energy")


def _sign() -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(null=True, blank=True)


class CheckIn(Owned):
    """One week, named by its Monday. `revision` counts the saves, so that two tabs notice each other."""

    week = models.DateField()
    answered_on = models.DateField()
    at_work = models.BooleanField(default=True)
    satisfaction = _sign()
    boredom = _sign()
    dread = _sign()
    drive = _sign()
    learning = _sign()
    energy = _sign()
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["week"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "week"], name="one_checkin_a_week"),
            models.CheckConstraint(
                condition=Q(hours__isnull=True) | Q(hours__gte=0, hours__lte=HOURS_IN_A_WEEK),
                name="hours_fit_in_a_week",
            ),
            *[
                models.CheckConstraint(
                    condition=Q(**{f"{sign}__isnull": True}) | Q(**{f"{sign}__lte": HIGHEST_SIGN}),
                    name=f"{sign}_from_0_to_10",
                )
                for sign in SIGNS
            ],
        ]

    def __str__(self) -> str:
        return f"week of {self.week}"
