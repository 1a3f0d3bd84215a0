"""Types, modes, statuses, roles, the lexicon of acts, cues of attribution: data files and their loaders."""
