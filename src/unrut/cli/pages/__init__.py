"""What the commands print, as lines for people and as values for scripts. Imported once Django is set up."""
