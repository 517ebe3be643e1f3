"""Strengths: what the person sees in themselves, whom they asked, what came back, and the inventory they filled in."""

from django.db import models
from django.db.models import Q

from unrut.core.explore.strengths.inventory import LEAST, MOST
from unrut.models.contact import LONGEST_NAME, Contact
from unrut.models.owned import Owned


class SelfView(Owned):
    """What the person sees in themselves, said before they look at what others see.

    `pooled` is how many answers without a name were shown so far.
    """

    strengths = models.JSONField(default=list)
    said_on = models.DateField()
    pooled = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["owner"], name="one_self_view_a_person")]

    def __str__(self) -> str:
        return f"{len(self.strengths)} strengths"


class StrengthInvite(Owned):
    """Somebody who was asked, by a form that carries `code` and the key of its mark, in hex."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="invites")
    code = models.CharField(max_length=32, unique=True)
    key = models.CharField(max_length=128)
    made_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["owner", "contact"], name="one_invite_a_contact")]

    def __str__(self) -> str:
        return self.code


class AnswerWay(models.TextChoices):
    """How an answer came in."""

    FORM = "form"  # the file or its text
    TYPED = "typed"  # from paper, or as told
    RECOMMENDATION = "recommended"  # a public one, from an export


class StrengthAnswer(Owned):
    """What somebody answered. One without a name has neither contact nor circle nor day, so that nothing leads back.

    `seen` and `warned` are the strengths the person says it speaks of, where our reader was wrong.
    """

    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.CASCADE, related_name="answers"
    )
    giver = models.CharField(max_length=LONGEST_NAME, blank=True)
    way = models.CharField(max_length=12, choices=AnswerWay)
    at_best = models.TextField(blank=True)
    come_for = models.TextField(blank=True)
    wasted = models.TextField(blank=True)
    may_quote = models.BooleanField(default=False)
    is_signed = models.BooleanField(default=True)
    is_changed = models.BooleanField(default=False)
    received_on = models.DateField(null=True, blank=True)
    seen = models.JSONField(null=True, blank=True)
    warned = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_signed=True) | Q(contact__isnull=True, giver="", received_on__isnull=True),
                name="an_unsigned_answer_leads_to_nobody",
            ),
            models.CheckConstraint(condition=Q(way__in=AnswerWay.values), name="known_way_of_answer"),
        ]

    def __str__(self) -> str:
        return self.giver or self.way


class InventoryAnswer(Owned):
    """How well a sentence of the strengths inventory describes the person, from 1 to 5."""

    item = models.CharField(max_length=40)
    answer = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "item"], name="one_answer_an_inventory_item"),
            models.CheckConstraint(
                condition=Q(answer__gte=LEAST, answer__lte=MOST), name="inventory_answer_from_1_to_5"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.answer}"
