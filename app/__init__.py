"""A private journal as a plain library: it imports without Qt and works without a screen."""

__version__ = "0.1.0"
