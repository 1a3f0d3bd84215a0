"""The encoder beside the rules."""
