# Everything a developer does here. `make` alone lists it.

UV := $(or $(shell command -v uv),.tools/bin/uv)
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
ROOMS := home services search intake api embed site
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po locale/admin/*/LC_MESSAGES/*.po))

# Stamps of `make run`: one set per database, beside the data that they speak of.
VAR := $(or $(FAMILYCENTRE_VAR),var)
STAMP := $(VAR)/.$(firstword $(shell echo '$(DATABASE_URL)' | cksum))
TODAY := $(or $(firstword $(subst T, ,$(FAMILYCENTRE_NOW))),$(shell date +%F))
# Without its dictionaries the search works with what there is.
DICTIONARIES := $(wildcard /usr/share/dictd/freedict-fin-swe.dict.dz)
LEXICON := $(if $(DICTIONARIES),$(VAR)/lexicon.tsv)
files = $(shell find $(1) -name __pycache__ -prune -o -type f -name '$(2)' -print 2>/dev/null)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
BENCH ?= $(patsubst benchmarks/%/measure.py,%,$(wildcard benchmarks/*/measure.py))

.PHONY: help run test test-fast check elasticsearch benchmark env lock messages format catalogues FORCE

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

run: export DJANGO_SETTINGS_MODULE = familycentre.settings.dev
run: export PORT ?= 8000
run: export SEARCH_ENGINE ?= embedded
run: env catalogues $(STAMP)-indexed $(VAR)/.static $(LEXICON) ## the site with its demo region, and its lists for other websites (PORT=8000, EMBED_PORT=8001, SEARCH_ENGINE=elasticsearch)
	@docker/run-local.sh

test: env catalogues ## everything on real parts: SQLite, PostgreSQL, Elasticsearch, Chromium
	@$(BIN)/python -m tests.servers

test-fast: env catalogues ## what runs in seconds: SQLite, no browser, no servers
	@$(BIN)/pytest -x -q -n 2 -m "not browser and not postgres and not elasticsearch and not nginx and not once"

check: export DATABASE_URL = sqlite:///:memory:
check: export SECRET_KEY = not-a-secret-but-long-enough-for-the-deployment-check
check: env ## lint, format, types, templates, the rooms' arrows, containers, migrations, production settings
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/mypy
	$(BIN)/djlint --lint --quiet $(ROOMS)
	$(BIN)/lint-imports --no-logo
	$(BIN)/hadolint docker/Dockerfile
	$(BIN)/shellcheck docker/*.sh .ci/run
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.compose-spec docker/compose.yaml
	DJANGO_SETTINGS_MODULE=familycentre.settings.test $(MANAGE) makemigrations --check --dry-run
	DJANGO_SETTINGS_MODULE=familycentre.settings.production \
	  ALLOWED_HOSTS=familycentre.example EMAIL_URL=smtp://localhost \
	  $(MANAGE) check --deploy --fail-level WARNING

elasticsearch: ## a local Elasticsearch in the foreground
	@python3 -m tests.servers.elasticsearch

benchmark: env catalogues ## how fast things are, side by side (BENCH=api)
	@for name in $(BENCH); do echo "· benchmarks/$$name"; $(BIN)/python benchmarks/$$name/measure.py || exit; done

env: .venv/.synced ## the Python environment in .venv

lock: | $(UV) ## renew requirements.txt and requirements-dev.txt
	$(call lock,requirements.txt,)
	$(call lock,requirements-dev.txt,--extra dev)

messages: env ## collect the texts to translate into locale/, and compile them
	@python3 -m tests.servers.packages gettext
	@mkdir -p locale
	$(MANAGE) makemessages --locale fi --locale sv --locale en \
	  --add-location file --no-wrap --no-obsolete --ignore tests --ignore var
	@$(MAKE) --no-print-directory catalogues

format: env ## put the code into its usual form
	$(BIN)/ruff check --quiet --fix .
	$(BIN)/ruff format --quiet .

.venv/.synced: requirements-dev.txt pyproject.toml | $(UV)
	@echo "· Syncing .venv …"
	@$(UV) venv --quiet --allow-existing .venv
	@$(UV) pip sync --quiet --python .venv --require-hashes requirements-dev.txt
	@$(UV) pip install --quiet --python .venv --no-deps --editable .
	@touch $@

.tools/bin/uv:
	@python3 -m tests.servers.packages python3-pip
	@python3 -m pip install --quiet --root-user-action ignore --target .tools uv

define lock
$(UV) pip compile --quiet --universal --generate-hashes --python-version 3.11 \
  --no-emit-index-url --no-emit-find-links $(2) pyproject.toml -o $(1)
endef

catalogues: $(CATALOGUES)

%.mo: %.po docker/compile_catalogue.py | env
	@$(BIN)/python docker/compile_catalogue.py $<

# A database file that was removed takes its stamps' word away.
$(STAMP)-migrated: .venv/.synced $(call files,$(ROOMS),0*.py) $(if $(DATABASE_URL)$(wildcard $(VAR)/db.sqlite3),,FORCE)
	@$(MANAGE) migrate --verbosity 0
	@touch $@

# The demo's meetings lie around today, so it is renewed every day.
$(STAMP)-demo-$(TODAY): $(STAMP)-migrated $(call files,home/demo,*) | catalogues
	@echo "· Loading the demo region …"
	@SEARCH_ENGINE=embedded $(MANAGE) load_demo
	@rm -f $(STAMP)-demo-* && touch $@

$(STAMP)-indexed: $(STAMP)-demo-$(TODAY) $(call files,search api,*)
	@SEARCH_ENGINE=embedded $(MANAGE) search_index sync
	@$(MANAGE) directory_records sync
	@touch $@

$(VAR)/lexicon.tsv: .venv/.synced $(DICTIONARIES) search/dictionaries.py $(call files,search/analysis,*.py)
	@$(MANAGE) build_lexicon

$(VAR)/.static: .venv/.synced $(call files,site/static,*) $(call files,$(wildcard */static),*)
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@touch $@
