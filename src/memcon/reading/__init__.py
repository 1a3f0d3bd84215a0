"""One report -> one record."""
