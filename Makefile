# Everything runs in the current environment: pip install -e '.[dev]' first.
PYTHON ?= python
SHARED ?= ../shared

.PHONY: check lint types test slow gold bench bench-store

check: lint types test

lint:
	ruff check .
	ruff format --check .

types:
	mypy

test:
	$(PYTHON) -m pytest -m "not slow"

slow:
	$(PYTHON) -m pytest -m slow

# Reads the annotated reports and scores the records: found, typed, who-whom, record.
gold:
	$(PYTHON) -m benchmarks.gold $(SHARED)/gold

bench:
	$(PYTHON) -m benchmarks.speed

# Fills a store with invented reports of 100,000 events and times its use; about half an hour.
bench-store:
	$(PYTHON) -m benchmarks.store
