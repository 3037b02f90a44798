"""The tests of drafting a new year."""
