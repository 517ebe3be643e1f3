"""Ways out: what each would take, how it would be, the money there is for it, and what the person is drawn to."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from unrut.core.explore.interests import InterestKind
from unrut.core.explore.ways import Figure, WayKind
from unrut.models.job import LONGEST_CODE
from unrut.models.opening import Opening
from unrut.models.owned import Owned
from unrut.models.want import HIGHEST_LEVEL

STAGES = 4
_KINDS = [kind.value for kind in WayKind if kind is not WayKind.STAY]


class Way(Owned):
    """A way out that the person considers; staying needs no row. There is one changed version of the present job.

    `excites` says from 0 to 10 how much the thought of it does, `stage` how far an interest has come as work, `occupation`
    the code of the kind of work it leads to.
    """

    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in _KINDS])
    title = models.CharField(max_length=200)
    opening = models.ForeignKey(
        Opening, null=True, blank=True, on_delete=models.SET_NULL, related_name="ways"
    )
    occupation = models.CharField(max_length=LONGEST_CODE, blank=True)
    excites = models.PositiveSmallIntegerField(null=True, blank=True)
    stage = models.PositiveSmallIntegerField(default=0)
    is_aside = models.BooleanField(default=False)
    made_on = models.DateField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=_KINDS), name="known_kind_of_way"),
            models.UniqueConstraint(
                fields=["owner"], condition=Q(kind=WayKind.CHANGE.value), name="one_changed_job"
            ),
            models.UniqueConstraint(
                fields=["owner", "kind", "occupation"],
                condition=~Q(occupation=""),
                name="one_way_a_kind_of_an_occupation",
            ),
            models.CheckConstraint(
                condition=Q(excites__isnull=True) | Q(excites__lte=HIGHEST_LEVEL), name="excites_from_0_to_10"
            ),
            models.CheckConstraint(condition=Q(stage__lte=STAGES), name="stage_from_0_to_4"),
        ]

    def __str__(self) -> str:
        return self.title


class WayFigure(Owned):
    """A figure of a way as the person knows it: four chances in five lie between `low` and `high`."""

    way = models.ForeignKey(Way, on_delete=models.CASCADE, related_name="figures")
    figure = models.CharField(max_length=20, choices=[(figure.value, figure.value) for figure in Figure])
    low = models.DecimalField(max_digits=14, decimal_places=4)
    likely = models.DecimalField(max_digits=14, decimal_places=4)
    high = models.DecimalField(max_digits=14, decimal_places=4)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["way", "figure"], name="one_estimate_a_figure"),
            models.CheckConstraint(
                condition=Q(figure__in=[figure.value for figure in Figure]), name="known_figure"
            ),
            models.CheckConstraint(
                condition=Q(low__lte=F("likely"), likely__lte=F("high")), name="an_estimate_is_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.figure} {self.likely}"


class WayLevel(Owned):
    """How the person thinks a way would be on a criterion, once they are there."""

    way = models.ForeignKey(Way, on_delete=models.CASCADE, related_name="levels")
    facet = models.CharField(max_length=40)
    level = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["way", "facet"], name="one_way_level_a_facet"),
            models.CheckConstraint(condition=Q(level__lte=HIGHEST_LEVEL), name="way_level_from_0_to_10"),
        ]

    def __str__(self) -> str:
        return f"{self.facet} {self.level}"


class Purse(Owned):
    """The money there is: net income and fixed costs a month, savings, and the rate of tax on gross amounts (0 to 1)."""

    currency = models.CharField(max_length=3)
    income = models.DecimalField(max_digits=14, decimal_places=2, validators=[MinValueValidator(0)])
    savings = models.DecimalField(max_digits=14, decimal_places=2, validators=[MinValueValidator(0)])
    fixed_costs = models.DecimalField(max_digits=14, decimal_places=2, validators=[MinValueValidator(0)])
    tax_rate = models.DecimalField(max_digits=5, decimal_places=4, default=0)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["owner"], name="one_purse_a_person"),
            models.CheckConstraint(
                condition=Q(income__gte=0, savings__gte=0, fixed_costs__gte=0), name="money_is_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(tax_rate__gte=0, tax_rate__lte=1), name="tax_rate_from_0_to_1"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.income} {self.currency} a month"


class Interest(Owned):
    """Something the person reads about at home, would do unpaid, or is asked for."""

    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in InterestKind])
    text = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "kind", "text"], name="one_interest_a_text"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in InterestKind]), name="known_kind_of_interest"
            ),
        ]

    def __str__(self) -> str:
        return self.text
