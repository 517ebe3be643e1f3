"""Openings the person brought in, what was read from them, what they did about them, and imports to look over."""

from django.db import models
from django.db.models import Q

from unrut.core.explore.openings.filters import FilterKind
from unrut.core.explore.openings.kinds import Workplace
from unrut.models.board import Board
from unrut.models.job import LONGEST_CODE
from unrut.models.owned import Owned

WORKPLACES = [workplace.value for workplace in Workplace]


class OpeningStatus(models.TextChoices):
    """How far a person has come with an opening, from found to decided."""

    FOUND = "found"
    SAVED = "saved"
    ASKING = "asking"
    APPLIED = "applied"
    TALKING = "talking"
    OFFERED = "offered"
    TAKEN = "taken"
    DECLINED = "declined"
    REFUSED = "refused"
    DISMISSED = "dismissed"


class Opening(Owned):
    """A posting as its source stated it; empty means that it says nothing of that.

    Of postings of the same job one stands for all: the others name it in `same_as`. `gone_on` is the day on which its
    board no longer listed it, `absences` the days between which it was gone before.
    """

    source = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    company = models.CharField(max_length=300, blank=True)
    company_key = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=600, blank=True)
    workplace = models.CharField(max_length=10, blank=True)
    posted_on = models.DateField(null=True, blank=True)
    updated_on = models.DateField(null=True, blank=True)
    closes_on = models.DateField(null=True, blank=True)
    imported_on = models.DateField()
    seen_on = models.DateField()
    gone_on = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=12, choices=OpeningStatus, default=OpeningStatus.FOUND)
    same_as = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="others"
    )
    board = models.ForeignKey(
        Board, null=True, blank=True, on_delete=models.SET_NULL, related_name="openings"
    )
    remote_area = models.CharField(max_length=300, blank=True)
    url = models.URLField(max_length=2000, blank=True)
    apply_url = models.URLField(max_length=2000, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    schedule = models.CharField(max_length=300, blank=True)
    contract = models.CharField(max_length=200, blank=True)
    seniority = models.CharField(max_length=200, blank=True)
    education = models.CharField(max_length=300, blank=True)
    department = models.CharField(max_length=300, blank=True)
    category = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=60, blank=True)
    requisition = models.CharField(max_length=100, blank=True)
    starts = models.CharField(max_length=200, blank=True)
    pay = models.CharField(max_length=400, blank=True)
    pays = models.JSONField(default=list)
    absences = models.JSONField(default=list)
    skills = models.JSONField(default=list)
    more = models.JSONField(default=list)
    notes = models.TextField(blank=True)
    text = models.TextField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "source", "key"], name="one_opening_a_source_key"),
            models.CheckConstraint(
                condition=Q(status__in=[*OpeningStatus.values]), name="known_opening_status"
            ),
            models.CheckConstraint(condition=Q(workplace__in=WORKPLACES), name="known_workplace"),
        ]
        indexes = [
            models.Index(fields=["owner", "company_key"], name="openings_of_a_company"),
            # All that a list sorts and filters by, so that it need not touch the rows.
            models.Index(
                fields=["owner", "same_as", "status", "gone_on", "closes_on", "posted_on", "imported_on"],
                name="openings_in_a_list",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def option(self) -> str:
        """Its key among the ways out."""
        return f"opening-{self.pk}"

    @property
    def is_remote(self) -> bool | None:
        """Whether it is done wholly from anywhere; partly counts as not, None where nothing is said."""
        return self.workplace == Workplace.REMOTE if self.workplace else None


class OpeningReading(Owned):
    """What the program read from an opening: made anew from it at will, and never exported.

    `levels` holds the level of each facet in the order of the vocabulary, `occupation` the code that its title tells, `sketch`
    what tells near-duplicate texts. Pay is that of a year, and hours are those of a week.
    """

    opening = models.OneToOneField(Opening, on_delete=models.CASCADE, related_name="reading")
    read_as = models.PositiveSmallIntegerField()
    levels = models.BinaryField()
    occupation = models.CharField(max_length=LONGEST_CODE, blank=True)
    pay_low = models.FloatField(null=True, blank=True)
    pay_high = models.FloatField(null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    weekly_hours = models.FloatField(null=True, blank=True)
    workplace = models.CharField(max_length=10, blank=True)
    sketch = models.BinaryField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"reading of {self.opening_id}"


class OpeningEvent(Owned):
    """Something the person did about an opening: where it stood from then on, and why."""

    opening = models.ForeignKey(Opening, on_delete=models.CASCADE, related_name="events")
    happened_on = models.DateField()
    status = models.CharField(max_length=12, choices=OpeningStatus)
    reason = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=2000, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=[*OpeningStatus.values]), name="known_event_status")
        ]

    def __str__(self) -> str:
        return f"{self.status} on {self.happened_on}"


class OpeningFilter(Owned):
    """A deal-breaker: openings that state something else are hidden, and counted, while it is on."""

    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in FilterKind])
    value = models.CharField(max_length=200)
    is_on = models.BooleanField(default=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "kind", "value"], name="one_filter_a_value"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in FilterKind]), name="known_filter_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"


class OpeningDraft(Owned):
    """A file that was read and is shown for approval; nothing of it counts yet.

    `given` is the file itself where its columns may still be named otherwise.
    """

    name = models.CharField(max_length=300)
    content = models.JSONField()
    given = models.BinaryField(null=True, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
