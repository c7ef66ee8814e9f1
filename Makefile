# Each target works from a fresh clone with a Swift 6.3 toolchain, make, and root or sudo.

SHELL := /bin/bash
SWIFT ?= swift
BINARY := .build/release/tariffwise
FUZZ_BUILD ?= .build/fuzz

# Debian packages the build needs; pkg-config tells SwiftPM where the libraries are.
PACKAGES := libxml2-dev libzip-dev zlib1g-dev coinor-libclp-dev libsqlite3-dev libxlsxwriter-dev pkg-config
# Further ones the tests call: xmllint holds the shipped files against tariff.xsd.
TEST_PACKAGES := $(PACKAGES) libxml2-utils python3

# Spark needs Java; its Python packages live in an environment of their own.
SPARK_PACKAGES := $(PACKAGES) openjdk-17-jre-headless python3-venv procps binutils
SPARK_ENV := .build/spark-env
SPARK := PATH="$(CURDIR)/$(SPARK_ENV)/bin:$$PATH" PYSPARK_PYTHON=$(CURDIR)/$(SPARK_ENV)/bin/python3
PACK := .build/tariffwise.tar.gz

# The standard library of Swift in the program, which starts in half the time, and other libraries
# looked for beside it first, so that it may travel with them.
RELEASE := -c release --product tariffwise --static-swift-stdlib \
  -Xlinker -rpath -Xlinker '$$ORIGIN/../lib' -Xlinker --disable-new-dtags

.PHONY: deps test-deps build demo test fuzz bench pictures lint format record clean \
  spark-env spark-pack spark-demo spark-test spark-bench

define install
	@missing=""; for package in $(1); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q "ok installed" \
	    || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  echo "installing$$missing"; \
	  if [ "$$(id -u)" = 0 ]; then root=""; else root="sudo"; fi; \
	  $$root apt-get update -qq >/dev/null && \
	  DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends \
	    $$missing >/dev/null; fi
endef

deps:
	$(call install,$(PACKAGES))

test-deps:
	$(call install,$(TEST_PACKAGES))

build: deps
	@$(SWIFT) build $(RELEASE)

demo: deps
	@$(SWIFT) build $(RELEASE) >&2
	@$(BINARY) audit samples/titanium-mill

test: test-deps
	$(SWIFT) test

# Ten minutes of libFuzzer on the readers of load files, or FUZZ_SECONDS. Assertions and the bounds
# of unsafe buffers trap in this build too; what breaks a promise is kept in
# $(FUZZ_BUILD)/run/crashes.
fuzz: deps
	@TARIFFWISE_FUZZ=1 $(SWIFT) build -c release --sanitize=fuzzer --product LoadFuzz \
	  -Xswiftc -assert-config -Xswiftc Debug --scratch-path $(FUZZ_BUILD)
	@Tests/Fuzzing/run.sh $(FUZZ_BUILD)/release/LoadFuzz $(FUZZ_BUILD)/run

# The pictures of the READMEs, from the samples.
pictures: build
	@python3 docs/pictures/make.py $(BINARY)

# Beside peers and the fastest there could be, in one run; not part of the tests.
bench: build
	@python3 benchmarks/run.py

spark-env:
	$(call install,$(SPARK_PACKAGES))
	@test -x $(SPARK_ENV)/bin/spark-submit || { \
	  python3 -m venv $(SPARK_ENV) && \
	  $(SPARK_ENV)/bin/pip install --quiet --requirement spark/requirements.txt; }

# The program with the libraries it needs and the tariffs.
spark-pack: build
	@spark/pack.sh $(BINARY) tariffs $(PACK)
	@rm -rf .build/pack && mkdir -p .build/pack && tar -xzf $(PACK) -C .build/pack

spark-demo: spark-env spark-pack
	@$(SPARK) spark-submit --conf spark.log.level=ERROR --master 'local[*]' \
	  --archives $(PACK)#tariffwise spark/screen.py --accounts samples/alloy-segment \
	  --output .build/spark-demo || test $$? = 1
	@head -n 6 .build/spark-demo/screen.csv/part-00000-*

spark-test: spark-env spark-pack
	@$(SPARK) $(SPARK_ENV)/bin/python3 -m unittest discover --start-directory spark --verbose

# What Spark adds to the engine.
spark-bench: spark-env spark-pack
	@$(SPARK) python3 spark/measure.py

lint:
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests && \
	  echo "lint: clean"

format:
	@$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

# Writes the golden outputs anew and fails, so that the difference is looked at.
record: test-deps
	RECORD=1 $(SWIFT) test

clean:
	rm -rf .build
