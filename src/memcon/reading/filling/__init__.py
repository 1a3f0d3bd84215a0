"""What the words of an event leave open, filled from those around it; how likely it is."""
