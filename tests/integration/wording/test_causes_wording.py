"""A cause looked at closely, in sentences whose figures are those of the model."""

import re
from datetime import date, timedelta

import pytest

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.bad_weeks import Difference
from unrut.core.reflect.causes import Cause, ReadNote, picture_of
from unrut.core.reflect.changing_minds import ChangeOfMind
from unrut.core.reflect.following import Spell
from unrut.core.reflect.reader import NoteKind
from unrut.core.reflect.remedies import Beginning
from unrut.core.reflect.resampling import Chances
from unrut.core.reflect.shares import Lately
from unrut.core.reflect.split import PartShare
from unrut.core.reflect.study import Closely, look_closely, study_of
from unrut.queries.notes import NoteView
from unrut.wording import causes as wording
from unrut.wording.following import following_words
from unrut.wording.numbers import weeks_named

pytestmark = pytest.mark.integration

VOCABULARY = shipped_vocabulary()
MONDAYS = tuple(date(2026, 1, 5) + timedelta(weeks=count) for count in range(30))


def a_cause(weeks: int = 4, *, weight: float = 1.0) -> Cause:
    return Cause("commute", MONDAYS[:weeks], 12, 0.4, (), weight=weight)


@pytest.mark.parametrize(
    ("leading", "sentence"),
    [
        (1.0, "in your top three in every re-drawing of your weeks"),
        (0.9995, "in your top three in more than 99 of 100 re-drawings of your weeks"),
        (0.92, "in your top three in 92 of 100 re-drawings of your weeks"),
        (0.001, "in your top three in fewer than 1 of 100 re-drawings of your weeks"),
        (0.0, "in your top three in no re-drawing of your weeks"),
    ],
)
def test_chance_to_lead_is_told_in_drawings(leading: float, sentence: str) -> None:
    assert wording.how_sure(Chances(0.0, leading)) == sentence


@pytest.mark.parametrize(
    ("first", "sentence"),
    [
        (1.0, "It comes first in every one."),
        (0.0, "It comes first in none."),
        (0.714, "It comes first in 71 of 100."),
    ],
)
def test_chance_to_come_first_is_told(first: float, sentence: str) -> None:
    assert wording.how_sure_first(Chances(first, 1.0)) == sentence


@pytest.mark.parametrize(
    ("interval", "sentence"),
    [
        ((0.31, 0.55), "Counting chance in, it is probably 30 to 55 % of your weeks."),
        ((0.39, 0.41), "Counting chance in, it is probably about 40 % of your weeks."),
    ],
)
def test_range_is_told_in_steps_of_five(interval: tuple[float, float], sentence: str) -> None:
    assert wording.range_words(interval) == sentence


@pytest.mark.parametrize(
    ("lately", "sentence", "mark"),
    [
        (Lately.MORE, "Lately you name it more often than before.", "more often lately"),
        (Lately.LESS, "Lately you name it less often than before.", "less often lately"),
        (Lately.ALIKE, "Lately you name it about as often as before.", ""),
        (Lately.TOO_FEW, "", ""),
    ],
)
def test_last_weeks_are_told(lately: Lately, sentence: str, mark: str) -> None:
    assert (wording.lately_words(lately), wording.lately_mark(lately)) == (sentence, mark)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            None,
            (
                "Whether it goes with bad weeks cannot be said yet: it takes 4 scored weeks that name it and as many that do "
                "not."
            ),
        ),
        (
            Difference(9, 12, -1.04, -1.63, -0.41),
            (
                "It goes with bad weeks: the 9 that name it were about 1 point of ten lower than the 12 others (probably 0.4 "
                "to 1.6)."
            ),
        ),
        (
            Difference(9, 12, 1.6, 0.9, 2.3),
            (
                "It goes with good weeks: the 9 that name it were about 1.5 points of ten higher than the 12 others "
                "(probably 0.9 to 2.3)."
            ),
        ),
        (
            Difference(9, 12, -0.2, -0.9, 0.5),
            "It goes neither with bad nor with good weeks as far as can be seen (9 weeks that name it, 12 that do not).",
        ),
    ],
)
def test_difference_goes_with_weeks_and_never_causes_them(found: Difference | None, sentence: str) -> None:
    told = wording.difference_words(found)

    assert told == sentence
    assert not re.search(r"caus|because|leads to|due to", told)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.1, "half a point of ten"),
        (0.5, "half a point of ten"),
        (1.0, "1 point of ten"),
        (2.2, "2 points of ten"),
    ],
)
def test_points_are_rounded_to_a_half(value: float, words: str) -> None:
    assert wording.points(value) == words


@pytest.mark.parametrize(
    ("split", "sentence"),
    [
        ([], ""),
        (
            [PartShare("manager", 9, 0.62), PartShare("load", 5, 0.38)],
            "It is mostly about your manager (60 %).",
        ),
        (
            [PartShare("manager", 9, 0.4), PartShare("load", 5, 0.38), PartShare("pay", 5, 0.22)],
            "It is mostly about your manager (40 %) and the load (40 %).",
        ),
        (
            [PartShare(part, 1, 0.125) for part in VOCABULARY.parts],
            "It is spread: the work itself (10 %), your manager (10 %), the people around you (10 %).",
        ),
    ],
)
def test_split_is_one_sentence(split: list[PartShare], sentence: str) -> None:
    assert wording.split_line(split, is_ranked=True) == sentence


def test_split_is_not_told_while_the_order_means_nothing() -> None:
    assert wording.split_line([PartShare("manager", 3, 1.0)], is_ranked=False) == ""


@pytest.mark.parametrize(("share", "percent"), [(0.001, 5), (0.62, 60), (1.0, 100)])
def test_shares_are_told_in_steps_of_five(share: float, percent: int) -> None:
    assert wording.percent(share) == percent


@pytest.mark.parametrize(
    ("beginning", "start"),
    [
        (None, ""),
        (Beginning.SAFETY, "Respect and safety come first."),
        (Beginning.MANAGER, "Most of what leads is something people usually ask their manager for first."),
        (Beginning.FIELD, "The subject or its meaning stands out"),
        (Beginning.PART, "Ask first with figures in hand;"),
    ],
)
def test_beginning_is_told(beginning: Beginning | None, start: str) -> None:
    told = wording.beginning_words(beginning, [PartShare("pay", 3, 1.0)])

    assert told[: len(start)] == start
    assert bool(told) is (beginning is not None)


@pytest.mark.parametrize(
    ("change", "sentences"),
    [
        (None, ["With so few weeks every further one may change this."]),
        (ChangeOfMind(True, 4, 0, True), ["4 weeks without it would take it out of your top three."]),
        (ChangeOfMind(True, 1, 0, True), ["1 week without it would take it out of your top three."]),
        (ChangeOfMind(True, None, 0, True), ["Even 26 weeks without it would leave it in your top three."]),
        (ChangeOfMind(False, 2, 0, False), ["2 more weeks that name it would bring it into your top three."]),
        (ChangeOfMind(False, 1, 0, False), ["1 more week that names it would bring it into your top three."]),
        (
            ChangeOfMind(False, None, 0, False),
            ["Even 26 weeks in a row that name it would not bring it into your top three."],
        ),
        (
            ChangeOfMind(True, 4, 4, False),
            [
                "4 weeks without it would take it out of your top three.",
                "It was named in 4 weeks, all as the program read your words; you have confirmed none yet.",
            ],
        ),
        (
            ChangeOfMind(True, 4, 3, False),
            [
                "4 weeks without it would take it out of your top three.",
                (
                    "It was named in 4 weeks; 3 of them are as the program read your words, not confirmed by you. Without "
                    "those it would not be in your top three."
                ),
            ],
        ),
        (
            ChangeOfMind(True, 4, 1, True),
            [
                "4 weeks without it would take it out of your top three.",
                "It was named in 4 weeks; 1 of them is as the program read your words, not confirmed by you.",
            ],
        ),
    ],
)
def test_what_would_change_our_mind_is_told(change: ChangeOfMind | None, sentences: list[str]) -> None:
    assert wording.change_words(change, a_cause()) == sentences


def notes_of(*texts: str) -> list[NoteView]:
    return [NoteView(key, MONDAYS[0], MONDAYS[0], "dislike", text, ()) for key, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ([], ""),
        (["The bloody report", "My manager is an idiot"], "You put it strongly."),
        (["The report", "My manager is an idiot"], "At times you put it strongly."),
        (["The report"], "You put it plainly."),
        (["A bit slow"], "You put it mildly."),
    ],
)
def test_wording_of_the_notes_is_told(texts: list[str], sentence: str) -> None:
    assert wording.severity_words(notes_of(*texts)) == sentence


@pytest.mark.parametrize(
    ("weight", "sentence", "mark"),
    [
        (1.5, "It counts for more because of what you said you want.", "counts for more, as you want it"),
        (1.0, "", ""),
        (0.7, "It counts for less because of what you said you want.", ""),
    ],
)
def test_weight_is_told_where_it_counts(weight: float, sentence: str, mark: str) -> None:
    cause = a_cause(weight=weight)

    assert (wording.weight_words(cause), wording.weight_mark(cause)) == (sentence, mark)


@pytest.mark.parametrize(
    ("rating", "words"),
    [(3, "usually the first thing to try"), (2, "often helps"), (1, "sometimes helps")],
)
def test_ratings_are_words(rating: int, words: str) -> None:
    assert wording.rating_words(rating) == words


def close_looks() -> list[Closely]:
    """Thirty weeks with many causes, looked at one by one."""
    notes = [
        ReadNote(100 * place + week, MONDAYS[week], kind, (facet,))
        for kind in NoteKind
        for place, facet in enumerate(VOCABULARY.facets)
        for week in range(place % 7, 30, 2 + place)
    ]
    study = study_of(picture_of(notes, MONDAYS, VOCABULARY), VOCABULARY, seed=2)
    scores = {week: float(3 + place % 5) for place, week in enumerate(MONDAYS)}
    spells = [Spell("team", "North", MONDAYS[:13]), Spell("team", "South", MONDAYS[13:])]
    return [
        look_closely(cause, study, VOCABULARY, scores=scores, spells=spells)
        for cause in (*study.picture.causes, *study.picture.energies)
    ]


def figures(sentence: str) -> list[float]:
    return [float(figure) for figure in re.findall(r"\d+(?:\.\d+)?", sentence)]


def rounded(close: Closely) -> list[list[float]]:
    """The figures that each sentence should hold, from the model alone."""
    assert close.chances is not None
    assert close.change is not None
    low, high = (5.0 * round(20 * end) for end in close.interval)
    top = round(100 * close.chances.leading)
    drawn = (
        []
        if close.chances.leading in {0.0, 1.0}
        else [float(top) if 0 < top < 100 else abs(top - 1.0), 100.0]
    )
    following = [
        float(figure)
        for found in close.following
        for side in (found.more, found.less)
        if side
        for figure in (side.counted.named, side.counted.answered)
    ]
    return [[high] if low == high else [low, high], drawn, following, [float(close.change.weeks or 26)]]


@pytest.mark.parametrize("close", close_looks(), ids=lambda close: close.cause.facet)
def test_figures_in_the_text_are_those_of_the_model(close: Closely) -> None:
    assert close.chances is not None

    told = [
        figures(wording.range_words(close.interval)),
        figures(wording.how_sure(close.chances)),
        [figure for found in close.following for figure in figures(following_words(found))],
        figures(wording.change_words(close.change, close.cause)[0]),
    ]

    assert told == rounded(close)
    assert figures(weeks_named(len(close.cause.weeks), close.cause.answered)) == [len(close.cause.weeks), 30]


@pytest.mark.parametrize("close", close_looks()[:6], ids=lambda close: close.cause.facet)
def test_everything_about_a_share_is_told_in_sentences(close: Closely) -> None:
    told = wording.close_words(close, notes_of("Slow again"))

    assert [sentence for sentence in told if not re.fullmatch(r"[A-Z].+\.", sentence)] == []
    assert len(told) == 5
