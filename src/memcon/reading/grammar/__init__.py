"""A text as arrays of words, and questions to its parse."""
