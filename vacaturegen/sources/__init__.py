"""Reads every input: YAML files with the position of each key and value, and shipped or house files as bytes.

What comes out is text with its place. Nothing here merges or validates.
"""

from vacaturegen.sources.files import Source, read_bytes, read_text, shipped_folder
from vacaturegen.sources.tree import Node, read_yaml

__all__ = ["Node", "Source", "read_bytes", "read_text", "read_yaml", "shipped_folder"]
