"""Where `unrut` begins: notes, and lists and imports of what got done, go the short way; all else through Click."""

import sys


def main() -> int:
    """Run the command; the exit code."""
    if sys.argv[1:2] == ["note"]:
        # Inline: the two ways share nothing that takes time to load.
        from unrut.cli.fast_note import main as keep_note  # noqa: PLC0415

        return keep_note(sys.argv[2:])
    if sys.argv[1:2] == ["wins"] and sys.argv[2:3] in (["import"], ["list"]):
        # Inline: as above.
        from unrut.cli.fast_wins import main as answer_at_once  # noqa: PLC0415

        code = answer_at_once(sys.argv[2:])
        if code is not None:
            return code
    from unrut.cli.main import run  # noqa: PLC0415 - as above

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
