"""Where `unrut` begins: notes go the short way, everything else through Click."""

import sys


def main() -> int:
    """Run the command; the exit code."""
    if sys.argv[1:2] == ["note"]:
        # Inline: the two ways share nothing that takes time to load.
        from unrut.cli.fast_note import main as keep_note  # noqa: PLC0415

        return keep_note(sys.argv[2:])
    from unrut.cli.main import run  # noqa: PLC0415 - as above

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
