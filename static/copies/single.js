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

  // The deck of a page: the others are taken out of the document until the slides are over.
  function slides() { return /^#s(lides|\d)/.test(location.hash); }
  function present(page) {
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
  document.querySelectorAll('[id$=".slides"]').forEach(function (way) { way.hidden = false; });
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

  // Browsers that cannot tell by style alone which page holds the part that an address names (Chrome before 105).
  if (CSS.supports('selector(:has(*))')) return;
  function show() {
    var id = decodeURIComponent(location.hash.slice(1));
    var page = of(id) || pages[0];
    document.querySelectorAll('.p.on').forEach(function (other) { other.classList.remove('on'); });
    page.classList.add('on');
    document.documentElement.classList.add('one');
    (document.getElementById(id) || page).scrollIntoView();
  }
  addEventListener('hashchange', show);
  show();
})();
