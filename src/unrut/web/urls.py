"""Every address. The first word of a name is the place of the menu the page belongs to."""

from datetime import date

from django.urls import path, register_converter

from unrut.web.explore import views as explore
from unrut.web.milestones import views as milestones
from unrut.web.plan import views as plan
from unrut.web.reflect import views as reflect
from unrut.web.start import views as start


class DayConverter:
    """A date in an address: 2026-11-16."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """The date; a ValueError makes the address unknown."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """The date as written in an address."""
        return value.isoformat()


register_converter(DayConverter, "day")

handler400 = "unrut.web.errors.bad_request"
handler404 = "unrut.web.errors.not_found"
handler500 = "unrut.web.errors.fault"

urlpatterns = [
    path("enter/<str:token>/", start.enter, name="enter"),
    path("example/open/", start.open_the_example, name="example-open"),
    path("example/close/", start.close_the_example, name="example-close"),
    path("settings/", start.settings_page, name="settings"),
    path("settings/export/", start.export, name="settings-export"),
    path("keyboard/", start.keyboard, name="keyboard"),
    path("", reflect.today_page, name="today"),
    path("week/<day:week>/", reflect.week_page, name="week"),
    path("week/<day:week>/lines/", reflect.add_lines, name="week-lines"),
    path("notes/<int:note_id>/facets/", reflect.correct, name="note-facets"),
    path("notes/<int:note_id>/kind/", reflect.sort, name="note-kind"),
    path("notes/<int:note_id>/remove/", reflect.remove, name="note-remove"),
    path("behind/", reflect.behind_page, name="behind"),
    path("behind/<slug:facet>/", reflect.facet_page, name="behind-facet"),
    path("picture/", milestones.picture_page, name="picture"),
    path("picture/add/", milestones.add, name="picture-add"),
    path("picture/<int:accomplishment_id>/remove/", milestones.remove, name="picture-remove"),
    path("picture/milestones/<int:milestone_id>/", milestones.reach, name="picture-reach"),
    path("fit/", explore.fit_page, name="fit"),
    path("fit/wants/", explore.wants_page, name="fit-wants"),
    path("fit/job/", explore.job_page, name="fit-job"),
    path("fit/options/<slug:key>/", explore.option_page, name="fit-option"),
    path("fit/add/", explore.add_page, name="fit-add"),
    path("fit/add/<int:draft_id>/", explore.approve, name="fit-approve"),
    path("fit/openings/<int:opening_id>/remove/", explore.remove, name="fit-remove"),
    path("plan/", plan.plan_page, name="plan"),
    path("plan/goal/", plan.goal_page, name="plan-goal"),
    path("plan/park/", plan.park, name="plan-park"),
    path("plan/goals/<int:goal_id>/resume/", plan.resume, name="plan-resume"),
    path("plan/steps/<int:step_id>/", plan.step_page, name="plan-step"),
    path("plan/steps/<int:step_id>/<slug:change>/", plan.change_step, name="plan-change"),
    path("plan/time/", plan.time_page, name="plan-time"),
    path("plan/calendar.ics", plan.calendar, name="plan-calendar"),
]
