import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.contract import (
    Contract,
    ContractKind,
    WorkTime,
    contracts_of_title,
    contracts_of_words,
    read_contracts,
    read_work_times,
    work_times_of_words,
)
from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit

K = ContractKind
FULL, PART = WorkTime.FULL_TIME, WorkTime.PART_TIME


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Job type: Contract", [Contract(K.FREELANCE)]),
        ("This is a permanent position.", [Contract(K.PERMANENT)]),
        ("A permanent contract.", [Contract(K.PERMANENT)]),
        ("We offer a temporary contract.", [Contract(K.TEMPORARY)]),
        ("This is a contract role.", [Contract(K.FREELANCE)]),
        ("Mill | Baker | Permanent | Leeds", [Contract(K.PERMANENT)]),
        ("A fixed-term contract of 12 months", [Contract(K.FIXED_TERM, 12)]),
        ("A fixed term contract", [Contract(K.FIXED_TERM)]),
        ("A temporary role for six weeks", [Contract(K.TEMPORARY, 1.4)]),
        ("Job Types: Full-time, Temporary", [Contract(K.TEMPORARY)]),
        ("Befristet (2 Jahre)", [Contract(K.FIXED_TERM, 24)]),
        ("Unbefristet", [Contract(K.PERMANENT)]),
        ("Mill | Interns | Leeds", [Contract(K.INTERNSHIP)]),
        ("Un CDI pour vous, à Lyon", []),
        ("Nous cherchons un boulanger\nContrat : CDI", [Contract(K.PERMANENT)]),
        ("A short-term contract", [Contract(K.FIXED_TERM)]),
        ("Seasonal role\nor a permanent role", [Contract(K.TEMPORARY), Contract(K.PERMANENT)]),
    ],
)
def test_contracts_as_offered(text: str, expected: list[Contract]) -> None:
    assert [stated.value for stated in read_contracts(posting_text(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "You negotiate contracts with mills",
        "Permanent residents may apply",
        "Temporary disability insurance",
        "It does not imply an employment contract.",
        "Clinical bread integrity (CDI)",
        "Two days of volunteer time off",
        "Long term goals, fixed costs, contract management",
        "We work with apprentice bakers, contractors, volunteers",
        "A vast network",
        "The next term contract talks",
        "A fixed price",
        "One contract",
    ],
)
def test_contracts_not_offered(text: str) -> None:
    assert read_contracts(posting_text(text)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mill | Full-time | Leeds", [FULL]),
        ("Job type: Part-Time (20 hours)", [PART]),
        ("Full-time or part-time", [FULL, PART]),
        ("This is a full time position.", [FULL]),
        ("Vollzeit / Teilzeit", [FULL, PART]),
        ("Contrat à temps plein", []),
        ("Type : temps plein", [FULL]),
        ("", []),
        ("Benefits for full-time employees", []),
        ("Two years of full-time experience", []),
        ("A full oven, a part of it", []),
        ("Our part-time bakers sing", []),
        ("It ended full-time", []),
    ],
)
def test_work_times_as_offered(text: str, expected: list[WorkTime]) -> None:
    assert [stated.value for stated in read_work_times(posting_text(text))] == expected


@pytest.mark.parametrize(
    ("words", "kinds", "times"),
    [
        ("Permanent, full-time", [K.PERMANENT], [FULL]),
        ("FULL_TIME", [], [FULL]),
        ("Fixed term, 6 months", [K.FIXED_TERM], []),
        ("CDI", [K.PERMANENT], []),
        ("Contract manager", [], []),
        ("Internship (part time)", [K.INTERNSHIP], [PART]),
        ("Full or part of it", [], []),
        ("Festanstellung in Teilzeit", [K.PERMANENT], [PART]),
    ],
)
def test_contract_words_of_a_field(words: str, kinds: list[ContractKind], times: list[WorkTime]) -> None:
    assert [stated.value.kind for stated in contracts_of_words(words)] == kinds
    assert [stated.value for stated in work_times_of_words(words)] == times


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("Fixed term, 18 months", 18),
        ("Internship, two years", 24),
        ("Temporary, 500 months", None),
        ("Permanent", None),
    ],
)
def test_contract_months_of_a_field(words: str, months: float | None) -> None:
    assert contracts_of_words(words)[0].value.months == months


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Baking Intern", K.INTERNSHIP),
        ("Werkstudent Backstube", K.INTERNSHIP),
        ("Volunteer Coordinator", None),
        ("Internal Auditor", None),
    ],
)
def test_contracts_of_title_by_its_word(title: str, expected: ContractKind | None) -> None:
    found = contracts_of_title(title)

    assert [stated.value.kind for stated in found] == ([expected] if expected else [])


PIECES = [
    "contract",
    "fixed",
    "term",
    "-",
    "permanent",
    "|",
    ":",
    "12 months",
    "full",
    "part",
    "time",
    "\n",
    "a",
    "job",
    "cdi",
    "nous",
    "٣ years",
    "intern",
    "0 weeks",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_contracts_any_text_quote_themselves(pieces: list[str]) -> None:
    text = " ".join(pieces)
    posting = posting_text(text)

    for said in [
        *(each.said for each in read_contracts(posting)),
        *(each.said for each in read_work_times(posting)),
    ]:
        assert said.words
        assert text[said.start : said.end] == said.words
