"""Who stands in which role of an act."""
