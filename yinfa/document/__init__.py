"""The document tree and the plain functions that walk it."""
