"""Prose as people type it: the figures and words in it that belong to facts of the data."""
