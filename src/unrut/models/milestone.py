"""Points on the way to a goal, a few weeks apart."""

from django.db import models

from unrut.models.goal import Goal
from unrut.models.owned import Owned


class Milestone(Owned):
    """`test` says how one knows that it is reached."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="milestones")
    name = models.CharField(max_length=300)
    test = models.TextField(blank=True)
    due_on = models.DateField()
    reached_on = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.name
