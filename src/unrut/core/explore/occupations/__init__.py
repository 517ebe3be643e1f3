"""Kinds of work: what they are like, how near they are, and what is missing on the way there."""
