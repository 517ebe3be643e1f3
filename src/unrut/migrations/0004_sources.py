from django.db import migrations


def say_sources(apps, schema_editor):
    """Accomplishments kept before say where they came from."""
    accomplishments = apps.get_model("unrut", "Accomplishment").objects.filter(source="hand")
    accomplishments.filter(checkin__isnull=False).update(source="week")
    accomplishments.filter(step__isnull=False).update(source="step")


def leave_out_what_had_no_place(apps, schema_editor):
    """Milestones of a person's own, and days that were left open, had no place in the tables before."""
    milestones = apps.get_model("unrut", "Milestone").objects
    milestones.filter(goal__isnull=True).delete()
    for milestone in milestones.filter(due_on__isnull=True).select_related("goal"):
        milestone.due_on = milestone.goal.target_on
        milestone.save(update_fields=["due_on"])


class Migration(migrations.Migration):
    dependencies = [
        ("unrut", "0003_milestones"),
    ]

    operations = [
        migrations.RunPython(say_sources, leave_out_what_had_no_place),
    ]
