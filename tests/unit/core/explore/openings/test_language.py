import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.language import Fluency, Language, read_languages
from unrut.core.explore.openings.need import Need
from unrut.core.explore.openings.sections import asked_of
from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit

F = Fluency


def read(text: str) -> list[Language]:
    posting = posting_text(text)
    return [stated.value for stated in read_languages(posting, asked_of(posting))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fluent German (C1)", [Language("German", F.FLUENT, "C1")]),
        ("Native French speaker", [Language("French", F.NATIVE)]),
        ("English: B2", [Language("English", F.UNSAID, "B2")]),
        ("C1 English", [Language("English", F.UNSAID, "C1")]),
        ("Conversational Spanish is a plus", [Language("Spanish", F.CONVERSATIONAL, "", Need.WISHED)]),
        ("You must speak basic Dutch", [Language("Dutch", F.BASIC, "", Need.REQUIRED)]),
        ("Fluent in Hebrew and English", [Language("Hebrew", F.FLUENT), Language("English", F.FLUENT)]),
        ("English, spoken fluently", [Language("English", F.FLUENT)]),
        ("Verhandlungssichere Deutschkenntnisse", [Language("German", F.FLUENT)]),
        ("Anglais courant", [Language("English", F.FLUENT)]),
        ("Working knowledge of Italian", [Language("Italian", F.PROFESSIONAL)]),
        (
            "French preferred, spoken\nFluent French is required",
            [Language("French", F.FLUENT, "", Need.REQUIRED)],
        ),
        ("Requirements\nFluent Polish", [Language("Polish", F.FLUENT, "", Need.REQUIRED)]),
    ],
)
def test_languages_as_asked(text: str, expected: list[Language]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A German bakery",
        "An English teacher with spoken charm",
        "You teach Spanish, spoken and written",
        "Fluent in bread",
        "Regardless of native English",
        "We help people learn fluent English",
        "Non-native French",
        "Spoken here or there, in this town and in that town, on the one road or on the other road, we love French",
        "French law, fluent prose",
    ],
)
def test_languages_not_asked(text: str) -> None:
    assert read(text) == []


def test_languages_without_its_lists_reads_the_words() -> None:
    assert [stated.value for stated in read_languages(posting_text("Fluent Thai"))] == [
        Language("Thai", F.FLUENT)
    ]


PIECES = [
    "fluent",
    "german",
    "c1",
    "native",
    "english",
    "teacher",
    "speak",
    "required",
    "a plus",
    "\n",
    "french",
    ",",
    "basic",
    "learn",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_languages_any_text_names_each_once(pieces: list[str]) -> None:
    found = read(" ".join(pieces))

    assert len({language.name for language in found}) == len(found)
