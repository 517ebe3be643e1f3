"""Step 4, plan: one goal as dated steps of one sitting, laid into the person's own free time."""

from unrut.core.plan.schedule import Conflict, ConflictKind, Schedule, Sitting, schedule
from unrut.core.plan.steps import (
    DEFAULT_MINUTES,
    LONGEST,
    SHORTEST,
    CircularPlanError,
    DayTime,
    FreeTime,
    Strand,
    Task,
)
from unrut.core.plan.templates import (
    DrawnMilestone,
    DrawnPlan,
    DrawnStep,
    Template,
    TemplateMilestone,
    TemplateStep,
    draw_up,
    load_template,
    shipped_templates,
)
from unrut.core.plan.week import next_sitting, this_week

__all__ = [
    "DEFAULT_MINUTES",
    "LONGEST",
    "SHORTEST",
    "CircularPlanError",
    "Conflict",
    "ConflictKind",
    "DayTime",
    "DrawnMilestone",
    "DrawnPlan",
    "DrawnStep",
    "FreeTime",
    "Schedule",
    "Sitting",
    "Strand",
    "Task",
    "Template",
    "TemplateMilestone",
    "TemplateStep",
    "draw_up",
    "load_template",
    "next_sitting",
    "schedule",
    "shipped_templates",
    "this_week",
]
