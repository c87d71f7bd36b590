# Barline. `make run` is all that a first look needs: Go and make.

PORT ?= 8080
STORY ?=
GO ?= go

story_or_default := $(if $(STORY),$(STORY),data/stories/witkoff-putin-2025.yaml)

.PHONY: run demo desktop window build desk engine engine-plain packed tool release test deps bench gallery clean

# The published page of the built-in story, or of STORY=path, on this machine.
run: tool
	@bin/barline serve $(story_or_default) --addr 127.0.0.1:$(PORT)

# An article with the story in it four times: by script, told by scrolling, in a
# frame, in a sandbox.
demo: engine
	@$(GO) run ./cmd/demo -addr 127.0.0.1:$(PORT)

# The same story in a window of its own.
desktop: window
	bin/barline-window $(if $(STORY),"$(STORY)")

# bin/barline-window. It holds the engine, with which it shows its story as a page.
window: engine
	@GO="$(GO)" scripts/window.sh

# dist/ and dist-desk/ for any web server, bin/barline, and bin/barline-window where it can
# be built.
build: packed
	@if command -v npm >/dev/null || [ -d publish/desk/files ]; then $(MAKE) --no-print-directory desk; \
	else echo "npm is not installed: dist-desk/ is left out, and so is the desk in bin/barline" >&2; fi
	CGO_ENABLED=0 $(GO) build -trimpath -o bin/barline ./cmd/barline
	bin/barline build $(story_or_default) -o dist
	@if [ -d publish/desk/files ]; then bin/barline desk -o dist-desk; fi
	@GO="$(GO)" scripts/window.sh --if-possible

# The desk, a page in which stories are made, with its worker; it needs npm. Programs
# that are built afterwards have it in them.
desk: $(if $(wildcard publish/engine/engine.wasm),,engine)
	$(GO) run ./internal/deskbuild

# The viewer for the browser, built with a leaner copy of Ebitengine (see
# internal/lean). The same bytes wherever and whenever it is built: no path, no
# commit. The loader must be the compiling toolchain's own.
engine:
	$(GO) run ./internal/lean -o .build
	GOOS=js GOARCH=wasm $(GO) build -mod=readonly -modfile=.build/lean.mod -tags=lean -trimpath -buildvcs=false -ldflags="-s -w" -o publish/engine/engine.wasm .
	cp "$$($(GO) env GOROOT)/lib/wasm/wasm_exec.js" publish/engine/wasm_exec.js
	cp publish/engine/wasm_exec.js wasm_exec.js
	$(GO) run ./internal/licences -modfile .build/lean.mod -o publish/engine/licenses.txt

# The viewer with Ebitengine and go-text as they are published, to see whether what
# the lean copies leave out is missed; a browser test runs the page with it.
engine-plain:
	GOOS=js GOARCH=wasm $(GO) build -trimpath -buildvcs=false -ldflags="-s -w" -o .build/plain.wasm .

# The engine compressed as far as it goes: half a minute, once per engine.
# Without it the tool compresses quickly, which serves to look at a story.
packed: engine
	$(GO) run ./cmd/pack publish/engine/engine.wasm

# The newsroom's tool; it needs neither cgo nor a display.
tool: engine
	CGO_ENABLED=0 $(GO) build -trimpath -o bin/barline ./cmd/barline

# release/: the tool for six platforms, the window where it can be built here, a package
# for Debian, what is in each, and sums; the same bytes whenever and wherever
# (internal/release, docs/install.md).
release: packed
	$(GO) -C internal/release run . -root ../.. -o ../../release

# Everything that must hold; installs what the tests need where it is missing.
test:
	scripts/test.sh

# What the tests need beside Go and make, by the system's package manager.
deps:
	scripts/test-deps.sh

# docs/gallery.html: the pictures of every kind of story, to look through.
gallery:
	@$(GO) run ./cmd/gallery

bench: build
	scripts/bench.sh

clean:
	rm -rf .build bin dist dist-desk release test-output publish/desk/files publish/engine/engine.wasm* publish/engine/wasm_exec.js publish/engine/licenses.txt wasm_exec.js
