"""How rules read texts: their words, sentences and days, patterns in them, and lists of such patterns."""
