"""Papers to write in tests: an ordinary one, and one full of what a format could take for its own."""

from datetime import date

from unrut.exporters.paper import Item, Paper, Section

MADE_ON = date(2026, 11, 20)
ADDRESS = "https://wiki.example.org/month_end?page=2"
ORDINARY = Paper(
    title="Self-review",
    subtitle="1 May 2026 to 20 November 2026",
    made_on=MADE_ON,
    sections=(
        Section(
            "What I got done",
            lead="By what others saw first.",
            items=(
                Item(
                    "Moved the report to one script",
                    when="14 October 2026",
                    details=("It was late in three months of five.", "I wrote it in a week."),
                    figures="2 days to 11 minutes (timed)",
                    seen_by="Priya",
                    proof=ADDRESS,
                ),
                Item("Ran the interviews", proof="Shared folder, notes.docx"),
            ),
        ),
        Section("Leads a team", items=(Item("Nothing shows this yet.", is_gap=True),), note="Not confirmed."),
    ),
    foot="3 more found no room.",
)
EMPTY = Paper("", "", MADE_ON)

# What goes in, and the text that has to come out.
HOSTILE = (
    ('#import "@preview/x:1.0.0": *', '#import "@preview/x:1.0.0": *'),
    ('#eval("1") $x$ // @label <label>', '#eval("1") $x$ // @label <label>'),
    ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    ("*bold* _slanted_ `code` ~gone~", "*bold* _slanted_ `code` ~gone~"),
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("[here](javascript:alert(1)) ![](x)", "[here](javascript:alert(1)) ![](x)"),
    ("- a list", "- a list"),
    ("12. a number", "12. a number"),
    ("---", "---"),
    ("&lt; and Q&A", "&lt; and Q&A"),
    ("a back\\slash\\", "a back\\slash\\"),
    ("| a | table |", "| a | table |"),
    ("nul\x00, bell\x07, half \ud83d, none \uffff", "nul, bell, half , none"),
    ("two\nlines\tand\u2028more", "two lines and more"),
    ("turned \u202eround\u202c", "turned round"),
    ('{ PAGE } { HYPERLINK "x" }', '{ PAGE } { HYPERLINK "x" }'),
)


def paper_of(*texts: str) -> Paper:
    """A paper with one line for each text."""
    return Paper("Paper", "", MADE_ON, sections=(Section("All", items=tuple(map(Item, texts))),))
