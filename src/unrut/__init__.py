"""Unrut: from a week's notes to the first step out of a career rut."""

__version__ = "0.1.0"
