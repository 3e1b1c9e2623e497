#!/bin/sh
# Makes sure of what the tests need that the Go tool does not bring: Chromium, fonts for Gujarati and Devanagari,
# axe-core, GNU gettext, which the translators' files are held against, and poppler, which reads PDFs.
# Where apt-get works it installs them; elsewhere it says what to install.
set -eu
have() { command -v "$1" >/dev/null 2>&1; }
here=$(dirname "$0")
packages="chromium fonts-noto-core fontconfig gettext poppler-utils"
missing=""
if [ -z "${CHROME_PATH:-}" ] && ! have chromium; then missing="$missing chromium"; fi
if ! have fc-list || [ -z "$(fc-list :lang=gu family 2>/dev/null)" ] || [ -z "$(fc-list :lang=hi family 2>/dev/null)" ]; then missing="$missing fonts"; fi
if ! have msgfmt; then missing="$missing gettext"; fi
if ! have pdftotext; then missing="$missing poppler"; fi
if ! have npm; then missing="$missing npm" packages="$packages npm"; fi
if [ -n "$missing" ]; then
	if ! have apt-get || [ "$(id -u)" != 0 ]; then
		echo "the tests need more ($missing ): sudo apt-get install $packages" >&2
		echo "or set CHROME_PATH to a Chromium you have" >&2
		exit 1
	fi
	echo "installing what the tests need:$missing"
	apt-get update -qq
	# shellcheck disable=SC2086 # a list of packages
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
fi
if [ ! -f "$here/browsertest/node_modules/axe-core/axe.min.js" ]; then
	(cd "$here/browsertest" && npm ci --ignore-scripts --no-audit --no-fund --silent)
fi
