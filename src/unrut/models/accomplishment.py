"""What got done: the answer to feeling that nothing ever does."""

from django.db import models
from django.db.models import Q

from unrut.core.milestones.told import LONGEST_LINE, LONGEST_PROOF, LONGEST_STORY
from unrut.models.checkin import CheckIn
from unrut.models.note import NoteKind
from unrut.models.owned import Owned
from unrut.models.step import Step


class AccomplishmentSource(models.TextChoices):
    """Where an accomplishment comes from; what is imported carries the name of its format."""

    HAND = "hand"
    WEEK = "week"
    STEP = "step"
    MARKDOWN = "markdown"
    TABLE = "table"
    JRNL = "jrnl"
    DAY_ONE = "day_one"
    GIT = "git"


class Accomplishment(Owned):
    """Something that moved forward, from a weekly sitting, a finished step, by hand, or from elsewhere.

    `source_key` names it within its source, so that the same file twice adds nothing. `facets` holds what the person said of
    how it is read: true where a facet holds, false where it does not. `readings` is as in a note and may be thrown away.
    `changed_at` tells a running program that what it remembers of the person's accomplishments is old.
    """

    happened_on = models.DateField()
    text = models.TextField()
    checkin = models.ForeignKey(
        CheckIn, null=True, blank=True, on_delete=models.SET_NULL, related_name="accomplishments"
    )
    step = models.OneToOneField(
        Step, null=True, blank=True, on_delete=models.SET_NULL, related_name="accomplishment"
    )
    source = models.CharField(max_length=8, choices=AccomplishmentSource, default=AccomplishmentSource.HAND)
    source_key = models.CharField(max_length=100, blank=True)
    figures = models.CharField(max_length=LONGEST_LINE, blank=True)
    known_from = models.CharField(max_length=LONGEST_LINE, blank=True)
    seen_by = models.CharField(max_length=LONGEST_LINE, blank=True)
    skills = models.JSONField(default=list, blank=True)
    facets = models.JSONField(default=dict, blank=True)
    story = models.TextField(blank=True, max_length=LONGEST_STORY)
    situation = models.TextField(blank=True, max_length=LONGEST_STORY)
    task = models.TextField(blank=True, max_length=LONGEST_STORY)
    action = models.TextField(blank=True, max_length=LONGEST_STORY)
    result = models.TextField(blank=True, max_length=LONGEST_STORY)
    proof = models.CharField(max_length=LONGEST_PROOF, blank=True)
    read_as = models.CharField(max_length=40, blank=True, default="", editable=False)
    readings = models.JSONField(null=True, blank=True, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    # How it is read: as something liked.
    kind = NoteKind.LIKE.value

    class Meta:
        ordering = ["happened_on", "id"]
        indexes = [models.Index(fields=["owner", "happened_on"], name="accomplishments_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(source__in=AccomplishmentSource.values), name="known_source_of_accomplishment"
            ),
            models.UniqueConstraint(
                fields=["owner", "source", "source_key"],
                condition=~Q(source_key=""),
                name="one_accomplishment_a_source_key",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.happened_on}: {self.text[:40]}"


class AccomplishmentDraft(Owned):
    """A file or folder that was read and is shown for approval; nothing of it counts yet."""

    name = models.CharField(max_length=300)
    content = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Refusal(Owned):
    """An accomplishment shown against a worry did not help: it is not shown again for the facets of that worry."""

    accomplishment = models.ForeignKey(Accomplishment, on_delete=models.CASCADE, related_name="refusals")
    facets = models.JSONField(default=list)
    said_on = models.DateField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.accomplishment_id} did not help on {self.said_on}"
