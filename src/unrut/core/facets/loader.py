"""Reads the vocabulary file and stops at the first thing in it that is wrong."""

from functools import cache
from importlib.resources import files

from unrut.core.errors import InvalidReferenceError
from unrut.core.facets.vocabulary import (
    Concern,
    Facet,
    Measure,
    Observable,
    OnetElements,
    Part,
    Polarity,
    Pole,
    Posting,
    Remedy,
    Sign,
    Vocabulary,
)
from unrut.core.reference import Table, each, parse_toml, tables

FILE = "facets.toml"
STRONGEST_REMEDY = 3


@cache
def shipped_vocabulary() -> Vocabulary:
    """The vocabulary inside the package: a constant, read once."""
    return load_vocabulary(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))


def load_vocabulary(text: str, *, file: str = FILE) -> Vocabulary:
    """The vocabulary written in `text`.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    values = parse_toml(text, file)
    groups = each(tables(values, "group", text=text, file=file), lambda _, table: table.text("name"))
    remedies = each(tables(values, "remedy", text=text, file=file), _remedy)
    parts = each(
        tables(values, "part", text=text, file=file), lambda name, table: _part(name, table, remedies)
    )
    signs = each(tables(values, "sign", text=text, file=file), _sign)
    slow_signs = each(tables(values, "slow_sign", text=text, file=file), _sign)
    found = tables(values, "facet", text=text, file=file)
    if not found:
        raise InvalidReferenceError(f"{file} defines no facet. Put the file back as it was shipped.")
    facets = each(found, lambda name, table: _facet(name, table, groups, parts, remedies))
    for facet in facets.values():
        for other in facet.confusable_with:
            if other not in facets:
                found[facet.id].fail("confusable_with", f'names "{other}", which is not defined')
    return Vocabulary(
        facets=facets, remedies=remedies, parts=parts, signs=signs, slow_signs=slow_signs, groups=groups
    )


def _remedy(name: str, table: Table) -> Remedy:
    return Remedy(
        id=name,
        name=table.text("name"),
        definition=table.text("definition"),
        grounds=table.text("grounds"),
    )


def _part(name: str, table: Table, remedies: dict[str, Remedy]) -> Part:
    return Part(
        id=name,
        name=table.text("name"),
        mention=table.text("mention"),
        definition=table.text("definition"),
        decides=table.text("decides"),
        remedy=table.member("remedy", remedies),
    )


def _sign(name: str, table: Table) -> Sign:
    low, high = table.texts("anchors", count=2)
    return Sign(
        id=name,
        name=table.text("name"),
        item=table.text("item"),
        anchors=(low, high),
        reverse=table.flag("reverse"),
        scored=table.flag("scored"),
    )


def _facet(
    name: str, table: Table, groups: dict[str, str], parts: dict[str, Part], remedies: dict[str, Remedy]
) -> Facet:
    low, high = table.texts("poles", count=2)
    return Facet(
        id=name,
        name=table.text("name"),
        group=table.member("group", groups),
        part=table.member("part", parts),
        concerns=table.one_of("concerns", Concern),
        definition=table.text("definition"),
        polarity=table.one_of("polarity", Polarity),
        poles=(low, high),
        usual_problem=table.one_of("usual_problem", Pole),
        quarterly_item=table.text("quarterly_item"),
        weighs=table.text("weighs"),
        lifts=table.text("lifts"),
        avoid=table.text("avoid"),
        look_for=table.text("look_for"),
        treat=table.text("treat"),
        confusable_with=table.texts("confusable_with"),
        phrases_disliked=table.texts("phrases_disliked"),
        phrases_liked=table.texts("phrases_liked"),
        words=table.texts("words"),
        words_disliked=table.texts("words_disliked"),
        words_liked=table.texts("words_liked"),
        remedies=_ratings(table.table("remedies"), remedies),
        posting=_posting(table.table("posting")),
        onet=_onet(table.table("onet")),
        safety=table.flag("safety"),
        evidence=table.text("evidence", optional=True),
        other_help=table.texts("other_help", optional=True),
        measure=_measure(table.optional_table("measure")),
    )


def _ratings(table: Table, remedies: dict[str, Remedy]) -> dict[str, int]:
    ratings = {name: table.whole(name, low=0, high=STRONGEST_REMEDY) for name in remedies}
    table.done()
    return ratings


def _posting(table: Table) -> Posting:
    posting = Posting(
        observable=table.one_of("observable", Observable),
        cues_good=table.texts("cues_good"),
        cues_bad=table.texts("cues_bad"),
        ask=table.text("ask"),
    )
    table.done()
    return posting


def _onet(table: Table) -> OnetElements:
    elements = OnetElements(
        context=table.texts("context"),
        values=table.texts("values"),
        needs=table.texts("needs", optional=True),
        other=table.texts("other", optional=True),
    )
    table.done()
    return elements


def _measure(table: Table | None) -> Measure | None:
    if table is None:
        return None
    measure = Measure(field=table.text("field"), unit=table.text("unit"))
    table.done()
    return measure
