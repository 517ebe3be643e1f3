"""Words after which help should be in reach: lines that rules and weights were made on, and lines of another hand, never seen."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect import safety
from unrut.core.reflect.safety import Concern, concern_of, folded, gravest

pytestmark = pytest.mark.unit

FOLDER = Path(__file__).parent / "safety"
PROJECT = Path(__file__).parents[4]
SEEN, HELD_BACK = "written_for_the_rules", "held_back"
ANOTHER_HAND = "another_hand"
FULL_KINDS = frozenset({Concern.SELF_HARM, Concern.NOT_LIVING, Concern.DANGER, Concern.HARASSMENT})
RIGHTLY_ANSWERED = frozenset({"respect_safety", "emotional_demands", "fairness"})
HARMLESS, EITHER = "none", "either"
ORDINARY = " , the same report again and a calm day with the team , "
LEAST_LINES, LEAST_RECALL, MOST_FALSE_ALARMS = 250, 0.98, 0.02
# What was reached on lines never seen, rounded down: all that need help, and of them in full.
LEAST_OF_ANOTHER_HAND, LEAST_IN_FULL_OF_ANOTHER_HAND = 0.95, 0.80
MOST_ORDINARY_ALARMS = 0.01

Line = tuple[str, str]


def lines_of(half: str) -> list[Line]:
    written = (FOLDER / f"{half}.tsv").read_text(encoding="utf-8").splitlines()
    return [(kind, text) for kind, _, text in (line.partition("\t") for line in written)]


LINES = [*lines_of(SEEN), *lines_of(HELD_BACK)]
GRAVE = [text for kind, text in LINES if kind not in {HARMLESS, EITHER, Concern.IN_PASSING}]


def is_to_show(kind: str) -> bool:
    return kind not in {HARMLESS, EITHER}


def test_written_lines_are_enough_of_either_sort() -> None:
    counted = Counter(is_to_show(kind) for kind, _ in LINES)

    assert counted[True] >= LEAST_LINES
    assert counted[False] >= LEAST_LINES
    assert {kind for kind, _ in LINES} == {HARMLESS, EITHER, *Concern}
    assert len({text for _, text in LINES}) == len(LINES)


@pytest.mark.parametrize("half", [SEEN, HELD_BACK])
def test_nearly_every_line_that_needs_help_is_recognised(half: str) -> None:
    texts = [text for kind, text in lines_of(half) if is_to_show(kind)]

    missed = [text for text in texts if concern_of(text) is None]

    assert 1 - len(missed) / len(texts) >= LEAST_RECALL, missed


@pytest.mark.parametrize("half", [SEEN, HELD_BACK])
def test_nearly_every_grave_line_is_answered_in_full(half: str) -> None:
    texts = [text for kind, text in lines_of(half) if is_to_show(kind) and kind != Concern.IN_PASSING]

    in_full = [text for text in texts if (concern := concern_of(text)) and not concern.is_soft]

    assert len(in_full) / len(texts) >= 0.95


@pytest.mark.parametrize("half", [SEEN, HELD_BACK])
def test_hardly_any_harmless_line_is_answered_in_full(half: str) -> None:
    texts = [text for kind, text in lines_of(half) if not is_to_show(kind)]

    alarmed = [text for text in texts if (concern := concern_of(text)) and not concern.is_soft]

    assert len(alarmed) / len(texts) < MOST_FALSE_ALARMS, alarmed


@pytest.mark.parametrize("half", [SEEN, HELD_BACK])
def test_ways_of_speaking_and_denials_are_answered_quietly(half: str) -> None:
    texts = [text for kind, text in lines_of(half) if kind == Concern.IN_PASSING]

    assert {text: concern_of(text) for text in texts} == dict.fromkeys(texts, Concern.IN_PASSING)


def test_lines_of_another_hand_are_recognised() -> None:
    grave = [concern_of(text) for kind, text in lines_of(ANOTHER_HAND) if kind in FULL_KINDS]

    shown = [concern for concern in grave if concern is not None]
    in_full = [concern for concern in shown if not concern.is_soft]

    assert len(shown) / len(grave) >= LEAST_OF_ANOTHER_HAND
    assert len(in_full) / len(grave) >= LEAST_IN_FULL_OF_ANOTHER_HAND


def test_hardly_any_harmless_line_of_another_hand_is_answered_in_full() -> None:
    told = [concern_of(text) for kind, text in lines_of(ANOTHER_HAND) if kind == HARMLESS]

    in_full = [concern for concern in told if concern and not concern.is_soft]

    assert len(in_full) / len(told) < 0.05


@pytest.mark.parametrize("files", ["tools/reader/notes_*.tsv", "bench/notes/unseen.tsv"])
def test_hardly_any_ordinary_note_is_answered_in_full(files: str) -> None:
    lines = [line for file in PROJECT.glob(files) for line in file.read_text(encoding="utf-8").splitlines()]
    rows = [line.split("\t") for line in lines]
    texts = [text for _, text, facets in rows if not RIGHTLY_ANSWERED & set(facets.split(","))]

    in_full = [text for text in texts if (concern := concern_of(text)) and not concern.is_soft]

    assert len(in_full) / len(texts) < MOST_ORDINARY_ALARMS, in_full


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("", None),
        ("A calm day.", None),
        ("I want to kill myself", Concern.SELF_HARM),
        ("kms", Concern.SELF_HARM),
        ("k*ll myself", Concern.SELF_HARM),
        ("I feel su1cidal", Concern.SELF_HARM),
        ("I’m not suicidal", Concern.IN_PASSING),
        ("I cannot stop thinking about suicide", Concern.SELF_HARM),
        ("I do not sleep, I want to die", Concern.NOT_LIVING),
        ("This job is killing me", Concern.IN_PASSING),
        ("This job is killing me and I mean it", Concern.NOT_LIVING),
        ("I could kill my boss", Concern.IN_PASSING),
        ("Dying of boredom", Concern.IN_PASSING),
        ("The killer feature", None),
        ("Suicide prevention training", None),
        ("Suicide prevention training made me see that I want to kill myself", Concern.SELF_HARM),
        ("Shoot an email to the client", None),
        ("Kill the process", None),
        ("The deadline", None),
        ("Nobody is bullied here", None),
        ("Nobody helps against the bullying", Concern.HARASSMENT),
        ("He never stops harassing her", Concern.HARASSMENT),
        ("They threatened me with a gun", Concern.DANGER),
        ("The training gave me the courage to say that he gropes me", Concern.HARASSMENT),
    ],
)
def test_concern_of_a_text(text: str, concern: Concern | None) -> None:
    assert concern_of(text) is concern


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("sucide", "suicide"),
        ("suiicide", "suicide"),
        ("suicdie", "suicide"),
        ("suicode", "suicide"),
        ("suicides", "suicide"),
        ("myselv", "myself"),
        ("overdone", "overdone"),
        ("himself", "himself"),
        ("harnessed", "harnessed"),
        ("hars", "hars"),
        ("h4rassed", "harassed"),
        ("2026", "2026"),
    ],
)
def test_slip_of_the_finger_is_mended(word: str, meant: str) -> None:
    assert folded(word) == f" , {meant} , "


def test_short_forms_and_signs_are_folded() -> None:
    told = folded("I DON’T know – it's w/o end; can't (and won't) go_on!")

    assert told == " , i do not know , its without end , can not and will not go on , , "


def test_gravest_of_several_counts() -> None:
    found = gravest(["This job is killing me", "They bully me", "A calm day", "I want to die"])

    assert found is Concern.NOT_LIVING
    assert gravest(["A calm day"]) is None
    assert gravest([]) is None


def test_only_what_is_said_in_passing_is_soft() -> None:
    assert [concern for concern in Concern if concern.is_soft] == [Concern.IN_PASSING]


def test_beginnings_hide_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern is only looked for where one of its beginnings stands; looking everywhere finds the same."""
    usual = [concern_of(text) for _, text in LINES]
    rules = {
        kind: [((("",) if kind != "group" else begins), pattern) for begins, pattern in found]
        for kind, found in safety._rules().items()
    }
    monkeypatch.setattr(safety, "_rules", lambda: rules)

    assert [concern_of(text) for _, text in LINES] == usual


def test_every_rule_is_an_expression_with_beginnings() -> None:
    rules = safety._rules()

    assert sorted(rules) == sorted(
        ["group", "harmless", "figure", "meant", *(concern for concern in Concern if not concern.is_soft)]
    )
    for kind, found in rules.items():
        assert all(all(begins) and pattern for begins, pattern in found)
        if kind != "group":
            assert [pattern for _, pattern in found if safety._compiled(pattern).search(ORDINARY)] == []


@pytest.mark.parametrize("text", GRAVE)
def test_harmless_words_around_hide_nothing(text: str) -> None:
    alone = concern_of(text)

    assert concern_of(f"Wrote the report. {text} Left at four.") is alone
    assert concern_of(f"\n\n  {text}\n") is alone


@pytest.mark.parametrize("text", GRAVE)
def test_capitals_hide_nothing(text: str) -> None:
    assert concern_of(text.upper()) is concern_of(text)


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    assert concern_of(text) in {None, *Concern}


def test_long_note_is_read_to_its_end() -> None:
    text = "the same report again " * 900 + ". I want to kill myself"

    assert concern_of(text) is Concern.SELF_HARM
