// Loads this page again when it has changed, at the place where its reader was, and shows what is wrong with the site
// in a panel. The server adds it to every page; no built page has it.
(() => {
  'use strict';
  const { mark, quiet } = document.currentScript.dataset;
  const key = 'psvsite-place', most = 100;
  let stream, panel, shown = '';

  // The place is kept by the nearest element with an id above it, so that it holds when text above that changes.
  function remember() {
    let id = '', gap = 0, nearest = -Infinity;
    for (const e of document.querySelectorAll('[id]')) {
      const top = e.getClientRects().length ? e.getBoundingClientRect().top : 1;
      if (top <= 0 && top >= nearest) [id, gap, nearest] = [e.id, top, top];
    }
    const open = [...document.querySelectorAll('details')].map(d => d.open);
    return JSON.stringify({ page: location.pathname, x: scrollX, y: scrollY, id, gap, open });
  }

  function again() {
    stream.close();
    try { sessionStorage.setItem(key, remember()); history.scrollRestoration = 'manual'; } catch { /* no place then */ }
    location.reload();
  }

  function back() {
    let was;
    try {
      was = JSON.parse(sessionStorage.getItem(key));
      sessionStorage.removeItem(key);
    } catch { /* nothing is kept where nothing may be */ }
    if (!was || was.page !== location.pathname) return;
    const folds = document.querySelectorAll('details');
    if (folds.length === was.open.length) folds.forEach((d, i) => { d.open = was.open[i]; });
    const go = () => {
      const e = was.y > 0 && was.id && document.getElementById(was.id);
      const top = e ? e.getBoundingClientRect().top + scrollY - was.gap : was.y;
      scrollTo({ left: was.x, top, behavior: 'instant' });
    };
    go();
    addEventListener('load', () => { go(); history.scrollRestoration = 'auto'; });
  }

  function make(tag, props, ...children) {
    const e = Object.assign(document.createElement(tag), props);
    e.append(...children);
    return e;
  }

  const count = (n, word) => `${n} ${word}${n === 1 ? '' : 's'}`;

  function list(faults) {
    const items = faults.slice(0, most).map(f => {
      const line = make('p', {}, make('code', {}, f.place + ':'), ' ' + f.message + ' ', make('small', {}, `[${f.code}]`));
      return make('li', {}, line, ...(f.hint ? [make('p', { className: 'hint' }, 'hint: ' + f.hint)] : []));
    });
    if (faults.length > most) items.push(make('li', {}, `and ${faults.length - most} more`));
    return make('ol', { tabIndex: 0 }, ...items);
  }

  function show(state) {
    const text = JSON.stringify([state.error, state.errors, state.warnings]);
    if (quiet !== undefined || text === shown) return;
    shown = text;
    if (panel) panel.remove();
    panel = null;
    if (state.good && !state.warnings.length) return;
    const box = make('aside', { className: state.good ? 'fair' : 'bad', ariaLabel: 'psvsite' });
    if (state.error) box.append(make('p', {}, state.error));
    if (state.errors.length) {
      const head = count(state.errors.length, 'error') + ': the site shows as it was before';
      box.append(make('details', { open: true }, make('summary', {}, head), list(state.errors)));
    }
    if (state.warnings.length) {
      box.append(make('details', {}, make('summary', {}, count(state.warnings.length, 'warning')), list(state.warnings)));
    }
    box.setAttribute('role', state.good ? 'status' : 'alert');
    panel = make('psvsite-panel');
    panel.attachShadow({ mode: 'open' }).append(make('link', { rel: 'stylesheet', href: '/.psvsite/panel.css' }), box);
    document.body.append(panel);
  }

  function listen() {
    if (stream) stream.close();
    stream = new EventSource('/.psvsite/events?page=' + encodeURIComponent(decodeURI(location.pathname)));
    stream.onmessage = e => {
      const state = JSON.parse(e.data);
      if (state.mark === mark) show(state);
      else again();
    };
    stream.onerror = () => { if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 2000); };
  }

  // A browser keeps few connections to one server: a page that nobody sees gives its own back.
  const attend = () => (document.visibilityState === 'visible' ? listen() : stream && stream.close());
  document.addEventListener('visibilitychange', attend);
  addEventListener('pagehide', () => stream && stream.close());
  addEventListener('pageshow', e => e.persisted && attend());
  back();
  attend();
})();
