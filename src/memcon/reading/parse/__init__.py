"""Text -> Parsed: sentences, tags, heads, lemmas and names by spaCy, which nothing else of reading knows."""
