"""People: who of one's own circle could answer which open question. A prior judgement, not science."""
