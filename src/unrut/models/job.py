"""Jobs a person has or had, and how the present one is on each facet."""

from django.db import models
from django.db.models import Q

from unrut.models.owned import Owned

HIGHEST_LEVEL = 10
LONGEST_CODE = 10


class Job(Owned):
    """A position at an employer; at most one is the present one.

    `occupation` is the code the person says it belongs to; without it the title tells.
    """

    title = models.CharField(max_length=200)
    company = models.CharField(max_length=200, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    is_present = models.BooleanField(default=False)
    occupation = models.CharField(max_length=LONGEST_CODE, blank=True)

    class Meta:
        ordering = ["started_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner"], condition=Q(is_present=True), name="at_most_one_present_job"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class JobLevel(Owned):
    """The person's answer how much of a facet a job has, between its two poles."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="levels")
    facet = models.CharField(max_length=40)
    level = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["job", "facet"], name="one_level_a_facet"),
            models.CheckConstraint(condition=Q(level__lte=HIGHEST_LEVEL), name="level_from_0_to_10"),
        ]

    def __str__(self) -> str:
        return f"{self.facet} {self.level}"
