# Two commands do all the set-up on a machine with Python 3.11+: `make brief` and `make test`.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
EXAMPLE ?= examples/kosovo-1998

.PHONY: brief test check bench clean

$(VENV)/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("dragoman needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 brief" if sys.version_info < (3, 11) else 0)'
	@echo "Installing dragoman into $(VENV); this takes a minute or two."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

brief: $(VENV)/installed        ## read the example dispatches, print the brief, write brief.html
	$(BIN)/dragoman brief $(EXAMPLE) --out brief.html

test: $(VENV)/installed-dev     ## run the tests
	$(BIN)/pytest

check: $(VENV)/installed-dev    ## lint, types, import contract, docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest tests/docs

bench: $(VENV)/installed-dev    ## measure speed and memory on this machine
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) brief.html .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
