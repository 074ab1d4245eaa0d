"""Fuzz targets for everything that reads a text of somebody else's: `python -m fuzz TARGET` (see README.md)."""
