"""`unrut skills`: list, propose, add and forget."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.factories import TODAY, a_job, a_skill, an_accomplishment
from tests.integration.cli.answers import as_json, lines, refused

from unrut.cli.commands import skills as commands
from unrut.core.explore.occupations.own_skills import LEVEL_OF, Standing, shipped_skills
from unrut.models import OwnSkill, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

Unrut = Callable[..., Result]
LISTENING, SPEAKING = "2.A.1.b", "2.A.1.d"
CV = "Led negotiations with suppliers.\nNegotiated prices for ten years.\n"
NEGOTIATING = "2.B.1.d"


def name_of(element: str) -> str:
    return shipped_skills()[element].name


def test_levels_of_the_command_are_those_of_the_program() -> None:
    assert list(commands.LEVELS) == [standing.value for standing in Standing]


# list


def test_nothing_confirmed_says_how_to_begin(unrut: Unrut, me: Person, bob: Person) -> None:
    assert lines(unrut("skills")) == [
        "What can you do?",
        "See what your own words show: unrut skills propose",
    ]
    assert as_json(unrut("skills", "list", "--json")) == []


def test_what_words_show_is_counted_while_nothing_is_confirmed(unrut: Unrut, me: Person) -> None:
    an_accomplishment(me, "Negotiated with ten suppliers")

    assert lines(unrut("skills"))[0].endswith("once you say so.")


def test_confirmed_skills_are_listed_by_kind(unrut: Unrut, me: Person, bob: Person) -> None:
    a_skill(me, LISTENING, 4.5, evidence="Ran the user panel")
    a_skill(me, "2.C.1.a", 3.0, evidence="")

    assert lines(unrut("skills", "list")) == [
        "You said of 2 things how well you can do them.",
        "",
        "What you are good at",
        f"  {name_of(LISTENING)} [{LISTENING}]: strong (Ran the user panel)",
        "",
        "What you know about",
        f"  {name_of('2.C.1.a')} [2.C.1.a]: enough to work with",
    ]


def test_confirmed_skills_in_json(unrut: Unrut, me: Person, bob: Person) -> None:
    a_skill(me, LISTENING, 4.5, evidence="Ran the user panel")

    told = as_json(unrut("skills", "--json"))
    assert told == [
        {
            "element": LISTENING,
            "name": name_of(LISTENING),
            "standing": "strong",
            "evidence": "Ran the user panel",
        }
    ]
    assert as_json(unrut("skills", "list", "--json")) == told


def test_json_belongs_behind_the_command(unrut: Unrut, me: Person) -> None:
    assert "--json belongs behind the command: unrut skills list --json." in refused(
        unrut("skills", "--json", "list"), 2
    )


def test_all_skills_are_listed_with_what_is_confirmed(unrut: Unrut, me: Person, bob: Person) -> None:
    a_skill(me, LISTENING, 4.5)
    told = lines(unrut("skills", "list", "--all"))

    assert told[0] == "What you are good at"
    assert len([line for line in told if line.startswith("  ")]) == len(shipped_skills())
    assert f"  {name_of(LISTENING)} [{LISTENING}]: strong" in told
    assert f"  {name_of(SPEAKING)} [{SPEAKING}]" in told


def test_all_skills_in_json(unrut: Unrut, me: Person, bob: Person) -> None:
    a_skill(me, LISTENING, 4.5)

    told = {each["element"]: each["standing"] for each in as_json(unrut("skills", "list", "--all", "--json"))}
    assert told == {element: "strong" if element == LISTENING else None for element in shipped_skills()}


# propose


def test_nothing_is_proposed_where_nothing_is_told(unrut: Unrut, me: Person, bob: Person) -> None:
    (told,) = lines(unrut("skills", "propose"))

    assert told.startswith("Nothing here shows a skill we know the words for. Confirm one yourself;")
    assert as_json(unrut("skills", "propose", "--json")) == []


def test_own_words_and_the_work_done_propose_skills(unrut: Unrut, me: Person, bob: Person) -> None:
    an_accomplishment(me, "Negotiated with ten suppliers")
    a_job(me, "Data entry clerk", occupation="43-9021.00")
    told = lines(unrut("skills", "propose"))

    own, usual = told.index("Shown by your own words"), told.index("From the work you did")
    assert told[own + 1].endswith("“Negotiated with ten suppliers”")
    assert told[usual + 1].endswith(". Usual among Data Entry Keyers.")
    assert told[0].startswith("Nothing of this counts yet.")
    assert of(OwnSkill, me).count() == 0


def test_what_is_proposed_is_neither_confirmed_nor_twice(unrut: Unrut, me: Person) -> None:
    an_accomplishment(me, "Negotiated with ten suppliers")
    a_job(me, "Data entry clerk", occupation="43-9021.00")
    first = as_json(unrut("skills", "propose", "--json"))[0]
    a_skill(me, first["element"])

    told = [each["element"] for each in as_json(unrut("skills", "propose", "--json"))]
    assert first["quotes"] == ["Negotiated with ten suppliers"]
    assert (first["element"] in told, len(set(told))) == (False, len(told))


def test_file_proposes_skills_with_its_own_words(unrut: Unrut, me: Person, tmp_path: Path) -> None:
    a_job(me, "Data entry clerk", occupation="43-9021.00")
    path = tmp_path / "cv.txt"
    path.write_text(CV)

    told = as_json(unrut("skills", "propose", str(path), "--json"))
    found = {each["element"]: each for each in told}
    assert found[NEGOTIATING]["quotes"] == CV.splitlines()
    assert {each["work"] for each in told} == {""}


def test_what_is_piped_in_proposes_skills(unrut: Unrut, me: Person) -> None:
    told = lines(unrut("skills", "propose", "-", given=CV))

    assert [line for line in told if f"[{NEGOTIATING}]" in line] != []
    assert "From the work you did" not in told


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "cv.txt is empty. "),
        (b"%PDF-1.7", "cv.txt is a PDF, "),
        (b"PK\x03\x04 cut", "cv.txt cannot be unpacked"),
    ],
)
def test_file_that_cannot_be_read_is_one_sentence(
    unrut: Unrut, me: Person, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "cv.txt"
    path.write_bytes(content)

    assert refused(unrut("skills", "propose", str(path)), 3).startswith(sentence)


def test_file_that_is_not_there_is_one_sentence(unrut: Unrut, me: Person, tmp_path: Path) -> None:
    sentence = refused(unrut("skills", "propose", str(tmp_path / "cv.txt")), 3)

    assert sentence.startswith(f"{tmp_path / 'cv.txt'} cannot be used: No such file or directory.")


def test_nothing_piped_in_is_one_sentence(unrut: Unrut, me: Person) -> None:
    assert refused(unrut("skills", "propose", "-"), 3).startswith("What you piped in is empty.")


# add and forget


@pytest.mark.parametrize(
    "named", [SPEAKING, f" {SPEAKING} ", "Speaking to people", "speaking  TO people", "speaking"]
)
def test_skill_is_confirmed_by_its_number_or_name(unrut: Unrut, me: Person, named: str) -> None:
    told = lines(unrut("skills", "add", named, "--level", "strong", "--evidence", "Gave 30 talks"))

    row = of(OwnSkill, me).get()
    assert told == [f"Kept: {name_of(SPEAKING)} [{SPEAKING}]: strong (Gave 30 talks)"]
    assert (row.element, row.level, row.evidence, row.said_on) == (
        SPEAKING,
        LEVEL_OF[Standing.STRONG],
        "Gave 30 talks",
        TODAY,
    )


def test_skill_is_said_anew(unrut: Unrut, me: Person) -> None:
    a_skill(me, SPEAKING, 6.0)

    told = as_json(unrut("skills", "add", SPEAKING, "--level", "basic", "--json"))
    # What showed it before still does.
    assert told["evidence"] == "Ran the user panel"
    assert of(OwnSkill, me).get().level == LEVEL_OF[Standing.BASIC]
    told = as_json(unrut("skills", "add", SPEAKING, "--level", "strong", "--evidence", "30 talks", "--json"))
    assert told == {
        "element": SPEAKING,
        "name": name_of(SPEAKING),
        "standing": "strong",
        "evidence": "30 talks",
    }


@pytest.mark.parametrize("command", [["add", "--level", "basic"], ["forget"]])
@pytest.mark.parametrize("named", ["juggling", "", "9.Z"])
def test_skill_there_is_none_of_is_refused(unrut: Unrut, me: Person, command: list[str], named: str) -> None:
    sentence = refused(unrut("skills", *command, named), 3)

    assert sentence == f'There is no skill called "{named}". See them all: unrut skills list --all\n'


def test_skill_that_may_be_several_names_them(unrut: Unrut, me: Person) -> None:
    wanted = [skill for skill in shipped_skills().values() if "computers" in skill.name.casefold()]
    sentence = refused(unrut("skills", "add", "Computers", "--level", "basic"), 3)

    known = " and ".join(f"{skill.name} [{skill.id}]" for skill in wanted)
    assert len(wanted) == 2
    assert sentence == f'"Computers" may be {known}. Give the number of the one you mean.\n'


def test_of_many_skills_only_a_few_are_named(unrut: Unrut, me: Person) -> None:
    count = len([skill for skill in shipped_skills().values() if "ing" in skill.name.casefold()])
    sentence = refused(unrut("skills", "forget", "ing"), 3)

    assert sentence.endswith(f" and {count - 8} more. Give the number of the one you mean.\n")


def test_evidence_that_is_too_long_is_refused(unrut: Unrut, me: Person) -> None:
    asked = ["add", SPEAKING, "--level", "basic", "--evidence", "x" * 501]

    assert "longer than 500 characters" in refused(unrut("skills", *asked), 3)
    assert of(OwnSkill, me).count() == 0


@pytest.mark.parametrize("options", [[], ["--level", "godlike"]])
def test_level_must_be_one_of_the_levels(unrut: Unrut, me: Person, options: list[str]) -> None:
    assert "'--level'" in refused(unrut("skills", "add", SPEAKING, *options), 2)


def test_skill_is_taken_back(unrut: Unrut, me: Person, bob: Person) -> None:
    a_skill(me, LISTENING)
    theirs = of(OwnSkill, bob).count()

    assert lines(unrut("skills", "forget", LISTENING)) == [
        f"{name_of(LISTENING)}: what you said is taken back."
    ]
    assert (of(OwnSkill, me).count(), of(OwnSkill, bob).count()) == (0, theirs)


def test_skill_that_only_somebody_else_said_is_refused(unrut: Unrut, me: Person, bob: Person) -> None:
    sentence = refused(unrut("skills", "forget", LISTENING), 1)

    assert sentence == f"You said nothing of {name_of(LISTENING)}. What you said is listed by unrut skills.\n"
