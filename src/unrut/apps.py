"""The one Django app."""

from django.apps import AppConfig


class UnrutConfig(AppConfig):
    """All tables live here; there is no second app to split into."""

    name = "unrut"
    label = "unrut"
    default_auto_field = "django.db.models.BigAutoField"
