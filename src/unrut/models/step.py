"""Small dated steps of one sitting. Their dates are computed, never stored."""

from django.db import models
from django.db.models import Q

from unrut.models.goal import Goal
from unrut.models.milestone import Milestone
from unrut.models.owned import Owned

SHORTEST_MINUTES, LONGEST_MINUTES = 15, 120


class Step(Owned):
    """One verb, a visible result, 15 to 120 minutes; `after` are the steps that must be finished before."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="steps")
    milestone = models.ForeignKey(
        Milestone, null=True, blank=True, on_delete=models.SET_NULL, related_name="steps"
    )
    strand = models.CharField(max_length=40)
    text = models.CharField(max_length=300)
    result = models.CharField(max_length=300, blank=True)
    minutes = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    waiting_days = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateField(null=True, blank=True)
    deadline = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    skipped_on = models.DateField(null=True, blank=True)
    after = models.ManyToManyField("self", symmetrical=False, related_name="before", blank=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=SHORTEST_MINUTES, minutes__lte=LONGEST_MINUTES),
                name="a_step_is_one_sitting",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(skipped_on__isnull=True),
                name="a_step_is_done_or_skipped_not_both",
            ),
        ]

    def __str__(self) -> str:
        return self.text
