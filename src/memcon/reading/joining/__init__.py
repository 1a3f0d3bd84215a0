"""Mentions of one act joined to one event."""
