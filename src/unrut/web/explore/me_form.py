"""The form that says what a person brings: its choices as they stand, and what was sent of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext

from unrut.core.explore.occupations.licences import shipped_licences
from unrut.core.explore.occupations.reach import Horizon
from unrut.core.explore.occupations.riasec import proposed_types, shipped_types
from unrut.core.explore.occupations.study import EDUCATION
from unrut.models import Background, Person
from unrut.services.occupations import say_background
from unrut.web.explore.posted_numbers import posted_level
from unrut.web.explore.work_form import Choice, horizon_choices
from unrut.wording.skills import licences_words

# A share of what was written below which a kind of interest is no hint: a little more than one of six by chance.
_LEAST_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class MeForm:
    """All questions about what the person brings."""

    schooling: list[Choice]
    licences: list[Choice]
    horizons: list[Choice]
    interests: list[Choice]

    @property
    def licences_words(self) -> str:
        """The fold of the licences, with how many are held."""
        return licences_words(sum(choice.is_chosen for choice in self.licences))


def me_form(
    background: Background, horizon: Horizon, liked: Sequence[str], typed: QueryDict | None
) -> MeForm:
    """The choices as they are stored, or as they were just made; `liked` is what the person wrote of what they like."""
    if typed is None:
        education = "" if background.education is None else str(background.education)
        return _form(education, background.licences, horizon, background.interests, liked)
    return _form(
        typed.get("education", ""),
        typed.getlist("licence"),
        typed.get("horizon", ""),
        typed.getlist("interest"),
        liked,
    )


def keep_posted(owner: Person, posted: QueryDict) -> None:
    """Keep what was said in the form, which asks for all of it.

    Raises InvalidInputError.
    """
    say_background(
        owner,
        education=posted_level(posted.get("education", ""), gettext("Schooling")),
        licences=posted.getlist("licence"),
        horizon=posted.get("horizon", ""),
        interests=posted.getlist("interest"),
    )


def _form(
    education: str, licences: Collection[str], horizon: str, interests: Collection[str], liked: Sequence[str]
) -> MeForm:
    return MeForm(
        schooling=[
            Choice(str(category), each.name, str(category) == education)
            for category, each in EDUCATION.items()
        ],
        licences=[
            Choice(key, licence.name, key in licences, licence.sentence)
            for key, licence in shipped_licences().items()
        ],
        horizons=horizon_choices(horizon),
        interests=_interests(interests, liked),
    )


def _interests(chosen: Collection[str], liked: Sequence[str]) -> list[Choice]:
    shares = proposed_types(liked)
    return [
        Choice(kind, each.name, kind in chosen, each.sentence, _note(shares.get(kind, 0.0)))
        for kind, each in shipped_types().items()
    ]


def _note(share: float) -> str:
    return gettext("from what you wrote") if share >= _LEAST_SHARE else ""
