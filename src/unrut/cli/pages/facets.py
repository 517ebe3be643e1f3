"""Facets by the name somebody typed."""

from unrut.core.errors import InvalidInputError
from unrut.core.facets import Facet, shipped_vocabulary
from unrut.core.facets.nearest import nearest_facets


def known_facet(facet: str) -> Facet:
    """The facet of that name.

    Raises InvalidInputError with the nearest names when there is none.
    """
    vocabulary = shipped_vocabulary()
    if facet not in vocabulary:
        first, second, third = nearest_facets(facet, vocabulary)
        raise InvalidInputError(
            f'There is no facet "{facet}". The nearest are {first}, {second} and {third}; '
            "unrut why shows all that your notes speak of."
        )
    return vocabulary[facet]
