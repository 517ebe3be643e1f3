"""`unrut people`: list, show, add, change, circle, spoken, forget, same, join and part."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import Result
from tests.factories import TODAY, a_job, make_contact, make_invite, make_strength_answer, make_talk
from tests.integration.cli.answers import as_json, lines, sentence_of

from unrut.cli.commands import people_changes
from unrut.cli.options import CIRCLES
from unrut.core.explore.people.circles import Circle
from unrut.models import Contact, ForgottenContact, Person, Talk
from unrut.queries.scope import of
from unrut.wording.contacts import same_lead

pytestmark = pytest.mark.integration

Unrut = Callable[..., Result]
STEERS = "\x1b[2J\u202e"
"""Clears a terminal and turns the direction of writing."""


@pytest.fixture
def in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(people_changes, "sys", SimpleNamespace(stdin=terminal))


def ana_and_ben(owner: Person) -> tuple[Contact, Contact]:
    ana = make_contact(
        owner,
        circle="mentor",
        company="Kestrow",
        position="Nurse",
        last_on=date(2026, 9, 1),
        past=[{"company": "Vellmark", "position": "Carer"}],
    )
    return ana, make_contact(owner, "Ben Ito", company="Harbour & Sill")


def test_circles_are_those_of_the_core() -> None:
    assert list(CIRCLES) == list(Circle)


# list


def test_list_names_everybody_with_their_number(unrut: Unrut, me: Person, bob: Person) -> None:
    ana, ben = ana_and_ben(me)
    make_contact(bob, "Bob's friend")

    assert lines(unrut("people", "list")) == [
        "You know 2 people.",
        f"{ana.pk:4d}  Ana Ortiz: Nurse at Kestrow (Mentor, spoken to 3 months ago)",
        f"{ben.pk:4d}  Ben Ito: Harbour & Sill",
    ]


def test_list_for_scripts_has_all_that_is_known(unrut: Unrut, me: Person) -> None:
    ana, _ = ana_and_ben(me)

    assert as_json(unrut("people", "list", "nurse", "--json")) == {
        "count": 1,
        "circles": {"mentor": 1},
        "people": [
            {
                "id": ana.pk,
                "name": "Ana Ortiz",
                "circle": "mentor",
                "how_known": "",
                "company": "Kestrow",
                "position": "Nurse",
                "occupation": "",
                "email": "",
                "phone": "",
                "url": "",
                "met_on": None,
                "last_on": "2026-09-01",
                "warmth": None,
                "note": "",
                "past": [{"company": "Vellmark", "position": "Carer"}],
                "entries": [ana.pk],
            }
        ],
    }


def test_list_without_anybody_says_how_to_begin(unrut: Unrut, me: Person) -> None:
    assert lines(unrut("people", "list")) == [
        "Nobody is here yet.",
        "Add somebody: unrut people add NAME. Or bring a file: unrut people import FILE.",
    ]
    assert as_json(unrut("people", "list", "--json")) == {"count": 0, "circles": {}, "people": []}


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["ana", "kestrow"], ["Ana Ortiz"]),
        (["--circle", "mentor"], ["Ana Ortiz"]),
        (["--circle", "friend"], []),
        (["zoe"], []),
        (["--from", "2"], ["Ben Ito"]),
        (["-n", "1"], ["Ana Ortiz"]),
    ],
)
def test_list_is_narrowed(unrut: Unrut, me: Person, options: list[str], names: list[str]) -> None:
    ana_and_ben(me)

    told = as_json(unrut("people", "list", *options, "--json"))

    assert [person["name"] for person in told["people"]] == names


def test_list_says_how_to_see_the_rest(unrut: Unrut, me: Person) -> None:
    ana_and_ben(me)

    assert lines(unrut("people", "list", "-n", "1"))[-2:] == ["", "And 1 more: add --from 2."]


def test_list_of_words_nobody_has_says_so(unrut: Unrut, me: Person) -> None:
    assert lines(unrut("people", "list", "zoe")) == ["Nobody here has these words."]


def test_list_refuses_a_circle_there_is_not(unrut: Unrut, me: Person) -> None:
    assert "'foes' is not one of" in sentence_of(unrut("people", "list", "--circle", "foes"), 2)


def test_table_has_everybody_and_no_formula_comes_alive(unrut: Unrut, me: Person, tmp_path: Path) -> None:
    make_contact(me, "=cmd|' /C calc'!A0")
    make_contact(me, 'Ana "the, nurse"\nOrtiz')
    file = tmp_path / "people.csv"

    result = unrut("people", "list", "--csv", str(file), "-n", "1")

    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline="")))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"The table of people is in {file} now.\n"
    assert [row["Name"] for row in rows] == ["'=cmd|' /C calc'!A0", 'Ana "the, nurse"\nOrtiz']
    assert "is there already" in sentence_of(unrut("people", "list", "--csv", str(file)), 3)
    again = unrut("people", "list", "--csv", str(file), "--force", "--json")
    assert (again.exit_code, json.loads(again.stdout)["count"]) == (0, 2)


def test_table_on_standard_output_is_nothing_but_the_table(unrut: Unrut, me: Person) -> None:
    ana_and_ben(me)

    result = unrut("people", "list", "ana", "--csv", "-", "--json")

    assert result.stdout_bytes.decode("utf-8-sig").splitlines()[1].startswith("Ana Ortiz,mentor,Kestrow,")
    assert len(result.stdout.splitlines()) == 2


# show


def test_show_has_who_it_is_and_what_stands_beside(unrut: Unrut, me: Person) -> None:
    a_job(me, company="Kestrow")
    ana, _ = ana_and_ben(me)
    Contact.objects.filter(pk=ana.pk).update(
        how_known="From school", met_on=date(2020, 5, 1), email="ana@example.org", note="Likes tea"
    )
    twin = make_contact(me, "A. Ortiz", same_as=ana)
    make_invite(ana)
    talk = make_talk(ana)

    told = lines(unrut("people", "show", "ortiz"))

    assert told == [
        f"Ana Ortiz, Nurse at Kestrow; spoken to 3 months ago. [{ana.pk}]",
        "Ana Ortiz works where you do: think about who hears of it.",
        "Mentor",
        "From school",
        "Met on 1 May 2020",
        "ana@example.org",
        "You asked what they see in you, on 16 November 2026.",
        "",
        "Before",
        "  Carer at Vellmark",
        "",
        "Your note",
        "  Likes tea",
        "",
        "Talks",
        f"  {talk.pk:4d}  Your talk with Ana Ortiz is prepared; the message is yours to send.",
        "",
        "Joined entries",
        f"  {twin.pk:4d}  A. Ortiz, written down by you",
    ]


def test_show_for_scripts_tells_what_they_could_answer(unrut: Unrut, told: Person) -> None:
    jonas = of(Contact, told).get(name="Jonas Wirth")

    values = as_json(unrut("people", "show", str(jonas.pk), "--json"))

    first = values["could_answer"][0]
    assert (values["name"], values["circle"], values["works_where_you_do"]) == (
        "Jonas Wirth",
        "friend",
        False,
    )
    assert (values["strengths_asked_on"] is None, values["talks"]) == (
        False,
        [of(Talk, told).get(contact=jonas).pk],
    )
    assert (first["relation"], first["subject"]) == ("there", "Search Analyst, Hearthline Advice Network")
    assert first["score"] == pytest.approx(first["reply"] * first["novelty"] * first["relevance"], abs=0.002)


def test_show_lists_the_questions_they_may_know(unrut: Unrut, told: Person) -> None:
    shown = lines(unrut("people", "show", "Jonas"))

    values = as_json(unrut("people", "show", "Jonas", "--json"))
    questions = [line for line in shown if line.startswith("Search Analyst, Hearthline Advice Network: ")]
    assert f"Jonas Wirth may know something of {len(values['could_answer'])} of your open questions." in shown
    assert questions[0].endswith("(works there now; knows it at first hand)")


def test_show_of_a_joined_entry_is_the_one_that_stands(unrut: Unrut, me: Person) -> None:
    ana, _ = ana_and_ben(me)
    twin = make_contact(me, "A. Ortiz", same_as=ana)

    assert as_json(unrut("people", "show", str(twin.pk), "--json"))["entries"] == [ana.pk, twin.pk]


# Who is meant

NAMING = [
    ["show"],
    ["change", "--note", "x"],
    ["circle", "friend"],
    ["spoken"],
    ["forget", "--yes"],
    ["part"],
    ["ask"],
    ["talked"],
    ["no-answer"],
]


@pytest.mark.parametrize("command", NAMING, ids=lambda command: command[0])
def test_command_about_nobody_there_is_says_so(unrut: Unrut, me: Person, command: list[str]) -> None:
    make_contact(me)

    assert sentence_of(unrut("people", *command, "Zoe"), 1) == (
        'You know nobody called "Zoe". See whom you know: unrut people list. Add them: unrut people add.'
    )


@pytest.mark.parametrize("command", NAMING, ids=lambda command: command[0])
def test_command_about_one_of_two_of_a_name_asks_which(unrut: Unrut, me: Person, command: list[str]) -> None:
    first, second = make_contact(me, company="Kestrow"), make_contact(me)

    assert sentence_of(unrut("people", *command, "ana ortiz"), 3) == (
        f'"ana ortiz" may be {first.pk} (Ana Ortiz, Kestrow) or {second.pk} (Ana Ortiz). '
        "Give the number of the one you mean."
    )
    assert of(Contact, me).filter(note="", circle="other", last_on=None).count() == 2
    assert not of(Talk, me).exists()


@pytest.mark.parametrize("command", NAMING, ids=lambda command: command[0])
def test_command_about_somebody_of_another_person_finds_nobody(
    unrut: Unrut, me: Person, bob: Person, command: list[str]
) -> None:
    theirs = make_contact(bob, "Cleo Marsh")
    before = list(Contact.objects.filter(owner=bob).values())

    for named in (str(theirs.pk), "Cleo Marsh"):
        assert "You know nobody called" in sentence_of(unrut("people", *command, named), 1)

    assert list(Contact.objects.filter(owner=bob).values()) == before
    assert not Talk.objects.filter(contact=theirs).exists()


def test_sentence_about_names_cannot_steer_the_terminal(unrut: Unrut, me: Person) -> None:
    make_contact(me, f"Ana{STEERS} Ortiz")
    make_contact(me, f"Ana{STEERS} Ortiz", company=STEERS)

    results = [unrut("people", "show", "ana"), unrut("people", "list"), unrut("people", "same")]

    assert [result.exit_code for result in results] == [3, 0, 0]
    assert [set(result.output) & set("\x1b\u202e") for result in results] == [set(), set(), set()]


def test_names_for_scripts_are_escaped(unrut: Unrut, me: Person) -> None:
    make_contact(me, f"Ana{STEERS}")

    result = unrut("people", "list", "--json")

    assert as_json(result)["people"][0]["name"] == f"Ana{STEERS}"
    assert result.stdout.isascii()
    assert "\x1b" not in result.stdout


# add and change


def test_add_keeps_all_that_is_said(unrut: Unrut, me: Person) -> None:
    told = as_json(
        unrut(
            *("people", "add", "  Ana   Ortiz ", "--circle", "friend", "--company", "Kestrow"),
            *("--position", "Registered Nurse", "--how-known", "From school", "--email", "ana@example.org"),
            *("--phone", "+49 1", "--url", "https://example.org/ana", "--met", "2020-05-01"),
            *("--last", "2026-09-01", "--warmth", "7", "--note", "Likes tea", "--json"),
        )
    )

    ana = of(Contact, me).get()
    assert told == {
        "id": ana.pk,
        "name": "Ana Ortiz",
        "circle": "friend",
        "how_known": "From school",
        "company": "Kestrow",
        "position": "Registered Nurse",
        "occupation": "29-1141.00",
        "email": "ana@example.org",
        "phone": "+49 1",
        "url": "https://example.org/ana",
        "met_on": "2020-05-01",
        "last_on": "2026-09-01",
        "warmth": 7,
        "note": "Likes tea",
        "past": [],
        "entries": [ana.pk],
    }
    assert ana.source == "own"


def test_add_needs_the_name_only(unrut: Unrut, me: Person) -> None:
    told = lines(unrut("people", "add", "Ana"))

    assert told == ["Ana is here now.", f"{of(Contact, me).get().pk:4d}  Ana"]


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        ([" "], 3, "The person has no name. A first name will do."),
        (["A" * 100_000], 3, "The name has 100,000 characters; 300 is the most. Shorten it."),
        (["Ana", "--url", "javascript:alert(1)"], 3, '"javascript:alert(1)" is no address of a page.'),
        (["Ana", "--last", "2026-11-21"], 3, "The day you last spoke cannot be 21 November 2026."),
        (["Ana", "--met", "1.5.2020"], 2, '"1.5.2020" is not a day of the calendar.'),
        (["Ana", "--warmth", "11"], 2, "11 is not in the range 0<=x<=10"),
        (["Ana", "--circle", "foe"], 2, "'foe' is not one of"),
    ],
)
def test_add_refuses_what_cannot_be(
    unrut: Unrut, me: Person, arguments: list[str], code: int, sentence: str
) -> None:
    assert sentence in sentence_of(unrut("people", "add", *arguments), code)
    assert not of(Contact, me).exists()


def test_add_replaces_bytes_that_are_no_sign(unrut: Unrut, me: Person) -> None:
    assert as_json(unrut("people", "add", "Ana\udcff", "--json"))["name"] == "Ana?"
    assert as_json(unrut("people", "list", "Ana\udcff", "--json"))["count"] == 1


def test_change_corrects_only_what_is_given(unrut: Unrut, me: Person) -> None:
    ana, _ = ana_and_ben(me)

    told = lines(
        unrut("people", "change", "Ana", "--company", "", "--name", "Ana Ruiz", "--circle", "friend")
    )

    ana.refresh_from_db()
    assert told == [f"{ana.pk:4d}  Ana Ruiz: Nurse (Friend, spoken to 3 months ago)"]
    assert (ana.company, ana.company_key, ana.position) == ("", "", "Nurse")
    assert as_json(unrut("people", "change", "Ana", "--warmth", "0", "--json"))["warmth"] == 0


# circle and spoken


def test_circle_takes_several(unrut: Unrut, me: Person) -> None:
    ana, ben = ana_and_ben(me)

    told = lines(unrut("people", "circle", "industry", "Ana", str(ben.pk), "ana ortiz"))

    assert told == ["2 people now stand under “Industry friends”."]
    assert set(of(Contact, me).values_list("circle", flat=True)) == {"industry"}
    values = as_json(unrut("people", "circle", "other", "Ben", "--json"))
    assert [(each["id"], each["circle"]) for each in values] == [(ben.pk, "other")]
    assert of(Contact, me).get(pk=ana.pk).circle == "industry"


def test_circle_with_one_unknown_name_changes_nobody(unrut: Unrut, me: Person) -> None:
    ana_and_ben(me)

    assert 'nobody called "Zoe"' in sentence_of(unrut("people", "circle", "friend", "Ana", "Zoe"), 1)
    assert not of(Contact, me).filter(circle="friend").exists()


@pytest.mark.parametrize("arguments", [["foes", "Ana"], ["friend"], []])
def test_circle_needs_a_circle_and_somebody(unrut: Unrut, me: Person, arguments: list[str]) -> None:
    make_contact(me)

    sentence_of(unrut("people", "circle", *arguments), 2)
    assert of(Contact, me).get().circle == "other"


def test_spoken_is_today_or_a_day_and_never_back(unrut: Unrut, me: Person) -> None:
    ana, _ = ana_and_ben(me)

    earlier = as_json(unrut("people", "spoken", "Ana", "--on", "2026-08-01", "--json"))
    told = lines(unrut("people", "spoken", "Ana"))

    assert earlier["last_on"] == "2026-09-01"
    assert told == [f"{ana.pk:4d}  Ana Ortiz: Nurse at Kestrow (Mentor, spoken to within the last week)"]
    assert of(Contact, me).get(pk=ana.pk).last_on == TODAY
    assert "cannot be 1 December 2026" in sentence_of(
        unrut("people", "spoken", "Ana", "--on", "2026-12-01"), 3
    )


# forget


def test_forget_shows_what_goes_and_asks(unrut: Unrut, me: Person, in_a_terminal: None) -> None:
    ana, _ = ana_and_ben(me)
    make_talk(ana, notes="She likes it")
    make_strength_answer(me, contact=ana)

    kept = unrut("people", "forget", "Ana", given="n\n")
    assert (kept.exit_code, kept.stdout) == (130, "")
    assert of(Contact, me).count() == 2
    for words in ("This goes", "1 talk with its notes", "1 answer about", "This stays", "Forget them?"):
        assert words in kept.stderr

    gone = unrut("people", "forget", "Ana", given="y\n")
    assert (gone.exit_code, gone.stdout) == (0, "Ana Ortiz is forgotten.\n")
    assert [each.name for each in of(Contact, me)] == ["Ben Ito"]
    assert of(ForgottenContact, me).exists()


def test_forget_without_a_terminal_needs_yes(unrut: Unrut, me: Person) -> None:
    make_contact(me)

    assert "Add --yes" in sentence_of(unrut("people", "forget", "Ana", given="y\n"), 2)
    assert of(Contact, me).exists()


def test_forget_for_scripts_counts_what_went(unrut: Unrut, me: Person) -> None:
    ana, ben = ana_and_ben(me)
    make_talk(ana)
    make_talk(ben, notes="Ana Ortiz may know")

    assert as_json(unrut("people", "forget", "Ana", "--yes", "--json")) == {
        "name": "Ana Ortiz",
        "talks": 1,
        "answers": 0,
        "mentions": 1,
    }


# same, join and part


def test_same_lists_pairs_and_those_joined(unrut: Unrut, me: Person, bob: Person) -> None:
    first, second = make_contact(me, email="ana@example.org"), make_contact(me)
    ben = make_contact(me, "Ben Ito")
    twin = make_contact(me, "B. Ito", same_as=ben)
    make_contact(bob, "Ana Ortiz")

    assert lines(unrut("people", "same")) == [
        same_lead(1, 1),
        "",
        "The same name, and one of them names no company:",
        f"{first.pk:4d}  Ana Ortiz: ana@example.org, written down by you",
        f"{second.pk:4d}  Ana Ortiz: written down by you",
        "",
        f"Join two: unrut people join {first.pk} {second.pk}",
        "",
        "Joined",
        f"  {twin.pk:4d}  B. Ito: written down by you; stands with {ben.pk}",
    ]


def test_same_for_scripts(unrut: Unrut, me: Person) -> None:
    first, second = make_contact(me, company="Kestrow"), make_contact(me, company="Kestrow")
    twin = make_contact(me, "A. Ortiz", same_as=first)
    rest = {"position": "", "email": "", "phone": "", "url": "", "source": "own"}

    assert as_json(unrut("people", "same", "--json")) == {
        "pairs": [
            {
                "first": {"id": first.pk, "name": "Ana Ortiz", "company": "Kestrow", **rest},
                "second": {"id": second.pk, "name": "Ana Ortiz", "company": "Kestrow", **rest},
                "why": "name_and_company",
            }
        ],
        "joined": [{"id": twin.pk, "name": "A. Ortiz", "company": "", **rest, "same_as": first.pk}],
    }


def test_same_without_pairs_says_so(unrut: Unrut, me: Person) -> None:
    assert lines(unrut("people", "same")) == [same_lead(0, 0)]


def test_join_and_part_undo_each_other(unrut: Unrut, me: Person) -> None:
    first, second = make_contact(me), make_contact(me)

    joined = lines(unrut("people", "join", str(first.pk), str(second.pk)))
    assert of(Contact, me).get(pk=second.pk).same_as == first
    parted = lines(unrut("people", "part", str(second.pk)))

    assert joined == [f"Ana Ortiz is one person now [{first.pk}]."]
    assert parted == [f"Ana Ortiz stands alone again [{second.pk}]."]
    assert of(Contact, me).get(pk=second.pk).same_as is None


def test_join_and_part_for_scripts(unrut: Unrut, me: Person) -> None:
    first, second = make_contact(me), make_contact(me, "A. Ortiz")

    joined = as_json(unrut("people", "join", "Ana", "A. Ortiz", "--json"))
    parted = as_json(unrut("people", "part", "Ana Ortiz", "--json"))

    assert (joined["id"], joined["entries"]) == (first.pk, [first.pk, second.pk])
    assert (parted["id"], parted["entries"]) == (second.pk, [second.pk])


def test_join_of_one_entry_with_itself_is_refused(unrut: Unrut, me: Person) -> None:
    make_contact(me)

    assert "Ana Ortiz is one entry already" in sentence_of(unrut("people", "join", "Ana", "Ortiz"), 3)


def test_join_with_somebody_of_another_person_is_refused(unrut: Unrut, me: Person, bob: Person) -> None:
    ana, theirs = make_contact(me), make_contact(bob, "Cleo Marsh")

    assert "You know nobody" in sentence_of(unrut("people", "join", str(ana.pk), str(theirs.pk)), 1)
    theirs.refresh_from_db()
    assert theirs.same_as is None


def test_part_of_somebody_alone_says_so(unrut: Unrut, me: Person) -> None:
    make_contact(me)

    assert sentence_of(unrut("people", "part", "Ana"), 3) == (
        "Ana Ortiz is one entry, so there is nothing to take apart. See what is joined: unrut people same."
    )


def test_part_of_one_of_several_asks_which(unrut: Unrut, me: Person) -> None:
    ana = make_contact(me)
    first, second = (make_contact(me, name, same_as=ana) for name in ("A. Ortiz", "Ana O."))

    assert sentence_of(unrut("people", "part", "Ana Ortiz"), 3) == (
        f"2 entries are joined with Ana Ortiz, {second.pk} and {first.pk} among them. Give the number of the one you mean."
    )
