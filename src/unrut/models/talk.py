"""Conversations with people about an open question, and what was learned in them."""

from django.db import models
from django.db.models import Q

from unrut.models.contact import Contact
from unrut.models.job import LONGEST_CODE
from unrut.models.opening import Opening
from unrut.models.owned import Owned
from unrut.models.step import Step
from unrut.models.want import HIGHEST_LEVEL
from unrut.models.way import Way

LONGEST_SUBJECT = 300


class Talk(Owned):
    """A conversation from the first message on. The program sends nothing: `asked_on` is when the person says they did.

    `question` is the key of the open question and `about` its subject in words, as they were then. `questions` are the three to
    ask, `meet_on` and `meet_at` when both meet. A talk that `ended_on` without one is over, as nobody answered.
    """

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="talks")
    question = models.CharField(max_length=100, blank=True)
    about = models.CharField(max_length=LONGEST_SUBJECT, blank=True)
    questions = models.JSONField(default=list)
    message = models.TextField(blank=True)
    made_on = models.DateField()
    asked_on = models.DateField(null=True, blank=True)
    replied_on = models.DateField(null=True, blank=True)
    meet_on = models.DateField(null=True, blank=True)
    meet_at = models.TimeField(null=True, blank=True)
    talked_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    notes = models.TextField(blank=True)
    steps = models.ManyToManyField(Step, related_name="talks", blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.about

    @property
    def is_open(self) -> bool:
        """Whether it is still ahead."""
        return self.talked_on is None and self.ended_on is None

    @property
    def is_answered(self) -> bool:
        """Whether they answered, in writing or by talking."""
        return self.replied_on is not None or self.talked_on is not None


class Learned(Owned):
    """What somebody said in a talk about an opening, a way or a kind of work: in words, and where it is about a facet as a level.

    Once the talk is gone, what was learned stays without a name.
    """

    talk = models.ForeignKey(Talk, null=True, blank=True, on_delete=models.SET_NULL, related_name="learned")
    opening = models.ForeignKey(
        Opening, null=True, blank=True, on_delete=models.CASCADE, related_name="learned"
    )
    way = models.ForeignKey(Way, null=True, blank=True, on_delete=models.CASCADE, related_name="learned")
    occupation = models.CharField(max_length=LONGEST_CODE, blank=True)
    facet = models.CharField(max_length=40, blank=True)
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.CharField(max_length=2000, blank=True)
    learned_on = models.DateField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level__isnull=True) | Q(level__lte=HIGHEST_LEVEL), name="learned_from_0_to_10"
            ),
            models.CheckConstraint(
                condition=Q(level__isnull=True) | ~Q(facet=""), name="a_learned_level_has_a_facet"
            ),
        ]

    def __str__(self) -> str:
        return self.text or f"{self.facet} {self.level}"
