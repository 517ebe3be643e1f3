"""What an opening states, with the words that state it."""
