"""A release becomes the atlas of the home whole, or nothing changes."""

import hashlib
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from tests.atlases import tiny_release_files, zipped
from tests.factories import an_opening

from unrut.core.errors import InvalidInputError
from unrut.core.explore.occupations.atlas import Prose
from unrut.core.explore.occupations.atlas_file import read_atlas, source_of
from unrut.errors import StoreError
from unrut.fetching import downloads
from unrut.fetching.contract import Answer, Fetcher, FetchError, Outcome
from unrut.models import OpeningReading, Person
from unrut.queries.atlas import FILE
from unrut.services.atlas_update import (
    BUILT_AS,
    Updated,
    fetch_release,
    update_atlas,
    update_from,
    update_occupations,
)

pytestmark = pytest.mark.integration

ADDRESS = "https://onet.example.com/db_30_1_text.zip"


@pytest.fixture
def release() -> bytes:
    return zipped(tiny_release_files())


def held(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused_place(target: BinaryIO, tell: object) -> Any:
    raise AssertionError("nobody may be asked here")


class Giving:
    """A fetcher that writes what it is given, or fails as it is told."""

    def __init__(self, target: BinaryIO, content: bytes, error: FetchError | None = None) -> None:
        self._target, self._content, self._error = target, content, error
        self.asked: list[str] = []

    def fetch(self, address: str, **_: object) -> Answer:
        self._target.write(self._content)
        if self._error:
            raise self._error
        return Answer(address)


def giving(content: bytes, error: FetchError | None = None) -> Callable[..., Any]:
    def opened(target: BinaryIO, _tell: object) -> Any:
        fetcher: Fetcher = Giving(target, content, error)
        return nullcontext(fetcher)

    return opened


def test_release_becomes_the_atlas_of_the_home(release: bytes, tmp_path: Path) -> None:
    home = tmp_path / "not" / "there"

    updated = update_atlas(release, folder=home)

    sha256 = hashlib.sha256(release).hexdigest()
    mark = f"{BUILT_AS} {sha256}"
    assert updated == Updated("30.1", 8, (), (), sha256, replaced=True)
    data = (home / FILE).read_bytes()
    atlas = read_atlas(data)
    assert (len(atlas), set(atlas.prose), source_of(data), held(home)) == (8, set(Prose), mark, [FILE])


def written_at(file: Path) -> tuple[int, int, int]:
    """Which file lies there and when it was written; when it was last read does not matter."""
    told = file.stat()
    return told.st_ino, told.st_mtime_ns, told.st_size


def test_same_release_changes_nothing(release: bytes, tmp_path: Path) -> None:
    update_atlas(release, folder=tmp_path)
    before = written_at(tmp_path / FILE)
    (tmp_path / "release.zip").write_bytes(release)

    again = update_atlas(tmp_path / "release.zip", folder=tmp_path)

    assert (again.replaced, again.occupations) == (False, 8)
    assert written_at(tmp_path / FILE) == before


def test_other_release_takes_its_place(release: bytes, tmp_path: Path) -> None:
    update_atlas(release, folder=tmp_path)
    files = tiny_release_files()
    del files["Work Values.txt"]

    updated = update_atlas(zipped(files), folder=tmp_path)

    assert (updated.replaced, updated.lacking) == (True, ("value",))
    assert updated.warnings == (
        'There is no "Work Values.txt" in this release, so what it tells stays unknown.',
    )


def test_damaged_atlas_is_made_anew_from_the_same_release(release: bytes, tmp_path: Path) -> None:
    update_atlas(release, folder=tmp_path)
    (tmp_path / FILE).write_bytes(b"damaged")

    assert update_atlas(release, folder=tmp_path).replaced


def test_folder_is_known_again_by_what_it_holds(tmp_path: Path) -> None:
    unpacked = tmp_path / "db_30_1_text"
    unpacked.mkdir()
    for name, text in tiny_release_files().items():
        (unpacked / name).write_text(text, encoding="utf-8")

    found = [update_atlas(unpacked, folder=tmp_path).replaced for _ in range(2)]
    (unpacked / "Work Values.txt").unlink()

    assert [*found, update_atlas(unpacked, folder=tmp_path).replaced] == [True, False, True]


@pytest.mark.parametrize(
    "source",
    [b"nothing of the kind", zipped({"holiday.txt": "x"}), Path("gone.zip")],
    ids=["text", "another zip", "nowhere"],
)
def test_what_cannot_be_read_leaves_the_atlas_before(
    source: bytes | Path, release: bytes, tmp_path: Path
) -> None:
    update_atlas(release, folder=tmp_path)
    before = (tmp_path / FILE).read_bytes()

    with pytest.raises(InvalidInputError):
        update_atlas(source, folder=tmp_path)

    assert ((tmp_path / FILE).read_bytes(), held(tmp_path)) == (before, [FILE])


def test_who_stops_it_leaves_the_atlas_before(release: bytes, tmp_path: Path) -> None:
    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        update_atlas(release, folder=tmp_path, tell=stop)

    assert held(tmp_path) == []


def test_progress_is_told_to_the_end(release: bytes, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    update_atlas(release, folder=tmp_path, tell=lambda done, of: told.append((done, of)))

    assert told == [(done, 14) for done in range(1, 15)]


def test_full_disk_leaves_the_atlas_before(
    release: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / FILE).write_bytes(b"before")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StoreError) as refused:
        update_atlas(release, folder=tmp_path)

    assert str(refused.value) == (
        f"{tmp_path / FILE} cannot be written (No space left on device). Make room or give yourself the right to write "
        "there; the occupations stay as they were."
    )
    assert ((tmp_path / FILE).read_bytes(), held(tmp_path)) == (b"before", [FILE])


def test_home_that_is_a_file_is_told(release: bytes, tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"")

    with pytest.raises(StoreError, match="cannot be written"):
        update_atlas(release, folder=tmp_path / "home")


def test_fetched_release_is_there_for_as_long_as_it_is_read(release: bytes) -> None:
    with fetch_release(f" {ADDRESS} ", open_fetcher=giving(release)) as path:
        content = path.read_bytes()

    assert (content == release, path.exists()) == (True, False)


def test_address_that_is_not_secure_is_not_asked() -> None:
    fetching = fetch_release("http://onet.example.com/db.zip", open_fetcher=refused_place)

    with pytest.raises(FetchError) as refused, fetching:
        pass

    assert str(refused.value) == (
        '"http://onet.example.com/db.zip" does not begin with https://, so it was not asked. Give one that does.'
    )


@pytest.mark.parametrize("outcome", [Outcome.LARGE, Outcome.KIND])
def test_answer_that_is_no_release_is_told_without_a_word_of_openings(outcome: Outcome) -> None:
    error = FetchError(outcome, "This speaks of openings.")

    with pytest.raises(FetchError) as refused, fetch_release(ADDRESS, open_fetcher=giving(b"", error)):
        pass

    assert (refused.value.outcome, str(refused.value)) == (
        outcome,
        f'What "{ADDRESS}" gives is no release of O*NET. Give the address of its text zip.',
    )


def test_other_refusals_are_handed_on() -> None:
    error = FetchError(Outcome.SLOW, "onet.example.com did not answer in time. Try again later.")

    with pytest.raises(FetchError) as refused, fetch_release(ADDRESS, open_fetcher=giving(b"", error)):
        pass

    assert refused.value is error


def test_release_is_taken_from_an_address_or_a_path(
    release: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "FileFetcher", giving(release))
    (tmp_path / "release.zip").write_bytes(release)

    named = (ADDRESS, str(tmp_path / "release.zip"))

    assert [update_from(name, folder=tmp_path).replaced for name in named] == [True, False]


def test_openings_are_read_anew_also_by_a_release_that_is_there(
    alice: Person, release: bytes, tmp_path: Path
) -> None:
    an_opening(alice, "Nurse")
    file = tmp_path / "release.zip"
    file.write_bytes(release)
    update_atlas(release, folder=tmp_path)

    done = update_occupations(str(file), folder=tmp_path)

    assert not done.replaced
    assert list(OpeningReading.objects.values_list("read_as", flat=True)) == [0]
