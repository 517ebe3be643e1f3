"""When a person has time for themselves."""

from django.db import models
from django.db.models import Q

from unrut.models.owned import Owned

DAYS_OF_A_WEEK = 7
MOST_MINUTES = 960


class FreeDay(Owned):
    """Free time on one day of the week (0 is Monday), from `start`."""

    weekday = models.PositiveSmallIntegerField()
    start = models.TimeField()
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["weekday"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "weekday"], name="one_free_time_a_weekday"),
            models.CheckConstraint(condition=Q(weekday__lt=DAYS_OF_A_WEEK), name="known_weekday"),
            models.CheckConstraint(condition=Q(minutes__lte=MOST_MINUTES), name="free_time_fits_in_a_day"),
        ]

    def __str__(self) -> str:
        return f"weekday {self.weekday}: {self.minutes} min"
