# On a fresh machine with Python 3.11 or later, `make generate` and `make test` set up what they need, once, in .venv.
# Paths are relative throughout, so that the folder may have any name.

.DEFAULT_GOAL := help
.PHONY: help generate check test lint format clean
.SILENT:

PYTHONS := python3 python3.14 python3.13 python3.12 python3.11 python
PY := .venv/bin/python
READY := .venv/ready

# An interpreter that was upgraded or removed leaves a broken .venv behind: make it anew.
$(shell $(PY) -c '' 2>/dev/null || rm -f $(READY))

help:
	printf '%s\n' \
	  'make generate   write generated/ from specs/' \
	  'make check      tell whether generated/ is what specs/ say' \
	  'make test       run every test: those of sdkwright and those of the generated package' \
	  'make lint       ruff, mypy and formatting' \
	  'make format     format the code' \
	  'make clean      remove .venv and caches'

generate: $(READY)
	$(PY) -m generator generate

check: $(READY)
	$(PY) -m generator check

test: $(READY)
	$(PY) -m pytest

lint: $(READY)
	$(PY) -m ruff check --quiet .
	$(PY) -m ruff format --check --quiet .
	$(PY) -m mypy

format: $(READY)
	$(PY) -m ruff check --fix --quiet .
	$(PY) -m ruff format --quiet .

clean:
	rm -rf .venv .sdkwright .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): pyproject.toml
	if ! $(PY) -c 'import pip' 2>/dev/null; then \
	  for each in $(PYTHONS); do \
	    "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && found=$$each && break; \
	  done; \
	  test -n "$$found" || { echo 'Python 3.11 or later is needed, and none was found.' >&2; exit 1; }; \
	  echo 'Setting up .venv, once.'; \
	  "$$found" -m venv --clear .venv; \
	fi
	$(PY) -c 'import tomllib; print("\n".join(tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"]))' > .venv/dev.txt
	$(PY) -m pip install -qq --disable-pip-version-check --editable . --requirement .venv/dev.txt
	touch $(READY)
