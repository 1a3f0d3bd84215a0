"""One module a public data set: `python -m benchmarks.NAME PATH` prints its figures as JSON."""
