"""Says whether the tables and the migrations agree; exits 1 when a migration is missing."""

import os
import sys
import tempfile


def main() -> int:
    """Compare models and migrations without touching anybody's store."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(UNRUT_HOME=home, DJANGO_SETTINGS_MODULE="unrut.settings")
        import django
        from django.core.management import call_command

        django.setup()
        try:
            call_command("makemigrations", "unrut", "--check", "--dry-run")
        except SystemExit:
            print("The tables changed without a migration. Make one: see CONTRIBUTING.md.", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
