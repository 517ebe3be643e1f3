"""What a person wants of work."""

from django.db import models
from django.db.models import Q

from unrut.models.owned import Owned

HIGHEST_WEIGHT = 100
HIGHEST_LEVEL = 10


class Want(Owned):
    """A facet, how much it matters beside the others, and the level wanted between its poles."""

    facet = models.CharField(max_length=40)
    weight = models.PositiveSmallIntegerField()
    wanted = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["-weight", "id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "facet"], name="one_want_a_facet"),
            models.CheckConstraint(condition=Q(weight__lte=HIGHEST_WEIGHT), name="weight_from_0_to_100"),
            models.CheckConstraint(condition=Q(wanted__lte=HIGHEST_LEVEL), name="wanted_from_0_to_10"),
        ]

    def __str__(self) -> str:
        return f"{self.facet} {self.weight}"
