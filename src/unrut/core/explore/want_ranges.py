"""Between which levels a want lies: its worst and best realistic ones."""

from unrut.core.explore.wants import Want, worst_level


def ends_of(want: Want) -> tuple[float, float]:
    """The worst and the wanted level; where no worst was said it is the worst there is."""
    worst = worst_level(want.wanted) if want.worst is None else want.worst
    return worst, want.wanted
