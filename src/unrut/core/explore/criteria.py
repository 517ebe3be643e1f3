"""What a want is called, between which poles it lies and how one asks for it: a facet, or a criterion of the person's own."""

from unrut.core.explore.wants import OWN, OWN_POLES, Want
from unrut.core.facets import Vocabulary


def want_name(want: Want, vocabulary: Vocabulary) -> str:
    """What the person calls it, else the name of the facet."""
    return want.name or criterion_name(want.facet, vocabulary)


def criterion_name(facet: str, vocabulary: Vocabulary) -> str:
    """The name of a facet; of a criterion whose want is gone only its number is left."""
    return vocabulary[facet].name if facet in vocabulary else facet.removeprefix(OWN)


def poles_of(facet: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The words for 0 and for 10."""
    return vocabulary[facet].poles if facet in vocabulary else OWN_POLES


def question_of(want: Want, vocabulary: Vocabulary) -> str:
    """What to ask an employer about it; nothing where only the person can tell."""
    return vocabulary[want.facet].posting.ask if want.facet in vocabulary else ""
