"""What a person wants of work, the trade-offs they answered, and what the one they live with wants of it."""

from django.db import models
from django.db.models import F, Q

from unrut.core.explore.answers import Answer
from unrut.models.owned import Owned

HIGHEST_WEIGHT = 100
HIGHEST_LEVEL = 10


class Want(Owned):
    """A criterion, how much it matters beside the others, and the level wanted between its poles.

    `worst` is the worst level one would really meet, empty for the worst there is. `name` is what the person calls it; a
    criterion that is none of the facets has nothing else.
    """

    facet = models.CharField(max_length=40)
    weight = models.PositiveSmallIntegerField()
    wanted = models.PositiveSmallIntegerField()
    worst = models.PositiveSmallIntegerField(null=True, blank=True)
    name = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["-weight", "id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "facet"], name="one_want_a_facet"),
            models.CheckConstraint(condition=Q(weight__lte=HIGHEST_WEIGHT), name="weight_from_0_to_100"),
            models.CheckConstraint(condition=Q(wanted__lte=HIGHEST_LEVEL), name="wanted_from_0_to_10"),
            models.CheckConstraint(
                condition=Q(worst__isnull=True) | (Q(worst__lte=HIGHEST_LEVEL) & ~Q(worst=F("wanted"))),
                name="worst_is_another_level_from_0_to_10",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name or self.facet} {self.weight}"


class TradeOffAnswer(Owned):
    """Whether one improvement is worth more than another, or than two others together.

    `repeats` names the earlier answer to the same question, asked again a week later.
    """

    first = models.CharField(max_length=40)
    second = models.CharField(max_length=40)
    also = models.CharField(max_length=40, blank=True)
    answer = models.CharField(max_length=6, choices=[(answer.value, answer.value) for answer in Answer])
    answered_on = models.DateField()
    repeats = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="repetitions"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "first", "second", "also"],
                condition=Q(repeats__isnull=True),
                name="one_answer_a_trade_off",
            ),
            models.UniqueConstraint(fields=["repeats"], name="a_trade_off_is_repeated_once"),
            models.CheckConstraint(
                condition=Q(answer__in=[answer.value for answer in Answer]), name="known_trade_off_answer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} or {self.second}: {self.answer}"


class Partner(Owned):
    """The one a person decides together with; at most one."""

    name = models.CharField(max_length=60)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["owner"], name="one_partner_a_person")]

    def __str__(self) -> str:
        return self.name


class PartnerWant(Owned):
    """How much one of the wants matters to the partner, and the level they cannot do without."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="wants")
    facet = models.CharField(max_length=40)
    weight = models.PositiveSmallIntegerField()
    least = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["-weight", "id"]
        constraints = [
            models.UniqueConstraint(fields=["partner", "facet"], name="one_partner_want_a_facet"),
            models.CheckConstraint(
                condition=Q(weight__lte=HIGHEST_WEIGHT), name="partner_weight_from_0_to_100"
            ),
            models.CheckConstraint(
                condition=Q(least__isnull=True) | Q(least__lte=HIGHEST_LEVEL), name="least_from_0_to_10"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.facet} {self.weight}"
