"""The facets somebody may have meant who typed a name that is not there."""

from difflib import SequenceMatcher
from heapq import nlargest

from unrut.core.facets.vocabulary import Facet, Vocabulary

_SHOWN = 3


def nearest_facets(typed: str, vocabulary: Vocabulary) -> list[str]:
    """The three facets whose names, or words of them, look most like what was typed; ties in the order of the vocabulary."""
    wanted = typed.strip().casefold()
    found = nlargest(_SHOWN, vocabulary.facets.values(), key=lambda facet: _likeness(wanted, facet))
    return [facet.id for facet in found]


def _likeness(wanted: str, facet: Facet) -> float:
    name = facet.name.casefold()
    names = {facet.id, name, *facet.id.split("_"), *name.split()}
    return max(SequenceMatcher(None, wanted, each).ratio() for each in names)
