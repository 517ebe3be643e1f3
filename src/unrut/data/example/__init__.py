"""The composed example: thirty weeks of Maya, who is invented, for a person who wants to look before writing."""
