"""The Markdown dialect: escaping, marks, and the normal form of its tokens."""

from __future__ import annotations
