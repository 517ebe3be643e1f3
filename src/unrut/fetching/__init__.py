"""Ask other machines for openings: only when the person says so, only the public web, and never more than needed."""
