"""The shipped vocabulary is complete, and every part of it agrees with the rest."""

import csv
import io
import re
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from unrut.core.facets import Facet, Part, Polarity, Pole, shipped_vocabulary
from unrut.core.reflect.lexicon import words_of

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()
FACETS = list(VOCABULARY.facets.values())
REFERENCE_DATA = Path(__file__).parents[5] / "shared" / "data"
ONET = REFERENCE_DATA / "onet" / "db_30_1_text.zip"

every_facet = pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.id)
needs_onet = pytest.mark.skipif(
    not ONET.exists(),
    reason="the O*NET release is not kept with the code; it lies beside it while developing",
)


def phrases(facet: Facet) -> list[str]:
    return [*facet.phrases_disliked, *facet.phrases_liked]


def patterns(facet: Facet) -> list[str]:
    return [*facet.words, *facet.words_disliked, *facet.words_liked]


def cues(facet: Facet) -> list[str]:
    return [*facet.posting.cues_good, *facet.posting.cues_bad]


def told(facet: Facet) -> dict[str, str]:
    names = ("name", "definition", "quarterly_item", "weighs", "lifts", "avoid", "look_for", "treat")
    return {name: getattr(facet, name) for name in names}


@cache
def element_names(table: str) -> frozenset[str]:
    with zipfile.ZipFile(ONET) as release:
        (name,) = (name for name in release.namelist() if name.endswith(f"/{table}.txt"))
        text = release.read(name).decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text), delimiter="\t")
    return frozenset(row["Element Name"] for row in rows)


def test_facets_are_these_thirty() -> None:
    assert list(VOCABULARY.facets) == [
        "task_variety",
        "challenge_level",
        "skill_use",
        "autonomy",
        "significance",
        "task_identity",
        "job_feedback",
        "role_clarity",
        "pointless_work",
        "learning_growth",
        "advancement",
        "recognition",
        "pay_benefits",
        "job_security",
        "fairness",
        "manager_support",
        "coworkers",
        "emotional_demands",
        "respect_safety",
        "voice_information",
        "workload_pace",
        "working_hours",
        "schedule_flexibility",
        "work_life",
        "commute",
        "remote_location",
        "physical_environment",
        "job_interest",
        "values_fit",
        "leadership_trust",
    ]


def test_remedies_are_six_with_grounds() -> None:
    assert list(VOCABULARY.remedies) == [
        "job_crafting",
        "talk_to_manager",
        "move_team",
        "new_job",
        "new_field",
        "study",
    ]


def test_signs_are_five_scored_and_energy() -> None:
    assert {sign.id: (sign.scored, sign.reverse) for sign in VOCABULARY.signs.values()} == {
        "satisfaction": (True, True),
        "boredom": (True, False),
        "dread": (True, False),
        "drive": (True, True),
        "learning": (True, True),
        "energy": (False, False),
    }


def test_safety_is_one_facet_that_reshaping_never_treats() -> None:
    safety = [facet for facet in FACETS if facet.safety]

    assert [(facet.id, facet.remedies["job_crafting"]) for facet in safety] == [("respect_safety", 0)]


@every_facet
def test_confusable_facets_exist_and_are_others(facet: Facet) -> None:
    assert set(facet.confusable_with) <= set(VOCABULARY.facets) - {facet.id}
    assert len(set(facet.confusable_with)) == len(facet.confusable_with)


@every_facet
def test_remedies_are_all_rated_and_one_of_them_helps(facet: Facet) -> None:
    assert list(facet.remedies) == list(VOCABULARY.remedies)
    assert set(facet.remedies.values()) <= {0, 1, 2, 3}
    assert max(facet.remedies.values()) >= 2


@every_facet
def test_cues_are_lower_case_and_never_good_and_bad(facet: Facet) -> None:
    assert [cue for cue in cues(facet) if cue != cue.lower().strip()] == []
    assert len(set(cues(facet))) == len(cues(facet))


@every_facet
def test_patterns_are_lower_case_and_written_once(facet: Facet) -> None:
    assert [pattern for pattern in patterns(facet) if pattern != pattern.lower().strip()] == []
    assert len(set(patterns(facet))) == len(patterns(facet))


@every_facet
def test_patterns_have_words_and_a_star_only_at_an_end(facet: Facet) -> None:
    starred = [pattern for pattern in patterns(facet) if not re.fullmatch(r"[^*]+\*?( [^*]+\*?)*", pattern)]

    assert starred == []
    assert [pattern for pattern in patterns(facet) if not words_of(pattern)] == []


@every_facet
def test_phrases_are_enough_to_read_by(facet: Facet) -> None:
    assert len(facet.phrases_disliked) >= 7
    assert len(facet.phrases_liked) >= 5


def test_phrase_is_written_once_in_the_whole_file() -> None:
    counted = Counter(phrase.casefold() for facet in FACETS for phrase in phrases(facet))

    assert [phrase for phrase, count in counted.items() if count > 1] == []


@every_facet
def test_weighs_ends_a_sentence_that_has_begun(facet: Facet) -> None:
    assert facet.weighs[0].islower()
    assert facet.weighs[-1].isalpha()
    assert [stop for stop in ".!?:;" if stop in facet.weighs] == []


@every_facet
def test_lifts_ends_a_sentence_that_has_begun(facet: Facet) -> None:
    assert facet.lifts[0].islower()
    assert facet.lifts[-1].isalpha()


@every_facet
def test_sentences_are_whole_and_lines_are_not(facet: Facet) -> None:
    ends = {name: text[-1] == "." for name, text in told(facet).items()}

    assert ends == {
        "name": False,
        "definition": True,
        "quarterly_item": True,
        "weighs": False,
        "lifts": False,
        "avoid": False,
        "look_for": False,
        "treat": True,
    }


@every_facet
def test_texts_do_not_shout(facet: Facet) -> None:
    texts = [*told(facet).values(), facet.posting.ask, facet.evidence, *phrases(facet)]

    assert [text for text in texts if "!" in text] == []


@every_facet
def test_usual_problem_is_the_bad_end(facet: Facet) -> None:
    bad_ends = {Polarity.MORE: {Pole.LOW}, Polarity.LESS: {Pole.HIGH}}

    assert {facet.usual_problem} <= bad_ends.get(facet.polarity, {Pole.LOW, Pole.HIGH})


@needs_onet
def test_onet_context_is_written_as_in_the_release() -> None:
    named = {name for facet in FACETS for name in facet.onet.context}

    assert sorted(named - element_names("Work Context")) == []


@needs_onet
def test_onet_values_are_written_as_in_the_release() -> None:
    named = {name for facet in FACETS for name in facet.onet.values}

    assert sorted(named - element_names("Work Values")) == []


def test_parts_are_these_eight_and_all_have_facets() -> None:
    assert list(VOCABULARY.parts) == [
        "task",
        "manager",
        "colleagues",
        "company",
        "load",
        "pay",
        "place",
        "life",
    ]
    assert {facet.part for facet in FACETS} == set(VOCABULARY.parts)


@pytest.mark.parametrize("part", VOCABULARY.parts.values(), ids=lambda part: part.id)
def test_part_can_stand_in_its_sentences(part: Part) -> None:
    assert part.mention[0].islower()
    assert [text for text in (part.definition, part.decides) if not re.fullmatch(r"[A-Z].+\.", text)] == []


@pytest.mark.parametrize("part", VOCABULARY.parts.values(), ids=lambda part: part.id)
def test_remedy_of_a_part_helps_with_one_of_its_facets(part: Part) -> None:
    assert max(facet.remedies[part.remedy] for facet in FACETS if facet.part == part.id) >= 2
