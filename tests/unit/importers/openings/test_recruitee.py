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
from unrut.importers.openings.recruitee import RecruiteeImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return RecruiteeImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return RecruiteeImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"offers": [{"careers_url": ""}]}', 0.95),
        (b'{"offers": []}', 0.0),
        (b'Say "careers_url"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert RecruiteeImporter().identify("board.json", content) == expected


def test_parse_offers_reads_every_field() -> None:
    parsed = fixture("recruitee_offers.json", company="Unused")

    words = "from EUR 17.50 per hour"
    assert parsed.openings[0] == PostedOpening(
        source="recruitee",
        key="41001",
        title="Gärtner (m/w/d)",
        company="Green Yard",
        place="Potsdam, Brandenburg, Germany; Anywhere green",
        workplace=Workplace.ON_SITE,
        url="https://greenyard.recruitee.com/o/gaertner",
        apply_url="https://greenyard.recruitee.com/o/gaertner/c/new",
        hours="24 to 32 hours per week",
        contract="Part time fixed term",
        seniority="Entry level",
        education="High school",
        department="Beete",
        category="Agriculture",
        language="de",
        pay=words,
        pays=(Pay(17.5, None, "EUR", Period.HOUR, PayKind.BASE, Said(words)),),
        posted_on=date(2026, 3, 2),
        updated_on=date(2026, 3, 3),
        closes_on=date(2026, 4, 30),
        starts="1 May 2026",
        text="Komm ins Grüne\n\nDu pflegst Beete.\n\n- Freude an Erde",
        more=(
            ("Location", "Yard One"),
            ("Address", "Beetweg 1, 14467"),
            ("Location note", "Gate on the left"),
            ("Created", "2026-03-01"),
            ("Tags", "outdoor"),
            ("Questions in the application", "Do you like rain?"),
            ("Status", "Internal"),
            ("Team size", "4"),
            ("Title (en)", "Gardener"),
            ("Text (en)", "You tend beds.\n\nJoy in soil"),
        ),
    )


def test_parse_offers_with_gaps_fills_in_what_it_can() -> None:
    parsed = fixture("recruitee_offers.json")

    assert parsed.openings[1] == PostedOpening(
        source="recruitee",
        key="41002",
        title="Chauffeur",
        company="Greenyard",
        place="Lille, France",
        url="https://greenyard.recruitee.com/o/driver",
        hours="up to 35 hours per week",
        language="fr",
        posted_on=date(2026, 3, 2),
        text="Vous conduisez.",
        more=(("Workplace", "Remote; On site"),),
    )
    assert parsed.problems == (Problem("job 4", NO_TITLE),)


def test_parse_older_offer_keeps_its_one_place() -> None:
    opening = fixture("recruitee_offers.json").openings[2]

    assert (opening.place, opening.hours) == ("Gouda, Netherlands", "from 8 hours per week")
    assert (opening.workplace, opening.pay, opening.more) == (Workplace.REMOTE, "", ())


def test_parse_single_offer_takes_own_fields_for_what_is_not_stated() -> None:
    stated = {"Contract": "Fixed", "Shift": "Late", "Level": "Junior", "Degree": "None", "Function": "Doors"}
    fields = [{"name": name, "values": [value]} for name, value in stated.items()]

    (opening,) = parse({"offer": {"title": "Porter", "dynamic_fields": fields}}).openings

    assert (opening.contract, opening.schedule, opening.seniority) == ("Fixed", "Late", "Junior")
    assert (opening.education, opening.category, opening.language) == ("None", "Doors", "")


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ({"hybrid": True, "remote": True}, Workplace.HYBRID),
        ({"remote": True}, Workplace.REMOTE),
        ({"on_site": True, "remote": "yes"}, Workplace.ON_SITE),
        ({}, Workplace.UNKNOWN),
    ],
)
def test_parse_workplace_cases(flags: dict[str, Any], expected: Workplace) -> None:
    assert [opening.workplace for opening in parse([{"title": "Cook"} | flags]).openings] == [expected]


@pytest.mark.parametrize("value", ["words", {"offers": 1}, {}, {"offer": "Cook"}])
def test_parse_anything_but_a_site_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not a Recruitee careers site"):
        parse(value)


@pytest.mark.parametrize("name", ["recruitee_offers.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(RecruiteeImporter(), content) in {"openings", "sentence"}
