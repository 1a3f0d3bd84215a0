"""Whether an act happened, was planned, asked for, feared or denied."""
