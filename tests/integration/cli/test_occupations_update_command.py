"""`unrut occupations update`: a release is taken over whole, or the occupations stay as they were."""

import hashlib
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from tests.atlases import INVENTED, tiny_release_files, zipped
from tests.factories import a_job, an_opening
from tests.integration.cli.answers import lines, refused

from unrut.cli.commands import occupations_update as commands
from unrut.models import OpeningReading, Person
from unrut.queries.atlas import FILE, current_atlas
from unrut.services import atlas_update

pytestmark = pytest.mark.integration

Unrut = Callable[..., Result]
NURSES = "29-1141.05"
NEXT = "O*NET 30.1 with 8 kinds of work is in use now."


class Terminal(io.StringIO):
    """Standard error as a person sees it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A small release as a zip."""
    path = tmp_path / "db_30_1_text.zip"
    path.write_bytes(zipped(tiny_release_files()))
    return path


@pytest.fixture
def shipped() -> int:
    """How many kinds of work lie inside the program."""
    return len(current_atlas())


def test_release_is_in_use_from_then_on(unrut: Unrut, me: Person, release: Path) -> None:
    told = lines(unrut("occupations", "update", str(release)))

    mark = hashlib.sha256(release.read_bytes()).hexdigest()
    assert (told[0], told[-1]) == (NEXT, f"SHA-256 of what was read: {mark}")
    assert current_atlas().codes == tuple(work.code for work in INVENTED)


def test_full_release_tells_what_one_does_there(unrut: Unrut, me: Person, release: Path) -> None:
    a_job(me, "Ledger clerk")
    unrut("occupations", "update", str(release))

    told = lines(unrut("occupations", "show", NURSES, "--why"))
    assert "  Care for sailors who fall ill in port." in told
    assert "  Examine sailors and give them their medicines." in told
    assert told[told.index("With what") + 1] == "  Patient record software"
    assert "What one does there comes with the full release: unrut occupations update" not in told


def test_release_in_json(unrut: Unrut, me: Person, release: Path) -> None:
    told = json.loads(unrut("occupations", "update", str(release), "--json").stdout)

    assert told == {
        "release": "30.1",
        "occupations": 8,
        "lacking": told["lacking"],
        "warnings": [],
        "sha256": hashlib.sha256(release.read_bytes()).hexdigest(),
        "replaced": True,
    }


def test_unpacked_release_is_read_from_its_folder(unrut: Unrut, me: Person, tmp_path: Path) -> None:
    folder = tmp_path / "db_30_1_text"
    folder.mkdir()
    for name, text in tiny_release_files().items():
        (folder / name).write_text(text)

    assert lines(unrut("occupations", "update", str(folder)))[0] == NEXT


def test_same_release_changes_nothing(unrut: Unrut, me: Person, release: Path, own_home: Path) -> None:
    unrut("occupations", "update", str(release))
    before = (own_home / FILE).stat().st_mtime_ns

    assert lines(unrut("occupations", "update", str(release))) == [
        "This release, O*NET 30.1, is in use already. Nothing was changed."
    ]
    assert (own_home / FILE).stat().st_mtime_ns == before


def test_openings_of_everybody_are_read_anew(unrut: Unrut, bob: Person, release: Path) -> None:
    opening = an_opening(bob)
    read_as = OpeningReading.objects.filter(opening=opening).values_list("read_as", flat=True)

    unrut("occupations", "update", str(release))

    assert read_as.get() == 0


def test_tables_the_release_came_without_are_named(unrut: Unrut, me: Person, tmp_path: Path) -> None:
    files = {name: text for name, text in tiny_release_files().items() if name != "Work Values.txt"}
    path = tmp_path / "part.zip"
    path.write_bytes(zipped(files))

    told = lines(unrut("occupations", "update", str(path)))
    assert [
        line
        for line in told
        if line.startswith("This release does not tell ") and "what the work gives people" in line
    ]


def test_release_that_lacks_nothing_says_nothing_of_it(
    unrut: Unrut, me: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = atlas_update.Updated("30.1", 8, (), ("Line 3 of Skills.txt was left out.",), "abc", replaced=True)
    monkeypatch.setattr("unrut.services.atlas_update.update_from", lambda *_, **__: done)

    assert lines(unrut("occupations", "update", "any.zip")) == [
        NEXT,
        "Line 3 of Skills.txt was left out.",
        "SHA-256 of what was read: abc",
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00 a picture",
        zipped(tiny_release_files())[:20_000],
        zipped({"word/document.xml": "<w:document/>"}, folder=""),
        zipped({}),
    ],
    ids=["empty", "picture", "cut", "word", "nothing"],
)
def test_file_that_is_no_release_changes_nothing(
    unrut: Unrut, me: Person, release: Path, own_home: Path, content: bytes
) -> None:
    unrut("occupations", "update", str(release))
    kept = (own_home / FILE).read_bytes()
    release.write_bytes(content)

    assert refused(unrut("occupations", "update", str(release)), 3).count("\n") == 1
    assert (own_home / FILE).read_bytes() == kept
    assert [path.name for path in own_home.iterdir()] == [FILE]


@pytest.mark.parametrize("name", ["", "nowhere.zip"])
def test_folder_without_tables_or_no_file_at_all_is_refused(
    unrut: Unrut, me: Person, tmp_path: Path, shipped: int, name: str
) -> None:
    (tmp_path / "folder").mkdir()

    assert refused(unrut("occupations", "update", str(tmp_path / "folder" / name)), 3).count("\n") == 1
    assert len(current_atlas()) == shipped


def test_address_that_anybody_may_change_is_not_asked(unrut: Unrut, me: Person) -> None:
    sentence = refused(unrut("occupations", "update", "http://example.org/db.zip"), 1)

    assert sentence == (
        '"http://example.org/db.zip" does not begin with https://, so it was not asked. Give one that does.\n'
    )


def test_without_a_name_the_settings_say_where_it_is(
    unrut: Unrut, me: Person, release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNRUT_OCCUPATIONS", str(release))

    assert lines(unrut("occupations", "update"))[0] == NEXT


def test_stopping_it_keeps_what_was_there(
    unrut: Unrut, me: Person, release: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unrut("occupations", "update", str(release))
    kept = (own_home / FILE).read_bytes()
    release.write_bytes(zipped({**tiny_release_files(), "Read Me.txt": "O*NET 30.2 Database\n"}))

    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "_tell_read", stop)
    told = refused(unrut("occupations", "update", str(release)), 130)
    assert told == "Stopped. The occupations stay as they were.\n"
    assert ((own_home / FILE).read_bytes(), len(list(own_home.iterdir()))) == (kept, 1)


def test_home_that_cannot_be_written_is_one_sentence(
    unrut: Unrut, me: Person, release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("unrut.services.atlas_update.tempfile.NamedTemporaryFile", full)

    assert "cannot be written (No space left on device)." in refused(
        unrut("occupations", "update", str(release)), 4
    )


@pytest.mark.parametrize(
    ("tell", "told"),
    [
        (lambda: commands._tell_read(3, 41), "Reading table 3 of 41"),
        (lambda: commands._tell_fetched(3 * 2**20, 12 * 2**20), "Fetched 3 of 12 MB"),
        (lambda: commands._tell_fetched(3 * 2**20, 0), "Fetched 3 MB"),
        (commands._clear, ""),
    ],
    ids=["read", "fetched", "fetched without an end", "done"],
)
def test_terminal_shows_how_far_it_is(
    tell: Callable[[], None], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = Terminal()
    monkeypatch.setattr(sys, "stderr", seen)

    tell()
    assert seen.getvalue() == f"{commands.CLEAR_LINE}{told}"


@pytest.mark.parametrize("tell", [lambda: commands._tell_read(1, 2), commands._clear])
def test_no_terminal_is_told_nothing(tell: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    seen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", seen)

    tell()
    assert seen.getvalue() == ""
