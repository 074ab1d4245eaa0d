# What a developer does here. Needs Python 3.11 or newer (with venv) and make; the rest is set up by itself.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: build test lint format catalogue base lock

build: $(READY)  # the documents of profiles/ to output/
	$(BIN)/vacaturegen build profiles/

test: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

catalogue: $(READY)  # gather what people read on the screen, and compile its translation
	$(BIN)/python tools/catalogue.py

base: $(READY)  # the Word document that every .docx is built on
	$(BIN)/python -m tools.make_word_base

lock:  # after a change of the dependencies; needs uv
	uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes --no-annotate --no-header \
		--group dev pyproject.toml --output-file requirements.lock

# Done again when the pins or the package's own description change.
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@
