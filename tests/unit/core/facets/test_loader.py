"""A vocabulary file is read whole or refused at the first thing that is wrong, with its line and field."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidReferenceError
from unrut.core.facets import (
    Concern,
    Facet,
    Observable,
    Part,
    Polarity,
    Pole,
    Posting,
    Remedy,
    Sign,
    load_vocabulary,
    shipped_vocabulary,
)
from unrut.core.facets.vocabulary import Measure, OnetElements

pytestmark = pytest.mark.unit

TEXT = """\
[group.place]
name = "Place"

[remedy.ask]
name = "Ask"
definition = "Say what you need."
grounds = "None."

[remedy.leave]
name = "Leave"
definition = "Go elsewhere."
grounds = "None."

[part.room]
name = "The room"
mention = "your room"
definition = "What one sits in."
decides = "Ask for another."
remedy = "ask"

[sign.mood]
name = "Mood"
item = "How was it?"
anchors = ["bad", "good"]
reverse = true
scored = true

[facet.noise]
name = "Noise"
group = "place"
part = "room"
concerns = "company"
definition = "How loud it is."
polarity = "less_is_better"
poles = ["quiet", "loud"]
usual_problem = "high"
quarterly_item = "It is quiet."
weighs = "the noise"
lifts = "the quiet"
avoid = "Loud rooms"
look_for = "Quiet rooms"
treat = "Ask for a door."
confusable_with = ["light"]
phrases_disliked = ["far too loud"]
phrases_liked = ["quiet at last"]
words = ["noise"]
words_disliked = ["loud"]
words_liked = ["quiet"]
safety = true
evidence = "A study."
other_help = ["a doctor"]
measure = { field = "decibels", unit = "dB" }
remedies = { ask = 3, leave = 0 }

[facet.noise.posting]
observable = "partial"
cues_good = ["own office"]
cues_bad = ["open plan"]
ask = "May I hear it?"

[facet.noise.onet]
context = ["Sounds"]
values = ["Conditions"]
needs = ["Ease"]
other = ["Job Zone"]

[facet.light]
name = "Light"
group = "place"
part = "room"
concerns = "role"
definition = "How bright it is."
polarity = "ideal_point"
poles = ["dark", "glaring"]
usual_problem = "low"
quarterly_item = "It is bright enough."
weighs = "the dark"
lifts = "the light"
avoid = "Cellars"
look_for = "Windows"
treat = "Ask for a lamp."
confusable_with = []
phrases_disliked = []
phrases_liked = []
words = []
words_disliked = []
words_liked = []
remedies = { ask = 1, leave = 2 }

[facet.light.posting]
observable = "none"
cues_good = []
cues_bad = []
ask = "May I see it?"

[facet.light.onet]
context = []
values = []
"""


def changed(old: str, new: str) -> str:
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


def complaint(text: str) -> str:
    with pytest.raises(InvalidReferenceError) as stopped:
        load_vocabulary(text, file="small.toml")
    return str(stopped.value)


def test_facet_holds_everything_the_file_says() -> None:
    noise = load_vocabulary(TEXT)["noise"]

    assert noise == Facet(
        id="noise",
        name="Noise",
        group="place",
        part="room",
        concerns=Concern.COMPANY,
        definition="How loud it is.",
        polarity=Polarity.LESS,
        poles=("quiet", "loud"),
        usual_problem=Pole.HIGH,
        quarterly_item="It is quiet.",
        weighs="the noise",
        lifts="the quiet",
        avoid="Loud rooms",
        look_for="Quiet rooms",
        treat="Ask for a door.",
        confusable_with=("light",),
        phrases_disliked=("far too loud",),
        phrases_liked=("quiet at last",),
        words=("noise",),
        words_disliked=("loud",),
        words_liked=("quiet",),
        remedies={"ask": 3, "leave": 0},
        posting=Posting(Observable.PARTIAL, ("own office",), ("open plan",), "May I hear it?"),
        onet=OnetElements(("Sounds",), ("Conditions",), ("Ease",), ("Job Zone",)),
        safety=True,
        evidence="A study.",
        other_help=("a doctor",),
        measure=Measure("decibels", "dB"),
    )


def test_facet_does_without_what_is_optional() -> None:
    light = load_vocabulary(TEXT)["light"]

    assert (light.safety, light.evidence, light.other_help, light.measure) == (False, "", (), None)
    assert light.onet == OnetElements()


def test_vocabulary_holds_groups_remedies_parts_and_signs() -> None:
    vocabulary = load_vocabulary(TEXT)

    assert vocabulary.groups == {"place": "Place"}
    assert vocabulary.remedies == {
        "ask": Remedy("ask", "Ask", "Say what you need.", "None."),
        "leave": Remedy("leave", "Leave", "Go elsewhere.", "None."),
    }
    assert vocabulary.parts == {
        "room": Part("room", "The room", "your room", "What one sits in.", "Ask for another.", "ask")
    }
    assert vocabulary.signs == {
        "mood": Sign("mood", "Mood", "How was it?", ("bad", "good"), reverse=True, scored=True)
    }


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ('definition = "How loud it is."\n', "", 28, "facet.noise.definition is missing"),
        ('avoid = "Cellars"\n', "", 67, "facet.light.avoid is missing"),
        ('ask = "May I see it?"\n', "", 90, "facet.light.posting.ask is missing"),
        ("context = []\n", "", 96, "facet.light.onet.context is missing"),
        ("remedies = { ask = 1, leave = 2 }\n", "", 67, "facet.light.remedies is missing"),
        ("ask = 1, leave", "leave", 88, "facet.light.remedies.ask is missing"),
        ('grounds = "None."\n\n[part', "\n[part", 9, "remedy.leave.grounds is missing"),
        ('name = "Place"\n', "", 1, "group.place.name is missing"),
        ('decides = "Ask for another."\n', "", 14, "part.room.decides is missing"),
        ('remedy = "ask"', 'remedy = "flee"', 19, 'part.room.remedy names "flee", which is not defined'),
        (
            'part = "room"\nconcerns = "role"',
            'part = "hall"\nconcerns = "role"',
            70,
            'facet.light.part names "hall", which is not defined',
        ),
        ('item = "How was it?"\n', "", 21, "sign.mood.item is missing"),
        ('name = "Noise"', "name = 7", 29, "facet.noise.name should be a text that is not empty"),
        ('weighs = "the dark"', 'weighs = " "', 77, "facet.light.weighs should be a text that is not empty"),
        ("safety = true", 'safety = "yes"', 49, "facet.noise.safety should be true or false"),
        ('words = ["noise"]', 'words = "noise"', 46, "facet.noise.words should be a list of texts"),
        ('["far too loud"]', "[3]", 44, "facet.noise.phrases_disliked should be a list of texts"),
        ('["quiet", "loud"]', '["quiet"]', 35, "facet.noise.poles should have 2 entries and has 1"),
        ('["bad", "good"]', '["bad", "so", "good"]', 24, "sign.mood.anchors should have 2 entries and has 3"),
        ("ask = 3", "ask = 4", 53, "facet.noise.remedies.ask should be a whole number from 0 to 3"),
        ("leave = 0", "leave = -1", 53, "facet.noise.remedies.leave should be a whole number from 0 to 3"),
        ("ask = 3", "ask = true", 53, "facet.noise.remedies.ask should be a whole number from 0 to 3"),
        ('unit = "dB"', "unit = 1", 52, "facet.noise.measure.unit should be a text that is not empty"),
        ("{ ask = 1, leave = 2 }", "3", 88, "facet.light.remedies should be a table"),
        (
            'group = "place"\npart = "room"\nconcerns = "role"',
            'group = "time"\npart = "room"\nconcerns = "role"',
            69,
            'facet.light.group names "time", which is not defined',
        ),
        (
            '"ideal_point"',
            '"more"',
            73,
            'facet.light.polarity is "more", which is none of more_is_better, less_is_better, ideal_point, personal',
        ),
        ('"role"', '"team"', 71, 'facet.light.concerns is "team", which is none of role, company'),
        (
            'usual_problem = "high"',
            'usual_problem = "top"',
            36,
            'facet.noise.usual_problem is "top", which is none of low, high',
        ),
        (
            '"partial"',
            '"some"',
            56,
            'facet.noise.posting.observable is "some", which is none of explicit, partial, weak, none',
        ),
        ('["light"]', '["colour"]', 43, 'facet.noise.confusable_with names "colour", which is not defined'),
        ('lifts = "the quiet"', 'lift = "the quiet"', 28, "facet.noise.lifts is missing"),
        ("evidence =", "evidense =", 50, "facet.noise.evidense is not a field we know"),
        ("other_help =", "otherhelp =", 51, "facet.noise.otherhelp is not a field we know"),
        ('needs = ["Ease"]', 'need = ["Ease"]', 64, "facet.noise.onet.need is not a field we know"),
        ("leave = 0", "leave = 0, flee = 1", 53, "facet.noise.remedies.flee is not a field we know"),
        ('unit = "dB"', 'unit = "dB", of = 1', 52, "facet.noise.measure.of is not a field we know"),
        ('name = "Place"', 'name = "Place"\nplace = 1', 3, "group.place.place is not a field we know"),
        ('name = "Leave"', 'name = "Leave"\nhow = 1', 11, "remedy.leave.how is not a field we know"),
        ("scored = true", "scored = true\nhow = 1", 27, "sign.mood.how is not a field we know"),
        (
            'ask = "May I hear it?"',
            'ask = "?"\nhow = 1',
            60,
            "facet.noise.posting.how is not a field we know",
        ),
    ],
)
def test_mistake_in_the_file_is_named_by_line_and_field(old: str, new: str, line: int, problem: str) -> None:
    text = changed(old, new)

    assert complaint(text) == f"small.toml, line {line}: {problem}. Mend it and start again."


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('poles = ["quiet', 'poles = = ["quiet', "Invalid value (at line 35, column 9)"),
        ('name = "Place"', 'name = "Place', "Illegal character '\\n' (at line 2, column 14)"),
        ("[facet.light]", "[facet.noise]", "Cannot declare ('facet', 'noise') twice (at line 67, column 13)"),
    ],
)
def test_file_that_is_not_toml_is_named_by_line(old: str, new: str, problem: str) -> None:
    text = changed(old, new)

    assert complaint(text) == f"small.toml cannot be read: {problem}. Mend that line and start again."


@pytest.mark.parametrize("text", ["", "\n# nothing\n", "version = 1\n", '[group.place]\nname = "Place"\n'])
def test_file_without_a_facet_is_refused(text: str) -> None:
    assert complaint(text) == "small.toml defines no facet. Put the file back as it was shipped."


def test_file_of_no_name_is_called_as_it_is_shipped() -> None:
    with pytest.raises(InvalidReferenceError) as stopped:
        load_vocabulary("")

    assert str(stopped.value) == "facets.toml defines no facet. Put the file back as it was shipped."


@given(st.integers(min_value=0, max_value=TEXT.count("\n") - 1))
def test_file_that_lost_a_line_is_read_or_refused_in_a_sentence(lost: int) -> None:
    lines = TEXT.splitlines()
    text = "\n".join(lines[:lost] + lines[lost + 1 :])

    try:
        told = ", ".join(load_vocabulary(text, file="small.toml").facets)
    except InvalidReferenceError as error:
        told = str(error)

    assert re.fullmatch(r"noise, light|small\.toml(, line \d+:)? .+ and start again\.", told, re.DOTALL)


def test_shipped_vocabulary_is_read_once() -> None:
    assert shipped_vocabulary() is shipped_vocabulary()
