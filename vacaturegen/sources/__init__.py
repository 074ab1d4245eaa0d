"""Reads YAML files, with the place of each key and value; beside it, for who reads inputs, the words of `files`.

What comes out is text with its place. Nothing here merges or validates.
"""

from vacaturegen.files import MAX_WORD_BYTES, Source, list_files, read_bytes, read_text, shown
from vacaturegen.sources.tree import Node, entries, parse_yaml, read_yaml

__all__ = [
    "MAX_WORD_BYTES",
    "Node",
    "Source",
    "entries",
    "list_files",
    "parse_yaml",
    "read_bytes",
    "read_text",
    "read_yaml",
    "shown",
]
