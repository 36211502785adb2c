# The front door. `make` alone says what there is.
SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

BIN := node_modules/.bin
TSX := node --import tsx
INSTALLED := node_modules/.package-lock.json
BUILT := dist/.built
SOURCES := $(shell find src -name '*.ts' ! -name '*.test.ts' ! -name '*.examples.ts' ! -path '*/generated/*' 2>/dev/null)
IMAGE ?= pos-service:dev
JEST_FLAGS ?=
FLAGS ?=

say = @printf '%s\n' "› $(1)" >&2

.NOTPARALLEL:

.PHONY: help
help: ## this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  \033[1m%-16s\033[0m %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: install
install: $(INSTALLED) ## packages of the lock file, without their install scripts

$(INSTALLED): package-lock.json
	$(call say,installing packages)
	@npm ci --ignore-scripts --no-fund --no-audit --loglevel=error
	@touch $@

.PHONY: build
build: $(BUILT) ## compiled service in dist/

$(BUILT): $(INSTALLED) $(SOURCES) tsoa.json tsconfig.json tsconfig.build.json
	$(call say,building)
	@$(MAKE) generated-code
	@$(BIN)/tsc -p tsconfig.build.json
	@touch $@

.PHONY: demo
demo: $(BUILT) ## embedded PostgreSQL, demo tenant, service on port 4100; Ctrl-C stops all
	@exec node dist/main.js demo

.PHONY: run
run: $(BUILT) ## the service, on the database of DATABASE_URL
	@exec node dist/main.js api

.PHONY: migrate
migrate: $(BUILT) ## bring the database of DATABASE_URL to the newest schema
	@exec node dist/main.js migrate

.PHONY: seed
seed: $(BUILT) ## demo tenant, outlets and catalogue into the database of DATABASE_URL
	@exec node dist/posctl/posctl.js seed

.PHONY: test
test: $(INSTALLED) ## everything that must be green: generated files, lint, all tests on real servers
	@$(MAKE) generated-check
	@$(MAKE) ci-lint
	@$(MAKE) build
	$(call say,tests)
	@$(BIN)/jest $(JEST_FLAGS)

.PHONY: lint
lint: $(INSTALLED) generated ci-lint ## ESLint, Prettier, import rules, types

.PHONY: ci-lint
ci-lint: $(INSTALLED) ## the same, without regenerating first
	$(call say,types)
	@$(BIN)/tsc -p tsconfig.json
	$(call say,import rules)
	@$(BIN)/depcruise src --config --output-type err
	$(call say,ESLint)
	@$(BIN)/eslint .
	$(call say,Prettier)
	@$(BIN)/prettier --check --log-level warn .
	$(call say,contracts against their last version)
	@$(TSX) tools/check-event-compatibility.ts

.PHONY: format
format: $(INSTALLED) ## let Prettier and ESLint repair what they can
	@$(BIN)/prettier --write --log-level warn .
	@$(BIN)/eslint --fix .

.PHONY: generated
generated: generated-code ## routes, openapi/, docs/errors/, docs/configuration.md and migrations/schema.sql
	$(call say,generating the schema)
	@$(TSX) tools/generate-schema.ts

.PHONY: generated-code
generated-code: $(INSTALLED)
	$(call say,generating routes and contract)
	@$(TSX) src/app/generate.ts

.PHONY: openapi
openapi: generated-code ## the same without the schema: all that is made from sources alone

.PHONY: generated-check
generated-check: $(INSTALLED) ## fail when regenerating changes a committed file
	@node tools/check-generated.mjs

.PHONY: bench
bench: $(BUILT) ## sales per second against a bare server, into docs/performance.md
	@$(TSX) bench/run.ts $(FLAGS)

.PHONY: bench-lookup
bench-lookup: $(BUILT) ## scanned codes looked up among 50,000 items, into docs/performance.md
	@$(TSX) bench/lookup.ts $(FLAGS)

.PHONY: bench-z
bench-z: $(BUILT) ## closing a day of 5,000 orders over HTTP, into docs/performance.md
	@$(TSX) bench/z.ts $(FLAGS)

.PHONY: bench-quotes
bench-quotes: $(BUILT) ## a quote over HTTP beside trivial routes, into docs/performance.md
	@$(TSX) bench/quotes.ts $(FLAGS)

.PHONY: bench-streams
bench-streams: $(BUILT) ## 1,000 open streams, then 100 cut and resumed; FLAGS='--streams 50 --seconds 5'
	@$(TSX) bench/streams.ts $(FLAGS)

.PHONY: bench-pricing
bench-pricing: $(INSTALLED) ## what pricing costs in process: 5 lines, and 50 lines with 200 promotions
	@$(TSX) bench/pricing.ts

.PHONY: import-year
import-year: $(BUILT) ## a year of a pizza place through posctl, compared to the cent
	@$(TSX) test/scenarios/pizza-year/run.ts $(FLAGS)

.PHONY: faults
faults: $(BUILT) ## kill -9 of service and database during sales; SEED=… FLAGS='--kills 1000'
	@$(TSX) test/faults/run.ts $(FLAGS)

.PHONY: payments-faults
payments-faults: $(INSTALLED) ## processes that die around calls to a payment provider; KILL_SCHEDULES=1000 SEED=1
	@KILL_SCHEDULES=$(or $(KILL_SCHEDULES),1000) SEED=$(or $(SEED),1) \
	  $(BIN)/jest test/scenarios/payments/kill-schedules --selectProjects integration $(JEST_FLAGS)

.PHONY: faults-events
faults-events: $(BUILT) ## the same for events: Kafka, Redis, dispatchers; FLAGS='--kills 400 --cuts 5000'
	@$(TSX) test/faults/events/run.ts $(FLAGS)

.PHONY: fuzz
fuzz: $(BUILT) ## requests generated from the contract plus raw bytes; SEED=… FLAGS='--requests 150000'
	@$(TSX) test/fuzz/run.ts $(FLAGS)

.PHONY: oracle
oracle: $(INSTALLED) ## the pricing engine against exact fractions; SEED=… FLAGS='--baskets 1000000'
	@$(TSX) test/oracle/run.ts $(FLAGS)

.PHONY: image
image: ## container image
	@docker build --tag $(IMAGE) .

.PHONY: clean-data
clean-data: ## delete .data with the embedded database (stop the demo first)
	@if [ -s .data/postgres/postmaster.pid ] && kill -0 "$$(head -1 .data/postgres/postmaster.pid)" 2>/dev/null; \
	then echo 'The embedded PostgreSQL is running: stop `make demo` first.' >&2; exit 1; fi
	@rm -rf .data
	$(call say,.data is gone)
