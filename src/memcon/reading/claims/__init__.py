"""Who claims what: source, cue, content."""
