"""Putting finished papers onto the disk: names, whole files or none, the manifest."""
