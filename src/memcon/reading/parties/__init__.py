"""Words that speak of a party."""
