"""Cheap tests of a way: what was expected before, and what came of it."""

from django.db import models
from django.db.models import Q

from unrut.core.explore.cheap_tests import TestKind, is_good_enough
from unrut.models.owned import Owned
from unrut.models.step import Step
from unrut.models.want import HIGHEST_LEVEL
from unrut.models.way import Way

CERTAIN = 100


class WayTest(Owned):
    """Trying a way out on a small scale. Good enough is a result at least as near to what is `wanted` as `line` is.

    `chance` (percent) was given to that beforehand. An empty `facet` asks whether one gets there at all. `result` is empty while it has not been tried.
    """

    way = models.ForeignKey(Way, on_delete=models.CASCADE, related_name="tests")
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in TestKind])
    facet = models.CharField(max_length=40, blank=True)
    text = models.CharField(max_length=300)
    line = models.PositiveSmallIntegerField()
    wanted = models.PositiveSmallIntegerField(default=HIGHEST_LEVEL)
    chance = models.PositiveSmallIntegerField()
    predicted_on = models.DateField()
    result = models.PositiveSmallIntegerField(null=True, blank=True)
    result_on = models.DateField(null=True, blank=True)
    learned = models.TextField(blank=True)
    step = models.ForeignKey(Step, null=True, blank=True, on_delete=models.SET_NULL, related_name="tests")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in TestKind]), name="known_kind_of_test"
            ),
            models.CheckConstraint(
                condition=Q(line__lte=HIGHEST_LEVEL, wanted__lte=HIGHEST_LEVEL), name="line_from_0_to_10"
            ),
            models.CheckConstraint(condition=Q(chance__lte=CERTAIN), name="test_chance_in_percent"),
            models.CheckConstraint(
                condition=Q(result__isnull=True) | Q(result__lte=HIGHEST_LEVEL), name="result_from_0_to_10"
            ),
            models.CheckConstraint(
                condition=Q(result__isnull=True, result_on__isnull=True)
                | Q(result__isnull=False, result_on__isnull=False),
                name="a_result_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def came(self) -> bool | None:
        """Whether it turned out good enough; None while it has not been tried."""
        return None if self.result is None else is_good_enough(self.result, self.line, self.wanted)

    @property
    def is_at_most(self) -> bool:
        """Whether less of it is better."""
        return self.wanted < self.line
