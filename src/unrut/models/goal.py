"""The one goal, and those parked or reached."""

from django.db import models
from django.db.models import Q

from unrut.models.opening import Opening
from unrut.models.owned import Owned


class GoalState(models.TextChoices):
    """One goal is current; the others are parked, not lost."""

    CURRENT = "current"
    PARKED = "parked"
    REACHED = "reached"


class Goal(Owned):
    """What to reach, why, how one will know, and by when. `option` names the option it was chosen from."""

    title = models.CharField(max_length=300)
    field = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)
    option = models.CharField(max_length=60)
    opening = models.ForeignKey(
        Opening, null=True, blank=True, on_delete=models.SET_NULL, related_name="goals"
    )
    template = models.CharField(max_length=60)
    started_on = models.DateField()
    target_on = models.DateField()
    state = models.CharField(max_length=8, choices=GoalState)

    class Meta:
        ordering = ["started_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["owner"], condition=Q(state="current"), name="one_current_goal"),
            models.CheckConstraint(condition=Q(state__in=GoalState.values), name="known_state_of_goal"),
            models.CheckConstraint(
                condition=Q(target_on__gt=models.F("started_on")), name="goal_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.title
