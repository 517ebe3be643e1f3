"""Decisions: a day and criteria agreed beforehand, what was decided and why, and how it looks afterwards."""

from django.db import models
from django.db.models import Q

from unrut.core.explore.decisions import REVIEW_DAYS
from unrut.models.owned import Owned
from unrut.models.way import Way
from unrut.models.way_test import CERTAIN


class Decision(Owned):
    """One decision, open until `made_on`. At most one is open.

    `chosen` is the name of the way at that time, `way` the way itself (empty for staying, or when it was removed since);
    `sure` is in percent; `began_on` is the day the change began. `figures` holds what was told of each way on that day,
    `causes` the share of weeks that named each cause.
    """

    decide_on = models.DateField()
    criteria = models.JSONField(default=list)
    opened_on = models.DateField()
    made_on = models.DateField(null=True, blank=True)
    way = models.ForeignKey(Way, null=True, blank=True, on_delete=models.SET_NULL, related_name="decisions")
    chosen = models.CharField(max_length=200, blank=True)
    why = models.TextField(blank=True)
    sure = models.PositiveSmallIntegerField(null=True, blank=True)
    change_mind = models.TextField(blank=True)
    began_on = models.DateField(null=True, blank=True)
    figures = models.JSONField(default=list)
    causes = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner"], condition=Q(made_on__isnull=True), name="one_open_decision"
            ),
            models.CheckConstraint(
                condition=Q(sure__isnull=True) | Q(sure__lte=CERTAIN), name="sure_in_percent"
            ),
            models.CheckConstraint(
                condition=Q(made_on__isnull=True) | ~Q(chosen=""), name="a_decision_says_what"
            ),
        ]

    def __str__(self) -> str:
        return self.chosen or f"to decide by {self.decide_on}"


class DecisionReview(Owned):
    """How the causes of then weigh 30, 90 or 180 days after the change began (0 to 10), and whether one would choose it again."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="reviews")
    days = models.PositiveSmallIntegerField()
    done_on = models.DateField()
    answers = models.JSONField(default=dict)
    again = models.BooleanField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["days", "id"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "days"], name="one_review_a_time"),
            models.CheckConstraint(condition=Q(days__in=REVIEW_DAYS), name="known_time_of_review"),
        ]

    def __str__(self) -> str:
        return f"{self.days} days after"
