"""What is said where it may be too much: calmly, without naming anything, and never about leaving a job."""

from collections.abc import Sequence
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext

from unrut.core.reflect.help_lines import DIRECTORY, Country, HelpLine
from unrut.core.reflect.help_panel import Ground, Sign
from unrut.core.reflect.safety import Concern
from unrut.queries.notes import NoteView
from unrut.wording.numbers import day, week_name


def opening(ground: Ground | None) -> str:
    """The first line of the page: what the program has seen, if it has seen anything."""
    said = {
        Ground.DRAINED: gettext("The check-ins show that you have been very tired for weeks."),
        Ground.LOW: gettext("The check-ins show that your weeks have been low for a long time."),
        Ground.SPREADS: gettext("What you ticked goes beyond work."),
    }
    return said[ground] if ground else gettext("If it is too much, you need not carry it alone.")


def advice() -> str:
    """What can help, whatever it is."""
    return gettext(
        "Unrut cannot tell why. Talking to a doctor, a counsellor or someone you trust can help, "
        "and it can help before you are sure that it is bad enough."
    )


def urgent() -> str:
    """When not to wait."""
    return gettext(
        "If you might hurt yourself or somebody else, or somebody is hurting you, "
        "call your emergency number or a crisis line now."
    )


def employer_note() -> str:
    """What to know of help that the employer pays for."""
    return gettext(
        "A help line or counsellor that your employer pays for (an employee assistance programme) belongs to your employer. "
        "Ask what they pass on before you tell them more than you want known."
    )


def beside_words(concern: Concern) -> str:
    """What is said right after words were written that may mean danger."""
    said = {
        Concern.SELF_HARM: gettext(
            "What you wrote sounds as if you or someone near you may be in danger. You need not be alone with it."
        ),
        Concern.NOT_LIVING: gettext(
            "What you wrote sounds as if it is very hard to go on. You need not be alone with it."
        ),
        Concern.DANGER: gettext(
            "What you wrote sounds dangerous. Your safety comes before any work, and before any plan on these pages."
        ),
        Concern.HARASSMENT: gettext(
            "What you wrote is nothing that anybody has to bear at work, and nothing that you have to solve by working differently."
        ),
        Concern.IN_PASSING: gettext(
            "Perhaps only a way of speaking. If it is more than that, there is help."
        ),
    }
    return said[concern]


def sign_words(sign: Sign) -> str:
    """A sign as one ticks it."""
    said = {
        Sign.DAYS_OFF: gettext("It spoils my days off as well."),
        Sign.SLEEP: gettext("It spoils my sleep."),
        Sign.ENJOYED: gettext("It spoils things I once enjoyed."),
        Sign.MOST_DAYS: gettext("It has lasted most days for two weeks or more."),
    }
    return said[sign]


def reach_words(line: HelpLine) -> str:
    """How a line is reached, and when."""
    return f"{line.reach}, {line.when}" if line.when else line.reach


def checked_words(country: Country) -> str:
    """How far the numbers can be relied on."""
    if country.is_checked:
        return gettext("Checked on %(day)s.") % {"day": day(date.fromisoformat(country.checked_on))}
    return gettext(
        "Written down from general knowledge and not checked since. If one does not answer, try the emergency number or %(address)s."
    ) % {"address": DIRECTORY}


def elsewhere() -> str:
    """Where to find lines of other countries; an address to type, which the program never asks."""
    return gettext("For any other country, type %(address)s into a browser.") % {"address": DIRECTORY}


def country_lines(country: Country) -> list[str]:
    """The numbers of a country, a line each."""
    return [
        gettext("%(country)s: in an emergency %(number)s.")
        % {"country": country.name, "number": country.emergency},
        *(f"{line.name}: {reach_words(line)} ({line.source})" for line in country.lines),
        checked_words(country),
    ]


def respect_steps() -> list[tuple[str, str]]:
    """The way out of harassment, bullying or danger: what to do, and how. It never begins with working differently."""
    return [
        (
            gettext("If you are in danger, leave first."),
            gettext(
                "Go to a place where others are, call the emergency number, and write things down afterwards. "
                "In many countries you may leave a place of serious and immediate danger without being punished for it; ask which rule holds for you."
            ),
        ),
        (
            gettext("Keep a record."),
            gettext(
                "What happened, when and where, who did it, who saw it, and what you did then. Write it on the same day, in plain words, "
                "and keep it at home and not on a device of your employer. Keep messages as they are."
            ),
        ),
        (
            gettext("Tell someone who is on your side."),
            gettext(
                "A representative, a works council or a union can go with you to a talk and knows what happened to others. "
                "Some countries have an officer for equal treatment as well."
            ),
        ),
        (
            gettext("Report it in writing, if you decide to."),
            gettext(
                "To a superior who is not part of it, to personnel, or to the office named in your rules. Keep a copy with its date. "
                "You may ask first what happens with it and who gets to read it."
            ),
        ),
        (
            gettext("Ask those outside."),
            gettext(
                "The labour inspectorate is there for dangers, hours and protection, an equality body for discrimination, the police for violence and threats. "
                "Many take a report without telling who made it."
            ),
        ),
        (
            gettext("Get legal advice before you sign or resign."),
            gettext(
                "Some rights last for weeks only. Unions, law centres and some insurers give a first talk free."
            ),
        ),
        (
            gettext("See a doctor."),
            gettext("For yourself first; and because what a doctor wrote down at the time counts later."),
        ),
    ]


def record_columns() -> list[str]:
    """The heads of the record to fill in."""
    return [
        gettext("When and where"),
        gettext("What happened, word for word"),
        gettext("Who did it"),
        gettext("Who saw it"),
        gettext("What I did"),
    ]


def record_text(notes: Sequence[NoteView], *, on: date) -> str:
    """The record as a text: one's own dated notes, then the questions to answer for each."""
    written = [
        gettext("%(week)s, written on %(day)s: %(text)s")
        % {"week": capfirst(week_name(note.week)), "day": day(note.written_on), "text": note.text}
        for note in notes
    ]
    return "\n".join(
        [
            gettext("My own record, %(day)s") % {"day": day(on)},
            "",
            *written,
            "",
            gettext("For each of them, as far as I know:"),
            *(f"- {column}:" for column in record_columns()),
            "",
        ]
    )
