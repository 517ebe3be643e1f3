"""The root of every error a person may read. Messages are whole sentences that say what to do next."""


class UnrutError(Exception):
    """Something the person can understand and act on; its text is shown as it is."""


class InvalidReferenceError(UnrutError):
    """A reference file shipped with the program, or a changed copy of it, is not valid."""


class InvalidInputError(UnrutError):
    """What was typed or given cannot be taken as it is."""
