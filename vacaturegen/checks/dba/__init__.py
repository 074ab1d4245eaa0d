"""Rules about the arbeidsrelatie of who does the work: group B."""
