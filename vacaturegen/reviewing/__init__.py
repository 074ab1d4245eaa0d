"""What a reviewer gets to see of two versions of all profiles: facts, sentences and documents that differ.

Which versions there are is told in `versions`, how two documents are compared in `comparing`. Here both sides are made,
and told: in the terminal, as a page, as Word files, as a comment on a merge request, or to another program.
"""

from vacaturegen.reviewing.review import DocumentReview, ProfileReview, Review

__all__ = ["DocumentReview", "ProfileReview", "Review"]
