"""The vocabulary: thirty facets of work, shared by every step of the method."""

from unrut.core.facets.loader import load_vocabulary, shipped_vocabulary
from unrut.core.facets.vocabulary import (
    Concern,
    Facet,
    Observable,
    Part,
    Polarity,
    Pole,
    Posting,
    Remedy,
    Sign,
    Vocabulary,
)

__all__ = [
    "Concern",
    "Facet",
    "Observable",
    "Part",
    "Polarity",
    "Pole",
    "Posting",
    "Remedy",
    "Sign",
    "Vocabulary",
    "load_vocabulary",
    "shipped_vocabulary",
]
