"""The line of the working life, drawn for the page and for files, with its table and its way through time."""

import re
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.template.loader import render_to_string
from django.urls import reverse

from unrut.core.milestones.life import (
    Life,
    Window,
    Zoom,
    calendar_window,
    life_window,
    next_window,
    scale_of,
    within,
)
from unrut.queries.milestones import ACCOMPLISHMENT, JOB, MILESTONE
from unrut.web.pictures_life import LifePicture, Links, life_picture
from unrut.web.pictures_life_phone import PhonePicture, phone_picture
from unrut.wording import life as wording

TABLE_ROWS = 100
_TITLE_HEIGHT = 68
# Addresses of this program lead nowhere from a file.
_LINK = re.compile(r"</?a\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Way:
    """A link to another part of the line; the one that is shown has no address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of the table beside the picture."""

    when: str
    what: str
    kind: str
    url: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The line in both widths, its words, and where one can go from here."""

    wide: LifePicture
    phone: PhonePicture
    title: str
    says: str
    legend: str
    today_word: str
    zooms: tuple[Way, ...]
    earlier: Way | None
    later: Way | None
    query: str
    rows: tuple[TableRow, ...]
    hidden: int

    @property
    def wide_file_height(self) -> float:
        """How tall a file of the wide picture is, with its title."""
        return self.wide.height + _TITLE_HEIGHT

    @property
    def phone_file_height(self) -> float:
        """How tall a file of the narrow picture is, with its title."""
        return self.phone.height + _TITLE_HEIGHT


def shown_window(life: Life, zoom: Zoom, around: date | None, *, today: date) -> Window:
    """What is asked to be shown, around a day or else around today."""
    return life_window(life, today=today) if zoom is Zoom.LIFE else calendar_window(zoom, around or today)


def draw(life: Life, window: Window, *, today: date) -> Drawing:
    """The line of a window, in both widths."""
    shown, scale = within(life, window), scale_of(window, today=today)
    rows = table_of(shown)
    wide = life_picture(shown, scale, _LINKS)
    is_life = window.zoom is Zoom.LIFE
    return Drawing(
        wide=wide,
        phone=phone_picture(shown, scale, _LINKS, wording.today_word()),
        title=wording.title(window),
        says=wording.says(shown, window, today=today),
        legend=wording.legend(
            shown, has_bars=any(column.bar_height for column in wide.columns), is_uneven=wide.is_uneven
        ),
        today_word=wording.today_word(),
        zooms=tuple(_zoom_way(zoom, window, today) for zoom in Zoom),
        earlier=None if is_life else _neighbour(window, -1),
        later=None if is_life else _neighbour(window, 1),
        query=_query(window),
        rows=tuple(rows[:TABLE_ROWS]),
        hidden=max(0, len(rows) - TABLE_ROWS),
    )


def table_of(life: Life) -> list[TableRow]:
    """Everything on the line as rows, what lies furthest ahead first."""
    found = [
        *(
            (point.likely, wording.ahead_words(point), point.text, MILESTONE, point.key)
            for point in life.ahead
        ),
        *((event.on, wording.on_words(event.on), event.text, "reached", event.key) for event in life.reached),
        *(
            (event.on, wording.on_words(event.on), event.text, ACCOMPLISHMENT, event.key)
            for event in life.done
        ),
        *((job.start or date.min, wording.job_words(job), job.text, JOB, job.key) for job in life.jobs),
    ]
    ordered = sorted(found, key=lambda row: (row[0], row[4]), reverse=True)
    return [
        TableRow(when, what, wording.kind_name(kind), address_of(key)) for _, when, what, kind, key in ordered
    ]


def drawing_file(drawing: Drawing, form: str, *, is_narrow: bool) -> tuple[bytes, str]:
    """The picture as the content of a file and its type; another form than SVG, PNG and PDF is a 404."""
    page = render_to_string("milestones/life_file.svg", {"drawing": drawing, "is_narrow": is_narrow})
    svg = _LINK.sub("", page).strip()
    # Inline: typst takes a moment to load, and only files need it.
    from unrut.exporters.picture_file import picture_pdf, picture_png  # noqa: PLC0415

    match form:
        case "svg":
            return svg.encode(), "image/svg+xml"
        case "png":
            return picture_png(svg), "image/png"
        case "pdf":
            return picture_pdf(svg, title=drawing.title), "application/pdf"
        case _:
            raise Http404


def address_of(key: str) -> str:
    """Where a thing of the line leads."""
    kind, _, number = key.partition("-")
    match kind:
        case "accomplishment":
            return reverse("picture-win", args=[int(number)])
        case "milestone":
            return reverse("picture-milestone", args=[int(number)])
        case "job":
            return f"{reverse('picture-jobs')}#{key}"
        case _:
            return reverse("today")


def _period(since: date, until: date) -> str:
    return f"{reverse('picture-wins')}?since={since.isoformat()}&until={until.isoformat()}"


_LINKS = Links(of=address_of, period=_period, period_words=wording.period_words)


def _zoom_way(zoom: Zoom, window: Window, today: date) -> Way:
    if zoom is window.zoom:
        return Way(wording.zoom_name(zoom), "")
    # From a whole life one comes to now; from anywhere else one stays where one is.
    around = today if window.zoom is Zoom.LIFE or window.holds(today) else window.start
    query = "" if zoom is Zoom.LIFE else f"?zoom={zoom}&from={around.isoformat()}"
    return Way(wording.zoom_name(zoom), f"{reverse('picture')}{query}#line")


def _neighbour(window: Window, by: int) -> Way:
    other = next_window(window, by)
    return Way(wording.window_name(other), f"{reverse('picture')}{_query(other)}#line")


def _query(window: Window) -> str:
    return "" if window.zoom is Zoom.LIFE else f"?zoom={window.zoom}&from={window.start.isoformat()}"
