// What the trainer sees: in a window of its own beside the wall, or on one phone as a sheet from the bottom. The window
// is the same page, in the same or another language, opened at #s3n; it follows the slide's number.
(function () {
  'use strict';
  var deck, clock, box, parts, drawn, asked, ticking, row;

  function use(fn) {
    psv.use('deck', function (d) {
      deck = d;
      psv.use('clock', function (c) {
        clock = c;
        c.use(fn);
      });
    });
  }

  // open is the key S on the wall. Where the browser sees one screen only, or does not say, notes come at the second
  // asking: on a screen that the projector repeats, the room would read them.
  function open() {
    use(function () {
      if (document.documentElement.dataset.slides === 'desk') return;
      if (box && box.isConnected) return void close();
      if (window.screen.isExtended || asked) return show();
      asked = true;
      var p = deck.panel(deck.words.one_screen, function (p) {
        p.append(deck.make('p', '', deck.words.extend), screens(), deck.button(deck.words.show_notes, function () { p.close(); show(); }, 'btn'));
      });
      if (p) p.addEventListener('close', function () { setTimeout(function () { asked = false; }, 0); });
    });
  }
  function show() {
    var d = document.querySelector('.layer dialog');
    if (d) d.close();
    if (matchMedia('(pointer: coarse)').matches) return sheet();
    var w = window.open(location.href.split('#')[0] + deck.hash('n'), 'psv-desk', 'popup,width=1120,height=720');
    if (w) deck.other = w;
    else sheet(deck.words.blocked);
  }

  // screens draws the two ways to use a projector.
  function screens() {
    var list = deck.make('div', 'screens');
    [['mirrored', 1], ['extended', 0]].forEach(function (way) {
      var f = deck.make('figure'), notes = 'M8 16h26M8 23h20M8 30h24';
      // drawn here and not in the page: a drawing that only one reader in a hundred sees should not weigh on all
      f.innerHTML = '<svg class="art" viewBox="0 0 150 62" aria-hidden="true"><path d="M3 8h44v32H3zM0 46h50M88 3h58v42H88zM117 45v9M104 57h26"/><path d="' +
        notes + '"/><path d="' + (way[1] ? 'M96 13h40M96 22h30M96 31h36' : 'M104 24a8 8 0 1 0 .1 0M124 32h14M124 24h14') + '"/><path stroke-dasharray="2 5" d="M54 27h28"/></svg>';
      f.append(deck.make('figcaption', '', deck.words[way[0]]));
      list.append(f);
    });
    return list;
  }

  function start() { use(function () { build('desk', true); deck.fit(deck.slides[deck.state.n]); }); }
  function sheet(why) {
    build('sheet-notes', false);
    if (why) box.prepend(deck.make('p', 'why', why));
  }
  function close() {
    clearInterval(ticking);
    box.remove();
  }

  function build(name, wide) {
    var w = deck.words, make = deck.make;
    box = make('section', name);
    box.innerHTML = '<header><h1></h1><dl></dl></header><div class="talk" tabindex="0"></div><nav></nav>';
    parts = { title: box.querySelector('h1'), figures: box.querySelector('dl'), talk: box.querySelector('.talk'), keys: box.querySelector('nav') };
    parts.talk.setAttribute('role', 'region');
    parts.talk.setAttribute('aria-label', w.notes);
    parts.keys.setAttribute('aria-label', w.slides);
    if (wide) {
      parts.now = view(w.now);
      parts.coming = view(w.coming);
      box.insertBefore(parts.now.parentNode, parts.talk);
      box.insertBefore(parts.coming.parentNode, parts.talk);
    }
    parts.hint = make('div', 'replan');
    box.insertBefore(parts.hint, parts.keys);
    keys(wide);
    deck.layer.append(box);
    drawn = '';
    deck.listen(draw);
    ticking = setInterval(tick, 500);
  }
  function view(title) {
    var v = deck.make('div', 'view'), at = deck.make('div');
    v.append(deck.make('h2', '', title), at);
    return at;
  }
  function keys(wide) {
    var w = deck.words, k = parts.keys, b = deck.button;
    k.append(b(w.back, deck.back, 'btn'));
    parts.pause = b(w.pause, function () { if (deck.state.t) clock.pause(); else clock.begin(); }, 'btn');
    k.append(parts.pause);
    k.append(b(w.black, function () { deck.change({ off: deck.state.off ? '' : 'black' }); }, 'btn'));
    if (clock.session) k.append(b(w.finish, finish, 'btn'));
    if (wide) k.append(languages());
    var plans = choice(w.plan, clock.plans().map(function (p) { return [p.id, p.name]; }), clock.data.plan, function (id) { clock.choose(id); drawn = ''; tick(); });
    if (plans) k.append(plans);
    if (!wide) k.append(b(w.close, close, 'btn'));
    k.append(b(w.next, deck.next, 'btn go1'));
  }
  // languages opens this window in another language: the wall stays in its own.
  function languages() {
    var links = Array.from(document.querySelectorAll('.top nav a[hreflang]'));
    return choice(deck.words.language, links.map(function (a) { return [a.href, a.textContent]; }), (links.find(function (a) { return a.ariaCurrent || a.getAttribute('aria-current'); }) || {}).href,
      function (href) { location.href = href.split('#')[0] + deck.hash('n'); }) || '';
  }
  function choice(label, list, now, pick) {
    if (list.length < 2) return null;
    var l = deck.make('label', 'choice', label + ' '), s = deck.make('select');
    list.forEach(function (o) { s.add(new Option(o[1], o[0], false, o[0] === now)); });
    s.onchange = function () { pick(s.value); };
    l.append(s);
    return l;
  }

  // draw shows the slide on the wall, the next one, and the plan of the step with what is due now marked.
  function draw(state) {
    if (!box.isConnected) return;
    var at = state.n + '.' + state.f + '.' + JSON.stringify(state.cut);
    if (at !== drawn) {
      drawn = at;
      if (parts.now) {
        parts.now.replaceChildren(deck.frame(state.n));
        var next = state.n + 1;
        while (state.cut[next] === 'out') next++;
        parts.coming.replaceChildren(next < deck.slides.length ? deck.frame(next) : deck.make('p', '', deck.words.last));
      }
      talk(state.n);
    }
    tick();
  }

  function talk(n) {
    var slide = deck.slides[n], step = slide.closest('.step'), list = step ? Array.from(step.children).slice(1) : around(n);
    parts.talk.replaceChildren();
    parts.talk.lang = slide.closest('[lang]').lang;
    list.forEach(function (el) {
      var copy;
      if (el.matches('.slide')) copy = deck.make('p', 'cue', (el.querySelector('h2,h3') || el).textContent);
      else copy = el.cloneNode(true);
      if (copy.matches('details')) copy.open = true;
      copy.removeAttribute('id');
      copy.querySelectorAll('[id]').forEach(function (x) { x.removeAttribute('id'); });
      copy.classList.remove('on');
      copy.style.removeProperty('--fit');
      copy.classList.toggle('at', el === slide || el.contains(slide));
      parts.talk.append(copy);
    });
    var here = parts.talk.querySelector('.at');
    parts.talk.scrollTop = here ? Math.max(0, here.offsetTop - parts.talk.offsetTop - 8) : 0;
  }
  // around is what stands between the slides before and behind, where a page has no steps.
  function around(n) {
    if (!n) return Array.from(document.querySelectorAll('.prepare,.text>p')).slice(0, 6);
    var list = [], el = deck.slides[n], next = deck.slides[n + 1];
    while (el.parentElement && !el.parentElement.matches('.text')) el = el.parentElement;
    for (; el && el !== next && !(next && el.contains(next) && list.length); el = el.nextElementSibling) list.push(el);
    return list;
  }

  // tick shows what changes by itself.
  function tick() {
    if (!box.isConnected) return void clearInterval(ticking);
    var w = deck.words, now = Date.now(), f = clock.figures(now), s = deck.state, step = deck.stepOf(s.n), late = 0;
    var title = step >= 0 ? deck.t('step_of', step + 1, deck.steps.length) + ' · ' + deck.steps[step].querySelector('h2').lastChild.textContent : document.querySelector('main h1').textContent;
    if (parts.title.textContent !== title) parts.title.textContent = title;
    var rows = [[w.clock, clock.hour(now)]];
    if (deck.slides[s.n].dataset.minutes) rows.push([w.count, clock.hms(clock.left(now)), '', function () { clock.count(); }]);
    if (f) {
      late = Math.trunc(f.behind / 60000);
      rows.push([w.step_left, (f.left < 0 ? '−' : '') + clock.hms(Math.abs(f.left))], [w.session_left, clock.hms(f.session)]);
      rows.push([deck.t('ending', clock.hour(f.ends), clock.hour(f.plan)), f.paused ? w.paused : !late ? w.on_time : deck.t(late > 0 ? 'behind' : 'ahead', Math.abs(late)), late > 0 ? 'late' : '']);
      parts.pause.textContent = f.paused ? w.go_on : w.pause;
    } else parts.pause.textContent = w.begin;
    parts.pause.hidden = !clock.session;
    put(rows);
    hint(late);
  }
  function put(rows) {
    var key = rows.map(function (r) { return r[0]; }).join();
    if (row !== key || !parts.figures.childElementCount) {
      row = key;
      parts.figures.replaceChildren.apply(parts.figures, rows.map(function (r) {
        var d = deck.make('div');
        d.append(deck.make('dt', '', r[0]), deck.make('dd'));
        if (r[3]) d.lastChild.append(deck.button('', r[3], 'btn'));
        return d;
      }));
    }
    rows.forEach(function (r, i) {
      var d = parts.figures.children[i], dd = d.lastChild.firstElementChild || d.lastChild;
      d.className = r[2] || '';
      dd.textContent = r[1];
    });
    if (deck.state.of && deck.state.of !== deck.slides.length) parts.figures.dataset.differs = deck.words.differs;
  }

  // hint says what to leave out, when it is late, and what was left out already.
  var hinted;
  function hint(late) {
    var w = deck.words, key = late + drawn;
    if (key === hinted && parts.hint.isConnected && parts.hint.dataset.done) return;
    hinted = key;
    parts.hint.dataset.done = 1;
    parts.hint.replaceChildren();
    var cut = deck.state.cut, gone = Object.keys(cut);
    if (late > 0) {
      var plan = clock.replan(late), list = deck.make('ul');
      parts.hint.append(deck.make('h2', '', deck.t('make_up', late)));
      plan.here.forEach(function (e) { list.append(line(e.n, e.out ? w.leave_out : deck.t('shorten', e.minutes), e.out ? 'out' : e.minutes)); });
      parts.hint.append(list);
      if (plan.later.length) {
        var rest = deck.make('ul');
        plan.later.forEach(function (e) { rest.append(deck.make('li', '', (e.out ? w.leave_out + ', ' + deck.num(e.minutes) : deck.t('shorten', e.minutes)) + ': ' + e.session + ', ' + w.step + ' ' + deck.num(e.step))); });
        parts.hint.append(deck.make('h2', '', w.rest_of_day), rest, deck.make('p', '', w.kept));
      }
      if (plan.over) parts.hint.append(deck.make('p', 'over', deck.t('too_much', plan.over)));
    }
    if (gone.length) {
      var back = deck.make('ul');
      gone.forEach(function (n) { back.append(line(n, w.put_back, null)); });
      parts.hint.append(deck.make('h2', '', w.left_out), back);
    }
    parts.hint.hidden = !parts.hint.childElementCount;
  }
  function name(n) {
    var el = deck.slides[n], text = (el.querySelector('h3,li,p:not(.lab)') || el).textContent.trim();
    return deck.t('slide', +n + 1) + ', ' + deck.num(el.dataset.minutes) + ' ' + text.slice(0, 60) + (text.length > 60 ? '…' : '');
  }
  function line(n, text, value) {
    var li = deck.make('li');
    li.append(deck.button(text, function () {
      var cut = Object.assign({}, deck.state.cut);
      if (value) cut[n] = value; else delete cut[n];
      deck.change({ cut: cut });
    }, 'btn'), ' ' + name(n));
    return li;
  }

  // finish is the run as it was: steps, minutes, what was left out. It is for paper or a file of the trainer's own, and as
  // nothing is kept here, the file saved after one session of a day takes the next one in.
  function finish() {
    var w = deck.words, now = Date.now(), rows = [[w.step, w.planned, w.taken, w.left_out]], sum = [0, 0], before = [];
    clock.session.steps.forEach(function (m, k) {
      var took = Math.round(clock.taken(k, now) / 60000), out = Object.keys(deck.state.cut).filter(function (n) { return deck.stepOf(n) === k; });
      sum = [sum[0] + m, sum[1] + took];
      rows.push([deck.steps[k].querySelector('h2').lastChild.textContent, m, took, out.map(name).join('; ')]);
    });
    rows.push([w.all, sum[0], sum[1], '']);
    var title = document.querySelector('main h1').textContent, day = new Date(now).toLocaleDateString(document.documentElement.lang), head = [day, clock.day ? clock.day.title : '', title].filter(Boolean).join(' · ');
    deck.panel(w.run, function (p) {
      var own = deck.make('div'), file = deck.make('input'), label = deck.make('label', 'choice', w.earlier + ' '), note = deck.make('p');
      p.classList.add('run');
      list(own, [[head]].concat(rows));
      file.type = 'file';
      file.accept = '.csv';
      file.onchange = function () {
        file.files[0].text().then(function (text) {
          before = read(text);
          note.textContent = before.length ? '' : w.not_run;
          own.replaceChildren();
          list(own, before);
          list(own, [[head]].concat(rows));
        });
      };
      label.append(file);
      note.setAttribute('role', 'status');
      p.append(own, deck.make('p', '', w.no_names), label, note);
      p.append(deck.button(w.print, function () { window.print(); }, 'btn'), deck.button(w.save, function () { save(head, before.concat(before.length ? [[]] : [], [[head]], rows)); }, 'btn'));
    });
  }
  // list shows rows: a row of one cell stands over a table of those behind it.
  function list(into, rows) {
    var table;
    rows.forEach(function (r) {
      if (r.length === 1) {
        table = deck.make('table');
        into.append(deck.make('p', '', r[0]), table);
      }
      if (r.length < 2 || !table) return;
      var tr = table.insertRow();
      r.forEach(function (c, j) { tr.append(deck.make(table.rows.length > 1 && j ? 'td' : 'th', '', /^\d+$/.test(c) ? deck.num(c) : c)); });
    });
  }
  // read reads the rows of a file that save has written; none, if it is another.
  function read(text) {
    var lines = text.replace(/^\ufeff/, '').trim().split(/\r?\n/), cells = /"((?:[^"]|"")*)"/g;
    if (!lines.every(function (l) { return !l || /^"/.test(l); })) return [];
    return lines.map(function (l) { return Array.from(l.matchAll(cells), function (m) { return m[1].replace(/""/g, '"'); }); });
  }
  // save writes a table that any office program opens; the mark at its front tells them that it is UTF-8.
  function save(head, rows) {
    var lines = rows.map(function (r) { return r.map(function (c) { return '"' + String(c).replace(/"/g, '""') + '"'; }).join(','); });
    var a = deck.make('a');
    a.href = URL.createObjectURL(new Blob(['\ufeff' + lines.join('\r\n') + '\r\n'], { type: 'text/csv' }));
    a.download = head.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-') + '.csv';
    a.click();
    setTimeout(function () { URL.revokeObjectURL(a.href); }, 1000);
  }

  psv.offer('desk', { open: open, start: start });
})();
