"""Ten thousand accomplishments in Unrut beside the same in jrnl, a journal on the command line, and found while Unrut runs.

    UNRUT_JRNL=../peers/bin/jrnl python bench/jrnl.py

UNRUT_JRNL names the command of jrnl where it is not on the PATH. All but the last row are whole processes, each with
a store of its own in a temporary folder; emptying a store before an import is not timed.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from common import MILLI, Row, Sample, Way, at_home, in_turns, show, timed, timed_row, yes_or_no

MANY, SEED = 10_000, 11
RUNS, SLOW_RUNS, WARM_RUNS = 5, 3, 15
MOST_IMPORT_SECONDS, MOST_FIND_MS = 3, 50
BEGUN, APART = datetime(2016, 1, 4, 9), timedelta(hours=8)  # noqa: DTZ001 - jrnl knows no zones; the last is of 2025
WORDS = "wiring plan after the flood"  # rare, so that printing what was found is not what is measured
ADDED = "with the new list"
VARIABLE = "UNRUT_JRNL"
MISSING = f"jrnl is not installed here (pip install jrnl, or name its command with {VARIABLE})"
JOURNAL, CONFIG = "journal.txt", "jrnl.yaml"


def _split(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split("|"))


VERBS = _split("""
    Trained|Taught|Rebuilt|Organised|Finished|Planned|Led|Repaired|Calmed|Wrote|Tested|Ordered|Counted|Cleaned up|
    Presented|Negotiated|Moved|Shortened|Checked|Introduced
""")
THINGS = _split("""
    the new colleagues|the handover|the order list|the stock room|the monthly report|the price list|the two apprentices|
    the wiring plan|the release notes|an angry customer|the budget|the summer menu|the shift plan|the ward round|
    the parents' evening|the supplier contract|the survey|the maintenance plan|the training week|the booking page
""")
PLACES = _split("""
    at the front desk|in the kitchen|for the night shift|with the whole team|on my own|in the workshop|at short notice|
    before the audit|during the move|for the school|in the second branch|over the phone|after the flood|with two helpers
""")
OUTCOMES = _split("""
    It took {number} days and nobody had to stay late.|It saved {number} hours a week.|
    Complaints fell from {number} to two a month.|{number} people have used it since.|
    The night shift asked for it {number} times.|My manager showed it to {number} other teams.|
    We were {number} days early.|It cost {number} euros and no more.|Errors went down by {number} percent.
""")
TAGS = _split("""
    teaching|planning|budget|customers|repair|stock|report|shift|lesson|menu|invoice|release|training|wiring|supplier|
    meeting|survey|writing|safety|team
""")


@dataclass(frozen=True, slots=True)
class Side:
    """A program with a store of its own, and what that store was before anything came into it."""

    name: str
    command: tuple[str | Path, ...]
    environment: Mapping[str, str]
    store: Path
    empty: Path

    def says(self, *words: str | Path) -> str:
        """What the program prints; it has nobody to ask."""
        done = subprocess.run(
            [*self.command, *words],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(
                f"{self.name} gave up on {words}: {done.stderr.strip() or done.stdout.strip()}"
            )
        return done.stdout

    def way(self, *words: str | Path) -> Way:
        """The program from its start to its end."""
        return timed(lambda: self.says(*words))

    def way_from_empty(self, *words: str | Path) -> Way:
        """The same on an empty store each time; emptying it is not timed."""

        def way() -> float:
            shutil.rmtree(self.store)
            shutil.copytree(self.empty, self.store)
            return self.way(*words)()

        return way

    def adding(self, *words: str | Path) -> Way:
        """The program told one more accomplishment, each time another one."""
        numbers = count(1)

        def way() -> float:
            return self.way(*words, f"Counted shelf {next(numbers)} {ADDED}.")()

        return way


@dataclass(frozen=True, slots=True)
class Sides:
    """Unrut and, where it is installed, jrnl."""

    unrut: Side
    jrnl: Side | None

    def row(
        self,
        what: str,
        ours: Way,
        called: str,
        theirs: Callable[[Side], Way],
        *,
        runs: int = RUNS,
        warm_up: int = 1,
    ) -> tuple[Row, Sample]:
        """A row of both in turns, or of ours alone, and our times."""
        if self.jrnl is None:
            alone = in_turns({"ours": ours}, runs=runs, warm_up=warm_up)["ours"]
            return Row(what, str(alone), beside=MISSING), alone
        taken = in_turns({"ours": ours, "jrnl": theirs(self.jrnl)}, runs=runs, warm_up=warm_up)
        return timed_row(what, taken["ours"], f"{self.jrnl.name} {called}", taken["jrnl"]), taken["ours"]


def measure() -> list[Row]:
    """Import, search, adding and counting, then search in the running program."""
    with tempfile.TemporaryDirectory(prefix="unrut-bench-") as folder:
        file = Path(folder) / "written.txt"
        file.write_text(as_journal(), encoding="utf-8")
        sides = Sides(_unrut(Path(folder) / "unrut"), _jrnl(Path(folder) / "jrnl"))
        return [
            *_import_rows(sides, file),
            _second_import_row(sides, file),
            *_search_rows(sides),
            _count_row(sides),  # before anything is added, so that both count the same
            _add_row(sides),
            _running_row(sides.unrut),
        ]


def as_journal() -> str:
    """Ten thousand entries, always the same ones, as jrnl writes them."""
    chance = random.Random(SEED)
    return "\n".join(_entry(place, chance) for place in range(MANY))


def _entry(place: int, chance: random.Random) -> str:
    """The number in its title makes each another one; from one to three sentences and tags follow."""
    title = f"{chance.choice(VERBS)} {chance.choice(THINGS)} {chance.choice(PLACES)}, number {place + 1}."
    outcomes = chance.sample(OUTCOMES, chance.randint(1, 3))
    body = (outcome.format(number=chance.randint(3, 90)) for outcome in outcomes)
    tags = (f"@{tag}" for tag in chance.sample(TAGS, chance.randint(1, 3)))
    return f"[{BEGUN + place * APART:%Y-%m-%d %H:%M}] {' '.join((title, *body, *tags))}\n"


def _unrut(folder: Path) -> Side:
    """Unrut with a store that was opened once."""
    store, empty = folder / "store", folder / "empty"
    side = Side("unrut", (Path(sys.executable).with_name("unrut"),), at_home(store), store, empty)
    side.says("note", "+ x")
    shutil.copytree(store, empty)
    return side


def _jrnl(folder: Path) -> Side | None:
    """A jrnl with an empty journal, far from the settings and journals of the person who measures."""
    program = shutil.which(os.environ.get(VARIABLE, "jrnl"))
    if program is None:
        print(f"{MISSING}: only the times of Unrut are taken.", file=sys.stderr)
        return None
    store, empty, config = folder / "store", folder / "empty", folder / CONFIG
    empty.mkdir(parents=True)
    (empty / JOURNAL).touch()
    shutil.copytree(empty, store)
    homes = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    environment = {**os.environ, **dict.fromkeys(homes, str(folder))}
    version = (
        Side("jrnl", (program,), environment, store, empty).says("--version").split()[1].removeprefix("v")
    )
    config.write_text(_config(version, store / JOURNAL), encoding="utf-8")
    return Side(f"jrnl {version}", (program, "--config-file", config), environment, store, empty)


def _config(version: str, journal: Path) -> str:
    """The settings of jrnl as it makes them itself, without colours."""
    settings = {
        "colors": dict.fromkeys(("body", "date", "tags", "title"), "none"),
        "default_hour": 9,
        "default_minute": 0,
        "editor": "",
        "encrypt": False,
        "highlight": False,
        "indent_character": "|",
        "journals": {"default": {"journal": str(journal)}},
        "linewrap": 79,
        "tagsymbols": "@",
        "template": False,
        "timeformat": "%Y-%m-%d %H:%M",
        "version": version,
    }
    # What begins with a brace is taken for the settings of its first release.
    return f"---\n{json.dumps(settings)}"


def _import_rows(sides: Sides, file: Path) -> list[Row]:
    """Into an empty store; the stores stay filled for all that comes after."""
    what = f"unrut wins import, {MANY:,} accomplishments into an empty store"
    row, ours = sides.row(
        what,
        sides.unrut.way_from_empty("wins", "import", file),
        "--import",
        lambda jrnl: jrnl.way_from_empty("--import", "--file", file),
    )
    held = ours.median <= MOST_IMPORT_SECONDS * MILLI
    return [row, Row(what, str(ours), bar=f"{MOST_IMPORT_SECONDS} s", held=yes_or_no(held))]


def _second_import_row(sides: Sides, file: Path) -> Row:
    """The same file again; both stores are looked at for what they hold then."""
    row, _ = sides.row(
        "unrut wins import, the same file once more",
        sides.unrut.way("wins", "import", file),
        "--import once more",
        lambda jrnl: jrnl.way("--import", "--file", file),
    )
    told = json.loads(sides.unrut.says("wins", "import", file, "--json"))
    stored = len(json.loads(sides.unrut.says("wins", "list", "--json")))
    theirs = f", which holds {_entries(sides.jrnl):,} then" if sides.jrnl else ""
    return Row(
        row.what,
        f"{row.ours}, which holds {stored:,} then",
        beside=f"{row.beside}{theirs}",
        ratio=row.ratio,
        bar="adds nothing",
        held=yes_or_no(told["created"] == 0 and stored == MANY),
    )


def _entries(jrnl: Side) -> int:
    """How many entries lie in the journal."""
    written = (jrnl.store / JOURNAL).read_text(encoding="utf-8")
    return sum(line.startswith("[") for line in written.splitlines())


def _search_rows(sides: Sides) -> list[Row]:
    """By exact words, and by words and meaning, each beside the exact words of jrnl."""
    exact, near = ("wins", "list", "--containing", WORDS), ("wins", "find", WORDS)
    found = {words: len(json.loads(sides.unrut.says(*words, "--json"))) for words in (exact, near)}
    called, theirs = f'-contains "{WORDS}"', None
    if sides.jrnl:
        theirs = len(json.loads(sides.jrnl.says("-contains", WORDS, "--format", "json"))["entries"])
        called += f", {theirs:,} found"
    if not all(found.values()) or theirs not in {None, found[exact]}:
        raise RuntimeError(f"Unrut found {list(found.values())} and jrnl {theirs}: they do not search alike.")
    return [
        sides.row(
            f'unrut {" ".join(words[:-1])} "{WORDS}" among {MANY:,}, {found[words]:,} shown',
            sides.unrut.way(*words),
            called,
            lambda jrnl: jrnl.way("-contains", WORDS),
        )[0]
        for words in (exact, near)
    ]


def _count_row(sides: Sides) -> Row:
    counted = json.loads(sides.unrut.says("wins", "list", "--skills", "--json"))
    ours = {one["skill"]: one["count"] for one in counted}
    if sides.jrnl:
        lines = [line.partition(":") for line in sides.jrnl.says("--tags").splitlines()]
        theirs = {tag.strip().removeprefix("@"): int(number) for tag, _, number in lines}
        if ours != theirs:
            raise RuntimeError(f"Unrut counted {ours} and jrnl {theirs}.")
    row, _ = sides.row(
        f"unrut wins list --skills, {len(ours)} in {MANY:,}",
        sides.unrut.way("wins", "list", "--skills"),
        "--tags",
        lambda jrnl: jrnl.way("--tags"),
        runs=SLOW_RUNS,
        warm_up=0,  # both have just been asked this
    )
    return row


def _add_row(sides: Sides) -> Row:
    row, _ = sides.row(
        f"unrut wins add, to {MANY:,}",
        sides.unrut.adding("wins", "add"),
        "TEXT",
        lambda jrnl: jrnl.adding(),
        runs=SLOW_RUNS,
        warm_up=0,  # both have just read all they hold
    )
    kept = [len(json.loads(sides.unrut.says("wins", "list", "--containing", ADDED, "--json")))]
    if sides.jrnl:
        kept.append(_entries(sides.jrnl) - MANY)
    if set(kept) != {SLOW_RUNS}:
        raise RuntimeError(f"{SLOW_RUNS} were added, but kept were {kept}.")
    return row


def _running_row(unrut: Side) -> Row:
    """Search where the program runs already and has its index."""
    os.environ.update(at_home(unrut.store))
    from unrut.cli.opened import local_person

    owner = local_person()
    from unrut.queries.accomplishments import find_accomplishments, listed_accomplishments

    texts = [f"{row.text} {row.story}".casefold() for row in listed_accomplishments(owner)]
    taken = in_turns(
        {
            "find": timed(lambda: find_accomplishments(owner, WORDS)),
            "str.find": timed(lambda: [text.find(WORDS) for text in texts]),
        },
        runs=WARM_RUNS,
    )
    return timed_row(
        f"find_accomplishments() among {MANY:,}, in the running program",
        taken["find"],
        "str.find in all texts",
        taken["str.find"],
        most_ms=MOST_FIND_MS,
    )


if __name__ == "__main__":
    show(measure)
