"""Under whom and on what one worked when: what a cause may depend on."""

from django.db import models
from django.db.models import F, Q

from unrut.models.job import Job
from unrut.models.owned import Owned


class CircumstanceKind(models.TextChoices):
    """What may change while the job stays."""

    MANAGER = "manager"
    TEAM = "team"
    PROJECT = "project"
    PLACE = "place"


class Circumstance(Owned):
    """A manager, team, project or place, and the time it lasted; without an end it still does."""

    kind = models.CharField(max_length=8, choices=CircumstanceKind)
    name = models.CharField(max_length=200)
    job = models.ForeignKey(
        Job, null=True, blank=True, on_delete=models.SET_NULL, related_name="circumstances"
    )
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["started_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=CircumstanceKind.values), name="known_kind_of_circumstance"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="circumstance_has_a_name"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="circumstance_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"
