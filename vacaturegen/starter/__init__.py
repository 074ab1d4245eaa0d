"""Where a profile begins: a new one with what it shares, or last year's with what was of last year cleared.

Looks at what a folder holds and makes texts. Who asks for them, and who writes them, is told elsewhere.
"""

from vacaturegen.starter.plan import Named, Planned, choices, missing_schemas, plan, read_name, suggest_id
from vacaturegen.starter.reuse import Reused, clear_for_reuse

__all__ = [
    "Named",
    "Planned",
    "Reused",
    "choices",
    "clear_for_reuse",
    "missing_schemas",
    "plan",
    "read_name",
    "suggest_id",
]
