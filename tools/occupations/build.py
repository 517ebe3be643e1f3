"""Make the atlas of occupations that is shipped with the program, from a release of O*NET.

PYTHONPATH=src python tools/occupations/build.py db_30_1_text.zip
"""

import argparse
from pathlib import Path

from unrut.core.explore.occupations.atlas_file import FILE, read_atlas, write_atlas
from unrut.core.explore.occupations.building import build_atlas
from unrut.core.explore.occupations.text_vectors import text_vectors
from unrut.importers.occupations import read_release

PLACE = Path(__file__).resolve().parents[2] / "src/unrut/core/explore/occupations" / FILE
MEGABYTE = 2**20
LARGEST = 3 * MEGABYTE


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("release", type=Path, help="the zip of text files, or the folder it was unpacked to")
    asked.add_argument("--to", type=Path, default=PLACE, help="where the atlas is written")
    given = asked.parse_args()
    release = read_release(given.release)
    written = write_atlas(build_atlas(release, text_vectors, with_prose=False))
    if len(written) > LARGEST:
        raise SystemExit(f"The atlas has {len(written) / MEGABYTE:.2f} MB, more than the package may hold.")
    atlas = read_atlas(written)
    given.to.write_bytes(written)
    print(f"O*NET {atlas.release}: {len(atlas):,} occupations, {len(atlas.alternates.texts):,} other titles")
    print(f"{len(written) / MEGABYTE:.2f} MB in {given.to}")
    print(f"Not in this release: {', '.join(atlas.lacking) or 'nothing'}")
    for warning in release.warnings:
        print(warning)


if __name__ == "__main__":
    main()
