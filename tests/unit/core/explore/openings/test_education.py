import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.education import Education, education_of_words, read_education
from unrut.core.explore.openings.education_words import EducationLevel
from unrut.core.explore.openings.need import Need
from unrut.core.explore.openings.sections import asked_of
from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit

L = EducationLevel
MUST, WISH, UNSAID = Need.REQUIRED, Need.WISHED, Need.UNSAID


def read(text: str) -> list[Education]:
    posting = posting_text(text)
    return [stated.value for stated in read_education(posting, asked_of(posting))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bachelor's degree", L.BACHELOR),
        ("Bachelors degree or above", L.BACHELOR),
        ("B.S. from a good school", L.BACHELOR),
        ("BS in Baking", L.BACHELOR),
        ("BA/BS degree", L.BACHELOR),
        ("BSc or MSc", L.BACHELOR),
        ("An undergraduate degree", L.BACHELOR),
        ("4 Year Degree", L.BACHELOR),
        ("A university degree", L.BACHELOR),
        ("Possession of a baccalaureate degree", L.BACHELOR),
        ("Abgeschlossenes Studium der Backkunst", L.BACHELOR),
        ("A master's degree", L.MASTER),
        ("Masters preferred", L.MASTER),
        ("M.A. in bread", L.MASTER),
        ("MS in Baking", L.MASTER),
        ("An MBA is a plus", L.MASTER),
        ("A graduate degree in baking", L.MASTER),
        ("An advanced degree", L.MASTER),
        ("PhD in crust science", L.DOCTORATE),
        ("Ph.D. required", L.DOCTORATE),
        ("A doctoral degree", L.DOCTORATE),
        ("Doctorate in flour", L.DOCTORATE),
        ("Associate's degree", L.ASSOCIATE),
        ("Associate or bachelor's degree", L.ASSOCIATE),
        ("A.A.S. degree in milling", L.ASSOCIATE),
        ("A two-year degree", L.ASSOCIATE),
        ("High school diploma or GED", L.SCHOOL),
        ("High school graduate", L.SCHOOL),
        ("Abitur", L.SCHOOL),
        ("Eine Ausbildung als Bäcker", L.VOCATIONAL),
        ("CDA or bachelor's degree", L.VOCATIONAL),
        ("A technical diploma", L.VOCATIONAL),
        ("HBO-niveau", L.BACHELOR),
        ("A degree in baking is required", L.DEGREE),
        ("No degree required", L.NONE),
        ("Degree is not required", L.NONE),
    ],
)
def test_education_least_level(text: str, expected: EducationLevel) -> None:
    assert [education.level for education in read(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A bachelor party with a bachelor pad",
        "Master data for the master of the house",
        "MS Office, MA Board of Bakers",
        "The BA writes it down",
        "Teach at our high school",
        "A high degree of care, to some degree",
        "We offer tuition for a bachelor's degree",
        "Our students hold a master's degree",
        "Students pursuing a bachelor's degree",
        "Degree programs of the college",
        "An associate will help you",
        "A degree in baking",
        "Read B.B. and M.S",
        "The International Baccalaureate (IB)",
        "Copies of bachelor's transcripts",
        "High school students",
        "The PhDs of the house",
        ".a. m",
    ],
)
def test_education_not_asked(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bachelor's degree required, master's degree preferred", [(L.BACHELOR, MUST), (L.MASTER, WISH)]),
        ("Bachelor's or master's degree preferred", [(L.BACHELOR, WISH)]),
        ("Master's or PhD preferred, bachelor's degree required", [(L.BACHELOR, MUST), (L.MASTER, WISH)]),
        ("Bachelor's degree required; PhD", [(L.BACHELOR, MUST), (L.DOCTORATE, UNSAID)]),
        ("Bachelor's degree required or a PhD", [(L.BACHELOR, MUST)]),
        ("Master's preferred\nBachelor's degree", [(L.BACHELOR, UNSAID), (L.MASTER, WISH)]),
        ("Requirements\nBachelor's degree\nNice to have\nA PhD", [(L.BACHELOR, MUST), (L.DOCTORATE, WISH)]),
        ("A bachelor's degree\nA bachelor's degree preferred", [(L.BACHELOR, UNSAID)]),
    ],
)
def test_education_by_need(text: str, expected: list[tuple[EducationLevel, Need]]) -> None:
    assert [(education.level, education.need) for education in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bachelor's degree in baking, milling or a related field", ("baking", "milling")),
        ("Master's degree in an art from a good house", ("art",)),
        ("A bachelor's degree in bread", ("bread",)),
        ("A bachelor's degree", ()),
        ("A bachelor's degree in a related field", ()),
        ("A bachelor's degree in " + ", ".join("abcdefgh" * 2), ()),
        (
            "A bachelor's degree in " + ", ".join(f"art{number}" for number in range(9)),
            tuple(f"art{number}" for number in range(6)),
        ),
    ],
)
def test_education_fields(text: str, expected: tuple[str, ...]) -> None:
    assert read(text)[0].fields == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bachelor's degree or equivalent experience", True),
        ("A bachelor's degree or 5 years of baking", True),
        ("A bachelor's degree, or experience in lieu of it", True),
        ("A bachelor's degree", False),
    ],
)
def test_education_or_experience(text: str, expected: bool) -> None:
    assert read(text)[0].or_experience is expected


def test_education_of_words_of_a_field() -> None:
    (stated,) = education_of_words("Bachelor's degree")

    assert (stated.value.level, stated.said.words, stated.said.start) == (L.BACHELOR, "Bachelor's degree", -1)
    assert education_of_words("Any") == ()


def test_education_without_its_lists_reads_the_words() -> None:
    assert [stated.value.level for stated in read_education(posting_text("A PhD in baking"))] == [L.DOCTORATE]


def test_education_very_many_levels_come_to_an_end() -> None:
    text = "\n".join(f"A {level} degree" for level in ["bachelor's", "master's"] * 40)

    assert [education.level for education in read(text)] == [L.BACHELOR, L.MASTER]


PIECES = [
    "bachelor's",
    "degree",
    "B.S.",
    "m.a.",
    "BS/BA",
    "phd",
    "high school",
    "diploma",
    "preferred",
    "required",
    "\n",
    ".",
    "in",
    "baking",
    ",",
    "or",
    "no",
    "associate",
    "four-year",
    "ged",
    "MS in A",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_education_any_text_quotes_itself(pieces: list[str]) -> None:
    text = " ".join(pieces)
    posting = posting_text(text)

    for stated in read_education(posting, asked_of(posting)):
        assert text[stated.said.start : stated.said.end] == stated.said.words
