"""Every address. The first word of a name is the place of the menu the page belongs to."""

from datetime import date

from django.urls import path, register_converter

from unrut.web.explore import board_views as boards
from unrut.web.explore import company_views, compare_views
from unrut.web.explore import decision_views as decisions
from unrut.web.explore import import_views as opening_imports
from unrut.web.explore import interest_views as interests
from unrut.web.explore import limits_views as limits
from unrut.web.explore import me_views as me
from unrut.web.explore import money_views as money
from unrut.web.explore import near_views as near
from unrut.web.explore import openings_views as openings
from unrut.web.explore import partner_views as partner
from unrut.web.explore import skills_views as own_skills
from unrut.web.explore import trade_off_views as trade_offs
from unrut.web.explore import views as explore
from unrut.web.explore import wants_screens as want_screens
from unrut.web.explore import wants_views as wants
from unrut.web.explore import way_test_views as way_tests
from unrut.web.explore import way_views as way
from unrut.web.explore import ways_views as ways
from unrut.web.explore import work_gap_views as gap
from unrut.web.explore import work_page_views as occupation
from unrut.web.explore import work_views as work
from unrut.web.milestones import import_views as win_imports
from unrut.web.milestones import jobs_views as jobs
from unrut.web.milestones import ladder_views as ladder
from unrut.web.milestones import papers_views as papers
from unrut.web.milestones import views as milestones
from unrut.web.milestones import wins_views as wins
from unrut.web.people import answer_views as answers
from unrut.web.people import ask_views as asking
from unrut.web.people import contact_views as contact
from unrut.web.people import import_views as people_imports
from unrut.web.people import inventory_views as inventory
from unrut.web.people import question_views as questions
from unrut.web.people import same_views as same
from unrut.web.people import strengths_views as strengths
from unrut.web.people import talk_views as talks
from unrut.web.people import views as people
from unrut.web.plan import views as plan
from unrut.web.reflect import behind_views as behind
from unrut.web.reflect import circumstance_views as circumstance
from unrut.web.reflect import look_back_views as look_back
from unrut.web.reflect import profile_views as profile
from unrut.web.reflect import review_views as review
from unrut.web.reflect import safety_views as safety
from unrut.web.reflect import signal_views as signal
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


class OccupationConverter:
    """The code of an occupation in an address: 15-1252.00."""

    regex = r"\d{2}-\d{4}\.\d{2}"

    def to_python(self, value: str) -> str:
        """The code as it is."""
        return value

    def to_url(self, value: str) -> str:
        """The code as it is."""
        return value


register_converter(DayConverter, "day")
register_converter(OccupationConverter, "occupation")

handler400 = "unrut.web.errors.bad_request"
handler404 = "unrut.web.errors.not_found"
handler500 = "unrut.web.errors.fault"

urlpatterns = [
    path("enter/<str:token>/", start.enter, name="enter"),
    path("example/open/", start.open_the_example, name="example-open"),
    path("example/close/", start.close_the_example, name="example-close"),
    path("settings/", start.settings_page, name="settings"),
    path("settings/sitting/", start.choose_the_sitting, name="settings-sitting"),
    path("settings/reminder.ics", start.reminder_file, name="settings-reminder"),
    path("settings/export/", start.export, name="settings-export"),
    path("keyboard/", start.keyboard, name="keyboard"),
    path("help/", safety.help_page, name="help"),
    path("help/country/", safety.country, name="help-country"),
    path("help/respect/", safety.respect_page, name="help-respect"),
    path("help/respect/record.txt", safety.respect_text, name="help-respect-text"),
    path("", reflect.today_page, name="today"),
    path("start/<int:screen>/", look_back.screen_page, name="look-back"),
    path("start/result/", look_back.result_page, name="look-back-result"),
    path("review/", review.review_page, name="review"),
    path("review/<day:period>/", review.quarter_page, name="review-quarter"),
    path("week/<day:week>/", reflect.week_page, name="week"),
    path("week/<day:week>/lines/", reflect.add_lines, name="week-lines"),
    path("notes/<int:note_id>/facets/", reflect.correct, name="note-facets"),
    path("notes/<int:note_id>/kind/", reflect.sort, name="note-kind"),
    path("notes/<int:note_id>/remove/", reflect.remove, name="note-remove"),
    path("behind/", behind.behind_page, name="behind"),
    path("behind/circumstances/", circumstance.circumstances_page, name="behind-circumstances"),
    path("behind/circumstances/<int:circumstance_id>/", circumstance.change, name="behind-circumstance"),
    path("behind/profile/", profile.profile_page, name="behind-profile"),
    path("behind/profile/print/", profile.print_page, name="behind-profile-print"),
    path("behind/profile/text/", profile.text_file, name="behind-profile-text"),
    path("behind/profile/<slug:column>/lines/<slug:facet>/", profile.change_line, name="behind-profile-line"),
    path("behind/profile/own/<int:edit_id>/", profile.change_own, name="behind-profile-own"),
    path("behind/weeks/", signal.weeks_page, name="behind-weeks"),
    path("behind/weeks/normal/", signal.accept, name="behind-normal"),
    path("behind/weeks/normal/<int:new_normal_id>/remove/", signal.take_back, name="behind-normal-remove"),
    path("behind/<slug:facet>/", behind.facet_page, name="behind-facet"),
    path("picture/", milestones.picture_page, name="picture"),
    path("picture/line.<slug:form>", milestones.picture_file, name="picture-file"),
    path("picture/done/", wins.wins_page, name="picture-wins"),
    path("picture/done/<int:accomplishment_id>/", wins.win_page, name="picture-win"),
    path("picture/done/<int:accomplishment_id>/tell/", wins.tell, name="picture-win-tell"),
    path("picture/done/<int:accomplishment_id>/facets/", wins.correct, name="picture-win-facets"),
    path("picture/done/<int:accomplishment_id>/remove/", wins.remove, name="picture-remove"),
    path(
        "picture/done/<int:accomplishment_id>/not-helpful/",
        milestones.not_helpful,
        name="picture-not-helpful",
    ),
    path("picture/import/", win_imports.import_page, name="picture-import"),
    path("picture/import/<int:draft_id>/", win_imports.approve, name="picture-approve"),
    path("picture/jobs/", jobs.jobs_page, name="picture-jobs"),
    path("picture/jobs/<int:job_id>/", jobs.change, name="picture-job"),
    path("picture/papers/", papers.papers_page, name="picture-papers"),
    path("picture/papers/file/", papers.paper_file, name="picture-paper"),
    path("picture/milestones/", ladder.set_page, name="picture-set"),
    path("picture/milestones/<int:milestone_id>/", ladder.milestone_page, name="picture-milestone"),
    path("picture/milestones/<int:milestone_id>/reach/", milestones.reach, name="picture-reach"),
    path("picture/milestones/<int:milestone_id>/remove/", ladder.remove, name="picture-milestone-remove"),
    path("picture/milestones/<int:milestone_id>/rungs/", ladder.rung_add, name="picture-rung-add"),
    path("picture/milestones/<int:milestone_id>/<slug:change>/", ladder.rung_change, name="picture-rung"),
    path(
        "picture/milestones/<int:milestone_id>/questions/<int:place>/",
        ladder.contrast_page,
        name="picture-contrast",
    ),
    path("fit/", explore.fit_page, name="fit"),
    path("fit/wants/", wants.wants_page, name="fit-wants"),
    path("fit/wants/limits/", limits.limits_page, name="fit-wants-limits"),
    path("fit/wants/criteria/", want_screens.criteria_page, name="fit-wants-criteria"),
    path("fit/wants/ranges/", want_screens.ranges_page, name="fit-wants-ranges"),
    path("fit/wants/first/", want_screens.first_page, name="fit-wants-first"),
    path("fit/wants/weights/", want_screens.weights_page, name="fit-wants-weights"),
    path("fit/wants/trade-offs/", trade_offs.trade_offs_page, name="fit-wants-trade-offs"),
    path("fit/wants/trade-offs/<int:answer_id>/", trade_offs.trade_off_page, name="fit-wants-trade-off"),
    path("fit/wants/again/", trade_offs.again_page, name="fit-wants-again"),
    path("fit/wants/partner/", partner.partner_page, name="fit-wants-partner"),
    path("fit/job/", explore.job_page, name="fit-job"),
    path("fit/work/", work.work_page, name="fit-work"),
    path("fit/work/find/", work.find_page, name="fit-work-find"),
    path("fit/work/compare/", work.compare_page, name="fit-work-compare"),
    path("fit/work/me/", me.me_page, name="fit-work-me"),
    path("fit/work/me/skills/", own_skills.skills_page, name="fit-work-skills"),
    path("fit/work/jobs/<int:job_id>/", me.job_kind, name="fit-work-job"),
    path("fit/work/<occupation:code>/", occupation.work_page, name="fit-work-page"),
    path("fit/work/<occupation:code>/near/", near.near_page, name="fit-work-near"),
    path("fit/work/<occupation:code>/gap/", gap.gap_page, name="fit-work-gap"),
    path("fit/work/<occupation:code>/weigh/", occupation.weigh, name="fit-work-weigh"),
    path("fit/ways/", ways.ways_page, name="fit-ways"),
    path("fit/ways/add/", ways.way_add, name="fit-ways-add"),
    path("fit/ways/money/", money.money_page, name="fit-ways-money"),
    path("fit/ways/interests/", interests.interests_page, name="fit-ways-interests"),
    path("fit/ways/interests/<int:interest_id>/", interests.interest_change, name="fit-ways-interest"),
    path("fit/ways/compare/", compare_views.compare_ways_page, name="fit-ways-compare"),
    path("fit/ways/<int:way_id>/tests/", way_tests.tests, name="fit-way-tests"),
    path("fit/ways/<int:way_id>/aside/", ways.way_aside, name="fit-way-aside"),
    path("fit/ways/<int:way_id>/remove/", ways.way_remove, name="fit-way-remove"),
    # Behind every other word that may stand there.
    path("fit/ways/<slug:key>/", way.way_page, name="fit-way"),
    path("fit/tests/<int:test_id>/<slug:change>/", way_tests.change, name="fit-test"),
    path("fit/decision/", decisions.decision_page, name="fit-decision"),
    path("fit/decision/<int:decision_id>/", decisions.record_page, name="fit-decision-record"),
    path(
        "fit/decision/<int:decision_id>/look-back/<int:days>/",
        decisions.look_back_page,
        name="fit-decision-look-back",
    ),
    path("fit/options/<slug:key>/", explore.option_page, name="fit-option"),
    path("fit/add/", opening_imports.add_page, name="fit-add"),
    path("fit/add/<int:draft_id>/", opening_imports.approve, name="fit-approve"),
    path("fit/add/<int:draft_id>/columns/", opening_imports.name_columns, name="fit-columns"),
    path("fit/openings/", openings.openings_page, name="fit-openings"),
    path("fit/openings/compare/", openings.compare_page, name="fit-compare"),
    path("fit/openings/filters/", openings.filter_add, name="fit-filters"),
    path("fit/openings/filters/<int:filter_id>/", openings.filter_change, name="fit-filter"),
    path("fit/openings/<int:opening_id>/mark/", openings.mark, name="fit-mark"),
    path("fit/openings/<int:opening_id>/notes/", openings.notes, name="fit-notes"),
    path("fit/openings/<int:opening_id>/questions/", openings.questions_page, name="fit-questions"),
    path("fit/openings/<int:opening_id>/remove/", opening_imports.remove, name="fit-remove"),
    path("fit/boards/", boards.boards_page, name="fit-boards"),
    path("fit/boards/update/", boards.update, name="fit-boards-update"),
    path("fit/boards/stop/", boards.stop, name="fit-boards-stop"),
    path("fit/boards/progress/", boards.progress, name="fit-boards-progress"),
    path("fit/boards/<int:board_id>/remove/", boards.remove, name="fit-board-remove"),
    path("fit/companies/", company_views.companies_page, name="fit-companies"),
    path("fit/companies/<str:key>/", company_views.company_page, name="fit-company"),
    path("people/questions/", questions.questions_page, name="people-questions"),
    path("people/questions/<str:key>/", questions.question_page, name="people-question"),
    path("people/talks/", talks.talks_page, name="people-talks"),
    path("people/talks/add/", talks.add, name="people-talk-add"),
    path("people/talks/<int:talk_id>/", talks.talk_page, name="people-talk"),
    path("people/talks/<int:talk_id>/talked/", talks.done_page, name="people-talk-done"),
    path("people/talks/<int:talk_id>/reminder.ics", talks.reminder, name="people-talk-reminder"),
    path("people/talks/<int:talk_id>/<slug:change>/", talks.change, name="people-talk-change"),
    path("people/learned/<int:learned_id>/forget/", talks.forget, name="people-learned-forget"),
    path("people/", people.people_page, name="people"),
    path("people/strengths/", strengths.strengths_page, name="people-strengths"),
    path("people/strengths/me/", strengths.me_page, name="people-strengths-me"),
    path("people/strengths/ask/", asking.ask_page, name="people-strengths-ask"),
    path("people/strengths/ask/<int:invite_id>/form.html", asking.form_file, name="people-strengths-form"),
    path("people/strengths/ask/<int:invite_id>/form.pdf", asking.form_paper, name="people-strengths-paper"),
    path("people/strengths/answers/", answers.answers_page, name="people-strengths-answers"),
    path("people/strengths/answers/<int:answer_id>/", answers.answer_page, name="people-strengths-answer"),
    path("people/strengths/portrait.pdf", strengths.portrait_file, name="people-portrait"),
    path("people/strengths/inventory/", inventory.inventory_page, name="people-strengths-inventory"),
    path("people/list/", people.list_page, name="people-list"),
    path("people/list/people.csv", people.list_file, name="people-file"),
    path("people/add/", people.add_page, name="people-add"),
    path("people/import/", people_imports.import_page, name="people-import"),
    path("people/import/<int:draft_id>/", people_imports.approve_page, name="people-approve"),
    path("people/same/", same.same_page, name="people-same"),
    path("people/<int:contact_id>/", contact.contact_page, name="people-contact"),
    path("people/<int:contact_id>/forget/", contact.forget_page, name="people-forget"),
    path("people/<int:contact_id>/part/", contact.part, name="people-part"),
    path("plan/", plan.plan_page, name="plan"),
    path("plan/goal/", plan.goal_page, name="plan-goal"),
    path("plan/park/", plan.park, name="plan-park"),
    path("plan/goals/<int:goal_id>/resume/", plan.resume, name="plan-resume"),
    path("plan/steps/<int:step_id>/", plan.step_page, name="plan-step"),
    path("plan/steps/<int:step_id>/<slug:change>/", plan.change_step, name="plan-change"),
    path("plan/time/", plan.time_page, name="plan-time"),
    path("plan/calendar.ics", plan.calendar, name="plan-calendar"),
]
