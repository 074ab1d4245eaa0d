"""Reads every input: YAML files with the position of each key and value, and shipped or house files as bytes.

What comes out is text with its place. Nothing here merges or validates.
"""

from vacaturegen.sources.files import Source, list_files, read_bytes, read_text, shipped_folder, shown
from vacaturegen.sources.tree import Node, entries, read_yaml

__all__ = ["Node", "Source", "entries", "list_files", "read_bytes", "read_text", "read_yaml", "shipped_folder", "shown"]
