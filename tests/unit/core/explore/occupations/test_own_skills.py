"""What a person can do: proposed from their words, confirmed, or guessed from their work."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill_atlases import (
    CLERK,
    DREAMER,
    ELEMENTS,
    FINDING,
    HEALER,
    LEVELS,
    NAN,
    READING,
    any_skill_atlas,
    skill_atlas,
)
from unrut.core.explore.occupations.atlas import Atlas
from unrut.core.explore.occupations.own_skills import (
    BASIC_SD,
    HOME_SD,
    KIN_SD,
    LONGEST_QUOTE,
    LONGEST_READ,
    MOST_PROPOSED,
    OWN_SD,
    Standing,
    mine,
    proposed_skills,
    shipped_skills,
)

pytestmark = pytest.mark.unit

HOMES = st.lists(st.tuples(st.just(0), st.floats()), max_size=3)


def named(*texts: str) -> dict[str, Standing]:
    return {shipped_skills()[found.element].name: found.standing for found in proposed_skills(texts)}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Negotiated a new lease with the landlord", "Negotiating"),
        ("Two years of price negotiations with growers", "Negotiating"),
        ("Organized the harbour fair", "Planning and organising the work"),
        ("PYTHON and tea", "Programming"),
        ("Sang in a choir", "The arts"),
        ("Answered phones at the front desk", "Serving customers"),
        ("Owned the yearly budget of the teahouse", "Managing money"),
        ("Drove a delivery van at night", "Driving and steering"),
        ("Mentored three juniors", "Coaching and mentoring"),
    ],
)
def test_words_give_a_skill_away(line: str, name: str) -> None:
    assert named(line)[name] is Standing.BASIC


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Grew tomatoes on the balcony", "Growing food"),
        ("Kept the machines oiled all winter", "Looking after machines"),
        ("Fixed my neighbour's bicycle", "Mending machines"),
    ],
)
def test_meaning_gives_a_skill_away_without_its_words(line: str, name: str) -> None:
    assert named(line)[name] is Standing.BASIC


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("I never negotiated anything", "Negotiating"),
        ("Worked without a budget", "Managing money"),
        ("Looked at the job market", "Selling and marketing"),
        ("A data-driven report", "Driving and steering"),
        ("Of course I was there", "Teaching and training"),
        ("Team morale was low", "Philosophy and religion"),
    ],
)
def test_words_that_deny_or_only_look_alike_give_nothing_away(line: str, name: str) -> None:
    assert name not in named(line)


# Sixty invented lines: what must be found in them, with how well, and those in which nothing may be.
@pytest.mark.parametrize(
    ("line", "name", "standing"),
    [
        ("Serve 80 customers a day at the counter", "Serving customers", Standing.BASIC),
        ("Serve 80 customers a day at the counter", "Working with the public", Standing.BASIC),
        ("Serving hungry guests in a harbour café", "Serving customers", Standing.BASIC),
        ("Spanish (fluent)", "Another language", Standing.STRONG),
        ("Languages: Polish (native), Welsh A2", "Another language", Standing.STRONG),
        ("Portuguese - B2", "Another language", Standing.WORKING),
        ("Basic Italian", "Another language", Standing.BASIC),
        ("Fluent in Turkish and Arabic", "Another language", Standing.STRONG),
        ("Skills: bookkeeping, Excel, welding", "Analysing data", Standing.BASIC),
        ("Skills: bookkeeping, Excel, welding", "Machines and tools", Standing.BASIC),
        ("Skills: bookkeeping, Excel, welding", "Money and accounts", Standing.BASIC),
        ("Education: BSc Physics, 2014", "Physics", Standing.BASIC),
        ("Managed a team of six gardeners", "Leading people", Standing.BASIC),
        ("Managed a team of six gardeners", "Managing people", Standing.BASIC),
        ("Managed the whole kitchen team", "Managing people", Standing.BASIC),
        ("Led the small night team for two winters", "Managing people", Standing.STRONG),
        ("Teach evening classes in pottery", "Teaching and training", Standing.BASIC),
        ("Sell second-hand books on market days", "Selling and convincing", Standing.BASIC),
        ("Drive delivery vans through the old town", "Driving and steering", Standing.BASIC),
        ("Write the parish newsletter", "Writing for readers", Standing.BASIC),
        ("Fixed over 40 bicycles for neighbours", "Repairing things", Standing.BASIC),
        ("Keep careful records of every visit", "Writing things down", Standing.BASIC),
        ("Met every deadline in four years", "Managing time", Standing.BASIC),
        ("Hired and trained eleven stewards", "Finding and choosing staff", Standing.BASIC),
        ("Hired and trained eleven stewards", "Teaching and training", Standing.BASIC),
        ("Negotiated rents, but never with banks", "Negotiating", Standing.BASIC),
        (
            "Not only repaired the pumps but also ordered supplies",
            "Managing equipment and supplies",
            Standing.BASIC,
        ),
        ("Not only repaired the pumps but also ordered supplies", "Repairing things", Standing.BASIC),
        ("Never late, sold 40 tickets a night", "Selling and convincing", Standing.BASIC),
        ("Excel (advanced), SQL (basic)", "Programming", Standing.BASIC),
        ("Translated menus for the guild", "Another language", Standing.BASIC),
        ("Python scripts that sort the choir's scores", "Programming", Standing.BASIC),
        ("Nurse on a ward for the elderly", "Caring for people", Standing.BASIC),
        ("Nurse on a ward for the elderly", "Medicine and teeth", Standing.BASIC),
        ("Operated a lathe and a press", "Running machines", Standing.BASIC),
        ("Installed new wiring in nine flats", "Installing things", Standing.BASIC),
        ("Interviewed 30 candidates for the ferry crew", "Finding and choosing staff", Standing.BASIC),
        ("Helped lost visitors find their platform", "Looking for ways to help", Standing.BASIC),
        ("Inspected ladders and ropes each spring", "Inspecting things", Standing.BASIC),
        ("Mentored two apprentices", "Coaching and mentoring", Standing.BASIC),
    ],
)
def test_lines_of_a_cv_speak_for_a_skill(line: str, name: str, standing: Standing) -> None:
    assert named(line)[name] is standing


@pytest.mark.parametrize(
    "line",
    [
        "I do not know how to program in Python.",
        "Education: High school diploma 2016",
        "Global movement of free coding clubs",
        "Leading provider of accounting software",
        "Charity for children with hearing loss",
        "Skills:",
        "Languages:",
        "Work Experience",
        "Training and development",
        "No experience with budgets",
        "I've never managed a team",
        "Didn't like selling insurance",
        "Would like to learn welding",
        "Interested in nursing, law or politics",
        "Objective: a post in marketing",
        "Interests: theatre, accounting",
        "Python: none",
        "Welding – no experience",
        "Looking for a job in sales",
        "Without any training in first aid",
        "Keen to move into project management",
        "Cannot drive a forklift",
        "Lacking statistics and calculus",
        "References: available from the harbour office",
        "High School of Saint Brendan, Galway",
        "Neither sales nor marketing",
        "I know nothing about accounting",
        "Sales isn't for me",
        "Aim: to become a teacher",
    ],
)
def test_headings_wishes_and_denials_speak_for_nothing(line: str) -> None:
    assert named(line) == {}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Education: BSc Physics, 2014", "Teaching"),
        ("Negotiated rents, but never with banks", "Money and accounts"),
        ("Cooked in an Italian restaurant", "Another language"),
        ("German cars and French wine", "Another language"),
        ("Inspected lifts", "Driving and steering"),
    ],
)
def test_words_about_others_or_other_things_give_nothing_away(line: str, name: str) -> None:
    assert name not in named(line)


@pytest.mark.parametrize(
    ("lines", "standing"),
    [
        (["Negotiated rents"], Standing.BASIC),
        (["Negotiated rents", "Negotiated wages"], Standing.WORKING),
        (["Negotiated rents"] * 5, Standing.BASIC),
        (["Basics of negotiation", "Introductory negotiation course"], Standing.BASIC),
        (["Basics of negotiation", "Negotiated wages"], Standing.BASIC),
        (["Led negotiations on rents"], Standing.STRONG),
        (["5 years of negotiations"], Standing.STRONG),
        (["4 years of negotiations"], Standing.BASIC),
        (["10+ years of negotiations"], Standing.EXPERT),
        (["90 years of negotiations"], Standing.BASIC),
        (["Expert negotiation"], Standing.EXPERT),
    ],
)
def test_standing_is_no_more_than_the_words_say(lines: list[str], standing: Standing) -> None:
    assert named(*lines)["Negotiating"] is standing


def test_most_supported_come_first_with_at_most_three_quotes() -> None:
    texts = ["Sang in a choir", *(f"Negotiated lease {place}" for place in range(5))]

    first = proposed_skills(["\n".join(texts)])[0]

    assert shipped_skills()[first.element].name == "Negotiating"
    assert first.quotes == ("Negotiated lease 0", "Negotiated lease 1", "Negotiated lease 2")


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        (f"{'tea ' * 60}negotiated leases{' now' * 60}", f"{'tea ' * 10}negotiated leases{' now' * 15}"),
        (f"negotiated leases{' now' * 60}", f"negotiated leases{' now' * 25}"),
        (f"{'tea ' * 60}negotiated", f"{'tea ' * 27}negotiated"),
        (f"{'-' * 200}negotiated{'-' * 200}", f"{'-' * 40}negotiated{'-' * 70}"),
        (f"{' ' * 20}negotiated{'-' * 200}", f"negotiated{'-' * 110}"),
    ],
)
def test_quote_of_a_long_line_is_cut_between_words(line: str, quote: str) -> None:
    found = {p.element: p.quotes for p in proposed_skills([line])}["2.B.1.d"]

    assert found == (quote,)
    assert len(quote) <= LONGEST_QUOTE


def test_quote_found_by_meaning_is_the_beginning_of_its_line() -> None:
    line = ", ".join(["Kept the machines oiled all winter"] * 5)

    assert all(line.startswith(found.quotes[0]) for found in proposed_skills([line]))
    assert proposed_skills([line])


def test_nothing_is_proposed_for_nothing() -> None:
    assert proposed_skills([]) == proposed_skills(["", " \n "]) == proposed_skills(["Zq xv"]) == []


@given(
    st.lists(st.text() | st.sampled_from(["Led a team.", "Python; SQL", "sold\ntea", "not sold"]), max_size=5)
)
def test_any_words_give_few_known_skills_with_quotes_of_those_words(texts: list[str]) -> None:
    found = proposed_skills(texts)

    assert len({proposed.element for proposed in found}) == len(found) <= MOST_PROPOSED
    for proposed in found:
        assert proposed.element in shipped_skills()
        assert 1 <= len(proposed.quotes) <= 3
        assert all(quote and any(quote in text for text in texts) for quote in proposed.quotes)


@pytest.mark.parametrize("piece", ["1", " ", "(", "a\n", "9 years ", "sold;", "é"])
def test_hostile_texts_are_read_up_to_a_limit(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))

    assert proposed_skills([text]) == proposed_skills([text[:LONGEST_READ]])
    assert proposed_skills([text, "Negotiated rents"]) == proposed_skills([text])


def test_confirmed_levels_are_kept_and_surer_than_guesses() -> None:
    found = mine(skill_atlas(), {READING: 1.0, FINDING: 9.0, "9.Z": 3.0}, [(HEALER, 1.0)])

    assert found.levels.tolist() == [1.0, 4.0, 3.0, 3.0, 2.0, 7.0, 5.0]
    assert found.is_own.tolist() == [True, False, False, False, False, True, False]
    assert found.sds.tolist() == [OWN_SD, *[HOME_SD] * 4, OWN_SD, HOME_SD]


def test_without_a_home_one_has_what_nearly_all_work_asks_for() -> None:
    found = mine(skill_atlas(), {})

    assert found.levels.tolist() == np.nanmin(np.array(LEVELS, dtype=np.float32), axis=0).tolist()
    assert found.sds.tolist() == [BASIC_SD] * len(ELEMENTS)


def test_a_tenth_of_all_work_asks_less_than_the_basics() -> None:
    levels = [[float(place)] * 7 for place in range(7)] * 3

    assert mine(skill_atlas(levels, None, codes=["1"] * 21, zones=[1] * 21), {}).levels.tolist() == [0.0] * 7
    levels = [[2.0] * 7, *[[4.0] * 7] * 19]
    assert mine(skill_atlas(levels, None, codes=["1"] * 20, zones=[1] * 20), {}).levels.tolist() == [4.0] * 7


def test_second_home_adds_the_more_the_heavier_it_is() -> None:
    lone = mine(skill_atlas(), {}, [(HEALER, 4.0)]).levels
    light = mine(skill_atlas(), {}, [(CLERK, 1.0), (HEALER, 4.0)]).levels
    even = mine(skill_atlas(), {}, [(CLERK, 4.0), (HEALER, 4.0)]).levels

    assert (lone[4], light[4], even[4]) == (2.0, 2.0, 5.0)
    assert (lone <= light).all()
    assert (light <= even).all()
    assert light[2] == 3.0
    assert even.tolist() == np.maximum(*np.array(LEVELS, dtype=np.float32)[[HEALER, CLERK]]).tolist()


def test_home_that_was_not_surveyed_is_as_its_kin() -> None:
    found = mine(skill_atlas(), {}, [(DREAMER, 1.0)])

    assert found.levels.tolist() == mine(skill_atlas(), {}, [(HEALER, 1.0)]).levels.tolist()
    assert found.sds.tolist() == [KIN_SD] * len(ELEMENTS)


def test_home_without_kin_tells_nothing() -> None:
    atlas = skill_atlas(codes=["31-1131.00", "29-1141.00", "43-4071.00", "99-9999.00"])

    assert mine(atlas, {}, [(DREAMER, 1.0)]).levels.tolist() == mine(atlas, {}).levels.tolist()
    assert mine(atlas, {}, [(DREAMER, 1.0)]).sds.tolist() == [BASIC_SD] * len(ELEMENTS)


@pytest.mark.parametrize("weight", [0.0, -1.0, NAN, float("inf")])
def test_home_without_a_weight_does_not_count(weight: float) -> None:
    atlas = skill_atlas()

    assert mine(atlas, {}, [(HEALER, weight)]).levels.tolist() == mine(atlas, {}).levels.tolist()


def test_level_that_is_no_number_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="must be a number"):
        mine(skill_atlas(), {READING: NAN})


@given(any_skill_atlas(), HOMES, st.dictionaries(st.sampled_from(ELEMENTS), st.floats(-9, 9)))
def test_mine_is_numbers_on_the_scale(
    atlas: Atlas, homes: list[tuple[int, float]], confirmed: dict[str, float]
) -> None:
    found = mine(atlas, confirmed, homes)

    assert ((found.levels >= 0) & (found.levels <= 7)).all()
    assert set(found.sds.tolist()) <= {OWN_SD, HOME_SD, KIN_SD, BASIC_SD}
    assert found.is_own.sum() == len(confirmed)


@given(any_skill_atlas(), st.floats(0.01, 100))
def test_another_home_that_is_lighter_never_takes_away(atlas: Atlas, weight: float) -> None:
    homes = [(row, weight / (row + 1)) for row in range(len(atlas))]

    for count in range(1, len(homes)):
        assert (mine(atlas, {}, homes[:count]).levels <= mine(atlas, {}, homes[: count + 1]).levels).all()


def test_atlas_without_occupations_knows_no_basics() -> None:
    atlas = skill_atlas([], None)

    assert mine(atlas, {READING: 3.0}).levels.tolist() == [3.0, *[0.0] * 6]
