"""What a small parser and its recogniser get wrong, put right on their arrays."""
