"""Sentences made of values: what pages, commands and exports say alike. No figures are computed here."""
