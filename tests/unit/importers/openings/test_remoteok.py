import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_json

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.remoteok import RemoteOkImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return RemoteOkImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return RemoteOkImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'[{"legal": ""}, {"slug": "", "epoch": 1, "position": ""}]', 0.95),
        (b'[{"slug": "", "position": "", "url": "https://remoteok.com/1"}]', 0.95),
        (b'[{"slug": "", "position": ""}]', 0.0),
        (b'[{"position": "", "epoch": 1}]', 0.0),
        (b'say "position" "epoch" "slug"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert RemoteOkImporter().identify("list.json", content) == expected


def test_parse_remoteok_reads_every_field() -> None:
    opening = fixture("remoteok_api.json").openings[0]

    assert opening == PostedOpening(
        source="remoteok",
        key="201",
        title="Cook & Baker",
        company="The Inn",
        place="Europe",
        workplace=Workplace.REMOTE,
        remote_area="Europe",
        url="https://remoteok.com/remote-jobs/201",
        apply_url="https://remoteok.com/l/201",
        pay="USD 40,000 to 50,000 per year",
        pays=(
            Pay(40000.0, 50000.0, "USD", Period.YEAR, PayKind.BASE, Said("USD 40,000 to 50,000 per year")),
        ),
        posted_on=date(2026, 4, 1),
        text="You cook.",
        more=(("Tags", "bread; soup"), ("Verified", "yes")),
    )


def test_parse_remoteok_entry_2_with_gaps_stays_unknown() -> None:
    opening = fixture("remoteok_api.json").openings[1]

    assert opening == PostedOpening(
        source="remoteok",
        key="202",
        title="Miller",
        company="Old Mill",
        workplace=Workplace.REMOTE,
        url="https://remoteok.com/remote-jobs/202",
        posted_on=date(2026, 4, 1),
    )


def test_parse_remoteok_without_a_title_becomes_a_problem() -> None:
    assert fixture("remoteok_api.json").problems == (Problem("job 4", NO_TITLE),)


def test_parse_words_of_pay_are_kept_where_there_are_no_figures() -> None:
    (opening,) = parse({"position": "Cook", "salary": "by agreement"}, company="Given").openings

    assert (opening.pay, opening.pays, opening.company) == ("by agreement", (), "Given")


def test_parse_only_the_notice_is_passed_over() -> None:
    parsed = parse([{"legal": "x"}, {"last_updated": 1}, {"title": "Cook"}])

    assert [opening.title for opening in parsed.openings] == ["Cook"]


@pytest.mark.parametrize("value", ["words", {"other": 1}, {}, 7])
def test_parse_anything_else_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not the list of Remote OK"):
        parse(value)


@pytest.mark.parametrize("name", ["remoteok_api.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(RemoteOkImporter(), content) in {"openings", "sentence"}
