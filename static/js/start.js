// The one script that pages load by themselves. It knows where the site's root is, brings in the other scripts when a
// reader first needs them, and shows what a copy past its day has to say.
//
// Scripts are classic and take no part of each other's scope, since modules do not load over file://. One that others
// may need offers what it can do, psv.offer('deck', {start: …}), and is asked for by name, psv.use('deck', fn): in
// a single file it stands in the page, packed if it is for slides; elsewhere it comes from js/NAME.js.
(function () {
  'use strict';
  var offered = {};
  var waiting = {};

  window.psv = {
    root: document.currentScript.src.replace(/js\/start\.js$/, ''), // empty where it stands in the page
    offer: function (name, api) {
      offered[name] = api;
      (waiting[name] || []).splice(0).forEach(function (fn) { fn(api); });
    },
    use: function (name, fn) {
      if (offered[name]) return fn(offered[name]);
      if (!waiting[name]) queueMicrotask(function () { offered[name] || psv.load(name); }); // a single file sets its own way first
      waiting[name] = (waiting[name] || []).concat(fn || []);
    },
    load: function (name) {
      var script = document.createElement('script');
      script.src = psv.root + 'js/' + name + '.js';
      script.onerror = function () { delete waiting[name]; };
      document.head.append(script);
    },
  };

  // Buttons that need a script are hidden until it is known that scripts run.
  document.querySelectorAll('[data-use]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      psv.use(button.dataset.use, function (api) { api.start(button); });
    });
  });

  if (document.querySelector('.leave')) psv.use('leave');

  // What a copy says once its day is past stands hidden in the page: only the reader's own clock knows when.
  document.querySelectorAll('[data-until]').forEach(function (el) {
    el.hidden = Date.now() - Date.parse(el.dataset.until) < 864e5;
  });

  // Who keeps the site on the phone has a cache of that name, from the worker; the page about keeping has the panel.
  if (document.getElementById('page.keep')) psv.use('keep');
  else if (/^http/.test(location.protocol) && window.caches) caches.has('psv ' + psv.root).then(function (kept) {
    if (kept) psv.use('offline');
  });

  // A page with slides shows the way to them, and brings the deck in when its address names a slide.
  var slides = document.getElementById('slides');
  function deck() {
    if (document.documentElement.dataset.slides || /^#s(lides|\d)/.test(location.hash)) psv.use('deck', function (d) { d.start(); });
  }
  if (slides) {
    slides.hidden = false;
    addEventListener('hashchange', deck);
    deck();
  }
})();
