// For readers who keep the site on their phone: looks once a day for a new version, and says when one is ready. The new
// version shows itself at a touch, or when the site is next opened, and never while slides are shown.
(function () {
  'use strict';
  var workers = navigator.serviceWorker;
  var name = 'psv ' + psv.root; // as the worker names the cache of what the reader chose
  var controlled = workers.controller;
  var day = 864e5;
  var bar;

  // A tab that shows slides must neither reload nor be left with another version's files: it says no.
  var talk = new BroadcastChannel(name);
  var refused;
  talk.onmessage = function (e) {
    if (e.data === 'no') refused = true;
    else if (slides()) talk.postMessage('no');
  };

  function slides() { return /^#s(lides|\d)/.test(location.hash); }

  // A browser looks for a new worker by itself only now and then, and not when it is registered again.
  function look(registration) {
    localStorage.setItem(name, Date.now());
    return registration.update();
  }

  function lookDaily(registration) {
    var saver = navigator.connection && navigator.connection.saveData;
    if (!saver && !(Date.now() - localStorage.getItem(name) < day)) look(registration).catch(function () {});
  }

  function paragraph(text) {
    var p = document.createElement('p');
    p.textContent = text;
    return p;
  }

  function show(worker, list) {
    var lang = document.documentElement.lang;
    var say = list.say[lang] || Object.values(list.say)[0];
    var date = new Date(list.date).toLocaleDateString(lang, { dateStyle: 'long' });
    var button = document.createElement('button');
    button.className = 'btn';
    button.textContent = say[1];
    button.onclick = function () {
      refused = false;
      talk.postMessage('may we');
      setTimeout(function () {
        if (refused) bar.append(paragraph(say[2]));
        else worker.postMessage('go');
      }, 300);
    };
    if (bar) bar.remove();
    bar = document.createElement('div');
    bar.className = 'box other';
    bar.setAttribute('role', 'status');
    bar.append(paragraph(say[0].replace('{date}', date)), button);
    document.querySelector('main').prepend(bar);
  }

  function ready(worker) {
    if (slides()) addEventListener('hashchange', function () { ready(worker); }, { once: true });
    else worker.postMessage('state');
  }

  function watch(registration) {
    workers.addEventListener('message', function (e) {
      if (e.data.list && e.source === registration.waiting) show(e.source, e.data.list);
    });
    if (registration.waiting && registration.active) ready(registration.waiting);
    registration.addEventListener('updatefound', function () {
      var worker = registration.installing;
      worker.addEventListener('statechange', function () {
        if (worker.state === 'installed' && registration.active) ready(worker);
      });
    });
    var daily = function () { if (!document.hidden) lookDaily(registration); };
    daily();
    addEventListener('online', daily);
    document.addEventListener('visibilitychange', daily);
  }

  // Every tab of the old version makes room for the new one.
  workers.addEventListener('controllerchange', function () {
    if (!controlled) return;
    if (slides()) addEventListener('hashchange', function () { location.reload(); }, { once: true });
    else location.reload();
  });

  function register() {
    localStorage.setItem(name, Date.now());
    return workers.register(psv.root + 'sw.js', { updateViaCache: 'none' });
  }

  // A first download that was broken off leaves no worker, only the reader's choice: it goes on from where it stopped.
  workers.getRegistration(psv.root).then(function (registration) {
    if (registration && registration.scope === psv.root) watch(registration);
    else if (!document.getElementById('page.keep')) caches.has(name).then(function (chosen) { if (chosen) return register(); }).catch(function () {});
  });

  psv.offer('offline', { name: name, look: look, register: register, watch: watch });
})();
