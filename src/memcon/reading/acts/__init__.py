"""Acts: candidates for events, with parties, status, days, places and claims."""
