"""Words that name an act, and what their frames ask for."""
