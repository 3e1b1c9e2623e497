// The panel on the page about keeping the site: what to keep, how far it is, to check, renew and delete it.
(function () {
  'use strict';
  var root = psv.root;
  var panel = document.getElementById('page.keep');
  var lang = document.documentElement.lang;

  function part(name) { return panel.querySelector('[data-keep=' + name + ']'); }
  function only(name) {
    ['plain', 'file', 'panel'].forEach(function (other) { part(other).hidden = other !== name; });
  }
  if (location.protocol === 'file:' || location.protocol === 'content:') return only('file');
  if (!navigator.serviceWorker || !window.caches) return;
  only('panel');

  // The site can be put on the home screen from here; over file:// a manifest would only be refused.
  var manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = root + 'manifest.webmanifest';
  document.head.append(manifest);

  psv.use('offline', function (offline) {
    var boxes = Array.from(panel.querySelectorAll('[name=keep]'));
    var bar = panel.querySelector('progress');
    var registration;

    // say shows one of the sentences of the page, with numbers put in.
    function say(name, values) {
      panel.querySelectorAll('[data-say]').forEach(function (p) {
        p.hidden = p.dataset.say !== name;
        if (p.hidden) return;
        p.text = p.text || p.textContent;
        p.textContent = p.text.replace(/{(\w+)}/g, function (all, key) { return values[key]; });
      });
    }

    // choice is what was chosen before; none when nothing is kept.
    function choice() {
      return caches.match(root + 'keep', { cacheName: offline.name })
        .then(function (kept) { return kept && kept.json(); })
        .then(function (kept) { return kept && kept.groups; });
    }
    function choose() {
      var groups = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
      return caches.open(offline.name).then(function (cache) {
        return cache.put(root + 'keep', new Response(JSON.stringify({ groups: groups, asked: Date.now() })));
      });
    }
    function ask(message) { if (registration && registration.active) registration.active.postMessage(message); }
    function progress(state) {
      bar.hidden = state.end;
      bar.value = state.total ? state.done / state.total : 0;
    }

    // count says how much of the version is here.
    function count(list, name) {
      var total = 0;
      var sizes = [];
      return choice().then(function (groups) {
        groups.concat('').forEach(function (group) { total += list.groups[group] ? list.groups[group].split(',').length : 0; });
        return caches.open(name);
      }).then(function (cache) {
        return cache.keys().then(function (keys) {
          return Promise.all(keys.map(function (key) {
            return cache.match(key).then(function (kept) { return kept.blob(); }).then(function (blob) { sizes.push(blob.size); });
          }));
        });
      }).then(function () {
        say(sizes.length < total ? 'part' : 'whole', {
          done: sizes.length, total: total, version: list.version,
          size: (sizes.reduce(function (sum, size) { return sum + size; }, 0) / 1e6).toFixed(1),
          date: new Date(list.date).toLocaleDateString(lang, { dateStyle: 'long' }),
        });
      });
    }

    function found(r) {
      if (registration !== r && r) offline.watch(r);
      registration = r;
      part('more').hidden = !r;
      ask('state');
      return r;
    }

    navigator.serviceWorker.addEventListener('message', function (e) {
      var state = e.data;
      if (state.list && registration && e.source === registration.active) {
        count(state.list, state.cache).catch(function () {});
      } else if (state.total) {
        progress(state);
        if (!state.end) say('going', state);
        else if (state.damaged) {
          say('damaged', state);
          if (registration) offline.look(registration); // or is there a newer version, with other files?
        }
        else if (state.done < state.total) say('part', state);
        else ask('state');
      }
    });

    var does = {
      keep: function () {
        if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
        return choose().then(function () {
          if (registration) return ask('fill');
          return offline.register().then(function (r) {
            var worker = r.installing;
            if (worker) return worker.addEventListener('statechange', function () { if (worker.state === 'activated') found(r); });
            found(r); // deleted just now, but this tab still holds it
            ask('fill');
          });
        });
      },
      check: function () { ask('check'); },
      update: function () {
        return choose().then(function () { return offline.look(registration); }).then(function (r) {
          if (!r.installing && !r.waiting) say('newest');
        });
      },
      delete: function () {
        localStorage.removeItem(offline.name);
        return registration.unregister().then(function () { return caches.keys(); }).then(function (names) {
          return Promise.all(names.map(function (name) {
            return (name === offline.name || name.startsWith(offline.name + ' ')) && caches.delete(name);
          }));
        }).then(function () {
          found(undefined);
          say('gone');
        });
      },
    };
    panel.addEventListener('click', function (e) {
      var button = e.target.closest('[data-do]');
      if (!button) return;
      Promise.resolve(does[button.dataset.do]()).catch(function () { say('failed'); });
    });

    // What was chosen before is ticked again.
    choice().then(function (groups) {
      if (groups) boxes.forEach(function (box) { box.checked = groups.includes(box.value); });
      return navigator.serviceWorker.getRegistration(root).then(function (r) {
        if (r && r.scope === root && r.active) found(r);
        else if (groups && !(navigator.connection && navigator.connection.saveData)) return does.keep();
      });
    }).catch(function () {});
    if (navigator.connection && navigator.connection.saveData) say('saver');
  });
})();
