"""The schedule of a profile for people: its days in order, each with its reason in Dutch, and as a calendar file.

Which day it is, and why, is computed by `planning`; how a document tells it belongs to the templates.
"""
