"""What a person chose about the sitting and the signal."""

from decimal import Decimal

from django.db import models
from django.db.models import Q

from unrut.models.owned import Owned

FALSE_ALARMS = (5, 10, 20)
USUAL_FALSE_ALARMS = 10
USUAL_LOW_LINE = Decimal("4.2")
HIGHEST_SCORE = 10
EARLIEST_SITTING, LATEST_SITTING = 3, 7


class Preference(Owned):
    """One row a person, made when they first choose something.

    `sitting_offset` counts days from the Monday of the week a sitting is about: 4 is its Friday, 7 the Monday after. While it
    is empty, the day is the one they usually answer on. `country` names the help that is shown first.
    """

    sitting_offset = models.PositiveSmallIntegerField(null=True, blank=True)
    sitting_time = models.TimeField(null=True, blank=True)
    false_alarms = models.PositiveSmallIntegerField(default=USUAL_FALSE_ALARMS)
    low_line = models.DecimalField(max_digits=3, decimal_places=1, default=USUAL_LOW_LINE)
    country = models.CharField(max_length=2, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["owner"], name="one_preference_a_person"),
            models.CheckConstraint(condition=Q(false_alarms__in=FALSE_ALARMS), name="known_false_alarms"),
            models.CheckConstraint(
                condition=Q(low_line__gte=0, low_line__lte=HIGHEST_SCORE), name="low_line_from_0_to_10"
            ),
            models.CheckConstraint(
                condition=Q(sitting_offset__isnull=True)
                | Q(sitting_offset__gte=EARLIEST_SITTING, sitting_offset__lte=LATEST_SITTING),
                name="sitting_at_the_end_of_a_week",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.false_alarms} % false alarms"


class NewNormal(Owned):
    """From this week on, what came before no longer counts as usual: the person said so."""

    week = models.DateField()

    class Meta:
        ordering = ["week"]
        constraints = [models.UniqueConstraint(fields=["owner", "week"], name="one_new_normal_a_week")]

    def __str__(self) -> str:
        return f"new normal from {self.week}"
