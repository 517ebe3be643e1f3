"""`unrut strengths`: show, me, list, ask, take and inventory."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from tests.factories import (
    MONDAY,
    TODAY,
    a_checkin,
    a_goal,
    a_step,
    an_accomplishment,
    make_contact,
    make_invite,
    make_strength_answer,
    weeks_before,
)
from tests.integration.cli.answers import as_json, lines, refused
from tests.unit.core.explore.strengths.given import as_file, as_text, filled

from unrut.core.explore.strengths.inventory import in_turn
from unrut.core.explore.strengths.vocabulary import shipped_strengths
from unrut.models import Person, SelfView, StrengthAnswer, StrengthInvite
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

Unrut = Callable[..., Result]
FIRST = (
    "Say first what you see in yourself; then you see what others see. Otherwise their words would colour yours. "
    "Choose with unrut strengths me; all there are: unrut strengths list"
)
CALM = "You kept calm when the server failed."


def seen(owner: Person, *strengths: str) -> SelfView:
    return SelfView.objects.create(owner=owner, strengths=list(strengths), said_on=MONDAY)


def returned(asked: StrengthInvite, **changes: Any) -> dict[str, Any]:
    return filled(bytes.fromhex(asked.key), invite=asked.code, **changes)


# show


@pytest.mark.parametrize("command", [["strengths"], ["strengths", "show"], ["strengths", "me"]])
def test_own_view_comes_first(unrut: Unrut, me: Person, command: list[str]) -> None:
    make_strength_answer(me, CALM, contact=make_contact(me))

    assert lines(unrut(*command)) == [FIRST]


def test_own_view_comes_first_for_scripts(unrut: Unrut, me: Person, bob: Person) -> None:
    assert as_json(unrut("strengths", "--json")) == as_json(unrut("strengths", "show", "--json"))
    assert as_json(unrut("strengths", "--json")) == {
        "portrait": None,
        "answers": [],
        "asked": [],
        "more": {"people": 8, "circles": 3},
    }


def test_portrait_is_shown_by_who_sees_it(unrut: Unrut, me: Person) -> None:
    ana = make_contact(me, circle="friend")
    make_strength_answer(me, CALM, contact=ana, wasted="Dull and serious")
    for number in range(2):
        make_strength_answer(me, f"Hidden {number}")
    an_accomplishment(me, "Kept calm in the flood")
    seen(me, "writes")

    assert lines(unrut("strengths")) == [
        "Asked: 0 of 8 to 12 people, 0 of at least 3 circles. Answers from 1 person.",
        "Ask 8 more people, from 3 more circles: one circle sees one side of you.",
        "2 answers without a name wait until there are 4: all of them are shown at once, so that nobody can be guessed.",
        "",
        "Others see it, and you did not name it",
        "  Keeps calm: 1 person",
        "    “You kept calm when the server failed” – Ana Ortiz",
        "    Shown by: Kept calm in the flood",
        "",
        "You see it, and nobody named it yet",
        "  Writes so that people read",
        "",
        "What would waste you",
        "  A place where nobody laughs. (1 person)",
        "    “Dull and serious” – Ana Ortiz",
    ]


def test_portrait_for_scripts_has_no_single_answer_without_a_name(unrut: Unrut, me: Person) -> None:
    ana = make_contact(me, circle="friend")
    answer = make_strength_answer(me, CALM, contact=ana, wasted="Dull and serious")
    done = an_accomplishment(me, "Kept calm in the flood")
    make_strength_answer(me, "Hidden")
    seen(me, "keeps_calm")

    told = as_json(unrut("strengths", "show", "--json"))

    words = {"text": CALM.removesuffix("."), "from": "Ana Ortiz"}
    assert told["portrait"] == {
        "people": 1,
        "circles": 1,
        "without_name": 0,
        "waiting": 1,
        "themes": [
            {
                "key": "keeps_calm",
                "name": "Keeps calm",
                "seen_by": "both",
                "people": 1,
                "is_theme": False,
                "words": [words],
                "shown_by": [done.pk],
            }
        ],
        "wasted": [
            {"key": "lifts", "people": 1, "words": [{"text": "Dull and serious", "from": "Ana Ortiz"}]}
        ],
    }
    assert told["answers"] == [
        {"id": answer.pk, "from": "Ana Ortiz", "received_on": "2026-11-16", "way": "form"}
    ]


def test_quote_without_a_name_stands_alone(unrut: Unrut, me: Person) -> None:
    for _ in range(4):
        make_strength_answer(me, CALM)
    seen(me, "keeps_calm")

    assert "    “You kept calm when the server failed”" in lines(unrut("strengths"))
    assert of(SelfView, me).get().pooled == 4


def test_portrait_is_written_as_a_pdf(unrut: Unrut, me: Person, tmp_path: Path) -> None:
    seen(me, "writes")
    file = tmp_path / "portrait.pdf"

    result = unrut("strengths", "show", "--paper", str(file))

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"What is seen in you is in {file} now.\n"
    assert file.read_bytes().startswith(b"%PDF")
    assert "is there already" in refused(unrut("strengths", "show", "--paper", str(file)), 3)
    assert unrut("strengths", "show", "--paper", str(file), "--force", "--json").exit_code == 0


def test_portrait_on_standard_output_is_nothing_but_the_file(unrut: Unrut, me: Person) -> None:
    seen(me, "writes")

    result = unrut("strengths", "show", "--paper", "-", "--json")

    assert result.stdout_bytes.startswith(b"%PDF")
    assert result.stdout_bytes.rstrip().endswith(b"%%EOF")


def test_no_paper_is_written_before_the_own_view(unrut: Unrut, me: Person, tmp_path: Path) -> None:
    file = tmp_path / "portrait.pdf"

    assert refused(unrut("strengths", "show", "--paper", str(file)), 3) == f"{FIRST}\n"
    assert not file.exists()


def test_json_before_a_command_is_refused(unrut: Unrut, me: Person) -> None:
    assert "--json belongs behind the command" in refused(unrut("strengths", "--json", "list"), 2)


# me


def test_own_strengths_go_by_key_name_or_a_part(unrut: Unrut, me: Person) -> None:
    told = lines(unrut("strengths", "me", "explains", "keeps  CALM", "patterns"))

    assert told == [
        "You said on 20 November 2026 what you see in yourself.",
        "Explains things",
        "Keeps calm",
        "Sees patterns",
    ]
    assert as_json(unrut("strengths", "me", "--json")) == {
        "strengths": ["explains", "keeps_calm", "sees_patterns"],
        "said_on": "2026-11-20",
    }


def test_own_strengths_unsaid_are_null(unrut: Unrut, me: Person) -> None:
    assert as_json(unrut("strengths", "me", "--json")) == {"strengths": None, "said_on": None}


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ("flies", 'There is no strength called "flies". See them all: unrut strengths list'),
        (" ", 'There is no strength called " ". See them all: unrut strengths list'),
        ("fast", None),
        (
            "keeps",
            '"keeps" may be Keeps calm [keeps_calm] and Keeps their word [keeps_word]. Give the key of the one you mean.',
        ),
    ],
)
def test_own_strength_must_be_one_of_the_list(
    unrut: Unrut, me: Person, named: str, sentence: str | None
) -> None:
    result = unrut("strengths", "me", named)

    assert (result.stderr.strip() or None) == sentence
    assert of(SelfView, me).exists() is (sentence is None)


def test_too_many_own_strengths_are_refused(unrut: Unrut, me: Person) -> None:
    named = list(shipped_strengths().strengths)[:8]

    assert "You named 8 strengths. Choose one to 7" in refused(unrut("strengths", "me", *named), 3)


# list


def test_list_has_all_strengths_by_group(unrut: Unrut, me: Person) -> None:
    told = lines(unrut("strengths", "list"))

    assert told[:2] == [
        "How they think",
        "  Sees patterns [sees_patterns]. Sees what belongs together where others see single cases.",
    ]
    assert sum("[" in line for line in told) == len(shipped_strengths().strengths)


def test_list_for_scripts_has_keys(unrut: Unrut, me: Person) -> None:
    told = as_json(unrut("strengths", "list", "--json"))

    assert [each["key"] for each in told] == list(shipped_strengths().strengths)
    assert told[0] == {
        "key": "sees_patterns",
        "name": "Sees patterns",
        "sentence": "Sees what belongs together where others see single cases.",
        "group": "How they think",
    }


# ask


def test_ask_invites_by_number_and_name_and_writes_forms(unrut: Unrut, me: Person, tmp_path: Path) -> None:
    ana, ben = make_contact(me, circle="friend"), make_contact(me, "Ben", circle="family")
    folder = tmp_path / "forms"

    result = unrut("strengths", "ask", "ortiz", str(ben.pk), "--name", "Maya", "--form", str(folder))

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "2 of 8 to 12 people, 2 of at least 3 circles.",
        "Ask 6 more people, from 1 more circle: one circle sees one side of you.",
        "",
        "Asked",
        f"  {ana.pk:4d}  Ana Ortiz: asked on 20 November 2026",
        f"  {ben.pk:4d}  Ben: asked on 20 November 2026",
    ]
    names = [f"unrut-questions-ana-ortiz-{ana.pk}.html", f"unrut-questions-ben-{ben.pk}.html"]
    assert sorted(file.name for file in folder.iterdir()) == names
    form = (folder / names[0]).read_text()
    assert "Maya asks: what do you see in me?" in form
    assert of(StrengthInvite, me).get(contact=ana).code in form


def test_ask_without_people_writes_the_forms_of_those_who_have_not_answered(
    unrut: Unrut, me: Person, tmp_path: Path
) -> None:
    me.name = "Maya"
    me.save()
    ana = make_contact(me)
    make_invite(ana)
    make_invite(make_contact(me, "Ben"), answered_on=TODAY)

    result = unrut("strengths", "ask", "--form", str(tmp_path))

    assert "Ben: answered on 20 November 2026" in result.stdout
    assert [file.name for file in tmp_path.glob("*.html")] == [f"unrut-questions-ana-ortiz-{ana.pk}.html"]


def test_ask_for_scripts_lists_who_was_asked(unrut: Unrut, me: Person) -> None:
    ana = make_contact(me)

    told = as_json(unrut("strengths", "ask", "Ana Ortiz", "--json"))

    assert told == {
        "asked": [
            {
                "id": of(StrengthInvite, me).get().pk,
                "contact": ana.pk,
                "name": "Ana Ortiz",
                "asked_on": "2026-11-20",
                "answered_on": None,
            }
        ],
        "more": {"people": 7, "circles": 3},
    }


def test_ask_writes_no_form_without_the_name_of_the_asker(unrut: Unrut, me: Person, tmp_path: Path) -> None:
    make_contact(me)

    sentence = refused(unrut("strengths", "ask", "Ana", "--form", str(tmp_path / "forms")), 3)

    assert sentence == (
        'The form has to say who asks. Give the name they know you by: unrut strengths ask --name "Maya".\n'
    )
    assert not (tmp_path / "forms").exists()


def test_ask_of_somebody_unknown_asks_nobody(unrut: Unrut, me: Person) -> None:
    make_contact(me)

    assert 'You know nobody called "Zoe"' in refused(unrut("strengths", "ask", "Ana", "Zoe"), 1)
    assert not of(StrengthInvite, me).exists()


# take


def test_answer_is_taken_from_a_file(unrut: Unrut, me: Person, tmp_path: Path) -> None:
    asked = make_invite(make_contact(me))
    file = tmp_path / "unrut-answer.json"
    file.write_bytes(as_file(returned(asked)))

    assert lines(unrut("strengths", "take", str(file))) == ["Kept: the answer of Ana Ortiz."]
    assert of(StrengthAnswer, me).get().giver == "Ana Ortiz"


def test_answer_without_a_name_tells_nothing_of_it(unrut: Unrut, me: Person) -> None:
    first, second = (make_invite(make_contact(me, name)) for name in ("Ana", "Ben"))

    told = lines(unrut("strengths", "take", "-", given=as_text(returned(first, signed=False))))
    values = as_json(unrut("strengths", "take", "-", "--json", given=as_text(returned(second, signed=False))))

    assert told == [
        "Kept, without a name.",
        "1 answer without a name waits until there are 4: all of them are shown at once, so that nobody can be guessed.",
    ]
    assert values == {"from": None, "is_signed": False, "is_changed": False, "waiting": 2}


def test_changed_answer_is_taken_only_with_changed(unrut: Unrut, me: Person) -> None:
    asked = make_invite(make_contact(me))
    changed = json.dumps({**returned(asked), "wasted": "Nothing at all"})

    sentence = refused(unrut("strengths", "take", "-", given=changed), 3)
    told = as_json(unrut("strengths", "take", "-", "--changed", "--json", given=changed))

    assert sentence == (
        "The answer of Ana Ortiz was changed after it left the form: its checksum does not fit. Ask for the file once more, "
        "or take it as it is, marked as changed. To take it as it is, add --changed.\n"
    )
    assert told == {"from": "Ana Ortiz", "is_signed": True, "is_changed": True, "waiting": 0}


def test_second_answer_is_refused(unrut: Unrut, me: Person) -> None:
    asked = make_invite(make_contact(me))
    text = as_text(returned(asked))
    unrut("strengths", "take", "-", given=text)

    assert refused(unrut("strengths", "take", "-", given=text), 3) == (
        "The answer of Ana Ortiz is here already. Remove it first if this one shall take its place; one without a name stays, "
        "as nobody can tell which it is.\n"
    )


def test_answer_of_another_person_is_refused(unrut: Unrut, me: Person, bob: Person) -> None:
    theirs, before = make_invite(make_contact(bob)), list(StrengthAnswer.objects.all())

    sentence = refused(unrut("strengths", "take", "-", given=as_text(returned(theirs))), 3)

    assert "belongs to an invitation that is not among yours" in sentence
    assert list(StrengthAnswer.objects.all()) == before
    assert not of(StrengthAnswer, me).exists()


@pytest.mark.parametrize(
    ("cut", "sentence"),
    [
        (lambda text: text[:-60], "The answer is cut short. Copy the whole text again"),
        (lambda _: "Dear Maya, you are great.", "This is no answer from a form of Unrut"),
        (lambda _: "", "This is no answer from a form of Unrut"),
        (lambda _: "x" * 300_000, "This is too long for an answer"),
    ],
)
def test_what_is_no_whole_answer_is_refused(
    unrut: Unrut, me: Person, cut: Callable[[str], str], sentence: str
) -> None:
    asked = make_invite(make_contact(me))

    assert sentence in refused(unrut("strengths", "take", "-", given=cut(as_text(returned(asked)))), 3)
    assert not of(StrengthAnswer, me).exists()


def test_file_that_is_not_there_is_named(unrut: Unrut, me: Person, tmp_path: Path) -> None:
    assert "answer.json cannot be used" in refused(
        unrut("strengths", "take", str(tmp_path / "answer.json")), 3
    )


# inventory


def test_inventory_shows_what_is_open(unrut: Unrut, me: Person) -> None:
    told = lines(unrut("strengths", "inventory"))

    assert told[:3] == ["0 of 92 sentences are answered.", "", "Still open"]
    first = in_turn()[0]
    assert told[3] == f"  {first.id}: {first.text}"
    assert len(told) == 15


def test_inventory_is_answered_scored_and_taken_back(unrut: Unrut, me: Person) -> None:
    given = ["teamwork_1=5", "teamwork_2=1", "teamwork_3=4", "curiosity_1=2"]
    told = lines(unrut("strengths", "inventory", *given))
    values = as_json(unrut("strengths", "inventory", "curiosity_1=", "--json"))

    assert told[:4] == [
        "4 of 92 sentences are answered.",
        "",
        "How far you agree",
        "  Citizenship and teamwork: 4.7 of 5",
    ]
    assert values["answers"] == {"teamwork_1": 5, "teamwork_2": 1, "teamwork_3": 4}
    assert values["scores"][0]["scale"] == "teamwork"
    assert len(values["items"]) == 92


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("teamwork_1", '"teamwork_1" is no answer. Write it like teamwork_1=4'),
        ("teamwork_1=four", '"teamwork_1=four" is no answer'),
        ("teamwork_1=٤", "is no answer"),
        ("teamwork_1=9", "Choose a whole number from 1 to 5"),
        ("flying_1=3", '"flying_1" is no item of the inventory'),
    ],
)
def test_inventory_refuses_what_is_no_answer(unrut: Unrut, me: Person, answer: str, sentence: str) -> None:
    assert sentence in refused(unrut("strengths", "inventory", "curiosity_1=2", answer), 3)
    assert as_json(unrut("strengths", "inventory", "--json"))["answers"] == {}


# The next step


def agreed(owner: Person) -> None:
    for number in range(3):
        make_strength_answer(
            owner, "You explained the contract to me.", contact=make_contact(owner, str(number))
        )
    seen(owner, "writes")
    a_step(a_goal(owner), strand="connections")


def test_next_tells_which_strengths_the_step_works_to(unrut: Unrut, me: Person) -> None:
    agreed(me)

    assert lines(unrut("next"))[1] == "Your next step works to what others see in you: explaining things."
    assert as_json(unrut("next", "--json"))["next_strengths"] == ["explains"]


def test_next_is_quiet_while_help_is_offered(unrut: Unrut, me: Person) -> None:
    agreed(me)
    for weeks in range(4):
        a_checkin(me, weeks_before(weeks), energy=10)

    assert as_json(unrut("next", "--json"))["next_strengths"] == []


def test_next_without_a_step_names_no_strengths(unrut: Unrut, me: Person) -> None:
    seen(me, "writes")
    a_goal(me)

    assert as_json(unrut("next", "--json"))["next_strengths"] == []
