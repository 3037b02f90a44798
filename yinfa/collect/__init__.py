"""Figures collected from the units: a workbook for each to fill in, and what they return merged into the data."""
