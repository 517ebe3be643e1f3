"""The pages: one folder a step of the method."""
