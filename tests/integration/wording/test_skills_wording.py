"""Skills and standing in sentences."""

from collections.abc import Callable

import pytest

from unrut.core.explore.occupations.own_skills import SkillTable, Standing, shipped_skills
from unrut.core.explore.occupations.reach import Horizon
from unrut.models import Background, Job
from unrut.queries.skills import SkillProposal
from unrut.queries.standpoint import Home, Standpoint
from unrut.wording import skills as wording

pytestmark = pytest.mark.integration


def standpoint(*homes: Home) -> Standpoint:
    return Standpoint(homes, (), Background(), None, 0, None)  # type: ignore[arg-type] # what it is like has no part in it


def home(title: str, row: int | None, *, is_present: bool = True, said: str = "") -> Home:
    return Home(Job(title=title, is_present=is_present, occupation=said), row, None, 1.0)


def test_every_standing_table_and_horizon_has_its_own_words() -> None:
    assert len({wording.standing_words(standing) for standing in Standing}) == len(Standing)
    assert len({wording.table_name(table) for table in SkillTable}) == len(SkillTable)
    assert [horizon for horizon, _, _ in wording.horizon_choices()] == list(Horizon)
    assert len({name for _, name, _ in wording.horizon_choices()}) == len(Horizon)


@pytest.mark.parametrize(
    ("known", "proposed", "words"),
    [
        (0, 0, "What can you do?"),
        (0, 1, "What you wrote shows 1 thing you may be able to do. It counts once you say so."),
        (0, 2, "What you wrote shows 2 things you may be able to do. Each counts once you say so."),
        (1, 5, "You said of 1 thing how well you can do it."),
        (3, 0, "You said of 3 things how well you can do them."),
    ],
)
def test_lead_counts_what_is_said_before_what_is_proposed(known: int, proposed: int, words: str) -> None:
    assert wording.skills_lead(known, proposed) == words


@pytest.mark.parametrize(
    ("counted", "none", "one", "many"),
    [
        (
            wording.read_lead,
            "Nothing in it gives away a skill beyond those you confirmed. Lines that say what you did help most.",
            "1 thing can be read from it. Tick it if it is right; nothing is kept unasked.",
            "2 things can be read from it. Tick those that are right; nothing is kept unasked.",
        ),
        (wording.changed_words, "Nothing was changed.", "Kept: 1 was changed.", "Kept: 2 were changed."),
        (wording.kept_words, "Kept: 0 skills.", "Kept: 1 skill.", "Kept: 2 skills."),
        (
            wording.licences_words,
            "Licences and registrations you hold: none said",
            "Licences and registrations you hold: 1",
            "Licences and registrations you hold: 2",
        ),
        (
            wording.usual_words,
            "0 things that are usual in the work you did",
            "1 thing that is usual in the work you did",
            "2 things that are usual in the work you did",
        ),
        (
            wording.told_words,
            "0 more from what you got done",
            "1 more from what you got done",
            "2 more from what you got done",
        ),
    ],
)
def test_counts_are_whole_sentences(counted: Callable[[int], str], none: str, one: str, many: str) -> None:
    assert [counted(count) for count in (0, 1, 2)] == [none, one, many]


def test_only_what_is_usual_says_why() -> None:
    skill = shipped_skills()["2.A.1.b"]

    assert wording.why_words(SkillProposal(skill, Standing.BASIC, work="Cooks")) == "Usual among Cooks."
    assert wording.why_words(SkillProposal(skill, Standing.BASIC, quotes=("Heard them out",))) == ""
    assert wording.all_words(109) == "Go through all 109, one by one"


@pytest.mark.parametrize(
    ("homes", "title", "words"),
    [
        ((), "", "Where do you stand? It begins with the work you do now."),
        (
            (home("Chef", 3),),
            "Cooks",
            "You stand among Cooks. How far other work is, is measured from there.",
        ),
        (
            (home("Vibe lead", None),),
            "",
            "“Vibe lead” is no kind of work we know by that name. Say which it is.",
        ),
        (
            (home("Chef", 3, is_present=False),),
            "",
            "You stand on the work you did before. What you do now is not told yet.",
        ),
        (
            (home("Vibe lead", None, is_present=False),),
            "",
            "Where do you stand? It begins with the work you do now.",
        ),
    ],
)
def test_standing_is_said_as_far_as_it_is_known(homes: tuple[Home, ...], title: str, words: str) -> None:
    assert wording.me_lead(standpoint(*homes), title) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (home("Vibe lead", None), "No kind of work goes by this name, so it does not count yet."),
        (home("Chef", 3, said="35-1011.00"), "Counts as Cooks, as you said."),
        (home("Chef", 3), "Taken for Cooks: that is its name."),
    ],
)
def test_job_says_what_it_is_taken_for_and_why(found: Home, words: str) -> None:
    assert wording.home_words(found, "Cooks", "that is its name") == words


def test_what_was_said_of_a_job_is_repeated() -> None:
    assert wording.job_said_words("Chef", "Cooks") == "Kept: “Chef” counts as Cooks."
    assert wording.job_said_words("Chef", "") == "Kept: what “Chef” is, is read from its name again."
