from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.levels import HIGHEST, LOWEST, Level, Source
from unrut.core.explore.openings.facet_cues import MOST_MENTIONS, FacetMention, finder_of
from unrut.core.explore.openings.facet_levels import posting_levels, read_facets
from unrut.core.explore.openings.text import posting_text
from unrut.core.facets import Facet, Observable, Polarity, Pole, Posting, Vocabulary, shipped_vocabulary

pytestmark = pytest.mark.unit

NEUTRAL = "The kettle stands beside the blue window."
PIECES = st.sampled_from(
    [
        *[
            "remote",
            "hybrid",
            "on-site",
            "not",
            "no",
            "without",
            "bonus",
            "unpaid",
            "fast-paced",
            "40 hours per week",
        ],
        *[
            "autonomy",
            "close supervision",
            "data entry",
            "varied",
            "a team of",
            "four",
            "cups",
            ".",
            ",",
            "\n",
            "\n\n",
        ],
        *["mentoring", "shift work", "flexible hours", "İstanbul", "12-15 hours a week", "24/7", "…"],
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map(" ".join)


def vocabulary_of(**facets: dict[str, Any]) -> Vocabulary:
    """A vocabulary of facets that differ from a shipped one only in what is given; cues as observable, good and bad."""
    shipped = shipped_vocabulary()
    made = {name: replace(shipped["autonomy"], id=name, **fields) for name, fields in facets.items()}
    return Vocabulary(facets=made, remedies={}, parts={}, signs={}, slow_signs={}, groups={})


def cues(*, good: tuple[str, ...] = (), bad: tuple[str, ...] = (), observable: str = "explicit") -> Posting:
    return Posting(Observable(observable), good, bad, "?")


def read(text: str) -> dict[str, tuple[float, float]]:
    """Mean and spread of every facet the shipped vocabulary finds."""
    levels = posting_levels(text, shipped_vocabulary())
    return {facet: (round(level.mean, 2), round(level.sd, 2)) for facet, level in levels.items()}


@pytest.mark.parametrize(
    ("polarity", "problem", "good", "bad"),
    [
        (Polarity.MORE, Pole.LOW, 8.0, 2.0),
        (Polarity.LESS, Pole.HIGH, 2.0, 8.0),
        (Polarity.IDEAL, Pole.LOW, 5.0, 2.0),
        (Polarity.IDEAL, Pole.HIGH, 5.0, 8.0),
        (Polarity.PERSONAL, Pole.LOW, 8.0, 2.0),
    ],
)
def test_posting_levels_end_follows_the_polarity(
    polarity: Polarity, problem: Pole, good: float, bad: float
) -> None:
    facet = {"polarity": polarity, "usual_problem": problem, "posting": cues(good=("sunny",), bad=("rainy",))}
    vocabulary = vocabulary_of(weather=facet)

    assert posting_levels("A sunny job.", vocabulary)["weather"].mean == pytest.approx(good)
    assert posting_levels("A rainy job.", vocabulary)["weather"].mean == pytest.approx(bad)


@pytest.mark.parametrize(
    ("observable", "expected"), [("explicit", (8.0, 1.5)), ("partial", (7.0, 2.0)), ("weak", (5.8, 2.4))]
)
def test_posting_levels_strength_follows_what_can_be_observed(
    observable: str, expected: tuple[float, float]
) -> None:
    vocabulary = vocabulary_of(weather={"posting": cues(good=("sunny",), observable=observable)})

    level = posting_levels("A sunny job.", vocabulary)["weather"]

    assert (level.mean, level.sd) == pytest.approx(expected)


def test_posting_levels_unobservable_facet_says_nothing() -> None:
    assert (
        read("You will report to the head baker and have a named contact for complaints.").get(
            "manager_support"
        )
        is None
    )
    assert read("We have zero tolerance for rudeness.") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one", (8.0, 1.5)),
        ("one one ONE", (8.0, 1.5)),
        ("one two", (8.33, 1.42)),
        ("one two three four", (9.0, 1.28)),
        ("one two three four five six", (9.0, 1.2)),
        ("one bad", (5.0, 2.25)),
        ("one two three bad", (6.5, 1.88)),
        ("bad worse", (1.67, 1.42)),
    ],
)
def test_posting_levels_several_cues_add_up(text: str, expected: tuple[float, float]) -> None:
    good = ("one", "two", "three", "four", "five", "six")
    vocabulary = vocabulary_of(weather={"posting": cues(good=good, bad=("bad", "worse"))})

    level = posting_levels(text, vocabulary)["weather"]

    assert (round(level.mean, 2), round(level.sd, 3)) == pytest.approx(expected, abs=0.006)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("We work with autonomy.", True),
        ("There is no autonomy.", False),
        ("You work without much real autonomy.", False),
        ("You never have autonomy.", False),
        ("It isn’t autonomy.", False),
        ("non-autonomy", False),
        ("no longer autonomy", False),
        ("A non-profit gives autonomy.", True),
        ("No one here is without their autonomy.", False),
        ("Not in these four years autonomy.", True),
        ("No is what we say when autonomy is lost.", True),
        ("There is no required weekend or autonomy.", False),
        ("No. Autonomy.", True),
        ("Weekends: no\nAutonomy: yes", True),
        ("No rush, autonomy.", True),
        ("Not only autonomy.", True),
        ("No doubt, and no matter autonomy.", True),
        ("You know autonomy.", True),
    ],
)
def test_posting_levels_negation_turns_a_cue(text: str, *, good: bool) -> None:
    assert read(text)["autonomy"] == ((7.0, 2.0) if good else (3.0, 2.0))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Flat hierarchies.", True),
        ("A flat\nhierarchy", True),
        ("Self directed work", True),
        ("SELF‑DIRECTED", True),
        ("autonomyish", False),
        ("preautonomy", False),
        ("Autonomy's end", True),
    ],
)
def test_posting_levels_cues_keep_to_whole_words(text: str, *, found: bool) -> None:
    assert ("autonomy" in read(text)) is found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Information for all: a hybrid role.", {"commute": (2.0, 1.5), "remote_location": (6.02, 1.5)}),
        ("Fully remote.", {"commute": (2.0, 1.5), "remote_location": (8.0, 1.5)}),
        ("Remote within Europe.", {"commute": (2.0, 1.5), "remote_location": (8.0, 1.5)}),
        ("Hybrid.", {"commute": (2.0, 1.5), "remote_location": (6.02, 1.5)}),
        ("No hybrid.", {"commute": (8.0, 1.5), "remote_location": (2.0, 1.5)}),
        ("This is an on-site role.", {"remote_location": (2.0, 1.5)}),
        ("On-site only.", {"commute": (8.0, 1.5), "remote_location": (2.0, 1.5)}),
    ],
)
def test_posting_levels_place_of_work_cases(text: str, expected: dict[str, tuple[float, float]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We promote diversity, equity and inclusion.",
        "Pay depends on skills and internal equity.",
        "Apply to the credit union.",
        "Bonus points for Rust.",
        "Bonus: you bake at home",
        "A driving licence is a bonus.",
        "You design hybrid cloud systems.",
        "We build hybrid search.",
        "Remote work is not guaranteed.",
        "Reach people in remote areas.",
        "We sell secure remote access.",
        "There is an on-site gym.",
        "Meet us at quarterly onsites.",
        "We pay a home office stipend.",
        "From its home office in Leeds.",
        "Free lunch in office kitchens.",
        "Experience with children (paid or unpaid).",
        "Must be able to work a flexible schedule.",
        "We are rebuilding health insurance.",
        "The noise level is quiet.",
        "Teach a project-based learning unit.",
        "Keep open communication with parents.",
    ],
)
def test_posting_levels_words_that_mislead_are_passed_over(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("Bonus: 10 % a year", "pay_benefits"),
        ("Certain positions are bonus eligible.", "pay_benefits"),
        ("We pay an annual bonus.", "pay_benefits"),
        ("You work from your home office in Leeds.", "remote_location"),
        ("We offer a flexible schedule.", "schedule_flexibility"),
        ("An unpaid volunteer position.", "pay_benefits"),
    ],
)
def test_posting_levels_words_that_only_seem_to_mislead_are_read(text: str, facet: str) -> None:
    assert list(read(text)) == [facet]


def test_posting_levels_misleading_words_reach_no_further_than_their_sentence() -> None:
    assert read("Equity, health insurance.") == {"pay_benefits": (8.33, 1.42)}
    assert read("We value diversity. Equity.") == {"pay_benefits": (8.0, 1.5)}


def test_posting_levels_shared_cue_speaks_for_each_facet() -> None:
    assert read("There is mentoring for you.") == {"job_feedback": (5.8, 2.4), "learning_growth": (7.0, 2.0)}


def test_posting_levels_order_is_that_of_the_vocabulary() -> None:
    levels = posting_levels("Remote. Autonomy. 40 hours per week. Varied.", shipped_vocabulary())

    assert list(levels) == ["task_variety", "autonomy", "working_hours", "commute"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Autonomy", "Autonomy"),
        ("First. We give autonomy to all! Then", "We give autonomy to all"),
        ("- You have Autonomy\n- You rest", "You have Autonomy"),
        (
            "In this rather long sentence of ours you have autonomy over nearly everything that you do here.",
            "…sentence of ours you have autonomy over nearly everything that…",
        ),
        ("a" * 60 + " autonomy " + "b" * 60, "…autonomy…"),
        ("x" * 60 + "(autonomy)" + "y" * 60, "…autonomy…"),
        ("Autonomy. Later more autonomy", "Autonomy"),
        ("In İstanbul İİ: autonomy", "In İstanbul İİ: autonomy"),
    ],
)
def test_posting_levels_cue_holds_the_words_of_the_text(text: str, cue: str) -> None:
    assert posting_levels(text, shipped_vocabulary())["autonomy"] == Level(7.0, 2.0, Source.STATED, cue)


@pytest.mark.parametrize(
    ("text", "mean"),
    [
        ("10 hours per week", 0.0),
        ("20 hours per week", 0.0),
        ("25 hrs/week", 1.0),
        ("30h/week", 2.0),
        ("35 hours weekly", 3.0),
        ("35-40 hours weekly", 4.0),
        ("35 to 40 hours a week", 4.0),
        ("between 30 and 40 hours each week", 3.0),
        ("37,5 h pw", 4.0),
        ("37.5 hours per week", 4.0),
        ("a 40-hour week", 5.0),
        ("40 hour work week", 5.0),
        ("40+ hours per week", 5.0),
        ("40 or more hours per week", 5.0),
        ("40 hours of work per week", 5.0),
        ("45 hours every working week", 6.5),
        ("Weekly hours: 50", 8.0),
        ("Hours per week: 35-40", 4.0),
        ("60 hours/wk", 10.0),
        ("80 hours per week", 10.0),
        ("2 hours a week of training. Later 40 hours a week.", 5.0),
        ("Staff working 30 hours per week are eligible for insurance. You work 20 hours per week.", 0.0),
        ("Part-time possible. 40 hours per week.", 5.0),
    ],
)
def test_posting_levels_weekly_hours_cases(text: str, mean: float) -> None:
    hours = posting_levels(text, shipped_vocabulary())["working_hours"]

    assert hours.mean == pytest.approx(mean)
    assert (hours.sd, hours.source) == (0.8, Source.STATED)


@pytest.mark.parametrize(
    "text",
    [
        "24 hours a day",
        "Open 24 hours, 7 days.",
        "response within 48 hours",
        "50 hours of training",
        "2 hours per week",
        "140 hours per week",
        "$40 hours per week",
        "Those with 30 hours per week are eligible.",
        "40 houses per week",
    ],
)
def test_posting_levels_other_hours_say_nothing(text: str) -> None:
    assert read(text) == {}


def test_posting_levels_weekly_hours_quote_their_words() -> None:
    level = posting_levels("Part-time: You work 20 Hours per Week. Fine.", shipped_vocabulary())[
        "working_hours"
    ]

    assert level == Level(0.0, 0.8, Source.STATED, "Part-time: You work 20 Hours per Week")


@pytest.mark.parametrize(
    "vocabulary",
    [
        vocabulary_of(),
        vocabulary_of(weather={"posting": cues()}),
        vocabulary_of(working_hours={"posting": cues(observable="none")}),
    ],
)
def test_posting_levels_vocabulary_without_cues_finds_nothing(vocabulary: Vocabulary) -> None:
    assert posting_levels("40 hours per week, remote, autonomy", vocabulary) == {}


def test_posting_levels_two_vocabularies_are_kept_apart() -> None:
    sunny = vocabulary_of(weather={"posting": cues(good=("sunny",))})
    rainy = vocabulary_of(weather={"posting": cues(good=("rainy",))})

    assert [list(posting_levels("A sunny job", vocabulary)) for vocabulary in (sunny, rainy)] == [
        ["weather"],
        [],
    ]


@pytest.mark.parametrize("text", ["", NEUTRAL, "\n\n", "40"])
def test_posting_levels_text_without_cues_gives_nothing(text: str) -> None:
    assert posting_levels(text, shipped_vocabulary()) == {}


def every_cue() -> list[tuple[Facet, str, bool]]:
    shown = [
        facet
        for facet in shipped_vocabulary().facets.values()
        if facet.posting.observable is not Observable.NONE
    ]
    good = [(facet, cue, True) for facet in shown for cue in facet.posting.cues_good]
    bad = [(facet, cue, False) for facet in shown for cue in facet.posting.cues_bad]
    # Hours are read as figures, and only where they are tied to a week.
    return [
        (facet, cue, is_good)
        for facet, cue, is_good in good + bad
        if not cue.endswith(" hours") or cue[0].isalpha()
    ]


@pytest.mark.parametrize(("facet", "cue", "is_good"), every_cue())
def test_posting_levels_every_shipped_cue_is_found(facet: Facet, cue: str, *, is_good: bool) -> None:
    level = posting_levels(f"Here: {cue}", shipped_vocabulary())[facet.id]

    middle = (LOWEST + HIGHEST) / 2
    if facet.polarity is Polarity.IDEAL:
        assert (level.mean == middle) is is_good
    else:
        assert (level.mean > middle) is (is_good is not (facet.polarity is Polarity.LESS))


@given(TEXTS)
def test_posting_levels_stay_on_the_line_with_words_of_the_text(text: str) -> None:
    levels = posting_levels(text, shipped_vocabulary()).values()

    assert all(LOWEST <= level.mean <= HIGHEST and 0 < level.sd <= 4 for level in levels)
    assert all(level.cue.strip("…") in text and level.source is Source.STATED for level in levels)


@given(TEXTS, st.booleans())
def test_posting_levels_neutral_sentence_changes_nothing(text: str, is_before: bool) -> None:
    longer = f"{NEUTRAL} {text}" if is_before else f"{text}. {NEUTRAL}"
    compared = text if is_before else f"{text}."

    assert posting_levels(longer, shipped_vocabulary()) == posting_levels(compared, shipped_vocabulary())


@given(st.text())
def test_posting_levels_any_text_is_read(text: str) -> None:
    levels = posting_levels(text, shipped_vocabulary())

    assert all(LOWEST <= level.mean <= HIGHEST for level in levels.values())


def test_read_facets_gives_mentions_in_the_order_of_the_text() -> None:
    text = "Remote within Europe.\nNo  bonus, but mentoring."

    reading = read_facets(posting_text(text), shipped_vocabulary())

    assert reading.mentions == (
        FacetMention("remote_location", True, "remote within", 0, 13),
        FacetMention("commute", True, "remote within", 0, 13),
        FacetMention("pay_benefits", False, "bonus", 26, 31),
        FacetMention("learning_growth", True, "mentoring", 37, 46),
        FacetMention("job_feedback", True, "mentoring", 37, 46),
    )
    assert reading.levels == posting_levels(text, shipped_vocabulary())


@given(TEXTS)
def test_read_facets_mentions_are_in_order_and_in_the_text(text: str) -> None:
    reading = read_facets(posting_text(text), shipped_vocabulary())

    assert [mention.start for mention in reading.mentions] == sorted(
        mention.start for mention in reading.mentions
    )
    assert {mention.facet for mention in reading.mentions} | {"working_hours"} >= set(reading.levels)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in reading.mentions)


def test_read_facets_text_without_end_is_read_as_far_as_it_matters() -> None:
    reading = read_facets(posting_text("bonus " * 30_000), shipped_vocabulary())

    assert len(reading.mentions) == MOST_MENTIONS


def test_read_facets_part_of_a_word_is_no_mention() -> None:
    reading = read_facets(posting_text("preautonomy autonomyish autonomy"), shipped_vocabulary())

    assert [(mention.start, mention.end) for mention in reading.mentions] == [(24, 32)]


def test_finder_of_many_vocabularies_forgets_the_first() -> None:
    made = [vocabulary_of(weather={"posting": cues(good=(word,))}) for word in "abcdefghij"]

    assert all(finder_of(vocabulary) is finder_of(vocabulary) for vocabulary in made)
    assert [
        finder_of(vocabulary).known >= {word} for vocabulary, word in zip(made, "abcdefghij", strict=True)
    ] == [True] * 10
