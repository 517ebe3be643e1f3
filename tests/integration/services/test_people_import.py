"""People and one's own career from a file: looked over, stored all at once, never twice, and corrections stay."""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories import MOMENT, make_contact

from unrut.core.errors import InvalidInputError
from unrut.core.explore.occupations.own_skills import Standing
from unrut.errors import MissingError
from unrut.importers.people.contract import (
    ReadContact,
    ReadPeople,
    ReadPosition,
    ReadRecommendation,
    ReadSchool,
)
from unrut.models import Background, Contact, ContactDraft, Job, OwnSkill, Person, StrengthAnswer
from unrut.queries.scope import of
from unrut.services import contact_import
from unrut.services.contacts import forget_contact
from unrut.services.occupations import SaidSkill
from unrut.services.people_import import (
    Choice,
    Fate,
    PeopleImport,
    approve_people,
    draft_people,
    foreseen,
    import_people,
    preview_people,
    read_source,
)

pytestmark = pytest.mark.integration

TODAY, DAY = date(2026, 11, 20), date(2020, 1, 1)
REAL = Path(__file__).resolve().parents[4] / "shared/data"
ANA = ReadContact(
    key="linkedin.com/in/ana",
    name="Ana Ortiz",
    company="The Mill Ltd.",
    position="Registered nurse",
    email="ana@example.org",
    url="https://www.linkedin.com/in/ana",
    connected_on=date(2020, 3, 4),
)
BEN = ReadContact(key="linkedin.com/in/ben", name="Ben Blum", company="Acme", position="Chef")
KEPT = ("name", "company", "position", "email", "phone", "url", "note", "met_on")


def a_file(*contacts: ReadContact, source: str = "linkedin", **told: Any) -> ReadPeople:
    return ReadPeople(source, contacts, **told)


def bring(owner: Person, *contacts: ReadContact, source: str = "linkedin", **choice: Any) -> PeopleImport:
    return import_people(owner, a_file(*contacts, source=source), Choice(**choice), today=TODAY)


def stored(owner: Person, name: str = "Ana Ortiz") -> Contact:
    return of(Contact, owner).get(name=name)


def version(owner: Person) -> int:
    return Person.objects.get(pk=owner.pk).people_version


def packed(files: Mapping[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return held.getvalue()


def test_new_people_are_stored_with_all_that_is_told(alice: Person) -> None:
    result = bring(alice, replace(ANA, note="Met at a fair", phone="110"), BEN, circle="industry")

    ana = stored(alice)
    assert result == PeopleImport(created=2)
    assert {name: getattr(ana, name) for name in KEPT} == {
        "name": "Ana Ortiz",
        "company": "The Mill Ltd.",
        "position": "Registered nurse",
        "email": "ana@example.org",
        "phone": "110",
        "url": "https://www.linkedin.com/in/ana",
        "note": "Met at a fair",
        "met_on": date(2020, 3, 4),
    }
    assert (ana.circle, ana.company_key, ana.occupation) == ("industry", "mill", "29-1141.00")
    assert (ana.source, ana.source_key, ana.made_on) == ("linkedin", "linkedin.com/in/ana", TODAY)
    assert (ana.past, ana.same_as, ana.last_on, ana.warmth) == ([], None, None, None)


def test_same_file_again_changes_nothing(alice: Person) -> None:
    bring(alice, ANA, BEN)
    before = list(of(Contact, alice).values()), version(alice)

    result = bring(alice, ANA, BEN)

    assert result == PeopleImport(known=2)
    assert (list(of(Contact, alice).values()), version(alice)) == before


def test_what_changed_in_the_file_is_taken_over_and_the_old_place_is_kept(alice: Person) -> None:
    bring(alice, ANA, BEN)
    before = version(alice)

    result = bring(alice, replace(ANA, company="Acme", position="Chef", email="ana@acme.example"), BEN)

    ana = stored(alice)
    assert result == PeopleImport(changed=1, known=1)
    assert (ana.company, ana.company_key, ana.position, ana.email) == (
        "Acme",
        "acme",
        "Chef",
        "ana@acme.example",
    )
    assert ana.occupation == stored(alice, "Ben Blum").occupation != ""
    assert ana.past == [{"company": "The Mill Ltd.", "position": "Registered nurse"}]
    assert version(alice) != before


def test_own_correction_stays_until_the_file_says_otherwise(alice: Person) -> None:
    bring(alice, ANA)
    of(Contact, alice).update(name="Ana María Ortiz", position="Head nurse")

    assert bring(alice, ANA) == PeopleImport(known=1)
    assert bring(alice, replace(ANA, email="new@example.org")) == PeopleImport(changed=1)

    ana = of(Contact, alice).get()
    assert (ana.name, ana.position, ana.email, ana.past) == (
        "Ana María Ortiz",
        "Head nurse",
        "new@example.org",
        [],
    )


def test_own_words_for_a_place_go_into_the_past_as_they_are(alice: Person) -> None:
    bring(alice, ANA)
    of(Contact, alice).update(position="Head nurse")

    bring(alice, replace(ANA, company="Acme", position="Chef"))

    assert stored(alice).past == [{"company": "The Mill Ltd.", "position": "Head nurse"}]


def test_place_that_was_corrected_ahead_of_the_file_leaves_the_one_before(alice: Person) -> None:
    bring(alice, ANA)
    of(Contact, alice).update(company="Acme", position="Chef")

    bring(alice, replace(ANA, company="Acme", position="Chef"))

    assert stored(alice).past == [{"company": "The Mill Ltd.", "position": "Registered nurse"}]


def test_note_of_ones_own_is_not_written_over(alice: Person) -> None:
    bring(alice, replace(ANA, note="From the file"), replace(BEN, note="From the file"))
    of(Contact, alice).filter(name="Ana Ortiz").update(note="My own words")

    bring(alice, replace(ANA, note="Another"), replace(BEN, note="Another"))

    assert [stored(alice, name).note for name in ("Ana Ortiz", "Ben Blum")] == ["My own words", "Another"]


def test_what_a_file_does_not_say_any_more_stays(alice: Person) -> None:
    bring(alice, ANA)

    result = bring(alice, replace(ANA, email="", company="", connected_on=None))

    assert result == PeopleImport(known=1)
    assert (stored(alice).email, stored(alice).company) == ("ana@example.org", "The Mill Ltd.")


def test_new_position_without_a_company_ends_the_old_one(alice: Person) -> None:
    bring(alice, ANA)

    bring(alice, replace(ANA, company="", position="Retired"))

    ana = stored(alice)
    assert (ana.company, ana.company_key, ana.position) == ("", "", "Retired")
    assert ana.past == [{"company": "The Mill Ltd.", "position": "Registered nurse"}]


def test_past_holds_each_place_once_and_not_the_present_one(alice: Person) -> None:
    places = [("Mill", "Nurse"), ("Acme", "Chef"), ("MILL Inc.", "nurse"), ("Yard", "Cook"), ("Acme", "Chef")]
    for company, position in places:
        bring(alice, replace(ANA, company=company, position=position))

    assert stored(alice).past == [
        {"company": "Yard", "position": "Cook"},
        {"company": "MILL Inc.", "position": "nurse"},
    ]


def test_past_holds_no_more_than_the_latest_twenty(alice: Person) -> None:
    for number in range(23):
        bring(alice, replace(ANA, company=f"Company {number}"))

    past = stored(alice).past
    assert [each["company"] for each in past] == [f"Company {number}" for number in range(21, 1, -1)]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ({"company": "Acme"}, "Acme"),
        ({"email": "info@acme.example"}, "info@acme.example"),
        ({"url": "https://acme.example"}, "https://acme.example"),
        ({"phone": "030 123456"}, "030 123456"),
    ],
)
def test_nobody_without_a_name_is_lost(alice: Person, told: dict[str, Any], name: str) -> None:
    result = bring(alice, ReadContact(key="k", name="", **told), BEN)

    assert result.created == 2
    assert set(of(Contact, alice).values_list("name", flat=True)) == {name, "Ben Blum"}


def test_name_that_comes_later_takes_the_place_of_the_company(alice: Person) -> None:
    bring(alice, ReadContact(key="k", name="", company="Acme"))

    bring(alice, ReadContact(key="k", name="Ana Ortiz", company="Acme"))

    assert of(Contact, alice).get().name == "Ana Ortiz"


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(1900, 1, 1)])
def test_day_that_cannot_be_is_left_open(alice: Person, day: date) -> None:
    bring(alice, replace(ANA, connected_on=day))

    assert stored(alice).met_on is None


def test_words_of_the_file_tell_circle_and_how_one_knows_them(alice: Person) -> None:
    bring(
        alice,
        replace(ANA, tags=("Choir", "Friends", "München")),
        replace(BEN, tags=("Choir",)),
        circle="colleague",
    )

    assert list(of(Contact, alice).values_list("circle", "how_known")) == [
        ("friend", "Choir, München"),
        ("colleague", "Choir"),
    ]


def test_those_left_out_are_not_stored_nor_counted(alice: Person) -> None:
    result = bring(alice, ANA, BEN, left_out=[ANA.key])

    assert result == PeopleImport(created=1)
    assert of(Contact, alice).get().name == "Ben Blum"


@pytest.mark.parametrize(
    ("known", "more"),
    [
        ({"email": "ANA@example.org"}, {}),
        ({"url": "https://linkedin.com/in/ana/"}, {}),
        ({"phone": "+49 171 2345678"}, {"phone": "0171 2345678"}),
    ],
)
def test_somebody_certainly_known_from_elsewhere_is_joined(
    alice: Person, known: dict[str, str], more: dict[str, Any]
) -> None:
    mine = make_contact(alice, "ana  ORTÍZ", **known)

    result = bring(alice, replace(ANA, **more), BEN)

    assert result == PeopleImport(created=1, joined=1)
    assert list(of(Contact, alice).values_list("same_as", flat=True)) == [None, mine.pk, None]


def test_joined_entry_is_joined_with_the_one_that_stands_for_it(alice: Person) -> None:
    stands = make_contact(alice, "A. O.")
    make_contact(alice, email="ana@example.org", same_as=stands)

    bring(alice, ANA)

    assert of(Contact, alice).get(source="linkedin").same_as == stands


@pytest.mark.parametrize(
    "known",
    [
        [{"name": "Ben Blum", "email": "ana@example.org"}],  # another name
        [{"name": "Ana Ortiz"}],  # the name alone
        [{"name": "Ana Ortiz", "email": "ana@example.org"}] * 2,  # could be two
    ],
)
def test_nobody_else_is_joined(alice: Person, known: list[dict[str, str]]) -> None:
    for each in known:
        make_contact(alice, **each)

    assert bring(alice, ANA) == PeopleImport(created=1)


def test_people_of_somebody_else_are_neither_known_nor_joined(alice: Person, bob: Person) -> None:
    bring(bob, ANA)
    make_contact(bob, email="ben@example.org", name="Ben Blum")

    assert bring(alice, ANA, replace(BEN, email="ben@example.org")) == PeopleImport(created=2)


def test_somebody_whose_key_became_another_is_known_by_name_and_day(alice: Person) -> None:
    bring(alice, replace(ANA, key="made of name", url="", email=""))

    result = bring(alice, ANA)

    ana = of(Contact, alice).get()
    assert result == PeopleImport(changed=1)
    assert (ana.source_key, ana.url, ana.past) == (ANA.key, ANA.url, [])
    assert bring(alice, ANA) == PeopleImport(known=1)


def test_two_of_one_name_and_day_are_not_taken_for_each_other(alice: Person) -> None:
    bring(alice, replace(ANA, key="a", url="", email=""), replace(ANA, key="b", url="", email=""))

    assert bring(alice, ANA) == PeopleImport(created=1)


def test_each_known_person_is_found_once(alice: Person) -> None:
    bring(alice, replace(ANA, key="before", url="", email=""))

    result = bring(alice, ANA, replace(ANA, key="another", url=""))

    assert result == PeopleImport(created=1, changed=1)


def test_whoever_was_forgotten_stays_out_of_the_next_file(alice: Person) -> None:
    bring(alice, ANA, BEN)
    forget_contact(alice, stored(alice).pk)

    assert bring(alice, ANA, BEN) == PeopleImport(known=1, forgotten=1)
    assert not of(Contact, alice).filter(name="Ana Ortiz").exists()


@pytest.mark.parametrize(
    "later",
    [
        replace(ANA, key="another key", url=""),  # an older export, without addresses of profiles
        replace(ANA, key="another key", url="", email=""),
        replace(ANA, key="another key", connected_on=None, email=""),
    ],
)
def test_whoever_was_forgotten_stays_out_under_another_key(alice: Person, later: ReadContact) -> None:
    bring(alice, ANA)
    forget_contact(alice, stored(alice).pk)

    assert bring(alice, later, source="vcard") == PeopleImport(forgotten=1)


def test_name_without_any_letter_is_no_sign(alice: Person) -> None:
    make_contact(alice, "\u0308", email="ana@example.org")

    assert bring(alice, replace(ANA, name="\u0308")) == PeopleImport(created=1)


def test_somebody_else_of_the_name_is_not_forgotten(alice: Person) -> None:
    bring(alice, ANA)
    forget_contact(alice, stored(alice).pk)

    other = ReadContact(key="k", name="Ana Ortiz", company="The Mill Ltd.", email="other@example.org")
    assert bring(alice, other) == PeopleImport(created=1)


def test_words_of_whoever_was_forgotten_stay_out(alice: Person) -> None:
    bring(alice, ANA)
    forget_contact(alice, stored(alice).pk)
    words = [
        ReadRecommendation(name, "", "", f"{name} praises", None, is_received=True)
        for name in ("ANA Ortíz", "Ben Blum")
    ]

    result = import_people(
        alice, a_file(recommendations=tuple(words)), Choice(recommendations=True), today=TODAY
    )

    assert result.recommendations == 1
    assert of(StrengthAnswer, alice).get().giver == "Ben Blum"


def test_what_is_foreseen_is_what_comes(alice: Person) -> None:
    cid, dora = (
        ReadContact("c", "Cid", email="cid@example.org"),
        ReadContact("d", "Dora", email="d@example.org"),
    )
    bring(alice, ANA, BEN, dora)
    forget_contact(alice, stored(alice, "Dora").pk)
    make_contact(alice, "Cid", email="cid@example.org")
    read = a_file(ANA, replace(BEN, company="Mill"), cid, dora, ReadContact("e", "Emil"))

    fates = foreseen(alice, read, today=TODAY)

    assert list(fates.values()) == [Fate.KNOWN, Fate.CHANGED, Fate.JOINED, Fate.FORGOTTEN, Fate.NEW]
    assert stored(alice, "Ben Blum").company == "Acme"
    assert import_people(alice, read, today=TODAY) == PeopleImport(1, 1, 1, 1, 1)


def test_too_many_people_are_refused_and_nothing_is_stored(
    alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contact_import, "MOST_CONTACTS", 1)

    with pytest.raises(InvalidInputError, match="more than 1 people, which is the most"):
        bring(alice, ANA, BEN)

    assert not of(Contact, alice).exists()


def test_unknown_circle_stores_nothing(alice: Person) -> None:
    with pytest.raises(InvalidInputError, match='There is no circle "boss"'):
        bring(alice, ANA, circle="boss")

    assert not of(Contact, alice).exists()


def test_all_that_is_chosen_comes_in_at_once(alice: Person) -> None:
    read = a_file(
        ANA,
        positions=(ReadPosition("Mill", "Editor", started_on=DAY, is_present=True, precision="day"),),
        schools=(ReadSchool("Uni", "Master of Arts"),),
        recommendations=(
            ReadRecommendation("Ana Ortiz", "", "", "She explains well.", None, is_received=True),
        ),
    )
    skills = {"2.A.1.b": SaidSkill(Standing.STRONG, "Editor at Mill")}

    result = import_people(
        alice, read, Choice(jobs=True, schooling=True, skills=skills, recommendations=True), today=TODAY
    )

    assert result == PeopleImport(created=1, jobs=1, schooling=True, skills=1, recommendations=1)
    assert (of(Job, alice).get().title, of(Background, alice).get().education) == ("Editor", 8)
    assert of(OwnSkill, alice).get().evidence == "Editor at Mill"
    assert of(StrengthAnswer, alice).get().contact == stored(alice)


def test_only_contacts_come_in_unless_more_is_chosen(alice: Person) -> None:
    read = a_file(
        ANA,
        positions=(ReadPosition("Mill", "Editor", started_on=DAY, is_present=True),),
        schools=(ReadSchool("Uni", "Master of Arts"),),
        recommendations=(
            ReadRecommendation("Ana Ortiz", "", "", "She explains well.", None, is_received=True),
        ),
    )

    assert import_people(alice, read, today=TODAY) == PeopleImport(created=1)
    assert not of(Job, alice).exists()
    assert not of(StrengthAnswer, alice).exists()


def test_only_the_chosen_positions_become_jobs(alice: Person) -> None:
    positions = [
        ReadPosition("Mill", title, started_on=DAY, ended_on=DAY) for title in ("Editor", "Reader", "Cook")
    ]

    result = import_people(alice, a_file(positions=tuple(positions)), Choice(jobs=[0, 2]), today=TODAY)

    assert result == PeopleImport(jobs=2)
    assert set(of(Job, alice).values_list("title", flat=True)) == {"Editor", "Cook"}


def test_one_skill_there_is_none_of_stores_nothing_at_all(alice: Person) -> None:
    read = a_file(ANA, positions=(ReadPosition("Mill", "Editor", started_on=DAY, is_present=True),))
    skills = {"no such skill": SaidSkill(Standing.STRONG)}

    with pytest.raises(InvalidInputError):
        import_people(alice, read, Choice(jobs=True, skills=skills), today=TODAY)

    assert not of(Contact, alice).exists()
    assert not of(Job, alice).exists()


def test_draft_comes_back_as_it_was_read_and_goes_once_it_is_approved(alice: Person) -> None:
    read = a_file(replace(ANA, tags=("Friends",)), BEN)

    draft = preview_people(alice, "  Connections\n.csv", read, now=MOMENT)

    assert (draft.name, draft_people(of(ContactDraft, alice).get())) == ("Connections .csv", read)
    assert not of(Contact, alice).exists()
    assert approve_people(alice, draft.pk, Choice(left_out={BEN.key}), today=TODAY) == PeopleImport(created=1)
    assert not of(ContactDraft, alice).exists()


def test_one_draft_is_kept_at_most(alice: Person) -> None:
    first = preview_people(alice, "a.csv", a_file(ANA), now=MOMENT)
    second = preview_people(alice, "b.csv", a_file(BEN), now=MOMENT)

    assert of(ContactDraft, alice).get() == second
    with pytest.raises(MissingError):
        approve_people(alice, first.pk, Choice(), today=TODAY)


def test_draft_of_somebody_else_is_missing(alice: Person, bob: Person) -> None:
    draft = preview_people(bob, "a.csv", a_file(ANA), now=MOMENT)

    with pytest.raises(MissingError):
        approve_people(alice, draft.pk, Choice(), today=TODAY)

    assert of(ContactDraft, bob).get() == draft


def test_draft_stays_where_it_could_not_be_stored(alice: Person) -> None:
    draft = preview_people(alice, "a.csv", a_file(ANA), now=MOMENT)

    with pytest.raises(InvalidInputError):
        approve_people(alice, draft.pk, Choice(circle="boss"), today=TODAY)

    assert of(ContactDraft, alice).get() == draft


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", b"", "a.csv is empty"),
        ("a.csv", b"Job Title,Job Url,Salary\nNurse,https://x.org,9\n", "This is a list of jobs"),
        ("a.csv", b"Pros,Cons,Rating\nCalm,Far,4\n", "This is a table of what employees say"),
        ("a.pdf", b"%PDF-1.7", "a.pdf is a PDF"),
        ("a.zip", b"PK\x03\x04 broken", "a.zip cannot be unpacked"),
        ("a.zip", packed({"../../Connections.csv": "First Name,Last Name\nAna,Ortiz\n"}), "leads out of it"),
        ("a.zip", packed({"Connections.csv": "\n" * 101 * 1024 * 1024}), "unpacks to more than"),
        ("a.json", b'{"basics": ', "The file cannot be read past line 1"),
        ("a.csv", b"x" * (51 * 1024 * 1024), "a.csv has more than 50 MB"),
    ],
)
def test_file_that_cannot_be_read_is_refused_with_a_sentence(
    name: str, content: bytes, sentence: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        read_source((name, content))

    assert sentence in str(refused.value)


def test_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="is no folder"):
        read_source(tmp_path / "nowhere")


def test_folder_of_an_export_is_read(alice: Person, tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").write_text("First Name,Last Name,Connected On\nAna,Ortiz,04 Mar 2020\n")

    result = import_people(alice, read_source(tmp_path), today=TODAY)

    assert result == PeopleImport(created=1)
    assert stored(alice).met_on == date(2020, 3, 4)


def test_strange_names_are_kept_as_they_are(alice: Person) -> None:
    table = 'Name,Company\n"=cmd|\'/c calc\'!A1","O\'Hara, ""Sons"" & Co"\n"Zoë\nTran 🙂","%s;--"\n'

    import_people(alice, read_source(("people.csv", table.encode())), today=TODAY)

    assert list(of(Contact, alice).values_list("name", "company")) == [
        ("=cmd|'/c calc'!A1", 'O\'Hara, "Sons" & Co'),
        ("Zoë Tran 🙂", "%s;--"),
    ]


CONTACTS = st.lists(
    st.builds(
        ReadContact,
        key=st.sampled_from(["a", "b", "c"]),
        name=st.sampled_from(["Ana Ortiz", "Ben", ""]),
        company=st.sampled_from(["Acme", "Mill", ""]),
        position=st.sampled_from(["Chef", ""]),
        email=st.sampled_from(["a@x.org", "b@x.org"]),
        connected_on=st.sampled_from([None, date(2020, 1, 1), date(2030, 1, 1)]),
        note=st.sampled_from(["", "n"]),
    ),
    unique_by=lambda contact: contact.key,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(CONTACTS, min_size=1, max_size=4))
def test_any_file_counts_everybody_once_and_is_known_the_second_time(
    alice: Person, files: list[list[ReadContact]]
) -> None:
    of(Contact, alice).delete()

    for contacts in files:
        came, again = bring(alice, *contacts), bring(alice, *contacts)
        assert came.created + came.joined + came.changed + came.known == len(contacts)
        assert again == PeopleImport(known=len(contacts))


@pytest.mark.skipif(not (REAL / "linkedin").exists(), reason="needs the export of ../shared/data/linkedin")
def test_real_export_is_stored_without_one_row_lost(alice: Person) -> None:
    read = read_source(REAL / "linkedin")

    result = import_people(alice, read, Choice(jobs=True, schooling=True, recommendations=True), today=TODAY)

    assert result.created == len(read.contacts) == of(Contact, alice).count() > 300
    assert result.jobs + result.jobs_skipped == len(
        [each for each in read.positions if not each.is_volunteer]
    )
    assert of(Background, alice).get().education == 11
    again = import_people(alice, read, Choice(jobs=True, schooling=True, recommendations=True), today=TODAY)
    assert again == PeopleImport(known=len(read.contacts), jobs_skipped=result.jobs_skipped)


@pytest.mark.skipif(not (REAL / "jsonresume").exists(), reason="needs the CV of ../shared/data/jsonresume")
def test_real_resume_gives_jobs_schooling_and_words(alice: Person) -> None:
    file = REAL / "jsonresume/sample.resume.json"
    read = read_source((file.name, file.read_bytes()))

    result = import_people(alice, read, Choice(jobs=True, schooling=True, recommendations=True), today=TODAY)

    assert result == PeopleImport(jobs=1, schooling=True, recommendations=1)
    job = of(Job, alice).get()
    assert (job.is_present, job.started_on, job.ended_on) == (False, date(2013, 12, 1), date(2014, 12, 1))


@pytest.mark.skipif(not (REAL / "linkedin").exists(), reason="needs the export of ../shared/data/linkedin")
def test_draft_of_a_real_export_is_the_same(alice: Person) -> None:
    read = read_source(REAL / "linkedin")

    draft = preview_people(alice, "export.zip", read, now=MOMENT)

    assert draft_people(of(ContactDraft, alice).get(pk=draft.pk)) == read
    assert json.dumps(draft.content)
