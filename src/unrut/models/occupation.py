"""Where a person stands beside kinds of work: skills they confirmed, what they bring, and how far they would go."""

from django.db import models
from django.db.models import Q

from unrut.models.owned import Owned

HIGHEST_SKILL = 7.0
MOST_EDUCATION = 12
LONGEST_EVIDENCE = 500


class OwnSkill(Owned):
    """How far a skill, a knowledge or an activity of O*NET goes (0 to 7), confirmed by the person, and what shows it."""

    element = models.CharField(max_length=20)
    level = models.FloatField()
    evidence = models.CharField(max_length=LONGEST_EVIDENCE, blank=True)
    said_on = models.DateField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "element"], name="one_level_a_skill"),
            models.CheckConstraint(
                condition=Q(level__gte=0, level__lte=HIGHEST_SKILL), name="skill_level_from_0_to_7"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.element} {self.level:g}"


class Background(Owned):
    """What the person brings and wants: schooling (1 to 12, as O*NET counts), licences held, horizon, types of interest."""

    education = models.PositiveSmallIntegerField(null=True, blank=True)
    licences = models.JSONField(default=list, blank=True)
    horizon = models.CharField(max_length=8, blank=True)
    interests = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["owner"], name="one_background_a_person"),
            models.CheckConstraint(
                condition=Q(education__isnull=True) | Q(education__gte=1, education__lte=MOST_EDUCATION),
                name="known_education",
            ),
        ]

    def __str__(self) -> str:
        return f"education {self.education}"
