"""`unrut occupations`: find, show, near, rank, gap, weigh and me."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.factories import (
    TODAY,
    a_background,
    a_goal,
    a_job,
    a_level,
    a_note,
    a_skill,
    a_want,
    an_opening,
    weeks_before,
)
from tests.integration.cli.answers import as_json, lines, refused

from unrut.cli.commands import occupations as commands
from unrut.cli.pages.near import near_lines
from unrut.core.explore.occupations.atlas import MOST_ZONES
from unrut.core.explore.occupations.reach import Horizon, Verdict
from unrut.core.explore.occupations.riasec import Holland
from unrut.core.explore.occupations.skill_words import plain_names
from unrut.core.explore.occupations.study import MOST_EDUCATION
from unrut.models import Background, Job, NoteKind, OpeningReading, Person, Step, Way
from unrut.queries.atlas import FILE, attribution
from unrut.queries.guide import current_guide
from unrut.queries.occupations import Filters, Judged, Order, Place, ranked_occupations
from unrut.queries.scope import of
from unrut.wording.occupations import average_sentence

pytestmark = pytest.mark.integration

Unrut = Callable[..., Result]
NURSES, PROGRAMMERS, UNASKED = "29-1141.00", "15-1251.00", "11-2032.00"
ANALYSTS = "13-1161.00"
NO_WORDS = "qqxzzkv"
NOT_KNOWN = f'No kind of work is called anything like "{NO_WORDS}". Try other words, or the English title.\n'
NOT_COUNTED = "No kind of work goes by this name, so it does not count yet."
ALL_LISTED = "2000"


@pytest.fixture
def clerk(me: Person, bob: Person) -> Person:
    """Somebody bored in an office, who wants freedom above all, and a workplace that nothing is known of."""
    job = a_job(me, "Data entry clerk", occupation="43-9021.00")
    a_level(job, "autonomy", 2)
    a_want(me, "autonomy", 100, 10)
    a_want(me, "remote_location", 30, 10)
    return me


def part(told: list[str], title: str) -> list[str]:
    """The lines of a titled part, without the title."""
    start = told.index(title) + 1
    return [line.removeprefix("  ") for line in told[start : told.index("", start)]]


def attributed() -> str:
    return attribution(current_guide().atlas)


def test_choices_of_the_commands_are_those_of_the_program() -> None:
    assert list(commands.PLACES) == [place.value for place in Place]
    assert list(commands.ORDERS) == [order.value for order in Order]
    assert list(commands.HORIZONS) == [horizon.value for horizon in Horizon]
    assert list(commands.INTERESTS) == [kind.value for kind in Holland]
    assert (commands.MOST_ZONE, commands.MOST_EDUCATION) == (MOST_ZONES, MOST_EDUCATION)


# near


def test_near_prints_as_many_as_asked_for_nearest_first(unrut: Unrut) -> None:
    told = as_json(unrut("occupations", "near", ANALYSTS, "-n", "20", "--json"))

    guide = current_guide()
    near = guide.neighbourhood.nearest(guide.atlas.rows[ANALYSTS], most=20)
    assert [each["code"] for each in told] == [each.code for each in near]
    assert len(told) == 20
    assert told[0] == {
        "code": near[0].code,
        "title": near[0].title,
        "nearness": round(near[0].nearness, 4),
        "shared": plain_names(near[0].shared),
        "source": f"O*NET {guide.atlas.release}",
    }


def test_near_in_a_process_of_its_own_needs_neither_store_nor_django(tmp_path: Path) -> None:
    home = tmp_path / "nobody"
    program = (
        "import sys; from unrut.cli.main import run; "
        "code = run(['occupations', 'near', '13-1161.00', '-n', '3', '--json']); "
        "sys.exit(code or 9 * ('django' in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "UNRUT_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert [sorted(each) for each in json.loads(done.stdout)] == [
        ["code", "nearness", "shared", "source", "title"]
    ] * 3
    assert not home.exists()


def test_near_in_words_says_what_both_need(unrut: Unrut) -> None:
    told = lines(unrut("occupations", "near", "registered nurse", "-n", "2"))

    guide = current_guide()
    first = guide.neighbourhood.nearest(guide.atlas.rows[NURSES], most=1)[0]
    assert told[0] == "Nearest to Registered Nurses, by tasks, knowledge, skills and names:"
    assert told[1] == f"  {first.title} [{first.code}]; both need {', '.join(plain_names(first.shared))}"
    assert (len(told), told[3:]) == (5, ["", attributed()])


def test_near_nothing_says_so(unrut: Unrut) -> None:
    assert near_lines(current_guide(), 0, [])[:2] == ["Nothing is known that is near Chief Executives.", ""]


def test_near_leaves_out_what_both_need_where_that_is_not_known(unrut: Unrut) -> None:
    told = lines(unrut("occupations", "near", UNASKED, "-n", "1"))

    assert (told[1].startswith("  "), told[1].endswith("]")) == (True, True)


@pytest.mark.parametrize(
    "named", ["29-1141.00", "29-1141", " 29-1141 ", "Registered Nurses", "registered nurse"]
)
def test_work_is_named_by_its_code_or_a_title(unrut: Unrut, named: str) -> None:
    told = as_json(unrut("occupations", "show", named, "--json"))

    assert told["code"] == NURSES


@pytest.mark.parametrize("asked", [["near"], ["show"], ["gap"], ["weigh"]])
def test_code_there_is_none_of_is_refused(unrut: Unrut, asked: list[str]) -> None:
    sentence = refused(unrut("occupations", *asked, "99-9999.00"), 1)

    assert sentence == 'There is no kind of work with the code "99-9999.00". Look it up by its name.\n'


@pytest.mark.parametrize("asked", [["near"], ["show"], ["gap"], ["weigh"]])
def test_title_that_says_nothing_is_refused(unrut: Unrut, asked: list[str]) -> None:
    assert refused(unrut("occupations", *asked, NO_WORDS), 3) == NOT_KNOWN


def test_title_that_may_be_several_names_them(unrut: Unrut) -> None:
    sentence = refused(unrut("occupations", "near", "teacher of something"), 3)

    matches = current_guide().find("teacher of something")
    assert (
        sentence
        == '"teacher of something" may be any of these: '
        + "; ".join(f"{match.title} [{match.code}]" for match in matches)
        + ". Give the code of the one you mean.\n"
    )


def test_near_without_a_name_is_near_the_present_job(unrut: Unrut, clerk: Person) -> None:
    a_job(clerk, "Software developer", is_present=False, occupation=PROGRAMMERS)

    own = as_json(unrut("occupations", "near", "-n", "5", "--json"))
    assert own == as_json(unrut("occupations", "near", "43-9021.00", "-n", "5", "--json"))


def test_near_without_a_name_needs_to_know_the_work(unrut: Unrut, me: Person, bob: Person) -> None:
    sentence = refused(unrut("occupations", "near"), 1)

    assert sentence.startswith("Which kind of work is yours is not known. Name one here, or say it:")


@pytest.mark.parametrize("count", ["0", "2001", "many"])
def test_count_that_cannot_be_is_wrong_usage(unrut: Unrut, count: str) -> None:
    assert "Invalid value for '-n'" in refused(unrut("occupations", "near", NURSES, "-n", count), 2)


def test_damaged_atlas_of_the_home_is_told_beside_the_answer(unrut: Unrut, own_home: Path) -> None:
    (own_home / FILE).write_bytes(b"nothing of the kind")

    result = unrut("occupations", "near", NURSES, "-n", "1", "--json")
    assert len(json.loads(result.stdout)) == 1
    assert result.stderr.startswith(f"{own_home / FILE}: ")
    assert result.stderr.endswith("Until then the occupations of the program are shown.\n")


# find


def test_find_says_how_sure_it_is_and_why(unrut: Unrut) -> None:
    assert lines(unrut("occupations", "find", "Registered Nurses", "-n", "1")) == [
        "Registered Nurses [29-1141.00]: almost surely; that is its name",
        "",
        attributed(),
    ]


def test_find_in_json_has_all_that_were_asked_for(unrut: Unrut) -> None:
    told = as_json(unrut("occupations", "find", "teacher", "-n", "7", "--json"))

    found = current_guide().find("teacher", most=7)
    assert [each["code"] for each in told["found"]] == [match.code for match in found]
    assert (told["words"], told["source"], len(found) > 5) == ("teacher", attributed(), True)
    assert set(told["found"][0]) == {"code", "title", "told", "reason", "chance"}


def test_finding_nothing_is_an_answer(unrut: Unrut) -> None:
    assert lines(unrut("occupations", "find", NO_WORDS)) == [NOT_KNOWN.strip()]
    assert as_json(unrut("occupations", "find", NO_WORDS, "--json"))["found"] == []


# rank


def test_ranking_for_somebody_who_told_nothing_says_what_to_tell(
    unrut: Unrut, me: Person, bob: Person
) -> None:
    told = lines(unrut("occupations", "rank", "-n", "1"))

    atlas = current_guide().atlas
    assert told[:5] == [
        f"{len(atlas):,} kinds of work are here, and nothing you want to judge them by yet.",
        "Say what you want: unrut wants",
        "Say what you do now: unrut job --title",
        "",
        f"{len(atlas):,} kinds of work, what asks least first; here are 1 of them, and -n shows more:",
    ]
    assert told[7].startswith("  Preparation: ")
    assert told[8:] == ["", average_sentence(), "", attributed()]


def test_ranking_is_that_of_the_query(unrut: Unrut, clerk: Person) -> None:
    told = as_json(unrut("occupations", "rank", "-n", "3", "--json"))

    found = ranked_occupations(Judged(clerk, today=TODAY), Filters(), most=3)
    assert [each["code"] for each in told["occupations"]] == [each.code for each in found.occupations]
    assert (told["count"], told["left_out"], told["is_measured"]) == (found.count, 0, True)
    assert told["hidden"] == {hindrance.value: count for hindrance, count in found.hidden.items()}
    assert told["surprises"] == [each.code for each in found.surprises]
    assert (told["are_wants_proposed"], told["source"]) == (False, attributed())


def test_ranked_work_in_json_has_numbers_and_reasons(unrut: Unrut, clerk: Person) -> None:
    first = as_json(unrut("occupations", "rank", "-n", "1", "--json"))["occupations"][0]

    assert 0 <= first["low"] <= first["mean"] <= first["high"] <= 100
    assert (first["wanted"], first["likeness"]) == (2, None)
    assert first["ahead"][0]["facet"] == "autonomy"
    assert "row" not in first


def test_far_shows_what_is_hidden(unrut: Unrut, clerk: Person) -> None:
    near = as_json(unrut("occupations", "rank", "--json"))
    everything = as_json(unrut("occupations", "rank", "--far", "--json"))

    assert everything["hidden"] == {}
    assert everything["count"] == near["count"] + sum(near["hidden"].values())


@pytest.mark.parametrize(
    ("options", "filters"),
    [
        (["--zone", "2"], Filters(zone=2)),
        (["--education", "3"], Filters(education=3)),
        (["--short"], Filters(is_short=True)),
        (["--place", "outdoors"], Filters(place=Place.OUTDOORS)),
        (["--words", "clerks"], Filters(words="clerks")),
        (["--zone", "3", "--far"], Filters(zone=3, verdicts=tuple(Verdict))),
    ],
)
def test_filters_narrow_the_list(unrut: Unrut, clerk: Person, options: list[str], filters: Filters) -> None:
    told = as_json(unrut("occupations", "rank", *options, "-n", ALL_LISTED, "--json"))

    found = ranked_occupations(Judged(clerk, today=TODAY), filters, most=int(ALL_LISTED))
    assert [each["code"] for each in told["occupations"]] == [each.code for each in found.occupations]
    assert 0 < told["count"] == len(told["occupations"])
    assert told["left_out"] == found.left_out > 0


def test_ranking_in_words_tells_fit_distance_and_what_is_not_shown(unrut: Unrut, clerk: Person) -> None:
    a_background(clerk, horizon="year")
    told = lines(unrut("occupations", "rank", "-n", "2", "--place", "outdoors"))

    first = as_json(unrut("occupations", "rank", "-n", "1", "--place", "outdoors", "--json"))["occupations"][
        0
    ]
    at = told.index(f"{first['title']} [{first['code']}]")
    assert f"{round(first['mean'])} of 100, between " in told[at + 1]
    assert told[at + 2].startswith(("  Within reach", "  A stretch"))
    assert told[at + 3].startswith("  Interests: ")
    assert [line for line in told if line.endswith(" Show them: --far")] != []
    assert [line for line in told if line.startswith("Your filters leave out ")] != []


def test_surprises_have_a_part_of_their_own(unrut: Unrut, clerk: Person) -> None:
    told = lines(unrut("occupations", "rank", "-n", "1", "--far"))

    surprises = as_json(unrut("occupations", "rank", "-n", "1", "--far", "--json"))["surprises"]
    shown = part(told, "Surprises, from fields you have not worked in")
    assert [line.partition(" [")[2][:10] for line in shown] == surprises
    assert surprises != []


def test_why_shows_what_speaks_for_and_against(unrut: Unrut, clerk: Person) -> None:
    a_want(clerk, "workload_pace", 80, 1)
    a_level(of(Job, clerk).get(), "workload_pace", 3)
    told = lines(unrut("occupations", "rank", "-n", "40", "--far", "--why"))

    assert [line for line in told if line.startswith("  For: Autonomy (")] != []
    assert [line for line in told if line.startswith("  Against: Workload and pace (")] != []
    assert len([line for line in told if line.startswith("  Preparation: ")]) == 40
    assert not [
        line
        for line in lines(unrut("occupations", "rank", "--far"))
        if line.startswith(("  For", "  Against"))
    ]


def test_whole_list_says_nothing_of_more(unrut: Unrut, clerk: Person) -> None:
    told = lines(unrut("occupations", "rank", "--words", "registered nurses", "--far"))

    assert told[2] == "1 kind of work:"


def test_filters_that_nothing_passes_are_an_answer(unrut: Unrut, clerk: Person) -> None:
    told = lines(unrut("occupations", "rank", "--words", NO_WORDS))

    assert told[2] == "No kind of work passes these filters."
    assert told[4].startswith("Your filters leave out ")


def test_wants_that_come_from_notes_are_told_to_be_so(unrut: Unrut, me: Person) -> None:
    for count in range(6):
        a_note(me, f"The same report again {count}", NoteKind.DISLIKE, weeks_before(count))
    a_job(me, "Data entry clerk", occupation="43-9021.00")

    told = lines(unrut("occupations", "rank", "-n", "1"))
    assert told[1] == "What you want was taken from your notes. Set it yourself: unrut wants"


@pytest.mark.parametrize("by", ["near", "interests"])
def test_list_can_have_another_order(unrut: Unrut, clerk: Person, by: str) -> None:
    a_background(clerk)
    told = as_json(unrut("occupations", "rank", "--by", by, "-n", "4", "--json"))

    found = ranked_occupations(Judged(clerk, today=TODAY), Filters(), by=Order(by), most=4)
    assert [each["code"] for each in told["occupations"]] == [each.code for each in found.occupations]


def test_order_of_interests_needs_interests(unrut: Unrut, clerk: Person) -> None:
    sentence = refused(unrut("occupations", "rank", "--by", "interests"), 3)

    assert sentence.startswith("You chose no interests yet. Choose up to three first:")


@pytest.mark.parametrize(
    "options", [["--zone", "6"], ["--education", "0"], ["--place", "moon"], ["--by", "pay"]]
)
def test_option_that_cannot_be_is_wrong_usage(unrut: Unrut, options: list[str]) -> None:
    assert f"Invalid value for '{options[0]}'" in refused(unrut("occupations", "rank", *options), 2)


# show


def test_page_for_somebody_who_told_nothing(unrut: Unrut, me: Person, bob: Person) -> None:
    told = lines(unrut("occupations", "show", PROGRAMMERS))

    assert told[0] == "Computer Programmers, as people who do it describe it."
    assert told[1] == "  Code: 15-1251.00"
    assert not {"For", "Against", "Openings of that kind", "What to ask somebody who does it"} & set(told)
    assert part(told, "What is missing") == [
        "What you can is not known yet. Say what you do or can, and this says what is missing."
    ]
    assert told[-4:] == ["", average_sentence(), "", attributed()]


@pytest.mark.parametrize("asked", [["show", NURSES], ["rank", "-n", "1"]])
def test_distance_in_json_is_nothing_while_it_is_not_known(
    unrut: Unrut, me: Person, bob: Person, asked: list[str]
) -> None:
    told = as_json(unrut("occupations", *asked, "--json"))

    assert told["is_measured"] is False
    assert told.get("occupations", [told])[0]["reach"] is None
    assert as_json(unrut("occupations", "gap", NURSES, "--json"))["is_measured"] is False


def test_page_shows_what_is_wanted_first_and_what_to_ask(unrut: Unrut, clerk: Person) -> None:
    told = lines(unrut("occupations", "show", NURSES))

    assert part(told, "What it is like, as people who do it say")[0].startswith("Autonomy: ")
    assert part(told, "For")[0].startswith("Autonomy (")
    assert part(told, "How people enter")[-1] == "Say it if you hold it: unrut occupations me --licence nurse"
    assert len(part(told, "Near it")) == 6
    assert "What one does there comes with the full release: unrut occupations update" in told
    assert len(part(told, "Also called")) == 1


def test_page_asks_about_what_is_wanted_and_not_known(unrut: Unrut, clerk: Person) -> None:
    told = lines(unrut("occupations", "show", UNASKED))

    assert told[0].startswith("Public Relations Managers: nobody was asked what it is like")
    assert len(part(told, "What to ask somebody who does it")) == 2
    assert "What it is like, as people who do it say" not in told


def test_page_says_what_speaks_against(unrut: Unrut, clerk: Person) -> None:
    a_want(clerk, "emotional_demands", 80, 0)
    a_level(of(Job, clerk).get(), "emotional_demands", 0)

    told = lines(unrut("occupations", "show", NURSES))
    assert part(told, "Against")[0].startswith("Emotionally hard contact (")


def test_why_shows_the_answers_each_level_comes_from(unrut: Unrut, clerk: Person) -> None:
    plain = part(lines(unrut("occupations", "show", NURSES)), "What it is like, as people who do it say")
    told = part(
        lines(unrut("occupations", "show", NURSES, "--why")), "What it is like, as people who do it say"
    )

    assert [line for line in told if not line.startswith("  ")] == plain
    assert [line for line in told if line.startswith("  Freedom to Make Decisions: ")] != []


def test_licence_that_is_held_is_not_asked_for(unrut: Unrut, clerk: Person) -> None:
    a_background(clerk, licences=["nurse"])

    entering = part(lines(unrut("occupations", "show", NURSES)), "How people enter")
    assert not entering[-1].startswith("Say it if you hold it")


def test_openings_of_the_kind_are_named(unrut: Unrut, clerk: Person) -> None:
    opening = an_opening(clerk, "Ward nurse")
    OpeningReading.objects.filter(opening=opening).update(occupation=NURSES)

    assert part(lines(unrut("occupations", "show", NURSES)), "Openings of that kind") == [
        f"Ward nurse [{opening.pk}]"
    ]


def test_page_in_json_has_everything(unrut: Unrut, clerk: Person) -> None:
    told = as_json(unrut("occupations", "show", NURSES, "--json"))

    assert set(told["levels"]["autonomy"]) == {"level", "elements"}
    assert (told["licence"]["id"], told["study"], told["openings"]) == ("nurse", None, [])
    assert told["reach"]["verdict"] in {verdict.value for verdict in Verdict}
    assert set(told["interests"]) == {kind.value for kind in Holland}
    assert set(told["near"][0]) == {"code", "title", "nearness"}
    assert (told["tasks"], told["technology"], told["description"]) == ([], [], [])
    assert (told["source"], "NaN" in json.dumps(told)) == (attributed(), False)


def test_page_in_json_of_what_nobody_was_asked(unrut: Unrut, clerk: Person) -> None:
    told = as_json(unrut("occupations", "show", UNASKED, "--json"))

    assert (told["levels"], told["licence"], told["gaps"]["coverage"]) == ({}, None, None)
    assert "NaN" not in json.dumps(told)


# gap


def test_gap_lists_what_is_missing_and_what_is_there(unrut: Unrut, clerk: Person) -> None:
    a_skill(clerk, "2.A.1.b", 6.0, evidence="Ran the user panel")
    a_skill(clerk, "2.C.5.a", 2.0, evidence="")

    told = lines(unrut("occupations", "gap", NURSES))
    assert told[0].startswith("Registered Nurses: you have ")
    assert told[1] == "  Code: 29-1141.00"
    assert told[2].startswith("  You confirmed 2 of these ")
    assert [
        line for line in part(told, "You have") if line.endswith("confirmed by you: “Ran the user panel”")
    ]
    assert part(told, "You have")[-1].endswith("assumed from your work as Data entry clerk")
    assert "  confirmed by you" in part(told, "Missing")
    assert part(told, "Missing, and of less weight") != []
    assert "Say it if you hold it: unrut occupations me --licence nurse" in part(told, "How people enter")


def test_gap_asks_for_schooling_where_that_decides(unrut: Unrut, clerk: Person) -> None:
    told = part(lines(unrut("occupations", "gap", PROGRAMMERS)), "Study")

    assert told == [
        "Say what schooling you have, and this says whether more is needed.",
        "unrut occupations me --education 6",
    ]


def test_gap_says_what_is_cheaper_than_study(unrut: Unrut, clerk: Person) -> None:
    a_background(clerk, education=2)
    opening = an_opening(clerk, "Weaver of programs", education="a degree")
    OpeningReading.objects.filter(opening=opening).update(occupation=PROGRAMMERS)

    *told, stated = part(lines(unrut("occupations", "gap", PROGRAMMERS)), "Study")
    cheaper = as_json(unrut("occupations", "gap", PROGRAMMERS, "--json"))["study"]["cheaper"]
    assert told[-len(cheaper) :] == cheaper
    assert "of those who do it say that it asks for more schooling than you have" in told[0]
    assert stated == "Among your own openings of that kind: “Weaver of programs” asks for “a degree”."


def test_gap_of_what_nobody_was_asked(unrut: Unrut, clerk: Person) -> None:
    told = lines(unrut("occupations", "gap", UNASKED))

    assert told[0] == (
        "Public Relations Managers: nobody was asked what it needs, so nothing can be said of what is missing."
    )
    assert not {"Missing", "Missing, and of less weight", "You have"} & set(told)
    assert part(told, "Study") == ["The survey does not say what schooling it takes."]


def test_gap_where_all_is_confirmed_assumes_nothing(unrut: Unrut, clerk: Person) -> None:
    card = as_json(unrut("occupations", "gap", "43-9021.00", "--json"))
    for row in (*card["have"], *card["missing"]):
        a_skill(clerk, row["element"], 7.0, evidence="")

    told = lines(unrut("occupations", "gap", "43-9021.00"))
    assert told[0] == "Data Entry Keyers: you have all that matters for it."
    assert not [line for line in part(told, "You have") if not line.endswith(": confirmed by you")]


def test_gap_in_json_has_hours_and_levels(unrut: Unrut, clerk: Person) -> None:
    told = as_json(unrut("occupations", "gap", NURSES, "--json"))

    assert (told["code"], told["title"], told["licence"]["id"]) == (NURSES, "Registered Nurses", "nurse")
    assert 0 < told["hours"]["low"] < told["hours"]["high"]
    assert 0 < told["coverage"] < 1
    assert {"element", "mine", "needed", "hours", "how", "first_step"} <= set(told["missing"][0])
    assert told["source"] == attributed()


def test_steps_put_what_is_missing_most_into_the_plan(unrut: Unrut, clerk: Person) -> None:
    a_goal(clerk)

    told = lines(unrut("occupations", "gap", NURSES, "--steps"))
    steps = list(of(Step, clerk).values_list("text", flat=True))
    assert told == [f"{len(steps)} steps are in your plan now.", *(f"  {step}" for step in steps)]
    assert lines(unrut("occupations", "gap", NURSES, "--steps")) == ["All of that is in your plan already."]


@pytest.mark.parametrize("place", [1, -1])
def test_only_what_is_named_becomes_a_step(unrut: Unrut, clerk: Person, place: int) -> None:
    a_goal(clerk)
    missing = as_json(unrut("occupations", "gap", NURSES, "--json"))["missing"][place]

    told = as_json(unrut("occupations", "gap", NURSES, "--steps", "--only", missing["element"], "--json"))
    step = of(Step, clerk).get()
    assert told == [{"id": step.pk, "strand": step.strand, "text": missing["first_step"]}]


def test_steps_need_a_plan(unrut: Unrut, clerk: Person) -> None:
    sentence = refused(unrut("occupations", "gap", NURSES, "--steps"), 3)

    assert sentence == (
        "There is no plan yet that this could be a step of. Choose a goal first, and come back.\n"
    )


def test_step_of_what_is_not_missing_is_refused(unrut: Unrut, clerk: Person) -> None:
    a_goal(clerk)

    sentence = refused(unrut("occupations", "gap", NURSES, "--steps", "--only", "9.Z"), 3)
    assert sentence.startswith('"9.Z" is not among what is missing. What weighs most is ')
    assert sentence.endswith(f"; all of it: unrut occupations gap {NURSES}\n")
    assert of(Step, clerk).count() == 0


def test_steps_where_nothing_is_missing_are_refused(unrut: Unrut, clerk: Person) -> None:
    a_goal(clerk)

    sentence = refused(unrut("occupations", "gap", UNASKED, "--steps"), 3)
    assert sentence.startswith("Public Relations Managers: nobody was asked what it needs")


def test_only_without_steps_is_wrong_usage(unrut: Unrut, clerk: Person) -> None:
    assert "--only says what becomes a step. Add --steps." in refused(
        unrut("occupations", "gap", NURSES, "--only", "2.A.1.b"), 2
    )


# weigh


def test_work_is_weighed_once(unrut: Unrut, clerk: Person) -> None:
    told = lines(unrut("occupations", "weigh", "registered nurse"))
    unrut("occupations", "weigh", NURSES)

    way = of(Way, clerk).get()
    assert told == [f"Registered Nurses is among your ways out: unrut options show way-{way.pk}"]
    assert (way.kind, way.occupation) == ("new_field", NURSES)


@pytest.mark.parametrize(
    ("options", "kind"), [(["--study"], "study_part"), (["--study", "--full-time"], "study_full")]
)
def test_work_is_weighed_as_study(unrut: Unrut, clerk: Person, options: list[str], kind: str) -> None:
    told = as_json(unrut("occupations", "weigh", NURSES, *options, "--json"))

    way = of(Way, clerk).get()
    assert told == {
        "key": f"way-{way.pk}",
        "kind": kind,
        "title": "Registered Nurses",
        "occupation": NURSES,
    }


def test_full_time_without_study_is_wrong_usage(unrut: Unrut, clerk: Person) -> None:
    assert "Add --study." in refused(unrut("occupations", "weigh", NURSES, "--full-time"), 2)


# me


def test_me_for_somebody_who_told_nothing(unrut: Unrut, me: Person, bob: Person) -> None:
    told = lines(unrut("occupations", "me"))

    assert told[0] == "Where do you stand? It begins with the work you do now."
    assert told[2:4] == ["Jobs", "  Say yours: unrut job --title"]
    assert part(told, "How far")[0].startswith("Within a year. ")
    assert not {"Schooling", "Licences", "Interests"} & set(told)


def test_me_shows_what_jobs_are_taken_for(unrut: Unrut, me: Person) -> None:
    said = a_job(me, "Setter", occupation=PROGRAMMERS)
    told_by_title = a_job(me, "Registered Nurses", is_present=False)
    unknown = a_job(me, NO_WORDS, is_present=False)

    assert part(lines(unrut("occupations", "me")), "Jobs") == [
        f"Setter [{said.pk}]: Counts as Computer Programmers, as you said.",
        f"Registered Nurses [{told_by_title.pk}]: Taken for Registered Nurses: that is its name.",
        f"{NO_WORDS} [{unknown.pk}]: {NOT_COUNTED} Say it: unrut occupations me --job {unknown.pk}=CODE",
    ]


def test_me_of_a_present_job_that_is_not_known(unrut: Unrut, me: Person) -> None:
    a_job(me, NO_WORDS)

    assert lines(unrut("occupations", "me"))[0].startswith(f"“{NO_WORDS}” is no kind of work we know")


def test_what_is_said_of_me_is_kept_and_shown(unrut: Unrut, me: Person, bob: Person) -> None:
    unrut("occupations", "me", "--interest", "social", "--interest", "artistic")
    told = lines(unrut("occupations", "me", "--education", "6", "--horizon", "three", "--licence", "nurse"))

    row = of(Background, me).get()
    assert (row.education, row.horizon, row.licences) == (6, "three", ["nurse"])
    assert row.interests == ["social", "artistic"]
    assert part(told, "Schooling") == ["Bachelor's degree"]
    assert (len(part(told, "Licences")), len(part(told, "Interests"))) == (1, 2)


def test_what_was_said_of_me_is_taken_back(unrut: Unrut, me: Person) -> None:
    a_background(me, licences=["nurse"])

    told = as_json(
        unrut(*("occupations", "me", "--education", "0", "--licence", "none", "--interest", "none", "--json"))
    )
    assert told == {
        "jobs": [],
        "education": None,
        "licences": [],
        "horizon": "three",
        "interests": [],
        "skills": {},
    }


def test_me_in_json_has_jobs_and_skills(unrut: Unrut, clerk: Person) -> None:
    unknown = a_job(clerk, NO_WORDS, is_present=False)
    a_skill(clerk, "2.A.1.b", 4.5)

    told = as_json(unrut("occupations", "me", "--json"))
    assert [(job["title"], job["occupation"], job["is_said"]) for job in told["jobs"]] == [
        ("Data entry clerk", "43-9021.00", True),
        (NO_WORDS, None, False),
    ]
    assert (told["jobs"][1]["id"], told["skills"]) == (unknown.pk, {"2.A.1.b": 4.5})


@pytest.mark.parametrize(
    ("named", "code"), [("15-1251", PROGRAMMERS), ("registered nurse", NURSES), ("", "")]
)
def test_job_is_said_to_be_a_kind_of_work(unrut: Unrut, me: Person, named: str, code: str) -> None:
    job = a_job(me, "Setter", occupation="43-9021.00")

    lines(unrut("occupations", "me", "--job", f"{job.pk}={named}"))
    job.refresh_from_db()
    assert job.occupation == code


@pytest.mark.parametrize("told", ["1", "x=15-1252.00", "=15-1252.00", f"{'1' * 19}=15-1252.00"])
def test_job_that_is_not_written_so_is_wrong_usage(unrut: Unrut, me: Person, told: str) -> None:
    assert f'"{told}" does not say a job. Write --job 1=15-1252.00.' in refused(
        unrut("occupations", "me", "--job", told), 2
    )


def test_job_of_somebody_else_is_refused_and_nothing_is_kept(unrut: Unrut, me: Person, bob: Person) -> None:
    mine, theirs = a_job(me, "Setter"), of(Job, bob).get()
    said = ["--job", f"{mine.pk}={NURSES}", "--job", f"{theirs.pk}={NURSES}", "--education", "6"]

    sentence = refused(unrut("occupations", "me", *said), 1)
    mine.refresh_from_db()
    assert sentence == f"There is no job {theirs.pk}. Yours are listed by unrut occupations me.\n"
    assert (mine.occupation, of(Background, me).count()) == ("", 0)


def test_licence_there_is_none_of_names_all_there_are(unrut: Unrut, me: Person) -> None:
    sentence = refused(unrut("occupations", "me", "--licence", "driver"), 3)

    assert sentence.startswith('"driver" is no licence we know. Give one of doctor, dentist, ')
    assert sentence.endswith("; or none.\n")


@pytest.mark.parametrize(
    ("options", "exit_code"),
    [
        (["--education", "13"], 2),
        (["--horizon", "ever"], 2),
        (["--interest", "money"], 2),
        (["--licence", "none", "--licence", "nurse"], 3),
        (["--interest", "social", "--interest", "none"], 3),
        ([word for kind in commands.INTERESTS[:4] for word in ("--interest", kind)], 3),
    ],
)
def test_what_cannot_be_said_is_refused(unrut: Unrut, me: Person, options: list[str], exit_code: int) -> None:
    assert refused(unrut("occupations", "me", *options), exit_code) != ""
    assert of(Background, me).count() == 0
