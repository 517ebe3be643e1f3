"""Moves and requests: every facet but harm has them, they can be done and said as they stand, and the right ones come."""

import re
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.moves import KnownMoves, Moves, load_moves, moves_for, shipped_moves
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Cause

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()
SHAPEABLE = [facet.id for facet in VOCABULARY.facets.values() if not facet.safety]
CRAFTS = [(facet, text) for facet, found in shipped_moves().facets.items() for text in found.craft]
GENERAL = [(move.facet, move.text) for move in shipped_moves().general.moves]
ASKS = [(facet, found.ask) for facet, found in shipped_moves().facets.items()]
GENERAL_ASK = ("general", shipped_moves().general.request.words)
COUNTED = re.compile(
    r"\b(one|two|three|four|five|ten|half|last|first|week|weeks|fortnight|today|weekend|Monday|Friday)\b",
    re.IGNORECASE,
)
DATED = re.compile(r"\b(weeks|next week|months?|quarter|Friday|Monday)\b")
LATER = re.compile(r"(three|four|five|six|eight|ten) weeks|(this|a|next|two|three) months?\b", re.IGNORECASE)
GOOD = """
[general.autonomy]
craft = "Choose."
ask = "May I choose?"

[general.commute]
craft = "Walk."

[facet.autonomy]
craft = ["Choose once.", "Choose twice."]
ask = "May I choose more?"
"""


def cause(facet: str, share: float = 0.5) -> Cause:
    return Cause(facet, (date(2026, 3, 2),), answered=10, share=share, notes=(1,))


def facets_of(found: Moves) -> list[str]:
    return [move.facet for move in found.moves]


def test_every_facet_but_harm_has_moves_and_a_request() -> None:
    assert list(shipped_moves().facets) == SHAPEABLE


@pytest.mark.parametrize(("facet", "text"), [*CRAFTS, *GENERAL])
def test_move_is_one_sentence_that_can_be_done_soon(facet: str, text: str) -> None:
    assert facet in VOCABULARY
    assert 40 <= len(text) <= 160
    assert text[0].isupper()
    assert re.fullmatch(r"[^.!?{}\[\]]+[.]", text)
    assert COUNTED.search(text)
    assert not LATER.search(text)


@pytest.mark.parametrize(("facet", "words"), [*ASKS, GENERAL_ASK])
def test_request_can_be_said_as_it_stands(facet: str, words: str) -> None:
    sentences = re.findall(r"[^.?]+[.?](?: |$)", words)

    assert "".join(sentences) == words, facet
    assert 2 <= len(sentences) <= 4
    assert 100 <= len(words) <= 330
    assert re.search(r"\bI\b", words)
    assert "?" in words
    assert DATED.search(sentences[-2] + sentences[-1])
    assert not re.search(r"[!{}\[\]_]", words)


def test_no_text_stands_twice() -> None:
    texts = [text for _, text in (*CRAFTS, *GENERAL, *ASKS, GENERAL_ASK)]

    assert len(set(texts)) == len(texts)


def test_moves_are_of_what_shaping_treats_best_and_the_request_of_what_asking_does() -> None:
    causes = [cause("pay_benefits", 0.6), cause("skill_use", 0.5), cause("coworkers", 0.4)]

    found = moves_for(causes, VOCABULARY)

    known = shipped_moves().facets
    assert [(move.facet, move.text) for move in found.moves] == [
        ("skill_use", known["skill_use"].craft[0]),
        ("coworkers", known["coworkers"].craft[0]),
    ]
    assert (found.request.facet, found.request.words) == ("pay_benefits", known["pay_benefits"].ask)
    assert found.are_from_causes


@pytest.mark.parametrize(
    ("causes", "moves", "request_of"),
    [
        ([cause("autonomy")], ["autonomy", "autonomy"], "autonomy"),
        ([cause("job_interest")], ["job_interest", "job_interest"], "job_interest"),
        ([cause("pay_benefits")], ["pay_benefits", "pay_benefits"], "pay_benefits"),
        # Neither can be shaped: what is named more often comes first.
        ([cause("fairness", 0.2), cause("advancement", 0.3)], ["advancement", "fairness"], "advancement"),
        # Alike in everything: the order of the vocabulary.
        ([cause("coworkers"), cause("skill_use")], ["skill_use", "coworkers"], "skill_use"),
        # Harm is passed over, however often it is named.
        ([cause("respect_safety", 0.9), cause("commute", 0.1)], ["commute", "commute"], "commute"),
        # The fourth cause does not lead, though shaping would treat it.
        (
            [*map(cause, ("pay_benefits", "advancement", "working_hours")), cause("skill_use", 0.4)],
            ["advancement", "pay_benefits"],
            "advancement",
        ),
    ],
)
def test_moves_of_causes(causes: Sequence[Cause], moves: Sequence[str], request_of: str) -> None:
    found = moves_for(causes, VOCABULARY)

    assert facets_of(found) == moves
    assert (found.request.facet, found.are_from_causes) == (request_of, True)


@pytest.mark.parametrize("causes", [[], [cause("respect_safety", 0.9)]])
def test_no_cause_to_treat_gives_general_moves(causes: Sequence[Cause]) -> None:
    found = moves_for(causes, VOCABULARY)

    assert facets_of(found) == ["learning_growth", "autonomy", "significance"]
    assert found.request.words == GENERAL_ASK[1]
    assert not found.are_from_causes


@given(
    st.lists(
        st.tuples(st.sampled_from(list(VOCABULARY.facets)), st.floats(0, 1)), unique_by=lambda two: two[0]
    )
)
def test_moves_are_always_two_with_a_request_and_never_of_harm(told: list[tuple[str, float]]) -> None:
    found = moves_for([cause(*each) for each in told], VOCABULARY)

    treatable = {facet for facet, _ in told if facet != "respect_safety"}
    assert found.are_from_causes == bool(treatable)
    assert len(found.moves) == len({move.text for move in found.moves}) == (2 if treatable else 3)
    assert len(set(facets_of(found))) == (min(2, len(treatable)) or 3)
    assert not treatable or {*facets_of(found), found.request.facet} <= treatable


def test_file_is_read_with_its_general_moves() -> None:
    found = load_moves(GOOD, file="m.toml")

    assert isinstance(found, KnownMoves)
    assert (found.facets["autonomy"].craft, found.facets["autonomy"].ask) == (
        ("Choose once.", "Choose twice."),
        "May I choose more?",
    )
    assert [(move.facet, move.text) for move in found.general.moves] == [
        ("autonomy", "Choose."),
        ("commute", "Walk."),
    ]
    assert (found.general.request.facet, found.general.request.words) == ("autonomy", "May I choose?")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "[general.autonomy]",
            "[other.autonomy]",
            'm.toml has a part "other", which is none of general, facet.',
        ),
        ('ask = "May I choose?"', "", "m.toml should have at least 2 general moves, exactly one of them"),
        ('craft = "Walk."', 'craft = "Walk."\nask = "May I?"', "m.toml should have at least 2 general moves"),
        ('[general.commute]\ncraft = "Walk."', "", "m.toml should have at least 2 general moves"),
        (', "Choose twice."', "", "m.toml, line 10: facet.autonomy.craft should have 2 entries and has 1."),
        ('ask = "May I choose more?"', "", "m.toml, line 9: facet.autonomy.ask is missing."),
        ("[facet.autonomy]", "[facet.autonomy]\nnote = 1", "facet.autonomy.note is not a field we know."),
    ],
)
def test_wrong_file_says_what_to_mend(old: str, new: str, told: str) -> None:
    assert old in GOOD

    with pytest.raises(InvalidReferenceError) as refused:
        load_moves(GOOD.replace(old, new), file="m.toml")

    assert told in str(refused.value)
