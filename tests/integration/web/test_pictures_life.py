"""The line of the working life as figures: everything stays on the picture, and no two labels touch."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.milestones.life import Ahead, Event, Life, Stretch, Window, Zoom, life_window, scale_of
from unrut.web.pictures_life import WIDTH, Links, PointMark, life_picture, shortened
from unrut.web.pictures_life_phone import WIDTH as PHONE_WIDTH
from unrut.web.pictures_life_phone import phone_picture

pytestmark = pytest.mark.integration

TODAY = date(2026, 11, 20)
YEAR = Window(Zoom.YEAR, date(2026, 1, 1), date(2027, 1, 1))
LINKS = Links(
    of=lambda key: f"/{key}/",
    period=lambda since, until: f"/{since}/{until}/",
    period_words=lambda count, since, until: f"{count} from {since} to {until}",
)

days = st.dates(date(1960, 1, 1), date(2060, 1, 1))
texts = st.text("abc ", min_size=1, max_size=80)
lives = st.builds(
    Life,
    jobs=st.lists(
        st.builds(
            lambda text, start, length: Stretch(
                "job-1", text, start, start and start + timedelta(days=length)
            ),
            texts,
            st.none() | days,
            st.integers(0, 9000),
        ),
        max_size=6,
    ).map(tuple),
    done=st.lists(st.builds(Event, st.just("accomplishment-1"), texts, days), max_size=40).map(tuple),
    reached=st.lists(st.builds(Event, st.just("milestone-1"), texts, days), max_size=8).map(tuple),
    ahead=st.lists(
        st.builds(
            lambda text, first, length: Ahead(
                "milestone-2", text, first, first + timedelta(days=length), first + timedelta(days=3 * length)
            ),
            texts,
            days,
            st.integers(0, 900),
        ),
        max_size=8,
    ).map(tuple),
)


def reach(mark: PointMark) -> tuple[float, float]:
    width = len(mark.label) * 7.1
    start = mark.label_x if mark.anchor == "start" else mark.label_x - width
    return start, start + width


def test_year_is_drawn_with_everything_in_its_place() -> None:
    life = Life(
        jobs=(Stretch("job-1", "Cook, Mill", date(2020, 1, 1), None),),
        done=(
            Event("accomplishment-1", "Bread", date(2026, 7, 2)),
            Event("accomplishment-2", "Cake", date(2026, 7, 2)),
        ),
        reached=(Event("milestone-1", "Oven", date(2026, 1, 1)),),
        ahead=(
            Ahead(
                "milestone-2",
                "Shop",
                date(2026, 12, 1),
                date(2026, 12, 15),
                date(2027, 6, 1),
                date(2026, 12, 20),
            ),
        ),
    )

    drawn = life_picture(life, scale_of(YEAR, today=TODAY), LINKS)

    (job,) = drawn.jobs
    assert (job.x, job.label, job.is_open, job.url) == (14, "Cook, Mill", True, "/job-1/")
    assert round(job.x + job.width, 1) == drawn.now == 952.0
    (column,) = drawn.columns
    assert (len(column.dots), column.bar_height) == (2, 0.0)
    assert (column.words, column.url) == ("2 from 2026-07-02 to 2026-07-02", "/2026-07-02/2026-07-02/")
    shop, oven = drawn.points
    assert (oven.label, oven.at, oven.is_ahead, oven.anchor) == ("Oven", 14, False, "start")
    assert (shop.label, shop.is_ahead, shop.anchor) == ("Shop", True, "end")
    assert shop.x < (shop.at or 0) < (shop.due or 0) < shop.x + shop.width
    assert [tick.label for tick in drawn.ticks] == [
        "Jan 2026",
        *"Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    ]
    assert (drawn.left, drawn.right, drawn.solid_end) == (14, WIDTH - 14, drawn.now)


def test_too_many_things_for_dots_become_bars() -> None:
    done = tuple(Event(f"accomplishment-{n}", "x", date(2026, 3, 1)) for n in range(6))
    life = Life(done=(*done, Event("accomplishment-9", "x", date(2026, 9, 1))))

    scale = scale_of(YEAR, today=TODAY)
    wide, phone = life_picture(life, scale, LINKS), phone_picture(life, scale, LINKS, "today")

    assert [(column.dots, column.bar_height) for column in wide.columns] == [((), 47.5), ((), 7.9)]
    assert wide.columns[0].bar_y + wide.columns[0].bar_height == wide.line - 4
    assert [(row.dots, row.bar_width) for row in phone.rows] == [((), 42.5), ((), 7.1)]


@pytest.mark.parametrize(
    ("today", "now", "solid_end"),
    [(date(2030, 1, 1), None, WIDTH - 14), (date(2020, 1, 1), None, 14)],
)
def test_line_is_solid_where_it_is_past(today: date, now: float | None, solid_end: float) -> None:
    life = Life(done=(Event("accomplishment-1", "x", date(2026, 3, 1)),))

    scale = scale_of(YEAR, today=today)
    wide, phone = life_picture(life, scale, LINKS), phone_picture(life, scale, LINKS, "today")

    assert (wide.now, wide.solid_end) == (now, solid_end)
    assert (phone.now, phone.solid_end) == (None, phone.end if today.year == 2030 else phone.top)
    assert all(label.kind != "today" for label in phone.labels)


def test_phone_says_today_and_names_jobs_beside_the_line() -> None:
    life = Life(jobs=(Stretch("job-1", "Cook", None, date(2026, 6, 1)),))

    drawn = phone_picture(life, scale_of(YEAR, today=TODAY), LINKS, "today")

    assert [(label.kind, label.text) for label in drawn.labels] == [("job", "Cook"), ("today", "today")]
    assert drawn.jobs[0].y == drawn.top
    assert drawn.line < drawn.lead < drawn.words < PHONE_WIDTH


@pytest.mark.parametrize(
    ("zoom", "label"),
    [(Zoom.QUARTER, "Oct 2026"), (Zoom.YEARS, "2025"), (Zoom.DECADE, "2020")],
)
def test_ticks_are_named_as_finely_as_the_time_shown(zoom: Zoom, label: str) -> None:
    from unrut.core.milestones.life import calendar_window

    life = Life(done=(Event("accomplishment-1", "x", TODAY),))

    drawn = life_picture(life, scale_of(calendar_window(zoom, TODAY), today=TODAY), LINKS)

    assert drawn.ticks[0].label == label


@given(life=lives)
def test_everything_stays_on_the_picture(life: Life) -> None:
    scale = scale_of(life_window(life, today=TODAY), today=TODAY)

    wide = life_picture(life, scale, LINKS)
    phone = phone_picture(life, scale, LINKS, "today")

    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH for bar in wide.jobs)
    assert all(0 <= (mark.at or 0) <= WIDTH and mark.label_y < wide.foot for mark in wide.points)
    assert all(0 <= column.x <= WIDTH and min([*column.dots, wide.line]) > 0 for column in wide.columns)
    assert all(0 <= label.y <= phone.height for label in phone.labels)
    assert sum(column.words.split()[0] != "0" for column in wide.columns) == len(wide.columns)


def test_mark_outside_the_time_shown_is_left_out() -> None:
    point = Ahead("milestone-2", "Shop", date(2026, 12, 1), date(2027, 3, 1), date(2027, 6, 1))

    (mark,) = life_picture(Life(ahead=(point,)), scale_of(YEAR, today=TODAY), LINKS).points

    assert (mark.at, mark.x + mark.width, mark.due) == (None, WIDTH - 14, None)


@given(life=lives)
def test_labels_do_not_touch(life: Life) -> None:
    scale = scale_of(life_window(life, today=TODAY), today=TODAY)

    wide = life_picture(life, scale, LINKS)
    phone = phone_picture(life, scale, LINKS, "today")

    for lane in {mark.y for mark in wide.points}:
        inside = sorted(reach(mark) for mark in wide.points if mark.y == lane)
        assert all(before[1] < after[0] for before, after in pairwise(inside))
    heights = sorted(label.y for label in phone.labels)
    assert all(after - before >= 23.9 for before, after in pairwise(heights))


@pytest.mark.parametrize(
    ("text", "most", "label"),
    [
        ("Short", 10, "Short"),
        ("Exactly te", 10, "Exactly te"),
        ("A rather long one", 10, "A rather…"),
        ("Unbreakableword", 10, "Unbreakab…"),
    ],
)
def test_label_is_cut_at_a_word(text: str, most: int, label: str) -> None:
    assert shortened(text, most) == label
