"""Strengths: what others see in a person, read from their words, and what the person sees."""
