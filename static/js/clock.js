// The clock against the plan. What it knows: the minutes of the steps, the day of the course plan (both in room.LANG.js),
// and state.log, a list of [step, moment]: which step was begun when, -2 being a pause. All figures follow from these, so
// two windows that share the log show the same, and a step that is gone back to counts again.
(function () {
  'use strict';
  var deck, data, session, day, item, box, ask, ticking;
  var PAUSE = -2, MINUTE = 60000;

  function use(fn) {
    psv.use('deck', function (d) {
      deck = d;
      psv.use('room.' + document.documentElement.lang, function (room) {
        data = room;
        session = room.sessions[path()];
        choose(room.plan);
        fn();
      });
    });
  }
  function path() { return deck.room.replace(/\.html$/, ''); }

  // choose takes the day of a plan on which this session is held, with the moments at which its sessions begin.
  function choose(id) {
    day = item = null;
    data.plans.forEach(function (p) {
      if (p.id === id) p.days.filter(holds).forEach(function (d) {
        var at = d.start;
        day = { title: d.title, items: d.items.map(function (i) { at += i[0]; return { at: at - i[0], session: i[1] }; }) };
        item = day.items.find(function (i) { return i.session === path(); });
      });
    });
  }
  function holds(d) { return d.items.some(function (i) { return i[1] === path(); }); }
  function plans() { return data.plans.filter(function (p) { return p.days.some(holds); }); }

  // cut is how many minutes of the activity on slide n are left out.
  function cut(n) {
    var c = deck.state.cut[n];
    return c === 'out' ? +deck.slides[n].dataset.minutes || 0 : c || 0;
  }
  function minutes(step) {
    return Object.keys(deck.state.cut).reduce(function (sum, n) { return sum - (deck.stepOf(n) === step ? cut(n) : 0); }, session.steps[step]);
  }
  function before(step) { return session.steps.slice(0, Math.max(0, step)).reduce(function (a, b) { return a + b; }, 0); }
  function total() { return before(session.steps.length); }

  // taken is how long the entries of the log with this step lasted, in milliseconds.
  function taken(step, now) {
    var log = deck.state.log;
    return log.reduce(function (sum, e, i) { return sum + (e[0] === step ? (i + 1 < log.length ? log[i + 1][1] : now) - e[1] : 0); }, 0);
  }

  // planned is when the plan of the day has this session begin; without a plan, or at another hour, when it began.
  function planned() {
    var t = deck.state.t, at = item ? new Date(t || Date.now()).setHours(0, item.at, 0, 0) : 0;
    return at && (!t || Math.abs(t - at) < 180 * MINUTE) ? at : t;
  }

  // figures are what the clock shows, in milliseconds. behind is negative when ahead.
  function figures(now) {
    var s = deck.state, last = s.log[s.log.length - 1];
    if (!session || !s.t) return null;
    var step = deck.stepOf(s.n), left = step < 0 ? 0 : minutes(step) * MINUTE - taken(step, now), later = 0;
    for (var k = Math.max(0, step + 1); k < session.steps.length; k++) later += minutes(k) * MINUTE;
    var end = now + Math.max(0, left) + later, plan = planned() + total() * MINUTE;
    return {
      step: step, left: left, session: Math.max(0, left) + later, ends: end, plan: plan, behind: end - plan,
      paused: !!last && last[0] === PAUSE, pause: taken(PAUSE, now),
    };
  }

  // replan is what to leave out or shorten to win minutes back: first what may be left out, as it comes, then up to half
  // of what should be held; in this session, then in the rest of the day. What must be held, breaks and the end stay.
  function replan(need) {
    var out = { here: [], later: [], over: 0 };
    function take(list, priority, minutes, entry) {
      var m = priority === 0 ? minutes : priority === 1 ? Math.min(Math.floor(minutes / 2), need) : 0;
      if (need <= 0 || m <= 0) return;
      need -= m;
      list.push(Object.assign({ minutes: m, out: priority === 0 }, entry));
    }
    [0, 1].forEach(function (priority) {
      deck.slides.forEach(function (el, n) {
        var d = el.dataset;
        if (n > deck.state.n && d.minutes && !deck.state.cut[n] && ['could', 'should'][priority] === d.priority) take(out.here, priority, +d.minutes, { n: n });
      });
    });
    var rest = day ? day.items.slice(day.items.indexOf(item) + 1) : [];
    [0, 1].forEach(function (priority) {
      rest.forEach(function (i) {
        var s = data.sessions[i.session];
        if (s) s.acts.forEach(function (a) { if (a[2] === priority) take(out.later, priority, a[1], { session: s.title, step: a[0] + 1 }); });
      });
    });
    out.over = Math.max(0, need);
    return out;
  }

  function pause() {
    var s = deck.state, last = s.log[s.log.length - 1], now = Date.now(), c = s.count;
    var on = last && last[0] === PAUSE;
    if (c) c = on ? { n: c.n, end: now + c.left, left: 0 } : { n: c.n, end: 0, left: c.end ? c.end - now : c.left };
    deck.change({ log: s.log.concat([[on ? deck.stepOf(s.n) : PAUSE, now]]), count: c });
  }
  function begin() {
    var s = deck.state, now = Date.now();
    deck.change({ t: now, log: [[deck.stepOf(s.n), now]] });
  }

  // the countdown of an activity, large on the wall ----------------------------------------------------------------

  function length(n) { return (+deck.slides[n].dataset.minutes || 0) - (deck.state.cut[n] === 'out' ? 0 : cut(n)); }
  function count() {
    var s = deck.state, c = s.count && s.count.n === s.n ? s.count : null, now = Date.now();
    if (!length(s.n)) return;
    if (!c) c = { n: s.n, end: now + length(s.n) * MINUTE, left: 0 };
    else if (c.end) c = { n: s.n, end: 0, left: c.end - now };
    else c = { n: s.n, end: now + c.left, left: 0 };
    deck.change({ count: c });
  }
  function left(now) {
    var s = deck.state, c = s.count && s.count.n === s.n ? s.count : null;
    return c ? (c.end ? c.end - now : c.left) : length(s.n) * MINUTE;
  }
  function hms(ms) {
    var s = Math.max(0, Math.ceil(ms / 1000));
    return deck.num(Math.floor(s / 60) + ':' + String(s % 60).padStart(2, '0'));
  }
  function hour(ms) { return deck.num(new Date(ms).toTimeString().slice(0, 5)); }

  function tick() {
    if (!deck.layer.isConnected) return void clearInterval(ticking);
    var ms = left(Date.now()), shown = length(deck.state.n) > 0;
    box.hidden = !shown;
    box.textContent = hms(ms);
    box.classList.toggle('over', ms <= 0);
  }

  // after a power cut: where the clock says that people should be, from the plan and the address alone ----------------

  function shouldBe() {
    var s = deck.state, from = s.t || planned(), now = Date.now(), at = stepAt((now - from) / MINUTE), own = deck.stepOf(s.n);
    if (!session || !from || now < from || now > from + (total() + 30) * MINUTE) return;
    if (at <= own) {
      // not a change: what the other window knows, if it answers late, is newer
      if (s.t && !s.log.length) s.log = [[own, from + before(own) * MINUTE]];
      return;
    }
    if (ask) ask.remove();
    ask = deck.make('div', 'ask');
    ask.setAttribute('role', 'status');
    var h = deck.steps[at].querySelector('h2').lastChild;
    ask.append(deck.make('p', '', deck.t('should_be', at + 1, h.textContent)));
    ask.append(deck.button(deck.words.go_there, function () { arrive(at, from); }, 'btn'), deck.button(deck.words.stay, function () { arrive(-1, from); }, 'btn'));
    deck.layer.append(ask);
  }
  function arrive(step, from) {
    var s = deck.state, n = s.n;
    if (step >= 0) n = deck.slides.findIndex(function (el, i) { return deck.stepOf(i) === step; });
    ask.remove();
    if (n < 0) return;
    if (step < 0 && !n) return; // at the title, nothing has begun
    deck.change({ n: n, f: 0, t: from, log: [[deck.stepOf(n), step < 0 ? Date.now() : from + before(step) * MINUTE]] });
  }
  function stepAt(gone) {
    var step = 0;
    while (session && step + 1 < session.steps.length && before(step + 1) <= gone) step++;
    return step;
  }

  function start() {
    use(function () {
      box = deck.button('', count, 'count');
      box.title = deck.words.count;
      deck.layer.append(box);
      deck.listen(tick);
      ticking = setInterval(tick, 250);
      setTimeout(function () { if (deck.fresh && deck.layer.isConnected) shouldBe(); }, 800);
    });
  }

  psv.offer('clock', {
    start: start, use: use, count: function () { use(count); }, figures: figures, replan: replan, pause: pause, begin: begin, choose: choose, plans: plans,
    minutes: minutes, taken: taken, left: left, hms: hms, hour: hour,
    get session() { return session; }, get day() { return day; }, get item() { return item; }, get data() { return data; },
  });
})();
