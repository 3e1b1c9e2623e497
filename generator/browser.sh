#!/bin/sh
# Makes sure of what the browser tests need: Chromium, and fonts for Gujarati and Devanagari.
# Where apt-get works it installs them; elsewhere it says what to install.
set -eu
have_browser() { [ -n "${CHROME_PATH:-}" ] || command -v chromium >/dev/null 2>&1; }
have_fonts() { command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=gu family 2>/dev/null)" ] && [ -n "$(fc-list :lang=hi family 2>/dev/null)" ]; }
if have_browser && have_fonts; then exit 0; fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
	echo "installing chromium and fonts"
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core fontconfig >/dev/null
else
	echo "the browser tests need Chromium and the Noto fonts: sudo apt-get install chromium fonts-noto-core fontconfig" >&2
	echo "or set CHROME_PATH to a Chromium you have" >&2
	exit 1
fi
