# psvsite: `make` builds the site, `make test` runs every check. See README.md.
GO      ?= go
BIN     := $(CURDIR)/.bin
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)
LDFLAGS := -s -w -X main.version=$(VERSION)
HUGO    := github.com/gohugoio/hugo@v0.165.0

.PHONY: build serve test check race update bench pdf shots release tools browser edits fuzz clean

build:
	$(GO) run ./generator build

serve:
	$(GO) run ./generator serve

# test runs every test; the browser tests need Debian's chromium, which is installed when it is missing.
test: browser
	$(GO) vet ./...
	$(GO) test -timeout 30m ./...
	$(GO) run ./generator build --quiet --out .cache/site

# check is what every change must pass besides test: format, linters, races.
check: tools
	@test -z "$$($(BIN)/gofumpt -l embed.go generator)" || { $(BIN)/gofumpt -d embed.go generator; exit 1; }
	$(BIN)/staticcheck ./...

# race tests what can race: the packages that hold goroutines together. The others start none.
RACY = $(shell $(GO) list -f '{{range .Imports}}{{if eq . "sync" "sync/atomic"}}{{$$.ImportPath}} {{end}}{{end}}' ./generator/internal/...)
race:
	$(GO) test -race -timeout 30m $(RACY)

tools: $(BIN)/gofumpt $(BIN)/staticcheck

$(BIN)/gofumpt:
	GOBIN=$(BIN) $(GO) install mvdan.cc/gofumpt@v0.12.0

$(BIN)/staticcheck:
	GOBIN=$(BIN) $(GO) install honnef.co/go/tools/cmd/staticcheck@v0.8.2

$(BIN)/hugo:
	GOBIN=$(BIN) $(GO) install $(HUGO)

# browser makes sure of a Chromium and of the fonts the site's scripts need.
browser:
	@sh generator/browser.sh

update:
	UPDATE=1 $(GO) test ./generator ./generator/internal/...

# bench builds 3,000 pages with psvsite, Hugo and a bare loop in turn, edits one under both servers, and prints ratios.
bench: $(BIN)/hugo
	$(GO) run ./generator/bench -hugo $(BIN)/hugo -max-user 0.6 -max-unchanged 0.05 -max-reload 0.1 all

# pdf prints every page that is meant for paper, in all languages, to pdf/, and reads each back: fonts, tags, words.
pdf: browser
	$(GO) run ./generator pdf
	PDFS=$(CURDIR)/pdf $(GO) test ./generator -run '^TestPDF$$' -count 1 -v

# shots takes pictures of every page type, to be looked at: .cache/shots/.
shots: browser
	$(GO) run ./generator/shots

# edits holds translations against 30,000 random sets of edits of their sources, and prints what it found; `make test`
# makes 3,000.
edits:
	EDITS=30000 STREAM=6 $(GO) test ./generator/internal/translation -run TestRandomEdits -count 1 -v

fuzz:
	$(GO) test ./generator/internal/markup -run '^$$' -fuzz FuzzParse -fuzztime 60s
	$(GO) test ./generator/internal/markup -run '^$$' -fuzz FuzzAttributes -fuzztime 60s

# release writes a program for each system to dist/.
TARGETS := linux-amd64 linux-arm64 windows-amd64 darwin-amd64 darwin-arm64 android-arm64
release: $(TARGETS:%=release-%)

release-%:
	CGO_ENABLED=0 GOOS=$(word 1,$(subst -, ,$*)) GOARCH=$(word 2,$(subst -, ,$*)) $(GO) build -trimpath -ldflags '$(LDFLAGS)' \
		-o dist/psvsite-$*$(if $(findstring windows,$*),.exe) ./generator

clean:
	rm -rf .bin .cache dist pdf public public.lock
