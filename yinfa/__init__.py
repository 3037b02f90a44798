"""yinfa (印发): keep a quality plan once as data, issue every official paper from it."""

__version__ = "0.1.0"
