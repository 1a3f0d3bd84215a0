"""Events -> the record, each value with its evidence."""
