"""Lines in another language are told from English ones; in doubt a line counts as English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.language import seems_foreign

pytestmark = pytest.mark.unit

PHRASES = [
    phrase
    for facet in shipped_vocabulary().facets.values()
    for phrase in (*facet.phrases_disliked, *facet.phrases_liked)
]


@pytest.mark.parametrize(
    "text",
    [
        "Wieder drei Stunden im Stau gestanden, der Chef war nicht da",
        "La semaine était trop longue et le chef ne dit rien",
        "Otra vez reuniones sin sentido, no aprendo nada en este trabajo",
        "Troppo lavoro e non ho imparato niente",
        "Mais uma semana com reuniões que não servem para nada",
        "Mi jefe no me escucha",
        "De baas was weer niet op tijd",
        "Chefen är alltid sen och jag lär mig inget",
        "Chefen er altid sen og jeg lærer ikke noget",
        "Szef znowu nie był na spotkaniu",
        "Bu hafta çok iş var ama yeni bir şey yok",
        "Pomo on taas myöhässä ja minä olen väsynyt",
        "Šéf zase není v práci a já jsem sám",
        "会議が多すぎる",
        "Слишком много встреч",
        "ازدحام المرور كل يوم",
    ],
)
def test_line_in_another_language_is_told(text: str) -> None:
    assert seems_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🙂🙂",
        "abgehakt",
        "Nothing this week",
        "Good pay, no overtime, via Zoom",
        "Met van der Berg's team about the plan",
        "En route to the site at 5 am with José and Zoë",
        "RTO mandate",
        "Con calls per day: ten, plus overtime plus travel",
        "PTO, 401k, wlb",
        "naïve café résumé",
    ],
)
def test_line_in_english_or_too_short_to_tell_is_not_foreign(text: str) -> None:
    assert not seems_foreign(text)


@pytest.mark.parametrize("text", PHRASES)
def test_no_phrase_of_the_vocabulary_is_foreign(text: str) -> None:
    assert not seems_foreign(text)


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    assert seems_foreign(text) is seems_foreign(text + " ")
