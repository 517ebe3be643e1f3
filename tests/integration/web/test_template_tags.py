"""Words for values in templates."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from django.template import Context, Template

from unrut.core.explore.levels import UNKNOWN, Level, Source
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Cause
from unrut.models import CheckIn
from unrut.web import template_tags as tags

pytestmark = pytest.mark.unit

DAY = date(2026, 3, 3)
VOCABULARY = shipped_vocabulary()
LOW, HIGH = VOCABULARY["autonomy"].poles
REMEDY = next(iter(VOCABULARY.remedies))


def level(mean: float, source: Source = Source.STATED, cue: str = "you decide") -> Level:
    return Level(mean, 1.0, source, cue)


@pytest.mark.parametrize(
    ("tag", "value", "words"),
    [
        (tags.facet_name, "autonomy", VOCABULARY["autonomy"].name),
        (tags.facet_of, "autonomy", VOCABULARY["autonomy"]),
        (tags.remedy_name, REMEDY, VOCABULARY.remedies[REMEDY].name),
        (tags.strand_label, "profiles", "Profiles"),
        (tags.long_day, DAY, "3 March 2026"),
        (tags.short_day, DAY, "Tue 3 Mar"),
        (tags.week_name, DAY, "week of 3 March"),
        (tags.clock, time(9, 5), "09:05"),
        (tags.length_of, 90, "1 h 30"),
        (tags.source_words, level(1, Source.ANSWERED), "you said so"),
        (tags.source_words, level(1), "you decide"),
        (tags.weeks_words, Cause("autonomy", (DAY,), 14, 0.1, ()), "1 of 14 weeks"),
    ],
)
def test_value_is_put_into_words(tag: Callable[[Any], Any], value: Any, words: Any) -> None:
    assert tag(value) == words


@pytest.mark.parametrize(
    ("found", "words"), [(level(1), LOW), (level(5), "in between"), (level(9), HIGH), (UNKNOWN, "not known")]
)
def test_level_is_named_by_the_pole_it_is_near(found: Level, words: str) -> None:
    assert tags.level_words(found, "autonomy") == words


@pytest.mark.parametrize(("stored", "words"), [(None, "–"), (0, "0"), (10, "10")])
def test_answer_is_shown_as_stored(stored: int | None, words: str) -> None:
    assert tags.answer(CheckIn(dread=stored), "dread") == words


def test_words_are_at_hand_in_every_template() -> None:
    template = Template("{{ day|long_day }}, {{ facet|facet_name }}")

    assert (
        template.render(Context({"day": DAY, "facet": "autonomy"}))
        == f"3 March 2026, {VOCABULARY['autonomy'].name}"
    )
