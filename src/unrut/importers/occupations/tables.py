"""The rows of a tab-separated file of O*NET, its columns found by their heads."""

from collections.abc import Iterator
from operator import itemgetter

from unrut.importers.contract import UnreadableFileError
from unrut.importers.occupations.packed import WHERE, ReleaseFiles

CODE = "O*NET-SOC Code"
Cells = tuple[str, ...]


def rows(
    files: ReleaseFiles, name: str, needed: tuple[str, ...], spare: tuple[str, ...] = ()
) -> Iterator[Cells]:
    """For each row its code and the cells of the columns that are asked for; "" in a spare column that is not there.

    A name with "|" stands for the first of several heads: what one release calls so, another calls otherwise.
    Raises UnreadableFileError where a needed column is missing, or a row has too few or too many cells.
    """
    lines = files.lines(name)
    heads = next(lines, "").split("\t")
    at = [_needed(name, heads, head) for head in (CODE, *needed)] + [
        place if (place := _place(heads, head)) is not None else len(heads) for head in spare
    ]
    pick = itemgetter(*at)
    for number, line in enumerate(lines, start=2):
        cells = line.split("\t")
        if len(cells) != len(heads):
            if not line.strip():
                continue
            raise _torn(name, number, len(cells), len(heads))
        cells.append("")  # what a column that is not there holds
        yield pick(cells)


def _needed(name: str, heads: list[str], head: str) -> int:
    place = _place(heads, head)
    if place is None:
        shown = head.replace("|", '" or "')
        raise UnreadableFileError(
            f'"{name}" has no column "{shown}", so it is not of a release we can read (28.0 or later). {WHERE}'
        )
    return place


def _place(heads: list[str], head: str) -> int | None:
    return next((heads.index(one) for one in head.split("|") if one in heads), None)


def _torn(name: str, number: int, found: int, wanted: int) -> UnreadableFileError:
    what = "breaks off" if found < wanted else "has too many cells"
    return UnreadableFileError(
        f'Line {number:,} of "{name}" {what}: it has {found} of {wanted} columns. Download the release again.'
    )
