"""Unrut: from a week's notes to the first step out of a career rut."""

import os

__version__ = "0.1.0"

# Read by numpy when it is first loaded. Its products here are small: more threads gain nothing by them, and on a busy machine
# they wait for each other ten times as long as the work takes. Whoever has processors to spare may say so in the variable.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
