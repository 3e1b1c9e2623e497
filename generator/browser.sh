#!/bin/sh
# Makes sure of what the tests need that the Go tool does not bring: Chromium, fonts for Gujarati and Devanagari,
# axe-core, and GNU gettext, which the translators' files are held against.
# Where apt-get works it installs them; elsewhere it says what to install.
set -eu
have_browser() { [ -n "${CHROME_PATH:-}" ] || command -v chromium >/dev/null 2>&1; }
have_fonts() { command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=gu family 2>/dev/null)" ] && [ -n "$(fc-list :lang=hi family 2>/dev/null)" ]; }
here=$(dirname "$0")
have_axe() { [ -f "$here/browsertest/node_modules/axe-core/axe.min.js" ]; }
have_gettext() { command -v msgfmt >/dev/null 2>&1; }
if have_browser && have_fonts && have_axe && have_gettext; then exit 0; fi
if ! command -v npm >/dev/null 2>&1; then want="npm"; else want=""; fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
	echo "installing what the tests need"
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core fontconfig gettext $want >/dev/null
elif ! have_browser || ! have_fonts || ! have_gettext || [ -n "$want" ]; then
	echo "the tests need Chromium, the Noto fonts, gettext and npm: sudo apt-get install chromium fonts-noto-core fontconfig gettext npm" >&2
	echo "or set CHROME_PATH to a Chromium you have" >&2
	exit 1
fi
(cd "$here/browsertest" && npm ci --ignore-scripts --no-audit --no-fund --silent)
