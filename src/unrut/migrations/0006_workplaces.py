from django.db import migrations
from django.db.models import F


def say_workplaces(apps, schema_editor):
    """Openings kept before say where the work is done, and were last seen when they came."""
    openings = apps.get_model("unrut", "Opening").objects
    openings.filter(is_remote=True).update(workplace="remote")
    openings.update(seen_on=F("imported_on"))
    # What waits to be looked over was read in another shape.
    apps.get_model("unrut", "OpeningDraft").objects.all().delete()


def say_whether_remote(apps, schema_editor):
    """Before, only whether it was wholly remote was kept."""
    openings = apps.get_model("unrut", "Opening").objects
    openings.filter(workplace="remote").update(is_remote=True)
    openings.filter(workplace__in=["hybrid", "on_site"]).update(is_remote=False)


class Migration(migrations.Migration):
    dependencies = [
        ("unrut", "0005_openings"),
    ]

    operations = [
        migrations.RunPython(say_workplaces, say_whether_remote),
    ]
