// What a file with many pages needs besides the scripts of the site, which take the document as one page.
(function () {
  'use strict';
  var pages = Array.from(document.querySelectorAll('.p'));
  var end = document.querySelector('.end');
  var name = 'psv page'; // in the tab's memory: whose slides are shown, also for the trainer's window
  function of(id) {
    var part = document.getElementById(id);
    return part && part.closest('.p');
  }

  // The page that is shown, and where the address leads. While slides are on, the address counts them, and their page stays.
  function show(page) {
    pages.forEach(function (p) { p.classList.toggle('shown', p === page); });
    document.documentElement.classList.add('one');
  }
  function go() {
    var id = decodeURIComponent(location.hash.slice(1));
    if (slides() && document.documentElement.classList.contains('one')) return;
    show(of(id) || pages[0]);
    (document.getElementById(id) || pages[0]).scrollIntoView();
  }

  // What only slides need is packed. A browser that cannot unpack it (Chrome before 80) shows no way to slides.
  var packed = document.getElementById('packed');
  function unpack(text) { // Ascii85, with v for <
    var part = text.replace(/v/g, '<').replace(/z/g, '!!!!!'), short = (5 - part.length % 5) % 5, bytes = [];
    part += 'uuuu'.slice(0, short);
    for (var i = 0; i < part.length; i += 5) {
      for (var n = 0, j = i; j < i + 5; j++) n = n * 85 + part.charCodeAt(j) - 33;
      bytes.push(n >>> 24, n >>> 16 & 255, n >>> 8 & 255, n & 255);
    }
    return Uint8Array.from(short ? bytes.slice(0, -short) : bytes);
  }
  psv.load = function () {
    if (!packed) return;
    var bytes = unpack(packed.text);
    packed = null;
    new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text().then(function (html) {
      new DOMParser().parseFromString(html, 'text/html').querySelectorAll('style, script').forEach(function (of) {
        var part = document.createElement(of.localName);
        part.textContent = of.textContent; // the policy knows its sum
        document.head.append(part);
      });
    });
  };

  // The deck of a page: the others are taken out of the document until the slides are over.
  function slides() { return /^#s(lides|\d)/.test(location.hash); }
  function present(page) {
    show(page);
    pages.forEach(function (other) { if (other !== page) other.remove(); });
    try { sessionStorage.setItem(name, page.id); } catch (e) { /* a viewer that keeps nothing */ }
    if (!slides()) location.hash = 'slides';
    psv.use('deck', function (deck) { deck.start(); });
  }
  function restore() {
    var page = document.querySelector('.p');
    if (slides() || document.documentElement.dataset.slides || document.querySelectorAll('.p').length === pages.length) return;
    pages.forEach(function (p) { end.before(p); });
    if (!location.hash) location.replace('#' + page.id);
  }
  document.querySelectorAll('#slides, [id$=".slides"]').forEach(function (way) { way.hidden = !window.DecompressionStream; });
  document.addEventListener('click', function (e) {
    var link = e.target.closest('a[href$=".slides"]');
    if (!link) return;
    e.preventDefault();
    present(of(decodeURIComponent(link.hash.slice(1))));
  });
  new MutationObserver(restore).observe(document.documentElement, { attributeFilter: ['data-slides'] });
  function begin() {
    var id;
    if (document.documentElement.dataset.slides) return;
    try { id = sessionStorage.getItem(name); } catch (e) { /* none */ }
    var page = id && document.getElementById(id) || pages.find(function (p) { return p.querySelector('[id$=".slides"]'); });
    if (slides() && page) present(page);
  }
  addEventListener('hashchange', begin);
  begin();

  // Which page holds the part that an address names is told by style alone where no scripts run. The style looks through
  // every page at each jump, and old browsers (Chrome before 105) do not know it: a script takes its place.
  Array.from(document.styleSheets).forEach(function (sheet) {
    for (var i = sheet.cssRules.length - 1; i >= 0; i--) if (sheet.cssRules[i].conditionText === 'selector(:has(*))') sheet.deleteRule(i);
  });
  addEventListener('hashchange', go);
  go();
})();
