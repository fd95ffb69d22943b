PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: report test lint bench clean

report: $(VENV)/.ready            ## the main job: check the five seed articles, write reports/
	$(BIN)/python -m compileall -q factcheck  # a start must not compile them again, whatever the environment says
	$(BIN)/factcheck check seeds -o reports --fail-on none

test: $(VENV)/.ready              ## every test, the examples inside the rules included
	$(BIN)/python -m pytest

lint: $(VENV)/.ready              ## style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/.ready             ## speed and accuracy, see benchmarks/README.md
	$(BIN)/python benchmarks/startup.py seeds
	$(BIN)/python benchmarks/extract.py seeds

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -e ".[dev]"
	touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
