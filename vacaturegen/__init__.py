"""vacaturegen: one role profile in, every text with which a Dutch public body finds people out."""

__version__ = "0.1.0"
