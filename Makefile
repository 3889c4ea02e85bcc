# Every target sets up what it needs, once. Only Python 3.11+, make and git must be there.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve build offline check format test evaluate golden bench lighthouse screenshots schemas lock clean

serve: .venv/runtime  ## the annotated archive on http://127.0.0.1:8000/, or on another port: make serve PORT=8001
	@$(BIN)/python ci/port.py "$(PORT)"
	$(BIN)/mkdocs serve -a 127.0.0.1:$(PORT)

build: .venv/runtime  ## the site, in site/
	$(BIN)/news-archive build --strict

offline: .venv/runtime  ## the site in site-offline/, to be read from a folder or a memory stick, without a server
	DIRECTORY_URLS=false $(BIN)/news-archive build --strict --site-dir site-offline

check: .venv/dev  ## lint, types, format, and the archive's own rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/news-archive check --strict

format: .venv/dev  ## put the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test: .venv/dev  ## all tests; those of pages need Chromium, npm and java, and say so
	$(BIN)/python ci/browser.py
	$(BIN)/pytest

evaluate: .venv/dev  ## score the annotation on labelled texts, and put the figures on the site's page
	$(BIN)/news-archive evaluate -f tests/gold/mkdocs.yml tests/gold/gold.jsonl --write docs/annotation.md
	if [ -d ../shared/gold ]; then $(BIN)/python ci/real_texts.py ../shared; fi

golden: .venv/dev  ## write the expected results of the weaving tests, and what docs/editors shows, anew; review the difference
	$(BIN)/pytest -q tests/annotation/test_golden.py tests/repository/test_editors_pages.py tests/test_documentation.py --golden-write

bench: .venv/dev  ## processor time against MkDocs without the plugin, as ratios
	$(BIN)/python bench/matching.py
	$(BIN)/python bench/bench.py

lighthouse: .venv/dev  ## how fast and accessible two pages are on a phone; needs Chromium and npm
	$(BIN)/python ci/lighthouse/measure.py

screenshots: .venv/dev  ## pictures of six pages, and the one in README; needs Chromium
	$(BIN)/python bench/screenshots.py

schemas: .venv/dev  ## what editing programs need to help with front matter, in .vscode/
	$(BIN)/python ci/editing_help.py

lock: ## choose new versions of all dependencies
	uv pip compile --quiet --universal --python-version 3.11 --extra build --extra search --extra import --generate-hashes --no-emit-index-url --custom-compile-command "make lock" pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --extra build --extra search --extra import --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## all that was made, and the environment
	rm -rf site site-offline .site* .cache .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis screenshots tests/browser/node_modules ci/lighthouse/node_modules

.venv/runtime: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "news-archive needs Python 3.11 or newer; name it: make PYTHON=python3.12")'
	@echo "Setting up .venv: this takes a minute or two"
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m pip check --disable-pip-version-check
	$(BIN)/python -m compileall -q plugins
	touch $@

.venv/dev: .venv/runtime requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.lock
	touch $@
