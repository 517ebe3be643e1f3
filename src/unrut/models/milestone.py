"""Points ahead: those on the way to a goal, and those a person sets for themselves, with what must be true for each."""

from django.db import models
from django.db.models import F, Q

from unrut.models.goal import Goal
from unrut.models.owned import Owned

LARGEST_SIZE, WHOLE = 500, 100


class Milestone(Owned):
    """`test` says how one knows that it is reached.

    It belongs to a goal, whose plan drew it, or to the person alone; a rung is a milestone on the way to `parent`. `size` is
    how many sittings a rung takes, `done_share` the percent of them that are behind it, `earliest_on` a day before which it
    cannot be (an exam, a round of promotions), `shown_by` what shows that it is true. Wish, outcome, obstacle and response
    are the four answers of mental contrasting.
    """

    goal = models.ForeignKey(Goal, null=True, blank=True, on_delete=models.CASCADE, related_name="milestones")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="rungs")
    name = models.CharField(max_length=300)
    test = models.TextField(blank=True)
    started_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    earliest_on = models.DateField(null=True, blank=True)
    reached_on = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField()
    size = models.PositiveSmallIntegerField(null=True, blank=True)
    done_share = models.PositiveSmallIntegerField(default=0)
    # By name: an accomplishment may come from a step, and a step leads to a milestone.
    shown_by = models.ManyToManyField("unrut.Accomplishment", related_name="shows", blank=True)
    wish = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    obstacle = models.TextField(blank=True)
    response = models.TextField(blank=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="milestone_has_a_name"),
            models.CheckConstraint(
                condition=Q(size__isnull=True) | Q(size__gte=1, size__lte=LARGEST_SIZE),
                name="milestone_of_1_to_500_sittings",
            ),
            models.CheckConstraint(condition=Q(done_share__lt=WHOLE), name="open_milestone_is_not_all_done"),
            models.CheckConstraint(
                condition=Q(goal__isnull=True) | Q(parent__isnull=True), name="milestone_of_a_goal_is_no_rung"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="milestone_is_not_its_own_rung"
            ),
        ]

    def __str__(self) -> str:
        return self.name
