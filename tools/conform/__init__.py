"""Holds documents against validators and readers that nobody here wrote: `python -m tools.conform FOLDER...`."""
