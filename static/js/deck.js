// The page as slides: start.js brings this in when the address ends in #slides or names a slide, #s3 or #s3.1 (one point
// of it shown). Nothing is copied or moved: the block that is a slide is laid over the window where it stands, all else is
// hidden, and with Back the page is as it was.
//
// What is shown, and what the clock needs, is one small object, `state`. It goes to the trainer's other window and comes
// back from there; the newer one holds. Nothing is stored: the address carries the slide and when the session began
// (#s3.1@1020), so a browser that comes back after a power cut knows both.
(function () {
  'use strict';
  var html = document.documentElement;
  var address = /^#s(lides|\d+)(?:\.(\d+))?(n?)(?:@(\d\d)(\d\d))?$/;
  // the blocks that are slides, as the design lists them; those inside another slide are part of it
  var kinds = '.slide,.activity,.safety,.quiz,.cards>li,.calls,.rates,.terms,.schemes,.timetable';
  var sizes = [1, 0.92, 0.84, 0.76, 0.69, 0.63, 0.57, 0.52, 0.47];
  var slides = [];
  var steps = [];
  var state = { v: 0, n: 0, f: 0, off: '', t: 0, log: [], cut: {}, count: null };
  var listeners = [];
  var words, layer, place, typed = '', lock, channel, other, fresh = false;

  // plain state ----------------------------------------------------------------------------------------------------

  function t(key, a, b) {
    var form = words[key];
    if (form.other) form = form[new Intl.PluralRules(html.lang).select(a)] || form.other;
    return form.replace('{n}', num(a)).replace('{1}', a).replace('{2}', b);
  }
  function num(n) { return String(n).replace(/\d/g, function (d) { return words.digits[d]; }); }

  function find() {
    var all = [document.querySelector('.title')].concat(Array.from(document.querySelectorAll('.text :is(' + kinds + ')')));
    slides = all.filter(function (el) {
      var above = el.parentElement.closest('.text :is(' + kinds + '),.notes,.say');
      return !above || el === all[0];
    });
    steps = Array.from(document.querySelectorAll('.text .step'));
  }
  function stepOf(n) { return steps.indexOf(slides[n].closest('.step')); }

  // what comes point by point on a slide: the items of a list that asks for it, the answer of a quiz; one by one and in
  // place of the rest the cards and the safety words in an exercise, and schemes, of which the first stands there
  function points(n) {
    var el = slides[n], pick = el.matches('.points') ? 'li' : el.matches('.activity') ? '.cards>li,.safety' : el.matches('.quiz') ? 'details' : '.scheme+.scheme';
    return Array.from(el.querySelectorAll(pick));
  }
  function point(n, f) {
    var el = slides[n], list = points(n), alone = el.matches('.activity,.schemes');
    el.classList.toggle('part', alone && f > 0);
    list.forEach(function (p, i) {
      if (p.matches('details')) p.open = i < f;
      else p.classList.toggle(alone ? 'shown' : 'later', alone ? i + 1 === f : i >= f);
    });
    return fit(el);
  }

  // change sets some of the state, here and in the other window.
  function change(some) {
    Object.assign(state, some);
    state.v = Math.max(state.v + 1, Date.now());
    if (html.dataset.slides !== 'desk') state.of = slides.length;
    fresh = false;
    show();
    tell({ state: state });
  }
  function go(n, f) {
    n = Math.max(0, Math.min(n, slides.length - 1));
    var some = { n: n, f: Math.min(f || 0, points(n).length), off: '' };
    if (n && !state.t) some.t = Date.now();
    if (n !== state.n || !state.log.length) {
      var last = state.log[state.log.length - 1];
      if (n && (!last || last[0] !== stepOf(n))) some.log = state.log.concat([[stepOf(n), Date.now()]]);
    }
    change(some);
  }
  function next() {
    if (state.f < points(state.n).length) go(state.n, state.f + 1);
    else skip();
  }
  function skip() {
    for (var n = state.n + 1; state.cut[n] === 'out'; n++);
    if (n < slides.length) go(n);
  }
  function back() {
    if (state.f) return go(state.n, state.f - 1);
    for (var n = state.n - 1; n > 0 && state.cut[n] === 'out'; n--);
    if (n >= 0) go(n, Infinity);
  }

  // the wall -------------------------------------------------------------------------------------------------------

  function show() {
    listeners.forEach(function (f) { f(state); });
    if (html.dataset.slides === 'desk') return void history.replaceState(history.state, '', hash('n'));
    slides.forEach(function (el, n) { el.classList.toggle('on', n === state.n); });
    html.dataset.slides = state.off || 'on';
    var el = slides[state.n];
    layer.classList.toggle('cover', !state.n);
    place.querySelector('b').textContent = num(state.n + 1) + ' / ' + num(slides.length);
    place.querySelector('span').textContent = state.n ? document.querySelector('h1').textContent : '';
    el.tabIndex = -1;
    el.focus({ preventScroll: true });
    point(state.n, state.f);
    history.replaceState(history.state, '', hash());
  }
  function hash(n) {
    var at = state.t ? '@' + new Date(state.t).toTimeString().slice(0, 5).replace(':', '') : '';
    return '#s' + (state.n + 1) + (state.f || n ? '.' + state.f : '') + (n || '') + at;
  }

  // fit steps the type down until all of a slide is seen, then tries two columns; false: it is too full even so.
  function fit(el) {
    return ['', 'dense'].some(function (dense) {
      el.classList.toggle('dense', !!dense);
      return sizes.some(function (size) {
        el.style.setProperty('--fit', size);
        return el.scrollHeight <= el.clientHeight + 1 && el.scrollWidth <= el.clientWidth + 1;
      });
    });
  }
  // full lists the slides that are too full in this window, by number; check --browser asks for it.
  function full() {
    var list = slides.map(function (el, n) {
      slides.forEach(function (s) { s.classList.toggle('on', s === el); });
      for (var f = points(n).length, fits = true; f >= 0; f--) fits = point(n, f) && fits;
      return fits ? 0 : n + 1;
    });
    show();
    return list.filter(Boolean);
  }

  // frame is a slide made small, for the overview and the trainer's window.
  function frame(n) {
    var box = make('div', 'frame'), el = slides[n].cloneNode(true);
    el.querySelectorAll('[id]').forEach(function (x) { x.removeAttribute('id'); });
    el.removeAttribute('id');
    el.classList.remove('on');
    el.inert = true;
    box.lang = slides[n].closest('[lang]').lang;
    box.dir = slides[n].closest('[dir]').dir;
    box.append(el);
    return box;
  }

  function make(tag, name, text) {
    var el = document.createElement(tag);
    if (name) el.className = name;
    if (text) el.textContent = text;
    return el;
  }
  function button(text, act, name) {
    var b = make('button', name, text);
    b.type = 'button';
    b.onclick = act;
    return b;
  }

  // panel lays something over the slides: the overview, the keys, a question. A second call closes it.
  function panel(title, fill) {
    var open = layer.querySelector('dialog');
    if (open) open.close();
    if (open && open.title === title) return null;
    var box = make('dialog', 'panel');
    box.title = title;
    box.append(make('h2', '', title));
    fill(box);
    box.append(button(words.close, function () { box.close(); }, 'btn'));
    box.onclose = function () { box.remove(); slides[state.n].focus(); };
    layer.append(box);
    box.showModal();
    box.scrollTop = 0; // the browser scrolls to the button that has the focus; the title comes first
    return box;
  }
  function overview() {
    panel(words.overview, function (box) {
      var list = make('ol', 'all');
      slides.forEach(function (el, n) {
        var item = make('li', state.cut[n] === 'out' ? 'out' : ''), b = button('', function () { box.close(); go(n); });
        b.setAttribute('aria-label', t('slide', n + 1));
        if (n === state.n) b.setAttribute('aria-current', 'true');
        b.append(frame(n));
        item.append(b);
        list.append(item);
      });
      box.append(list);
    });
  }
  function help() {
    panel(words.keys, function (box) {
      var list = make('dl', 'help');
      [['→ PgDn ' + words.space, 'next'], ['← ↑ PgUp', 'back'], ['↓', 'skip'], ['Home  End', 'ends_of'], [words.jump, 'to'], ['B  .', 'black'],
        ['W  ,', 'white'], ['O', 'overview'], ['F', 'full'], ['S', 'notes'], ['T', 'count'], ['?', 'keys'], ['Esc', 'leave']].forEach(function (row) {
        var div = make('div');
        div.append(make('dt', '', row[0]), make('dd', '', words[row[1]]));
        list.append(div);
      });
      box.append(list);
    });
  }

  // keys, clickers, fingers ----------------------------------------------------------------------------------------

  var keys = {
    ArrowDown: skip, PageDown: next, ' ': next, n: next, N: next, Enter: next,
    ArrowUp: back, PageUp: back, p: back, P: back, Backspace: back,
    Home: function () { go(0); }, End: function () { go(slides.length - 1); },
    b: off('black'), B: off('black'), '.': off('black'), w: off('white'), W: off('white'), ',': off('white'),
    f: screen, F: screen, o: overview, O: overview, '?': help, h: help, H: help, s: desk, S: desk,
    t: function () { act('clock', 'count'); }, T: function () { act('clock', 'count'); },
    Escape: leave,
  };
  function off(colour) { return function () { change({ off: state.off === colour ? '' : colour }); }; }
  function act(script, name) { psv.use(script, function (api) { api[name](); }); }
  function desk() { act('desk', 'open'); }
  function screen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (html.requestFullscreen) html.requestFullscreen().catch(function () {});
  }
  function key(e) {
    var at = e.target;
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
    if (at.closest('dialog') && e.key !== 'PageDown' && e.key !== 'PageUp' && !/^[a-z?]$/i.test(e.key)) return;
    if (/^(BUTTON|A|SUMMARY)$/.test(at.tagName) && (e.key === 'Enter' || e.key === ' ')) return;
    if (/^\d$/.test(e.key)) return void (typed = (typed + e.key).slice(-3));
    var to = typed, rtl = html.dir === 'rtl' ? -1 : 1, side = { ArrowRight: rtl, ArrowLeft: -rtl }[e.key];
    var todo = side ? (side > 0 ? next : back) : e.key === ' ' && e.shiftKey ? back : keys[e.key];
    typed = '';
    if (!todo) return;
    e.preventDefault();
    if (to && e.key === 'Enter') return go(to - 1);
    todo();
  }
  var touch;
  function down(e) { touch = e.touches.length === 1 && !e.target.closest('dialog,button,a,summary,.sheet') ? e.touches[0] : null; }
  function up(e) {
    if (!touch) return;
    var x = e.changedTouches[0].clientX - touch.clientX, y = e.changedTouches[0].clientY - touch.clientY;
    if (Math.abs(x) < 40 || Math.abs(x) < 2 * Math.abs(y)) return;
    ((html.dir === 'rtl' ? x > 0 : x < 0) ? next : back)();
  }

  // two windows ----------------------------------------------------------------------------------------------------

  // The channel is shared by every file of the disk, and by messages of the window that opened this one: what is not of
  // our form, or of another page, is not looked at. Languages of a page share a room: #/gu/training/x and #/en/training/x.
  // A single file says which page it is.
  var mark = document.getElementById('slides');
  var room = mark && mark.dataset.path ? mark.dataset.path + '.html' : location.pathname.slice(new URL(psv.root || '.', location.href).pathname.length).replace(/^[^/]+\//, '');
  function tell(message) {
    message.psv = room;
    if (channel) channel.postMessage(message);
    [window.opener, other].forEach(function (w) { if (w && !w.closed) w.postMessage(message, '*'); });
  }
  function hear(e) {
    var m = e.data, s = m && m.state;
    if (!m || m.psv !== room) return;
    if (m.hello && state.v) tell({ state: state });
    if (!s || typeof s.v !== 'number' || typeof s.n !== 'number' || !Array.isArray(s.log) || s.v <= state.v) return;
    state = Object.assign({}, state, s, { n: Math.min(s.n, slides.length - 1) });
    fresh = false;
    show();
  }

  // beginning and end ----------------------------------------------------------------------------------------------

  function start() {
    var at = address.exec(location.hash);
    if (!at) return stop();
    psv.use('room.' + html.lang, function (data) {
      words = data.words;
      if (!html.dataset.slides) begin(at);
      else if (at[1] !== 'lides' && (+at[1] !== state.n + 1 || +(at[2] || 0) !== state.f)) go(at[1] - 1, +at[2]);
    });
  }
  function begin(at) {
    find();
    style();
    html.dataset.slides = at[3] ? 'desk' : 'on';
    state = { v: 0, n: Math.max(0, Math.min((+at[1] || 1) - 1, slides.length - 1)), f: +at[2] || 0, off: '', t: 0, log: [], cut: {}, count: null };
    state.f = Math.min(state.f, points(state.n).length);
    fresh = true;
    if (at[4]) state.t = today(at[4] * 60 + +at[5]);
    layer = make('div', 'layer');
    layer.id = 'page.deck';
    place = make('nav', 'place');
    place.setAttribute('aria-label', words.slides);
    place.append(make('span'), button('‹', back), make('b'), button('›', next), button('?', help));
    place.children[1].setAttribute('aria-label', words.back);
    place.children[3].setAttribute('aria-label', words.next);
    place.children[4].setAttribute('aria-label', words.keys);
    place.append(button(words.notes, desk, 'only-touch'));
    var ring = document.querySelector('.home svg');
    if (ring) layer.append(ring.cloneNode(true));
    layer.append(place);
    document.body.append(layer);
    addEventListener('keydown', key);
    addEventListener('touchstart', down, { passive: true });
    addEventListener('touchend', up);
    addEventListener('resize', refit);
    addEventListener('message', hear);
    document.addEventListener('visibilitychange', wake);
    if (window.BroadcastChannel) {
      channel = new BroadcastChannel('psvsite');
      channel.onmessage = hear;
    }
    wake();
    show();
    tell({ hello: 1 });
    psv.use(at[3] ? 'desk' : 'clock', function (api) { api.start(); });
  }
  // style brings the styles in, once; in a single file they stand in the page.
  function style() {
    if (!psv.root || document.querySelector('link[href$="/deck.css"]')) return;
    var link = make('link');
    link.rel = 'stylesheet';
    link.href = psv.root + 'css/deck.css';
    link.onload = function () { if (layer) show(); };
    document.head.append(link);
  }
  function refit() { if (html.dataset.slides !== 'desk') fit(slides[state.n]); }
  function wake() {
    if (!navigator.wakeLock || document.hidden) return;
    navigator.wakeLock.request('screen').then(function (l) {
      if (layer.isConnected) lock = l; else l.release(); // it may come when the slides have ended
    }, function () {});
  }
  // today is the moment of a time of day, in minutes; 0 when that is to come or half a day ago: another day's.
  function today(minutes) {
    var at = new Date().setHours(0, minutes, 0, 0), ago = Date.now() - at;
    return ago > -60000 && ago < 43200000 ? at : 0;
  }

  // leave goes back to the page, to where the slide stands in it.
  function leave() {
    if (document.querySelector('.layer dialog')) return;
    var el = slides[state.n];
    history.replaceState(history.state, '', location.pathname + location.search);
    stop();
    el.scrollIntoView({ block: 'center' });
  }
  function stop() {
    if (!html.dataset.slides) return;
    delete html.dataset.slides;
    slides.forEach(function (el) {
      el.classList.remove('on', 'dense', 'part');
      el.style.removeProperty('--fit');
      el.removeAttribute('tabindex');
      el.querySelectorAll('.later,.shown').forEach(function (p) { p.classList.remove('later', 'shown'); });
    });
    layer.remove();
    listeners = [];
    removeEventListener('keydown', key);
    removeEventListener('touchstart', down);
    removeEventListener('touchend', up);
    removeEventListener('resize', refit);
    removeEventListener('message', hear);
    document.removeEventListener('visibilitychange', wake);
    if (channel) channel.close();
    if (lock) lock.release();
    channel = lock = null;
  }

  psv.offer('deck', {
    start: start, next: next, back: back, go: go, change: change, frame: frame, full: full, panel: panel, make: make, button: button,
    t: t, num: num, hash: hash, stepOf: stepOf, fit: fit, today: today, room: room, key: key,
    get state() { return state; }, get slides() { return slides; }, get steps() { return steps; }, get words() { return words; },
    get layer() { return layer; }, get fresh() { return fresh; }, set other(w) { other = w; },
    listen: function (f) { listeners.push(f); f(state); },
  });
})();
