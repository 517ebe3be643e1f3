"""The documents agree with the program, with one another and with the files beside them."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from unrut.cli.main import COMMANDS
from unrut.config import OPTIONS
from unrut.core.explore.fit import DRAWS
from unrut.core.explore.levels import UNKNOWN
from unrut.core.explore.openings.facet_levels import STRENGTHS
from unrut.core.explore.present import ANSWERED_SD, TREATED_AT_ONCE
from unrut.core.explore.wants import MOST_WANTS
from unrut.core.plan.steps import DEFAULT_MINUTES, LONGEST, SHORTEST, Strand
from unrut.core.plan.templates import SHORTEST_PLAN
from unrut.core.reflect.causes import RANKED_FROM_WEEKS
from unrut.core.reflect.lessons import (
    COMMON_WEIGHT,
    LEAST_LIKENESS,
    LEAST_TAUGHT_CONFIDENCE,
    OTHER_KIND,
    SAME_WORDS,
)
from unrut.core.reflect.look_back import ANSWER_WEEKS, LIKELY_FROM, PERHAPS_FROM
from unrut.core.reflect.profile import MOST_LINES
from unrut.core.reflect.reader import MOST_FACETS
from unrut.core.reflect.reviews import LEAST_MOVE, REST, SPEAKS_FROM
from unrut.core.reflect.score import LEAST_SIGNS
from unrut.core.reflect.signal import SEARCHED_WEEKS
from unrut.core.reflect.sittings import ANSWERS_REMEMBERED, LATE_AFTER_DAYS
from unrut.core.reflect.thresholds import ODDS_POWER, ODDS_TIMES
from unrut.core.reflect.weeks import LOW_LINE

pytestmark = [pytest.mark.unit, pytest.mark.docs]

PROJECT = Path(__file__).resolve().parents[2]
DOCS = PROJECT / "docs"
PAGES = sorted(
    [
        *PROJECT.glob("*.md"),
        *DOCS.rglob("*.md"),
        *PROJECT.glob("bench/**/*.md"),
        *PROJECT.glob("tools/**/*.md"),
    ]
)
LONGEST_README = 60

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[[^\]]+\]\([^)\s]+\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CODE = re.compile(r"```[a-z]*\n.*?```|`[^`\n]+`", re.DOTALL)
FIRST_CELL = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)
REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+")
ELSEWHERE = ("http://", "https://", "mailto:")
# A document that names a folder of one machine, or the index somebody installs from, is wrong on every other machine.
OF_ONE_MACHINE = re.compile(
    r"(?<![\w./:~-])/(?:work|tmp|home|root|Users|opt|mnt|srv|var)/|[A-Z]:\\|\bpypi\.|files\.pythonhosted|index-url|/simple/"
)

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))


def read(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads(read(name))


def slug(heading: str) -> str:
    """The anchor that a page gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


def sections(name: str) -> dict[str, str]:
    """The text below each heading of a page, by the heading."""
    _, *parts = HEADING.split(read(name))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def listed(text: str) -> list[str]:
    """The names in the first column of the tables of a text."""
    return FIRST_CELL.findall(text)


def links(text: str) -> list[str]:
    return [target for target in LINK.findall(CODE.sub("", text)) if not target.startswith(ELSEWHERE)]


def is_broken(page: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    file = page.parent / name if name else page
    if not file.exists():
        return True
    return bool(anchor) and anchor not in map(slug, HEADING.findall(file.read_text(encoding="utf-8")))


def spans() -> Iterator[tuple[str, str]]:
    """Everything written as code, with the page it stands on."""
    for page in PAGES:
        for span in CODE.findall(page.read_text(encoding="utf-8")):
            yield page.name, span


def fields_of(kind: str, *below: str) -> set[str]:
    """The fields that tables of a kind have in the vocabulary, or those of a table inside them."""
    found: set[str] = set()
    for table in toml("src/unrut/core/facets/facets.toml")[kind].values():
        for name in below:
            table = table.get(name, {})  # noqa: PLW2901 - one step further in
        found |= set(table)
    return found


def required(group: dict[str, Any]) -> list[str]:
    names = (REQUIREMENT.match(wanted) for wanted in group)
    return sorted(name.group() for name in names if name)


def test_readme_is_short_and_has_one_picture() -> None:
    text = read("README.md")

    assert len(text.splitlines()) <= LONGEST_README
    assert len(PICTURE.findall(text)) == 1


@every_page
def test_links_lead_somewhere(page: Path) -> None:
    targets = links(page.read_text(encoding="utf-8"))

    assert [target for target in targets if is_broken(page, target)] == []


@every_page
def test_page_names_nothing_of_one_machine(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if OF_ONE_MACHINE.search(line)] == []


@every_page
def test_page_does_not_shout(page: Path) -> None:
    told = PICTURE.sub("", CODE.sub("", page.read_text(encoding="utf-8")))

    assert [line for line in told.splitlines() if "!" in line] == []


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("Remedies: `[remedy.NAME]`", fields_of("remedy")),
        ("Parts: `[part.NAME]`", fields_of("part")),
        ("Signs: `[sign.NAME]`", fields_of("sign")),
        ("Groups: `[group.NAME]`", fields_of("group")),
        ("Facets: `[facet.NAME]`", fields_of("facet")),
        ("`posting`", fields_of("facet", "posting")),
        ("`onet`", fields_of("facet", "onet")),
        ("`measure`", fields_of("facet", "measure")),
    ],
)
def test_field_of_the_vocabulary_is_explained(heading: str, fields: set[str]) -> None:
    assert sorted(listed(sections("docs/vocabulary.md")[heading])) == sorted(fields)


def test_remedies_that_facets_rate_are_named() -> None:
    told = sections("docs/vocabulary.md")["`remedies`"]

    assert set(re.findall(r"`(\w+)`", told)) == fields_of("facet", "remedies")


def test_dependencies_of_the_program_each_have_a_reason() -> None:
    told = sections("docs/architecture/dependencies.md")["The program"]

    project = toml("pyproject.toml")["project"]
    extras = [name for group in project["optional-dependencies"].values() for name in group]
    assert sorted(listed(told)) == required([*project["dependencies"], *extras])


def test_dependencies_of_development_each_have_a_reason() -> None:
    told = sections("docs/architecture/dependencies.md")["For those who change it"]

    assert sorted(listed(told)) == required(toml("pyproject.toml")["dependency-groups"]["dev"])


@pytest.mark.parametrize(
    ("name", "file", "version"),
    [
        ("htmx", "src/unrut/web/static/vendor/htmx.min.js", r'version:"([\d.]+)"'),
        ("axe-core", "tests/browser/vendor/axe.min.js", r"axe v([\d.]+)"),
    ],
)
def test_part_kept_here_is_named_with_its_version(name: str, file: str, version: str) -> None:
    found = re.search(version, read(file))

    assert found is not None
    for told in ("NOTICE", "docs/architecture/dependencies.md"):
        assert re.findall(rf"{name} ([\d.]+\d)", read(told)) == [found[1]]
    assert re.findall(rf"^ +({re.escape(file)}),", read("NOTICE"), re.MULTILINE) == [file]


def test_settings_are_told_with_their_variables() -> None:
    told = sections("docs/how-to/command-line.md")["Settings"]

    rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \|", told, re.MULTILINE)

    assert rows == [(option.name, option.variable) for option in OPTIONS]


def test_strands_are_in_the_glossary() -> None:
    (told,) = re.findall(
        r"^- \*\*Strand\*\*: (.+?)(?=^- )", read("docs/glossary.md"), re.DOTALL | re.MULTILINE
    )

    assert re.findall(r"\*\*([^*]+)\*\*", told) == [strand.label for strand in Strand]


def test_commands_that_documents_name_exist() -> None:
    named = {
        (page, name)
        for page, span in spans()
        if page != "commands.md"
        for name in re.findall(r"^(?:`|.*;)?\s*unrut ([a-z]+(?:-[a-z]+)*)", span, re.MULTILINE)
    }

    assert {(page, name) for page, name in named if name not in COMMANDS} == set()
    assert {name for _, name in named} >= {"note", "demo", "rank", "settings"}


def test_make_targets_are_those_contributors_are_told_of() -> None:
    targets = re.findall(r"^# make (\w+)", read("Makefile"), re.MULTILINE)

    assert [name.removeprefix("make ") for name in listed(read("CONTRIBUTING.md"))] == targets


def test_files_that_documents_name_exist() -> None:
    named = {
        (page, path)
        for page, span in spans()
        for path in re.findall(r"\b(?:src|tests|tools|docs|requirements)/[\w./-]+\b/?", span)
        if not path.endswith(("/X.py", "test_X.py"))
    }

    assert {(page, path) for page, path in named if not (PROJECT / path).exists()} == set()
    assert ("CONTRIBUTING.md", "src/unrut/importers/openings/registry.py") in named


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Reading a note", f"A note is read into at most {MOST_FACETS} facets"),
        ("What is behind it", f"With fewer than {RANKED_FROM_WEEKS} answered weeks"),
        ("Look for, and avoid", f"the line of each of the first {MOST_LINES} causes"),
        ("When you answer", f"most of your last {ANSWERS_REMEMBERED} answers"),
        ("When you answer", f"more than {LATE_AFTER_DAYS} days from it"),
        ("The first look back", f"counts as {ANSWER_WEEKS:g} weeks"),
        (
            "The first look back",
            f"From a share of {LIKELY_FROM} on a facet is called likely, from {PERHAPS_FROM} on",
        ),
        ("The quarterly review", f"due {REST.days // 7} weeks after"),
        ("The quarterly review", f"moved by {LEAST_MOVE} points or more"),
        ("The quarterly review", f"speaks of a rut from {SPEAKS_FROM} on"),
        ("A rut or a bad patch", f"at least {LEAST_SIGNS} of them answered"),
        ("Reading a note", f"common words weighing {COMMON_WEIGHT}, and {OTHER_KIND} of it"),
        ("Reading a note", f"From a likeness of {LEAST_LIKENESS} the closest correction counts"),
        ("Reading a note", f"below {LEAST_TAUGHT_CONFIDENCE} it is gone"),
        ("Reading a note", f"counts as a likeness of at least {SAME_WORDS}"),
        ("A rut or a bad patch", f"searched for in the last {SEARCHED_WEEKS} weeks"),
        ("A rut or a bad patch", f"{ODDS_TIMES:.1f} times the model's to the power {ODDS_POWER}"),
        ("A rut or a bad patch", f"until you move it | {LOW_LINE} |"),
        ("What you want", f"At most {MOST_WANTS} facets become wants"),
        ("Levels", f"Unknown is mean {UNKNOWN.mean:g}, standard deviation {UNKNOWN.sd:g}"),
        ("Your present job", f"with a standard deviation of {ANSWERED_SD}"),
        ("The same job, changed", f"the {TREATED_AT_ONCE} with the largest share"),
        ("Fit", f"drawn {DRAWS:,} times"),
        ("A plan and its pace", f"(at least {SHORTEST_PLAN})"),
        ("A plan and its pace", f"of {SHORTEST} to {LONGEST} minutes, usually {DEFAULT_MINUTES}"),
    ],
)
def test_method_tells_the_figure_that_is_used(heading: str, sentence: str) -> None:
    (told,) = (
        text for name, text in sections("docs/method.md").items() if name.partition(" (")[0] == heading
    )

    assert " ".join(told.split()).count(sentence) == 1


def test_method_tells_how_far_a_cue_is_believed() -> None:
    rows = re.findall(r"^\| (\w+) \| ([\d.]+) \| ([\d.]+) \|$", read("docs/method.md"), re.MULTILINE)

    used = [(seen.value, strength.pull, strength.sd) for seen, strength in STRENGTHS.items()]
    assert [(name, float(pull), float(spread)) for name, pull, spread in rows] == used
