# `make run` builds every sample, `make test` proves the engine. Both set up what they need, once:
# the stamps in .venv say that it is done, and are older than what set-up reads when it must be done again.

PYTHON ?= python3
VENV := .venv/bin/python
# File by file to every core: what the first test of a file lays out serves the others.
PYTEST := $(VENV) -m pytest -n auto --dist loadfile
TOOLS := tests/tools
SOURCES := generate.py bench scripts tests yinfa

RUN_READY := .venv/.stamp-run
TEST_READY := .venv/.stamp-test

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test lint quick fuzz bench format lock setup setup-test clean

help:
	@echo 'make run      build every sample in data/ into output/'
	@echo 'make test     ruff, mypy, pytest (all)'
	@echo 'make quick    the tests that take under a minute'
	@echo 'make fuzz     spoiled plans for a minute (FUZZFLAGS="--seconds 600 --seed 7")'
	@echo 'make lint     ruff and mypy only'
	@echo 'make bench    time and memory beside bare baselines'
	@echo 'make format   lay out the code by ruff'
	@echo 'make setup    look again at what this machine lacks (setup-test: for the tests too)'
	@echo 'make lock     renew the lock files from pyproject.toml (LOCKFLAGS=--upgrade: to the newest)'
	@echo 'make clean    remove what can be made again: output, caches'

run: $(RUN_READY)
	$(VENV) generate.py build

test: lint
	$(PYTEST)

lint: $(TEST_READY)
	$(VENV) -m ruff check $(SOURCES)
	$(VENV) -m ruff format --check --quiet $(SOURCES)
	$(VENV) -m mypy --strict $(SOURCES)

quick: $(TEST_READY)
	$(PYTEST) -m "not slow"

fuzz: $(TEST_READY)
	$(VENV) -m tests.fuzz $(FUZZFLAGS)

bench: $(TEST_READY)
	$(VENV) -m bench

format: $(TEST_READY)
	$(VENV) -m ruff check --fix --exit-zero $(SOURCES)
	$(VENV) -m ruff format $(SOURCES)

setup:
	$(PYTHON) scripts/setup.py run
	@touch $(RUN_READY)

setup-test:
	$(PYTHON) scripts/setup.py test
	@touch $(RUN_READY) $(TEST_READY)

$(RUN_READY): requirements.lock scripts/setup.py
	$(PYTHON) scripts/setup.py run
	@touch $@

$(TEST_READY): requirements.lock requirements-dev.lock scripts/setup.py $(TOOLS)/package-lock.json
	$(PYTHON) scripts/setup.py test
	@touch $(RUN_READY) $@

# No address of a registry is written: each machine has its own.
LOCK := CUSTOM_COMPILE_COMMAND='make lock' .cache/lock/bin/pip-compile --quiet --generate-hashes --strip-extras \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host $(LOCKFLAGS) pyproject.toml

lock:
	$(PYTHON) -m venv .cache/lock
	.cache/lock/bin/python -m pip install --quiet pip-tools
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf output .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
