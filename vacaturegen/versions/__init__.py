"""Profiles as they were: two versions to be built and compared, each in a folder or as git keeps it in a revision.

Nothing is checked out, and nothing is written: a revision is read from git's own objects, as a folder in memory.
"""

from vacaturegen.versions.changes import may_differ, reached_by, shared_changes
from vacaturegen.versions.overlays import mount_again, with_only
from vacaturegen.versions.pairing import Pair, pairs
from vacaturegen.versions.version import Version, open_version, recent_commits

__all__ = [
    "Pair",
    "Version",
    "may_differ",
    "mount_again",
    "open_version",
    "pairs",
    "reached_by",
    "recent_commits",
    "shared_changes",
    "with_only",
]
