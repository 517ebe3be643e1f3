# make run     set everything up and start
# make test    set everything up and run all tests
# make check   lint, types, layers, migrations, documents
# make fix     format and mend what can be mended by itself
# make bench   measure; figures and commands stand in bench/README.md
# make docs    write the generated documents and pictures anew
BIN := .venv/bin

.PHONY: run test check fix bench docs dev

run:
	@tools/setup run
	@$(BIN)/unrut

dev:
	@tools/setup dev

test: dev
	@tools/browser
	@$(BIN)/python -m pytest --cov --cov-report=term -q -n 2 --dist loadfile $(ARGS)

check: dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_migrations.py
	$(BIN)/python -m pytest -q -m docs --no-cov

fix: dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: dev
	$(BIN)/python bench/all.py

docs: dev
	$(BIN)/python tools/write_command_docs.py
	$(BIN)/python tools/screenshots.py
