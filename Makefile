# What a developer does here. Needs Python 3.11 or newer (with venv) and make; the rest is set up by itself.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: build test lint format catalogue schema handbook pictures base lock conform fuzz mutants bench

build: $(READY)  # the documents of profiles/ to output/
	$(BIN)/vacaturegen build profiles/

test: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

conform: $(READY) .conform/.ready  # validators and readers from outside; each must first find planted faults
	$(BIN)/python -m tools.conform --self-test output
	$(BIN)/vacaturegen build tests/cases/documenten/profiles --output .conform/cases
	$(BIN)/python -m tools.conform.review tests/cases/documenten/profiles .conform/review
	$(BIN)/python -m tools.conform output .conform/cases .conform/review
	$(BIN)/python -m tools.conform.redlines output .conform/cases
	$(BIN)/python -m tools.conform.schemas profiles templates tests/cases/documenten

fuzz: .fuzz/.ready  # ten minutes for each target; atheris needs Python 3.11 to 3.13
	for target in yaml profile markdown; do .fuzz/bin/python -m fuzz $$target -max_total_time=600 || exit; done

mutants: .mutants/.ready  # what the tests let through; takes an hour of a machine with nothing else to do
	.mutants/bin/python -m tools.mutants

bench: .bench/.ready  # the project beside its peers; takes a quarter of an hour of a machine with nothing else to do
	.bench/bin/python -m benchmarks.run --write

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

catalogue: $(READY)  # gather what people read on the screen, and compile its translation
	$(BIN)/python tools/catalogue.py

schema: $(READY)  # what an editor knows of the files, after a change of the models, the notation or the messages
	$(BIN)/vacaturegen schema --output profiles

handbook: $(READY)  # the pages of docs/ that are computed: fields, notations, examples, rules, words of templates
	$(BIN)/python -m tools.handbook

pictures: $(READY)  # of the handbook; needs what `make conform` installs
	$(BIN)/python -m tools.handbook.pictures

base: $(READY)  # the Word document that every .docx is built on
	$(BIN)/python -m tools.make_word_base

lock:  # after a change of the dependencies; needs uv
	uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes --no-annotate --no-header \
		--group dev --extra spelling pyproject.toml --output-file requirements.lock

# Done again when the pins or the package's own description change.
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.conform/.ready: tools/conform/install
	PYTHON=$(PYTHON) bash tools/conform/install

.fuzz/.ready: fuzz/requirements.txt requirements.lock
	$(PYTHON) -m venv .fuzz
	.fuzz/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	.fuzz/bin/python -m pip install --quiet --disable-pip-version-check --requirement fuzz/requirements.txt
	touch $@

.bench/.ready: benchmarks/requirements.txt requirements.lock pyproject.toml
	$(PYTHON) -m venv .bench
	.bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	.bench/bin/python -m pip install --quiet --disable-pip-version-check --requirement benchmarks/requirements.txt
	.bench/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.mutants/.ready: requirements.lock
	$(PYTHON) -m venv .mutants
	echo '*' > .mutants/.gitignore
	.mutants/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	.mutants/bin/python -m pip install --quiet --disable-pip-version-check mutmut==3.8.1
	touch $@
