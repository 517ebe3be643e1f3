"""Words of the vocabulary are counted by what they mean in a note of this kind."""

import pytest

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.evidence import evidence_of, rows_of_evidence
from unrut.core.reflect.kinds import NoteKind
from unrut.core.reflect.lexicon import words_of

pytestmark = pytest.mark.unit

LIKE, DISLIKE = NoteKind.LIKE, NoteKind.DISLIKE
FACETS = len(shipped_vocabulary().facets)
COMMUTE = shipped_vocabulary().order["commute"]
EITHER, SAME, OTHER, KIND = (block * FACETS for block in range(4))


@pytest.mark.parametrize(
    ("text", "kind", "counts"),
    [
        ("", None, {}),
        ("", LIKE, {KIND: 1}),
        ("", DISLIKE, {KIND + 1: 1}),
        ("train", LIKE, {EITHER + COMMUTE: 1, KIND: 1}),
        ("train train train", None, {EITHER + COMMUTE: 2}),
        ("delayed", DISLIKE, {SAME + COMMUTE: 1, KIND + 1: 1}),
        ("delayed", None, {SAME + COMMUTE: 1}),
        ("delayed", LIKE, {OTHER + COMMUTE: 1, KIND: 1}),
    ],
)
def test_words_are_counted(text: str, kind: NoteKind | None, counts: dict[int, float]) -> None:
    assert evidence_of(words_of(text), kind).counts == counts


@pytest.mark.parametrize(
    ("kind", "spans"),
    [(DISLIKE, {"commute": [(0, 5), (6, 13)]}), (LIKE, {"commute": [(0, 5)]})],
)
def test_words_are_quoted_unless_they_speak_of_the_other_kind(
    kind: NoteKind, spans: dict[str, list[tuple[int, int]]]
) -> None:
    assert evidence_of(words_of("train delayed"), kind).spans == spans


def test_rows_have_room_for_every_count() -> None:
    assert rows_of_evidence() == KIND + len(NoteKind)
