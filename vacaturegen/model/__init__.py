"""The frozen models of a profile and its parts: data with Dutch names, no input or output, no formatting."""
