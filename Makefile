# make test    set up .venv and run every check
# make demo    set up .venv and go once from two match reports to answers and pictures
# make format  let ruff put the code into form
# make clean   remove what the other targets made

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/ready
DEMO := build/demo

# One thread: the same sums in the same order, so the same bytes on every machine.
export OMP_NUM_THREADS = 1

.PHONY: test lint types tests demo format clean

test: lint types tests

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY)
	$(BIN)/mypy

tests: $(READY)
	$(BIN)/pytest -n 2

demo: $(READY)
	@mkdir -p $(DEMO)
	$(BIN)/kg build seeds/reports -o $(DEMO)/match.ttl -o $(DEMO)/match.trig
	$(BIN)/kg validate $(DEMO)/match.ttl
	@echo && echo "Who assisted each goal?"
	$(BIN)/kg query assists $(DEMO)/match.ttl --format table
	$(BIN)/kg draw $(DEMO)/match.trig -o $(DEMO)/match.svg -o $(DEMO)/match.png -o $(DEMO)/match.html
	@echo && echo "The graph, with and without its evidence, and its pictures:" && ls -1 $(DEMO)/match.*

format: $(READY)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf build dist .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "football-kg needs Python 3.11 or later: make PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv \
		|| { rm -rf .venv; echo "no venv module: on Debian and Ubuntu, apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
