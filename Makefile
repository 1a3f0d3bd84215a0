# Everything runs in the current environment: pip install -e '.[dev]' first.
PYTHON ?= python
SHARED ?= ../shared

.PHONY: screenshots check lint types test slow gold bench demo train bench-store

check: lint types test

lint:
	ruff check .
	ruff format --check .

types:
	mypy

test:
	$(PYTHON) -m pytest -n auto --dist loadfile -m "not slow"

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

# The encoder's weights from scratch: prepare, train, fit temperatures, export to int8, score. With TEACHER=FOLDER (all-mpnet-base-v2) on a
# graphics card, taught by larger networks; without, on a CPU, by the annotations alone, in two to three hours. See docs/decisions/0015-taught-by-larger-networks.md.
RUN ?= build/coder
TEACHER ?=
train:
	$(PYTHON) -m training.silver --data $(SHARED)/data --out $(RUN)/rules.jsonl
	$(PYTHON) -m training.local --data $(SHARED)/data --out $(RUN)/mentions.jsonl
	$(PYTHON) -m training.train --data $(SHARED)/data --out $(RUN) --read $(RUN)/rules.jsonl --mentions $(RUN)/mentions.jsonl \
		$(if $(TEACHER),--teacher $(TEACHER) --workers 8)
	$(PYTHON) -m training.calibrate $(RUN)/student.pt --data $(SHARED)/data > $(RUN)/settings.json
	$(PYTHON) -m training.export $(RUN)/student.pt --data $(SHARED)/data --settings $(RUN)/settings.json
	$(PYTHON) -m training.relating --data $(SHARED)/data
	$(PYTHON) -m training.same_event --data $(SHARED)/data > $(RUN)/same_event.json
	$(PYTHON) -m training.words_of_acts --data $(SHARED)/data
	$(PYTHON) -m training.common_words --data $(SHARED)/data
	$(PYTHON) -m training.confidence --data $(SHARED)/data > $(RUN)/confidence.json
	$(PYTHON) -m training.setting --data $(SHARED)/data > $(RUN)/setting.json
	$(PYTHON) -m training.sureness --data $(SHARED)/data > $(RUN)/sureness.json
	$(PYTHON) -m benchmarks.events $(SHARED)/data > $(RUN)/events.json
	$(PYTHON) -m benchmarks.reading $(SHARED)/data > $(RUN)/reading.json
	$(PYTHON) -m benchmarks.relations $(SHARED)/data/relations/PLV_train.tsv --by rules coder --folds 5 > $(RUN)/relations.json
	$(PYTHON) -m benchmarks.status $(SHARED)/data/time/meantime --by rules coder both --folds > $(RUN)/status.json
	$(PYTHON) -m benchmarks.attribution $(SHARED)/data/attribution/polnear_train.jsonl --by rules coder > $(RUN)/attribution.json

# The demonstration store: 26 reports on one invented mediation.
demo:
	rm -f demo.db demo.db-wal demo.db-shm
	$(PYTHON) -m memcon ingest examples/mediation --db demo.db

# The pictures of the README, from the demonstration; needs the extra `browser` and a Chromium.
screenshots: demo
	$(PYTHON) docs/screenshots.py demo.db
