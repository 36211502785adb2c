# The front door. `make` alone says what there is.
SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

BIN := node_modules/.bin
TSX := node --import tsx
INSTALLED := node_modules/.package-lock.json
BUILT := dist/.built
TILL := dist/web/till/service-worker.js
SOURCES := $(shell find src -name '*.ts' ! -name '*.test.ts' ! -name '*.examples.ts' ! -path '*/generated/*' 2>/dev/null)
TILL_SOURCES := $(shell find web sdk/src src/kernel src/modules/*/domain src/modules/*/application -type f ! -name '*.test.ts' ! -name '*.examples.ts' 2>/dev/null)
# What has the DOM's types: linted by itself, for both at once take more memory than Node allows.
CLIENTS := sdk web test/sdk test/browser test/pricing-equality test/offline-sim test/hub
IMAGE ?= pos-service:dev
JEST_FLAGS ?=
COMMA := ,
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
build: $(BUILT) $(TILL) ## compiled service and till in dist/

$(BUILT): $(INSTALLED) $(SOURCES) tsoa.json tsconfig.json tsconfig.build.json
	$(call say,building)
	@$(MAKE) generated-code
	@$(BIN)/tsc -p tsconfig.build.json
	@touch $@

$(TILL): $(INSTALLED) $(TILL_SOURCES) package.json
	$(call say,building the till)
	@$(BIN)/vite build -c web/pos/vite.config.mjs --logLevel error
	@touch $@

.PHONY: sdk
sdk: $(INSTALLED) ## the SDK in sdk/dist, held against its size
	$(call say,building the SDK)
	@node tools/build-sdk.mjs
	@node tools/sdk-sizes.mjs

.PHONY: sdk-pack
sdk-pack: sdk ## the SDK as a package that npm installs, in .data/sdk
	@mkdir -p .data/sdk
	@npm pack ./sdk --pack-destination .data/sdk --silent

.PHONY: demo
demo: $(BUILT) $(TILL) ## embedded PostgreSQL, demo tenant, service on port 4100; Ctrl-C stops all
	@exec node dist/main.js demo

.PHONY: run
run: $(BUILT) $(TILL) ## the service, on the database of DATABASE_URL
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
	$(call say,types$(COMMA) import rules$(COMMA) ESLint$(COMMA) Prettier$(COMMA) contracts: two at a time)
	@printf '%s\n' lint-service lint-clients lint-types lint-rest | xargs -P 2 -n 1 $(MAKE)

.PHONY: lint-service lint-clients lint-types lint-rest
lint-service:
	@$(BIN)/eslint . $(addprefix --ignore-pattern ,$(CLIENTS))
lint-clients:
	@$(BIN)/eslint $(CLIENTS)
lint-types: # the tests of clients include the SDK, and with it what it shares with the service
	@$(BIN)/tsc -p tsconfig.json
	@$(BIN)/tsc -p web/tsconfig.json
	@$(BIN)/tsc -p test/tsconfig.clients.json
lint-rest:
	@$(BIN)/depcruise src sdk/src web --config --output-type err
	@$(BIN)/prettier --check --log-level warn .
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
	@$(TSX) tools/generate-sdk-types.ts

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

.PHONY: till-budgets
till-budgets: $(INSTALLED) $(TILL) ## how long a cashier waits in a browser, with 20,000 items, into docs/performance.md
	@$(TSX) test/browser/measure-till.ts

.PHONY: bench-sync
bench-sync: $(INSTALLED) ## what 500 queued sales take to become orders, beside sales online, into docs/performance.md
	@$(TSX) test/sdk/measure-sync.ts

.PHONY: screenshots
screenshots: $(INSTALLED) $(TILL) ## pictures of the till's main states, on the demo's menu, into docs/images
	@$(TSX) test/browser/pictures.ts

.PHONY: bench-z
bench-z: $(BUILT) ## closing a day of 5,000 orders over HTTP, into docs/performance.md
	@$(TSX) bench/z.ts $(FLAGS)

.PHONY: bench-quotes
bench-quotes: $(BUILT) ## a quote over HTTP beside trivial routes, into docs/performance.md
	@$(TSX) bench/quotes.ts $(FLAGS)

.PHONY: bench-door
bench-door: $(BUILT) ## what the door adds to a request, and sales by a session with proofs beside an API key
	@$(TSX) bench/door.ts $(FLAGS)
	@$(TSX) bench/door-sales.ts $(FLAGS)

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

.PHONY: offline-sim
offline-sim: $(BUILT) ## tills for 72 hours without a network; SEED=… FLAGS='--devices 500 --sales 100000 --kills 50'
	@$(TSX) test/offline-sim/run.ts $(FLAGS)

.PHONY: pricing-equality
pricing-equality: $(INSTALLED) ## a till's register against the service; FLAGS='--baskets 100000 --seed 1 --chromium'
	@$(TSX) test/pricing-equality/run.ts $(FLAGS)

.PHONY: image
image: ## container image
	@docker build --tag $(IMAGE) .

.PHONY: clean-data
clean-data: ## delete .data with the embedded database (stop the demo first)
	@if [ -s .data/postgres/postmaster.pid ] && kill -0 "$$(head -1 .data/postgres/postmaster.pid)" 2>/dev/null; \
	then echo 'The embedded PostgreSQL is running: stop `make demo` first.' >&2; exit 1; fi
	@rm -rf .data
	$(call say,.data is gone)
