"""Which questions the people one knows could answer between them: a table, and for a phone a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from unrut.core.explore.people.questions import OpenQuestion
from unrut.queries.people import Somebody
from unrut.queries.who import WhoView
from unrut.wording import open_questions as wording

COLUMNS, ROWS = 8, 10
STRENGTHS = ("well", "maybe", "little")


@dataclass(frozen=True, slots=True)
class Cell:
    """Somebody beside a question in the picture: "well", "maybe", "little" or "" for not at all, and in words."""

    person: Somebody
    strength: str
    words: str


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A question in the picture, and how many more people than those shown there are."""

    question: OpenQuestion
    cells: list[Cell]
    others: str
    is_covered: bool

    @property
    def known(self) -> list[Cell]:
        """Those who relate to it, the best first."""
        order = ["well", "maybe", "little"]
        return sorted(
            (cell for cell in self.cells if cell.strength), key=lambda cell: order.index(cell.strength)
        )


def coverage_picture(view: WhoView) -> dict[str, object]:
    """Questions by people, as a table and, for a phone, as a list; nothing while nobody could answer anything."""
    keys = view.coverage.people[:COLUMNS]
    if not keys:
        return {}
    named = view.names(keys)
    rows = [_picture_row(view, row, [named[key] for key in keys]) for row in range(len(view.questions))]
    return {
        "columns": [named[key] for key in keys],
        "picture": rows[:ROWS],
        "more_picture": rows[ROWS:],
        "more_picture_count": wording.more_questions(max(0, len(rows) - ROWS)),
        "legend": [(name, wording.strength_words(name)) for name in STRENGTHS],
    }


def _picture_row(view: WhoView, row: int, people: Sequence[Somebody]) -> PictureRow:
    question = view.questions[row]
    strengths = [wording.strength_of(score) for score in view.coverage.cells[row][: len(people)]]
    shown = sum(strength != "" for strength in strengths)
    return PictureRow(
        question=question,
        cells=[
            Cell(person, strength, wording.strength_words(strength))
            for person, strength in zip(people, strengths, strict=True)
        ],
        others=wording.others_words(view.counted(question) - shown),
        is_covered=question.key not in view.coverage.uncovered,
    )
