"""Read a release of O*NET, the public database of occupations."""

from unrut.importers.occupations.release import STEPS, read_release

__all__ = ["STEPS", "read_release"]
