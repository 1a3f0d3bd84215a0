"""Which words speak of one party, and who it is."""
